"""Dates: their order, precision, labels, and what they share with each other."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.store import decode, encode
from generator.values import Date, Precision, parse_edtf


def date(text: str) -> Date:
    """Return a date that must parse."""
    found = parse_edtf(text)
    assert found is not None, text
    return found


def test_day_and_range_are_what_their_text_says() -> None:
    """Dates made from days equal those read from their EDTF."""
    first, last = dt.date(2023, 11, 24), dt.date(2023, 11, 27)
    assert Date.day(first) == date("2023-11-24")
    assert Date.between(first, last) == date("2023-11-24/2023-11-27")
    assert Date.between(first, first) == date("2023-11-24")
    assert Date.between(None, last) == date("../2023-11-27")
    assert Date.between(first, None) == date("2023-11-24/..")


@pytest.mark.parametrize("ends", [(None, None), (dt.date(2023, 11, 27), dt.date(2023, 11, 24))])
def test_range_without_sense_is_refused(ends: tuple[dt.date | None, dt.date | None]) -> None:
    """A reversed range, and one open on both sides, raise."""
    with pytest.raises(ValueError, match="a range"):
        Date.between(*ends)


def test_dates_travel_and_serve_as_keys() -> None:
    """A date comes back from the cache, and equals itself as a key."""
    assert {decode(encode(date("2031-05~")), Date): 1}[date("2031-05~")] == 1


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2031-05-13", Precision.DAY),
        ("2031-05-13T10:00:00Z", Precision.DAY),
        ("2031-05~", Precision.MONTH),
        ("2031-05-XX", Precision.MONTH),
        ("2031-21", Precision.SEASON),
        ("2031", Precision.YEAR),
        ("-0044", Precision.YEAR),
        ("2031-XX", Precision.YEAR),
        ("Y170000", Precision.YEAR),
        ("199X", Precision.DECADE),
        ("19XX", Precision.CENTURY),
        ("2031-05-13/..", Precision.RANGE),
        ("1560-XX-25", Precision.OTHER),
        ("1XXX", Precision.OTHER),
    ],
)
def test_precision(text: str, precision: Precision) -> None:
    """A date is as fine as its last known digit."""
    assert date(text).precision is precision


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2031-05-13", "13 May 2031"),
        ("2031-05-13T10:00:00Z", "13 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("-0043", "44 BC"),
        ("2031-21", "spring 2031"),
        ("2031-33", "first quarter of 2031"),
        ("2031-39~", "late 2031"),
        ("2031-38~", "mid-2031"),
        ("2031-05-01~/2031-05-10~", "early May 2031"),
        ("2031-02-21~/2031-02-28~", "late February 2031"),
        ("2031-05~", "about May 2031"),
        ("2031?", "perhaps 2031"),
        ("2031-05-13%", "perhaps about 13 May 2031"),
        ("2031-05-XX", "some time in May 2031"),
        ("2031-XX", "some time in 2031"),
        ("199X", "the 1990s"),
        ("19XX", "some time between 1900 and 1999"),
        ("1560-XX-25", "some time between 25 January 1560 and 25 December 1560"),
        ("-156X-12-25", "-156X-12-25"),
        ("Y170000002", "the year 170000002"),
        ("2023-11-24/2023-11-27", "24–27 November 2023"),
        ("2023-11-30/2023-12-02", "30 November – 2 December 2023"),
        ("2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"),
        ("2031-05/2031-07", "May–July 2031"),
        ("2030-05/2031-07", "May 2030 – July 2031"),
        ("2019/2020", "2019–2020"),
        ("1994~/1996~", "about 1994–1996"),
        ("2031-04-22~/2031-05-13", "about 22 April 2031 – 13 May 2031"),
        ("../2023-11-23", "before 24 November 2023"),
        ("../2023-11", "until November 2023"),
        ("2023-11-24/..", "from 24 November 2023"),
        ("/2031-05-13", "up to 13 May 2031"),
        ("2031-05-13/", "from 13 May 2031 on"),
        ("../..", "at an unknown time"),
    ],
)
def test_label(text: str, label: str) -> None:
    """Readers see words, not EDTF."""
    assert date(text).label == label


def test_timeline_order() -> None:
    """Dates sort by first day, then by last; an open start just before its end; what has no bound last."""
    ordered = [
        "2030",
        "../2031-05-13",
        "2031-05-13",
        "2031-05-13/2031-05-20",
        "2031-05-13/..",
        "2031-06",
        "../..",
    ]
    shuffled = sorted(ordered)
    assert shuffled != ordered
    assert sorted(shuffled, key=lambda text: date(text).sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2031-05-13", "2031-05", True),
        ("2031-05-13", "2031-06", False),
        ("../2031-05-13", "2031-05-13/..", True),
        ("../2031-05-12", "2031-05-13/..", False),
        ("../..", "1066", True),
    ],
)
def test_overlap(one: str, other: str, together: bool) -> None:  # noqa: FBT001 - a column of the table
    """Two dates overlap where some day may be both, whichever is asked."""
    assert date(one).overlaps(date(other)) is together
    assert date(other).overlaps(date(one)) is together


def test_containing() -> None:
    """A date contains what lies wholly between its bounds; an open end holds all on its side."""
    assert date("2031-05").contains(date("2031-05-13"))
    assert not date("2031-05-13").contains(date("2031-05"))
    assert date("../2031").contains(date("../2030"))
    assert not date("2030/2031").contains(date("../2030"))
    assert not date("2030/2031").contains(date("2030/.."))


def test_approximate_day_is_no_known_day() -> None:
    """Only one exact day is a day."""
    assert date("2031-05-13").is_day
    assert not date("2031-05-13~").is_day
    assert not date("2031-05").is_day
    assert not date("../2031-05-13").is_day
