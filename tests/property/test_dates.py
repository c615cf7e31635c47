"""Dates hold for any text: EDTF round trips, ordered bounds, an oracle, and words that never crash."""

from __future__ import annotations

import datetime as dt
from typing import Final

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.values import Date, parse_edtf, read_dates
from generator.values.calendar_words import ENGLISH

DAYS: Final = st.dates()
SOME_DAYS: Final = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))

_DIGIT: Final = st.sampled_from("0123456789X")
_YEAR: Final = st.text(_DIGIT, min_size=4, max_size=4)
_TWO: Final = st.one_of(st.sampled_from("01 02 05 10 12 21 24 28 29 30 31 33 41 XX 0X 1X".split()))
_MARK: Final = st.sampled_from(["", "", "", "~", "?", "%"])
_SIDE: Final = st.one_of(
    st.builds("".join, st.tuples(st.sampled_from(["", "", "-"]), _YEAR, _MARK)),
    st.builds("{}-{}{}".format, _YEAR, _TWO, _MARK),
    st.builds("{}-{}-{}{}".format, _YEAR, _TWO, _TWO, _MARK),
    st.builds("{}-{}{}-{}".format, _YEAR, _TWO, _MARK, _TWO),
)
_END: Final = st.one_of(_SIDE, st.sampled_from(["", ".."]))
LIKE_EDTF: Final = st.one_of(
    _SIDE,
    st.builds("{}/{}".format, _END, _END),
    st.text("0123456789-/.XYSETZ~?%+:", max_size=14),
)
WORDS: Final = sorted(
    {
        *ENGLISH.months, *ENGLISH.weekdays, *ENGLISH.units, *ENGLISH.shifts, *ENGLISH.numbers,
        *ENGLISH.thirds, *ENGLISH.directions,
        *ENGLISH.degrees, *ENGLISH.seasons, *ENGLISH.days, *ENGLISH.feasts,
        *"the a of and to - – / , . ' s ago quarter half 13 13th 2031 1990 5 p.m. 09:30 GMT ( )".split(),
    }
)  # fmt: skip
_PHRASES: Final = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
DATED: Final = _PHRASES.map(lambda text: text.replace(" - ", "-"))
WRITTEN: Final = ["{0.day} {0:%B} {0:%Y}", "{0:%B} {0.day}, {0:%Y}", "{0:%Y-%m-%d}"]


@settings(max_examples=300)
@given(LIKE_EDTF)
def test_parsing_what_was_parsed_changes_nothing(text: str) -> None:
    """The EDTF of a date parses to that date, with ordered bounds, a label and a precision."""
    date = parse_edtf(text)
    if date is None:
        return
    assert date.edtf == text
    assert parse_edtf(date.edtf) == date
    if "/" not in text:
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert date.label
    assert date.precision
    assert date.overlaps(date)


@given(DAYS, DAYS)
def test_ranges_of_days_are_what_they_parse_to(one: dt.date, other: dt.date) -> None:
    """A range made of two days holds both and is the one its EDTF gives."""
    first, last = min(one, other), max(one, other)
    date = Date.between(first, last)
    assert parse_edtf(date.edtf) == date
    assert date.contains(Date.day(one))
    assert date.contains(Date.day(other))


@settings(max_examples=60, deadline=None)
@given(SOME_DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m~", "%Y-21", "%Y-34"]))
def test_bounds_agree_with_the_library(day: dt.date, form: str) -> None:
    """Plain dates, months, years and seasons have the bounds that the edtf library gives them."""
    text = day.strftime(form)
    date, theirs = parse_edtf(text), edtf.parse_edtf(text)
    assert date is not None
    assert date.earliest == dt.date(*theirs.lower_strict()[:3])
    assert date.latest == dt.date(*theirs.upper_strict()[:3])


@settings(max_examples=200)
@given(
    st.one_of(DATED, st.text(max_size=60)), st.one_of(st.none(), DAYS), st.sampled_from(["past", "future"])
)
def test_any_text_is_read_without_a_crash(text: str, reference: dt.date | None, prefer: str) -> None:
    """Readings are in order, apart, quotes of the text and EDTF; without a reference none is used."""
    found = read_dates(text, reference, prefer="future" if prefer == "future" else "past")
    place = 0
    for reading in found:
        assert place <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end] == reading.words
        assert parse_edtf(reading.date.edtf) == reading.date
        assert reading.reference in {None, reference}
        place = reading.end


@given(SOME_DAYS, SOME_DAYS, st.sampled_from(WRITTEN))
def test_written_days_are_read_back(day: dt.date, reference: dt.date, form: str) -> None:
    """A day written out is read as that day, whatever the reference."""
    (reading,) = read_dates(f"It was {form.format(day)}.", reference)
    assert reading.date == Date.day(day)
    assert reading.reference is None


@given(SOME_DAYS, st.integers(0, 6))
def test_weekdays_are_the_nearest_on_their_side(reference: dt.date, weekday: int) -> None:
    """A weekday lies within six days of the reference, before it or, where planned, behind."""
    name = list(ENGLISH.weekdays)[weekday].title()
    (past,) = read_dates(f"on {name}", reference)
    (future,) = read_dates(f"on {name}", reference, prefer="future")
    assert past.date.earliest is not None
    assert future.date.earliest is not None
    assert 0 <= (reference - past.date.earliest).days < 7
    assert 0 <= (future.date.earliest - reference).days < 7
    assert past.date.earliest.weekday() == future.date.earliest.weekday() == weekday == past.weekday


@settings(max_examples=300)
@given(st.one_of(DATED, st.text(max_size=40)), st.integers(0, 40), st.integers(0, 40))
def test_a_window_reads_as_its_words_alone(text: str, start: int, length: int) -> None:
    """What stands around a window makes no difference, also where its edges cut a word in two."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    alone = read_dates(text[start:end], dt.date(2031, 5, 13))
    found = read_dates(text, dt.date(2031, 5, 13), start, end)
    assert found == [replace(each, start=each.start + start, end=each.end + start) for each in alone]
