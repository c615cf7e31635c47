"""Unified diffs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.repair import unified_diff

BEFORE = "".join(f"line {number}\n" for number in range(20))


def test_equal_texts_differ_nowhere() -> None:
    """No line is given, not even a heading."""
    assert list(unified_diff("a.yml", BEFORE, BEFORE)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, BEFORE.replace("line 3\n", "line three\n").replace("line 15\n", "\u2028 x\x85\n")),
        (BEFORE.rstrip("\n"), BEFORE.replace("line 19\n", "end")),
        (BEFORE.replace("\n", "\r\n"), BEFORE.replace("\n", "\r\n").replace("line 7", "seven")),
        ("a", "b\n"),
    ],
)
def test_git_applies_it(before: str, after: str, tmp_path: Path) -> None:
    """What is printed turns the one file into the other, byte for byte."""
    file = tmp_path / "seeds" / "a.yml"
    file.parent.mkdir()
    file.write_bytes(before.encode())
    patch = "".join(unified_diff("seeds/a.yml", before, after))
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=patch.encode(), check=True, cwd=tmp_path)
    assert file.read_bytes() == after.encode()
