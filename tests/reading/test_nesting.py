"""Which mark stands inside which."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Mark
from generator.problems import Problem
from generator.reading.nesting import MOST, parents, uncrowded
from generator.text import Location, Span

_HERE = Location("seeds/ferry.md")


def _mark(*spans: tuple[int, int]) -> Mark:
    return Mark(kind="event", spans=tuple(Span(*span) for span in spans), location=_HERE, kind_location=_HERE)


def test_the_narrowest_mark_around_is_the_parent() -> None:
    """A mark in a mark in a mark belongs to the inner one, and its neighbour to the outer one."""
    marks = [_mark((0, 90)), _mark((10, 50)), _mark((20, 30)), _mark((60, 70)), _mark((95, 99))]
    assert parents(marks) == (None, 0, 1, 0, None)


def test_overlap_is_no_nesting() -> None:
    """Marks that only overlap do not hold each other; of two equal holders the later one is the parent."""
    assert parents([_mark((0, 20)), _mark((10, 30)), _mark((12, 18))]) == (None, None, 1)


def test_a_gap_is_outside() -> None:
    """What stands between the spans of a mark in two parts is not inside it."""
    assert parents([_mark((0, 10), (20, 30)), _mark((12, 18)), _mark((22, 28))]) == (None, None, 0)


def test_equal_words_nest_in_the_order_in_which_they_are_marked() -> None:
    """Of two marks on the same words the one that comes first is the outer one."""
    assert parents([_mark((0, 10)), _mark((0, 10)), _mark((0, 10))]) == (None, 0, 1)


def test_marks_that_cover_one_place_have_a_limit() -> None:
    """So many are read, the others are one problem; marks behind them are read again."""
    marks = [*[_mark((0, 10))] * (MOST + 2), _mark((5, 12)), _mark((10, 20))]
    problems: list[Problem] = []
    kept = uncrowded(marks, problems)
    assert kept == (*marks[:MOST], marks[-1])
    (problem,) = problems
    assert problem.code == "crowded-marks"
    assert problem.message.endswith("this one is left out, and so are 2 others")
    assert uncrowded(marks[:MOST], problems) == tuple(marks[:MOST])
    assert len(problems) == 1


@settings(derandomize=True, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12))
def test_a_parent_is_the_narrowest_holder(pairs: list[tuple[int, int]]) -> None:
    """For any marks, the parent is what a search through all earlier ones finds."""
    spans = sorted(((start, start + length) for start, length in pairs), key=lambda span: (span[0], -span[1]))
    marks = [_mark(span) for span in spans]
    for position, parent in enumerate(parents(marks)):
        start, end = spans[position]
        holders = [n for n in range(position) if spans[n][0] <= start and end <= spans[n][1]]
        narrowest = min(holders, key=lambda n: (spans[n][1] - spans[n][0], -n), default=None)
        assert parent == narrowest
