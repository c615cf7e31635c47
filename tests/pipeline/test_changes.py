"""What changed since a revision of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.pipeline.build import run
from generator.pipeline.outcome import Outcome
from generator.settings import Project, Settings
from generator.store import of_program
from tests.support.project import FILES, FIRST, build, tree, write


def _git(root: Path, *arguments: str) -> None:
    author = (
        "-c",
        "user.name=A. Reader",
        "-c",
        "user.email=reader@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", *author, "-C", str(root), *arguments], check=True, capture_output=True)


def _commit(root: Path, files: dict[str, str]) -> None:
    write(root, files)
    if not (root / ".git").exists():
        _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "seeds", "--date", "2031-05-20T12:00:00Z")


def _since(root: Path, revision: str) -> Outcome:
    return run(Project(root, Settings(since=revision)))


def _page(root: Path) -> str:
    return (root / "briefings/changes.md").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project whose seeds were committed."""
    root = tmp_path / "site"
    root.mkdir()
    _commit(root, FILES)
    return root


def test_what_changed_is_said_fact_by_fact(root: Path) -> None:
    """Facts that came, values that are others, and facts that went stand on the page, each with its link."""
    first = FIRST.replace("14 crews", "15 crews").replace("[met on Monday]{.event #met}", "met on Monday")
    second = FILES["seeds/second.md"].replace(' because="first#met"', ' because="first#sat"')
    write(
        root,
        {
            "seeds/first.md": f"{first}\n[They sat down on Monday]{{.event #sat}}.\n",
            "seeds/second.md": second,
        },
    )
    assert _since(root, "HEAD").errors == ()
    page = _page(root)
    new, changed, gone = (
        page.index(f"## {name}") for name in ("New facts", "Facts that changed", "Facts withdrawn")
    )
    assert new < page.index("[They sat down on Monday](articles/first.md#fact-sat)") < changed
    assert (
        changed < page.index("[15 crews](articles/first.md#fact-crews) <small>value: 15; before: 14") < gone
    )
    assert page.index("- met on Monday") > gone
    assert "second.md" not in page


def test_articles_that_came_and_went_are_listed(root: Path) -> None:
    """A new one with a link and its number of facts, one that is gone by its title alone."""
    (root / "seeds/third.md").unlink()
    write(root, {"seeds/fourth.md": FILES["seeds/third.md"].replace("A quiet day", "Another day")})
    _since(root, "HEAD")
    page = _page(root)
    assert "- [Another day](articles/fourth.md) <small>1 fact</small>" in page
    assert "- A quiet day <small>1 fact</small>" in page
    assert "Nothing happened" not in page


def test_support_that_came_is_said_of_articles_nobody_touched(root: Path) -> None:
    """A fact that a new article tells too says by how many it is told now."""
    more = FILES["seeds/third.md"].replace("{.event}", '{.event date=2031-05-12 same="first#met"}')
    write(root, {"seeds/again.md": more.replace("on Thursday", "on Monday")})
    assert _since(root, "HEAD").errors == ()
    assert "told by 2 articles, 1 origin; before, by 1 article" in _page(root)


def test_the_page_goes_with_the_next_build(root: Path) -> None:
    """A build that names no revision makes what it always makes."""
    build(root)
    before = tree(root)
    assert _since(root, "HEAD").errors == ()
    assert "Nothing did." in _page(root)
    assert "[What changed](changes.md)" in (root / "briefings/index.md").read_text("utf-8")
    again = tree(root)
    _since(root, "HEAD")
    assert tree(root) == again
    build(root)
    assert tree(root) == before


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """Seeds are found where the project lies below the repository."""
    _commit(tmp_path, {f"docs/news/{path}": text for path, text in FILES.items()})
    root = tmp_path / "docs/news"
    write(root, {"seeds/first.md": FIRST.replace("14 crews", "15 crews")})
    assert _since(root, "HEAD").errors == ()
    assert "before: 14" in _page(root)


def test_withheld_words_of_earlier_revisions_stay_withheld(root: Path) -> None:
    """A source that may not be shown any more leaves no word of what was marked in it."""
    first = FIRST.replace("display: full", "display: none").replace("[met on Monday]{.event #met}", "met")
    second = FILES["seeds/second.md"].replace(' because="first#met"', "").replace("2031-05-13", "undated")
    write(root, {"seeds/first.md": first, "seeds/second.md": second})
    _since(root, "HEAD")
    page = _page(root)
    assert "A fact whose words are not shown any more" in page
    assert "met on Monday" not in page
    assert "14 crews" not in page


@pytest.mark.parametrize("name", ["no-such-tag", "--output=x", "HEAD~99"])
def test_an_unknown_revision_is_a_problem(root: Path, name: str) -> None:
    """Nothing is written, and the problem says what was named."""
    outcome = _since(root, name)
    assert [(problem.code, name in problem.message) for problem in outcome.errors] == [
        ("unknown-revision", True)
    ]
    assert outcome.written == ()


def test_without_a_repository_or_git_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problem says which of them is missing."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path / "site", FILES)
    (outside,) = _since(tmp_path / "site", "HEAD").errors
    assert "repository" in outside.message
    monkeypatch.setenv("PATH", str(tmp_path))
    (without,) = _since(tmp_path / "site", "HEAD").errors
    assert "git is not installed" in without.message


def test_a_shallow_clone_says_so(root: Path, tmp_path: Path) -> None:
    """What the clone has not is told apart from what never was."""
    _commit(root, {"seeds/first.md": FIRST.replace("14 crews", "15 crews")})
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(clone))
    (found,) = _since(clone, "HEAD~1").errors
    assert "shallow clone" in found.message


def test_a_revision_leaves_what_was_read_known() -> None:
    """The cache is the same with and without one."""
    assert of_program(Settings(since="HEAD")) == of_program(Settings())


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{name: Ida Vance, type: person}", False),
        ("{name: Ida Vance of Alder, type: person, aliases: [Ida Vance]}", True),
    ],
)
def test_an_actor_declared_otherwise_changes_who_says_so(root: Path, entry: str, *, told: bool) -> None:
    """Of an article nobody touched it is told who speaks now, but not that somebody has another id."""
    write(root, {"seeds/actors.yml": f"ida: {entry}\nunion: {{name: Ferry Union}}\n"})
    assert _since(root, "HEAD").errors == ()
    page = _page(root)
    assert ("said by: Ida Vance of Alder" in page) is told
    assert ("## Facts that changed" in page) is told
    assert "## New facts" not in page
