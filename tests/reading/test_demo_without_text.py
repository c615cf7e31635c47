"""The demo's article whose text may not be copied: facts of its marks, no words of its text."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.checkout import REPOSITORY, copy_repository
from tests.support.leaks import leaks, runs
from tests.support.project import build, tree
from tests.support.shared import needs_shared
from tests.support.truce import MARKS, PLACE, SLUG, TEXT

PAGE: Final = f"articles/{SLUG}.md"


def without_text(target: Path) -> Path:
    """Return a copy of the demo; a text that somebody keeps in their checkout stays out of it."""
    project = copy_repository(target)
    (project / PLACE).unlink(missing_ok=True)
    return project


def with_text(target: Path) -> Path:
    """Return a copy of the demo that has the text."""
    project = without_text(target)
    (project / PLACE).parent.mkdir(exist_ok=True)
    (project / PLACE).write_bytes(TEXT.read_bytes())
    return project


def test_without_the_text_the_site_builds_and_says_so(tmp_path: Path) -> None:
    """Nothing is wrong, in strict mode either, and the page says that its passages are withheld."""
    project = without_text(tmp_path / "demo")
    done = CliRunner().invoke(main, ["-C", str(project), "check", "--strict"])
    assert done.exit_code == 0, done.output
    page = (project / "briefings" / PAGE).read_text("utf-8")
    assert "The passages are withheld" in page
    assert "Paragraph 8" in page
    assert ":~:text=" not in page


@needs_shared
def test_with_the_text_every_byte_is_the_same(tmp_path: Path) -> None:
    """Whether the text is at hand shows in no file that is built; all marks are verified against it."""
    absent, present = without_text(tmp_path / "absent"), with_text(tmp_path / "present")
    assert build(absent).problems == ()
    assert build(present).problems == ()
    assert tree(present) == tree(absent)


@needs_shared
def test_another_text_is_refused(tmp_path: Path) -> None:
    """One word changed in the text at hand fails the build: the marks are not its."""
    project = with_text(tmp_path / "demo")
    text = (project / PLACE).read_text("utf-8")
    (project / PLACE).write_text(text.replace("50 civilian", "60 civilian"), "utf-8")
    assert {problem.code for problem in build(project).errors} >= {"hash-mismatch"}


def _known_files() -> list[Path]:
    """Return the files that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout of git")
    named = (REPOSITORY / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in named if path.is_file()]


@needs_shared
def test_no_words_of_it_are_in_its_own_files() -> None:
    """Its marks, its page and its annotations hold no eight words in a row of the text, speech or not."""
    own = [path for path in _known_files() if path.name.startswith(SLUG)]
    assert MARKS in own
    assert len(own) == len({".yml", ".md", ".annotations.jsonld"})
    assert leaks(own, [TEXT.read_text("utf-8")]) == []


@needs_shared
def test_no_words_of_it_are_in_the_repository() -> None:
    """In no file that git knows stand eight words in a row of what the report itself tells.

    What its speakers said is left out: our own retelling quotes them, in quotation marks and by name.
    """
    narrated = TEXT.read_text("utf-8").split('"')[0::2]
    assert sum(len(runs(part)) for part in narrated) > 100
    assert leaks(_known_files(), narrated) == []
