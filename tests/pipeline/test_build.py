"""A build reads what changed, writes what differs, and loses nothing."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import synthetic
from generator.problems import Problem
from tests.support.project import FILES, FIRST, REGISTRIES, SECOND, THIRD, article, build, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project that was built once."""
    write(tmp_path, FILES)
    outcome = build(tmp_path)
    assert outcome.errors == ()
    return tmp_path


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """Return the codes of problems, in order."""
    return [problem.code for problem in problems]


def clean(root: Path, elsewhere: Path) -> dict[str, bytes]:
    """Return what a build without any past makes of the same files."""
    for folder in ("seeds", "templates"):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, elsewhere / folder)
    build(elsewhere)
    return tree(elsewhere)


def test_every_article_has_its_page(root: Path) -> None:
    """Pages of articles and indexes stand, and the assets beside them."""
    made = tree(root)
    assert {"index.md", "timeline.md", "articles/first.md", "articles/second.md", "actors/vance.md"} <= set(
        made
    )
    assert "assets/site.css" in made
    assert b"14 crews" in made["articles/first.md"]


def test_a_second_build_does_nothing(root: Path) -> None:
    """Nothing is rendered, written or touched, and --check agrees."""
    times = {path: path.stat().st_mtime_ns for path in (root / "briefings").rglob("*")}
    outcome = build(root)
    assert (outcome.written, outcome.removed, dict(outcome.pages)) == ((), (), {})
    assert build(root, write=False).stale == ()
    assert {path: path.stat().st_mtime_ns for path in (root / "briefings").rglob("*")} == times


def test_bytes_do_not_depend_on_the_past(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two folders with the same seeds hold the same bytes, the manifest too."""
    assert clean(root, tmp_path_factory.mktemp("clean")) == tree(root)


def _retitle(root: Path) -> None:
    write(root, {"seeds/first.md": FIRST.replace("Talks resume", "Talks go on")})


def _reword(root: Path) -> None:
    write(root, {"seeds/first.md": FIRST.replace("14 crews", "15 crews")})


def _rename_actor(root: Path) -> None:
    text = REGISTRIES["seeds/actors.yml"].replace("name: Ida Vance", "name: Ida van Ce, aliases: [Ida Vance]")
    write(root, {"seeds/actors.yml": text})


def _declare_actor(root: Path) -> None:
    more = "actors: {union: {aliases: [the crews' union]}}"
    write(root, {"seeds/third.md": article("A quiet day", "The Ferry Union [waits]{.event}.", more=more)})


def _add(root: Path) -> None:
    write(root, {"seeds/more/fourth.md": article("More", "[Ida Vance left on Friday]{.event}.", day=20)})


def _remove(root: Path) -> None:
    (root / "seeds" / "third.md").unlink()


def _rename(root: Path) -> None:
    (root / "seeds" / "third.md").rename(root / "seeds" / "quiet.md")


def _template(root: Path) -> None:
    write(root, {"templates/home.md.jinja": "# Our own home\n"})


def _lose_a_page(root: Path) -> None:
    (root / "briefings" / "articles" / "first.md").unlink()


def _lose_the_cache(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    _reword(root)


def _break_the_cache(root: Path) -> None:
    (root / ".cache" / "briefings" / "cache.sqlite3").write_bytes(b"no database" * 1000)
    _reword(root)


def _lose_the_manifest(root: Path) -> None:
    (root / "briefings" / ".manifest.json").unlink()


CHANGES: list[Callable[[Path], None]] = [
    _retitle,
    _reword,
    _rename_actor,
    _declare_actor,
    _add,
    _remove,
    _rename,
    _template,
    _lose_a_page,
    _lose_the_cache,
    _break_the_cache,
    _lose_the_manifest,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_a_change_gives_the_clean_tree(
    root: Path, tmp_path_factory: pytest.TempPathFactory, change: Callable[[Path], None]
) -> None:
    """After any change the next build holds what a build from nothing would."""
    change(root)
    outcome = build(root)
    assert outcome.errors == ()
    assert tree(root) == clean(root, tmp_path_factory.mktemp("clean"))


def test_an_edit_renders_only_what_it_touches(root: Path) -> None:
    """The pages of other articles are not even rendered again."""
    _reword(root)
    outcome = build(root)
    assert "articles/first.md" in outcome.pages
    assert "articles/third.md" not in outcome.pages
    assert "articles/third.md" in outcome.unchanged


def test_an_article_that_shows_another_is_made_again(root: Path) -> None:
    """A label that changes in one article changes where another one refers to it."""
    write(root, {"seeds/first.md": FIRST.replace("#met}", '#met title="The first meeting"}')})
    outcome = build(root)
    assert "The first meeting" in outcome.pages["articles/second.md"]


def test_a_file_that_was_only_touched_is_not_made_again(root: Path) -> None:
    """The same words at another time give the same article."""
    os.utime(root / "seeds" / "first.md", (1, 1))
    assert dict(build(root).pages) == {}


def test_an_error_keeps_everything_as_it_was(root: Path) -> None:
    """One broken article is reported with all others read, and no page changes."""
    before = tree(root)
    write(root, {"seeds/second.md": SECOND.replace(".event", ".evnt"), "seeds/third.md": "no front matter\n"})
    _retitle(root)
    outcome = build(root)
    assert "unknown-kind" in codes(outcome.errors)
    assert {problem.location.path for problem in outcome.errors} == {"seeds/second.md", "seeds/third.md"}
    assert tree(root) == before
    write(root, {"seeds/second.md": SECOND, "seeds/third.md": THIRD})
    assert build(root).errors == ()
    assert b"Talks go on" in tree(root)["articles/first.md"]


def test_warnings_of_unchanged_articles_are_told_again(root: Path) -> None:
    """A warning stays until its cause goes, however seldom the file is read."""
    write(root, {"seeds/third.md": THIRD.replace("publisher: Alder Courier\n", "")})
    first, second = build(root), build(root)
    assert codes(first.warnings) == codes(second.warnings)
    assert "missing-source" in codes(second.warnings)


def test_a_broken_template_writes_nothing(root: Path) -> None:
    """An error of a template is told once, with its place, and goes with its cause."""
    before = tree(root)
    write(root, {"templates/article.md.jinja": "# {{ nothing.here }}\n"})
    outcome = build(root)
    assert codes(outcome.errors) == ["template-error"]
    assert tree(root) == before
    (root / "templates" / "article.md.jinja").unlink()
    assert build(root).problems == ()
    assert tree(root) == before


def test_pages_of_people_are_told_of(root: Path) -> None:
    """A page that a person edited and one that a person made are warnings, and stay."""
    page, own = root / "briefings" / "articles" / "first.md", root / "briefings" / "articles" / "fourth.md"
    page.write_text("edited", "utf-8")
    own.write_text("by hand", "utf-8")
    write(root, {"seeds/fourth.md": article("More", "[Ida Vance left on Friday]{.event}.", day=20)})
    for _ in range(2):
        outcome = build(root)
        assert codes(outcome.problems) == ["edited-page", "foreign-page"]
        assert (outcome.edited, outcome.foreign) == (("articles/first.md",), ("articles/fourth.md",))
    assert (page.read_text("utf-8"), own.read_text("utf-8")) == ("edited", "by hand")
    own.unlink()
    assert codes(build(root, force=True).problems) == []
    assert b"14 crews" in tree(root)["articles/first.md"]
    assert "articles/fourth.md" in tree(root)


def test_a_page_can_be_too_large(tmp_path: Path) -> None:
    """A page that is slow to open is a warning, in later builds too."""
    write(tmp_path, {**REGISTRIES, "seeds/long.md": article("Long", "Ida Vance spoke. " * 30_000)})
    for _ in range(2):
        assert "page-too-large" in codes(build(tmp_path).warnings)


def test_no_path_leads_out(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where a folder of the output is a link to elsewhere, nothing is written or removed there."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.move(root / "briefings" / "articles", elsewhere / "articles")
    (root / "briefings" / "articles").symlink_to(elsewhere / "articles")
    before = {path.name: path.read_bytes() for path in (elsewhere / "articles").iterdir()}
    _reword(root)
    _remove(root)
    assert "foreign-page" in codes(build(root, force=True).warnings)
    assert {path.name: path.read_bytes() for path in (elsewhere / "articles").iterdir()} == before


def test_a_text_elsewhere_is_watched(tmp_path: Path) -> None:
    """A standoff article is read again when the text that it annotates changes, comes or goes."""
    project = tmp_path / "project"
    standoff = """\
title: Elsewhere
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/a
text: ../../texts/a.txt
annotations: []
"""
    write(project, {"seeds/apart.yml": standoff})
    assert "text-missing" in codes(build(project).problems)
    write(tmp_path, {"texts/a.txt": "Words of a source."})
    assert "text-missing" not in codes(build(project).problems)
    assert "articles/apart.md" in build(project).unchanged
    write(tmp_path, {"texts/a.txt": "Words of a source, and more."})
    assert "articles/apart.md" in build(project).pages
    (tmp_path / "texts" / "a.txt").write_bytes(b"\xff\xfe")
    assert codes(build(project).errors) == ["unreadable-file"]


def test_a_project_without_seeds_is_an_error(root: Path) -> None:
    """A folder that went missing does not take the pages along."""
    before = tree(root)
    (root / "seeds").rename(root / "away")
    assert codes(build(root).errors) == ["unreadable-file"]
    assert tree(root) == before


def test_an_empty_project_has_its_indexes(tmp_path: Path) -> None:
    """Without any article the pages that the navigation leads to are there."""
    (tmp_path / "seeds").mkdir()
    build(tmp_path)
    assert {"index.md", "timeline.md", "figures.md", "quotes.md", "actors/index.md", "sources.md"} <= set(
        tree(tmp_path)
    )


def test_what_an_article_leaves_behind_holds_no_cycles(tmp_path: Path) -> None:
    """A build does not look for garbage, so what it leaves must not grow with the articles."""
    left: list[int] = []
    for number in (4, 4, 24):
        root = tmp_path / f"{len(left)}"
        synthetic.write(root, number)
        gc.collect()
        build(root)
        left.append(gc.collect())
    _, few, many = left
    assert many - few < (24 - 4)
