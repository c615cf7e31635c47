"""Runs every case under ``tests/cases/marks``."""

from __future__ import annotations

import pytest

from generator.formats.inline import read_inline
from generator.problems import CODES
from tests.support.mark_cases import MarkCase, find_mark_cases, lines_of

CASES = find_mark_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: MarkCase) -> None:
    """A body has the text, the marks and the problems that its case lists, and no others."""
    found = lines_of(case, *read_inline("seeds/ferry.md", case.raw))
    assert len(found) == len(case.expected), "\n".join(found)
    for line, expected in zip(found, case.expected, strict=True):
        if expected.startswith("!"):
            code, place, *words = expected.split(" ", 2)
            assert line.startswith(f"{code} {place} "), line
            assert "".join(words) in line
            assert code[1:] in CODES
        else:
            assert line == expected


def test_there_are_cases() -> None:
    """The documents were found, and no two cases share a name."""
    names = [case.name for case in CASES]
    assert len(names) >= 80
    assert len(set(names)) == len(names)
