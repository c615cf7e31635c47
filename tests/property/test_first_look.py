"""A quick look never misses what reading finds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.values import may_hold_date, may_hold_quantity, read_dates, read_quantities
from tests.property.test_dates import WORDS
from tests.property.test_quantities import PIECES
from tests.support.checkout import REPOSITORY

DAY: Final = dt.date(2031, 5, 13)


def misses(words: str) -> list[str]:
    """Return what is read in words that the quick look passes over."""
    found = [] if may_hold_quantity(words) else [reading.words for reading in read_quantities(words)]
    return found + ([] if may_hold_date(words) else [reading.words for reading in read_dates(words, DAY)])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.sampled_from(WORDS)), max_size=9).map(" ".join))
@example("½ of the crews")
@example("a half-dozen crews")
@example("three-quarters")
def test_no_words_are_missed(words: str) -> None:
    """Whatever reads as a number or a date is seen."""
    assert misses(words) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_no_text_is_missed(words: str) -> None:
    """The same holds for any characters."""
    assert misses(words) == []


def test_words_without_either_are_passed_over() -> None:
    """There would be no use in a look that sees something everywhere."""
    assert not may_hold_quantity("The crews are out, said the minister.")
    assert not may_hold_date("The crews are out, said the minister.")


@pytest.mark.parametrize("path", sorted((REPOSITORY / "seeds").glob("*.md")), ids=lambda path: path.stem)
def test_no_line_of_the_demo_is_missed(path: Path) -> None:
    """Nor is anything missed in reports, line by line."""
    lines = path.read_text("utf-8").splitlines()
    assert [found for line in lines for found in misses(line)] == []
