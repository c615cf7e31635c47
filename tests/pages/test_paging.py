"""Runs of pages."""

from __future__ import annotations

import pytest

from generator.pages.paging import OTHER_LETTERS, letter_of, sheets


@pytest.mark.parametrize(
    ("rows", "sizes"), [(0, [0]), (1, [1]), (10, [10]), (11, [10, 1]), (25, [10, 10, 5])]
)
def test_sheets_hold_all_rows(rows: int, sizes: list[int]) -> None:
    """Rows are cut into full pages and a rest; no rows give one empty page."""
    found = list(sheets("timeline/2031", list(range(rows)), 10))
    assert [len(sheet.rows) for sheet in found] == sizes
    assert [row for sheet in found for row in sheet.rows] == list(range(rows))


def test_sheets_know_their_neighbours() -> None:
    """Each page knows the one before and the one after."""
    first, second, third = sheets("actors/vance", list(range(25)), 10)
    assert (first.previous, first.path, first.following) == (
        None,
        "actors/vance.md",
        "actors/vance/page-2.md",
    )
    assert (second.previous, second.following) == ("actors/vance.md", "actors/vance/page-3.md")
    assert (third.previous, third.following) == ("actors/vance/page-2.md", None)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Österreich", "o"), ("'Alder", "a"), ("3sat", "3"), ("Правда", OTHER_LETTERS), ("…", OTHER_LETTERS)],
)
def test_letter_is_safe_in_an_address(name: str, letter: str) -> None:
    """The first letter is plain ASCII, or the name goes to the other letters."""
    assert letter_of(name) == letter
