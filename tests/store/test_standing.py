"""What nothing changed in is known to stand without being read; any change is seen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.settings import Project, Settings
from generator.store import Cache, glance, of_program, standing
from tests.support.project import FILES, FIRST, article, build, write
from tests.support.work import calls

_LONG_AGO = 1_900_000_000


def _age(root: Path) -> None:
    """Let all files of the seeds and templates look as if they had been written long ago."""
    for folder in ("seeds", "templates"):
        for path in (root / folder).rglob("*"):
            os.utime(path, (_LONG_AGO, _LONG_AGO))


def _stands(root: Path) -> bool:
    project = Project(root, Settings())
    cache = Cache.open(project.cache, of_program(project.settings))
    try:
        return standing(project, cache) is not None
    finally:
        cache.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project that was built once from files that were written long ago."""
    write(tmp_path, FILES)
    write(tmp_path, {"templates/parts/own.md.jinja": "own"})
    _age(tmp_path)
    assert build(tmp_path).errors == ()
    return tmp_path


@pytest.fixture(autouse=True)
def _in_the_past(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock stand well behind the times that files are given."""
    monkeypatch.setattr("time.time_ns", lambda: (_LONG_AGO + 10**9) * 10**9)


def test_what_was_built_stands(root: Path) -> None:
    """After a run, the next one says the same without making anything."""
    assert _stands(root)
    again = build(root)
    assert (again.articles, again.written, again.stale, dict(again.pages)) == (3, (), (), {})
    assert again.problems == build(root, write=False).problems
    assert "articles/first.md" in again.unchanged
    assert "assets/site.css" in again.unchanged


def _add_article(root: Path) -> None:
    write(root, {"seeds/new.md": article("New", "[Boats sailed on Monday]{.event}.")})


def _same_size(root: Path) -> None:
    write(root, {"seeds/first.md": FIRST.replace("14 crews", "15 crews")})


def _break_journal(root: Path) -> None:
    write(root, {"briefings/.journal.json": "{}"})


@pytest.mark.parametrize(
    "change",
    [
        _add_article,
        _same_size,
        _break_journal,
        lambda root: (root / "seeds/third.md").unlink(),
        lambda root: (root / "seeds/actors.yml").write_text("union: {name: Ferry Union}\n"),
        lambda root: write(root, {"templates/parts/own.md.jinja": "new"}),
        lambda root: write(root, {"templates/assets/site.css": "a {}"}),
        lambda root: write(root, {"briefings/index.md": "edited"}),
        lambda root: (root / "briefings/timeline.md").unlink(),
        lambda root: (root / "briefings/assets/site.css").unlink(),
        lambda root: (root / "briefings/.manifest.json").unlink(),
        lambda root: shutil.rmtree(root / "briefings"),
        lambda root: shutil.rmtree(root / ".cache"),
    ],
)
def test_every_change_is_seen(root: Path, change: Callable[[Path], object]) -> None:
    """A file that came, went or differs, on either side, lets the run look closer."""
    change(root)
    assert not _stands(root)


def test_a_folder_behind_a_link_is_not_trusted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What stands behind a link to another folder may change without being seen."""
    (root / "seeds/more").symlink_to(tmp_path_factory.mktemp("more"), target_is_directory=True)
    build(root)
    assert not _stands(root)


def test_what_was_just_written_is_not_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes twice within a tick of the clock may look the same."""
    monkeypatch.setattr("time.time_ns", lambda: _LONG_AGO * 10**9)
    assert not glance([str(root / "seeds")]).is_sure
    write(root, {"seeds/new.md": FIRST})
    os.utime(root / "seeds/new.md", (_LONG_AGO, _LONG_AGO))
    build(root)
    assert not _stands(root)


def test_errors_do_not_stand(root: Path) -> None:
    """A run that failed says so again, and what was right before it stands when it is back."""
    write(root, {"seeds/first.md": FIRST.replace(".event", ".evnt")})
    _age(root)
    assert build(root).errors
    assert build(root).errors
    write(root, {"seeds/first.md": FIRST})
    _age(root)
    assert build(root).errors == ()


def test_a_note_that_somebody_changed_is_not_trusted(root: Path) -> None:
    """Whatever stands in the note, the run goes on."""
    for text in ("{", "[]", '{"folders": 1}', '{"manifest": null, "folders": [], "look": ""}', "null"):
        cache = Cache.open(root / ".cache/briefings", of_program(Settings()))
        cache.set_meta("standing", text)
        cache.commit()
        cache.close()
        assert not _stands(root)
    assert build(root).errors == ()
    assert _stands(root)


def test_the_command_says_the_same(root: Path) -> None:
    """Whether or not all stands, ``build`` says what there is, and ``build --check`` nothing."""
    write(root, {"seeds/first.md": FILES["seeds/third.md"], "seeds/second.md": FILES["seeds/third.md"]})
    write(root, {"seeds/actors.yml": "", "seeds/measures.yml": ""})
    _age(root)
    build(root)
    count = len(build(root).unchanged)
    assert _stands(root)
    again = CliRunner().invoke(main, ["-C", str(root), "build"]).output
    assert again == f"3 articles: {count} unchanged\n"
    (root / ".cache/briefings/cache.sqlite3").unlink()
    assert CliRunner().invoke(main, ["-C", str(root), "build"]).output == again
    assert CliRunner().invoke(main, ["-C", str(root), "build", "--check"]).output == ""


def test_standing_costs_little(root: Path) -> None:
    """An article more costs a few looks at its files, however long it is."""
    few = calls(lambda: _stands(root))
    write(root, {f"seeds/a{n}.md": article(f"Day {n}", "[It rained]{.event}. " * 40) for n in range(10)})
    _age(root)
    build(root)
    assert _stands(root)
    assert calls(lambda: _stands(root)) - few < 10 * 150
