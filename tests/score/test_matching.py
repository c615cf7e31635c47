"""What counts as right: values equal, on words that are shared, each gold item once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from benchmarks.score.gold import Day, Item, Kind, Number, Readings, Speaker, Value
from benchmarks.score.matching import Counts, match
from generator.text import Span
from generator.values import Date, parse_edtf


def _date(edtf: str) -> Date:
    date = parse_edtf(edtf)
    assert date is not None
    return date


def _number(low: str, high: str | None = None) -> Number:
    return Number(Decimal(low), Decimal(high or low))


def _is_right(kind: Kind, wanted: Value, found: Value) -> bool:
    one = Item(Span(10, 20), wanted)
    return match(kind, [one], [Item(Span(10, 20), found)]).counts == Counts(1, 1, 1)


def test_each_gold_item_is_matched_once() -> None:
    """Two answers on the words of two items are both right; a third on the same words is wrong."""
    gold = [Item(Span(0, 5), "person"), Item(Span(10, 15), "person")]
    answers = [Item(Span(0, 5), "person"), Item(Span(9, 15), "person"), Item(Span(20, 25), "person")]
    found = match(Kind.ACTOR, gold, answers)
    assert found.counts == Counts(right=2, answered=3, wanted=2)
    assert found.wrong == (answers[2],)


def test_figures_are_shares() -> None:
    """Precision is of the answers, recall of the gold, F1 between them; nothing of nothing is 0."""
    counts = Counts(right=1, answered=2, wanted=4)
    assert (counts.precision, counts.recall) == (0.5, 0.25)
    assert counts.f1 == pytest.approx(1 / 3)
    assert Counts().f1 == 0


def test_a_wrong_value_is_missed_and_wrong() -> None:
    """An answer with another value costs precision and recall."""
    found = match(Kind.ACTOR, [Item(Span(0, 5), "person")], [Item(Span(0, 5), "place")])
    assert found.counts == Counts(right=0, answered=1, wanted=1)


def test_open_words_count_neither_way() -> None:
    """An answer on words that gold leaves open is neither right nor wrong."""
    assert match(Kind.ACTOR, [], [Item(Span(0, 5), "place")], [Span(3, 4)]).counts == Counts()


def test_half_of_a_name_is_the_name() -> None:
    """A name needs half of the shorter words in common, a date any."""
    gold = [Item(Span(0, 20), "person")]
    assert match(Kind.ACTOR, gold, [Item(Span(10, 20), "person")]).counts.right == 1
    assert match(Kind.ACTOR, gold, [Item(Span(18, 30), "person")]).counts.right == 0
    day = _date("2031-05-13")
    assert match(Kind.DATE, [Item(Span(0, 20), day)], [Item(Span(18, 30), day)]).counts.right == 1


@pytest.mark.parametrize(
    ("wanted", "found", "is_right"),
    [
        ("2031-05-13", "2031-05-13", True),
        ("2031-05", "2031-05-01/2031-05-31", True),
        ("2031-05", "2031-05-13", False),
        ("2031-05-16", "../2031-05-15", True),
        ("2031-05-16", "2031-05-16/..", True),
        ("2031-05-16", "../2031-05-10", False),
        ("2031", "2031-37~", True),
        ("2031", "2031-03~", False),
    ],
)
def test_dates_are_equal_by_their_days(wanted: str, found: str, *, is_right: bool) -> None:
    """Notation does not matter, "before" and "early" do not, precision does."""
    assert _is_right(Kind.DATE, _date(wanted), _date(found)) is is_right


def test_a_range_is_right_on_both_its_dates() -> None:
    """Gold has two dates where "from May 3 to May 5" is answered as one range."""
    gold = [Item(Span(5, 10), _date("2031-05-03")), Item(Span(14, 19), _date("2031-05-05"))]
    answer = Item(Span(0, 19), _date("2031-05-03/2031-05-05"))
    assert match(Kind.DATE, gold, [answer]).counts == Counts(2, 2, 2)


def test_libraries_have_every_doubt() -> None:
    """A library that knows days alone is right within a month; of several readings any may be right."""
    month = _date("2031-05")
    assert _is_right(Kind.DATE, month, Day(dt.date(2031, 5, 13)))
    assert not _is_right(Kind.DATE, month, Day(dt.date(2031, 6, 13)))
    assert _is_right(Kind.DATE, month, Readings((_date("2030-05"), month)))


def test_numbers_are_equal_by_value() -> None:
    """One number of a range is enough, and the other is not wrong either; another range is."""
    assert _is_right(Kind.QUANTITY, _number("1200000000"), _number("1.2E+9"))
    assert not _is_right(Kind.QUANTITY, _number("10", "12"), _number("10", "13"))
    ends = [Item(Span(0, 2), _number("10")), Item(Span(6, 8), _number("12"))]
    assert match(Kind.QUANTITY, [Item(Span(0, 8), _number("10", "12"))], ends).counts == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("found", "is_right"),
    [
        ("Vance", True),
        ("the minister Ida Vance", True),
        ("Ida", True),
        ("the union", False),
        ("Vancetown", False),
    ],
)
def test_a_speaker_is_right_by_any_of_the_names(found: str, *, is_right: bool) -> None:
    """Whole words of one name that stand in the other will do."""
    assert _is_right(Kind.QUOTE, Speaker(("Ida Vance", "she")), Speaker((found,))) is is_right
    assert not _is_right(Kind.QUOTE, Speaker(("Ida Vance",)), Speaker(()))
