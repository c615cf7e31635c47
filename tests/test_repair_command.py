"""``briefings repair``, as people use it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline.repairing import repairs, write_repair
from generator.settings import Project, Settings
from generator.text import read_plain
from tests.support.project import REGISTRIES, write

BEFORE = "Some 14 crews are out.\n"
AFTER = "In the port, some 14 crews are out.\n"
SEED = f"""title: Talks # ours
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/a
stories: [strike]
text: ../texts/ferry.txt
sha256: {read_plain(BEFORE).sha256}
annotations:
  - {{kind: figure, exact: 14 crews, start: 5, end: 13, measure: crews-out}} # one
"""
LOST = "  - {kind: figure, exact: 15 boats, start: 5, end: 13}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project whose text was edited after it was annotated."""
    write(tmp_path, {**REGISTRIES, "seeds/ferry.yml": SEED, "texts/ferry.txt": AFTER})
    return tmp_path


def call(root: Path, *arguments: str) -> Result:
    """Run a command on the project."""
    return CliRunner().invoke(main, ["-C", str(root), *arguments], prog_name="briefings")


def seed(root: Path) -> str:
    """Return the standoff file as it is."""
    return (root / "seeds" / "ferry.yml").read_text("utf-8")


def test_nothing_is_written_unasked(root: Path) -> None:
    """A diff is shown, which git applies, and the exit code says that something is to do."""
    result = call(root, "repair")
    assert result.exit_code == 1
    assert seed(root) == SEED
    assert (
        "+  - {kind: figure, exact: 14 crews, start: 18, end: 26, measure: crews-out} # one" in result.stdout
    )
    assert result.stderr == "1 file: 1 found again; --write changes the files\n"
    subprocess.run(["git", "apply", "-"], input=result.stdout, text=True, check=True, cwd=root)
    assert call(root, "repair").output == "1 file: nothing to repair\n"


def test_what_is_written_passes_the_check(root: Path) -> None:
    """Positions and hash fit the text again; the file keeps its rights."""
    assert call(root, "check").exit_code == 1
    (root / "seeds" / "ferry.yml").chmod(0o640)
    result = call(root, "repair", "--write", "seeds/ferry.yml")
    assert result.exit_code == 0
    assert "seeds/ferry.yml:9:5: '14 crews' stands at 18–26\nseeds/ferry.yml: written\n" in result.stdout
    assert (root / "seeds" / "ferry.yml").stat().st_mode & 0o777 == 0o640
    checked = call(root, "check")
    assert [line for line in checked.output.splitlines() if ": error: " in line] == []
    assert checked.exit_code == 0
    assert call(root, "repair", "--write").output == "1 file: nothing to repair\n"


def test_what_is_uncertain_is_listed(root: Path) -> None:
    """The rest is written all the same; the exit code says that something is left."""
    write(root, {"seeds/ferry.yml": SEED + LOST})
    result = call(root, "repair", "--write")
    assert result.exit_code == 1
    assert "seeds/ferry.yml:10:5: left as it is: '15 boats': " in result.stderr
    assert "1 file: 1 found again, 1 left to you\n" in result.stderr
    assert "start: 18, end: 26" in seed(root)
    assert LOST in seed(root)


def test_a_file_that_changed_meanwhile_is_left(root: Path) -> None:
    """What somebody else just wrote is not overwritten."""
    project = Project(root, Settings())
    ((done, _),) = repairs(project, ["seeds/ferry.yml"])
    assert done is not None
    write(root, {"seeds/ferry.yml": SEED + "# more\n"})
    (problem,) = write_repair(project, done)
    assert "changed while it was looked at" in problem.message
    assert seed(root) == SEED + "# more\n"


def test_files_that_cannot_be_repaired(root: Path) -> None:
    """Named files without a text are problems, and passed over otherwise; inline ones have no anchors."""
    write(root, {"seeds/bare.yml": "title: Bare\npublished: 2031-05-13\n"})
    named = call(root, "repair", "seeds/bare.yml")
    assert named.exit_code == 1
    assert "[text-missing]" in named.stderr
    assert "[text-missing]" not in call(root, "repair").stderr
    assert "[unreadable-file]" in call(root, "repair", "seeds/gone.yml").stderr
    inline = call(root, "repair", "seeds/first.md")
    assert inline.exit_code == 2
    assert "has no anchors to repair" in inline.stderr


def test_a_project_without_standoff_files(root: Path) -> None:
    """It is said, and is no failure."""
    (root / "seeds" / "ferry.yml").unlink()
    result = call(root, "repair")
    assert (result.exit_code, result.output) == (0, "no standoff files\n")
