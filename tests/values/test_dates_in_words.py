"""Words to dates: the table of cases, what a reading says of itself, and typed dates against words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

import pytest

from generator.values import contradicts, parse_edtf, read_dates
from tests.support.work import is_linear

TABLE: Final = Path(__file__).resolve().parents[1] / "cases" / "values" / "dates.md"
TUESDAY: Final = dt.date(2031, 5, 13)


class Row(NamedTuple):
    """One row of the table."""

    reference: dt.date | None
    prefer: Literal["past", "future"]
    text: str
    spans: list[tuple[int, int]]
    edtf: list[str]


def rows() -> Iterator[Row]:
    """Yield the rows of ``tests/cases/values/dates.md``."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or cells[0] == "reference" or set(line) <= set("|-"):
            continue
        reference, _, planned = cells[0].partition(", ")
        spans = [
            (match.start() - 2 * number, match.end() - 2 * number - 2)
            for number, match in enumerate(re.finditer(r"\[[^\]]*\]", cells[1]))
        ]
        yield Row(
            None if reference == "none" else dt.date.fromisoformat(reference),
            "future" if planned else "past",
            cells[1].replace("[", "").replace("]", ""),
            spans,
            re.findall(r"`([^`]+)`", cells[2]),
        )


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.reference} {row.prefer} {row.text}"[:60])
def test_words_give_the_dates_of_the_table(row: Row) -> None:
    """The bracketed words of a row are read, and nothing else, as the dates listed beside them."""
    found = read_dates(row.text, row.reference, prefer=row.prefer)
    assert [reading.date.edtf for reading in found] == row.edtf
    assert [(reading.start, reading.end) for reading in found] == row.spans
    assert all(reading.date == parse_edtf(reading.date.edtf) for reading in found)


def test_table_is_large_enough_to_be_a_specification() -> None:
    """The table holds well over a hundred and fifty phrases."""
    assert len(list(rows())) >= 150


def test_reading_says_how_the_words_became_the_date() -> None:
    """A counted reading keeps its words, its reference, its weekday and a reason for people."""
    (reading,) = read_dates("Talks resumed on Monday.", TUESDAY)
    assert (reading.words, reading.start, reading.end) == ("on Monday", 14, 23)
    assert reading.reference == TUESDAY
    assert reading.weekday == 0
    assert reading.reason == "'on Monday', counted from 13 May 2031, a Tuesday"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("13 May 2031", "'13 May 2031', as written"),
        ("14 May", "'14 May', its year taken from 13 May 2031, a Tuesday"),
        ("recent days", "'recent days', up to 13 May 2031, a Tuesday; the words do not say since when"),
        (
            "the coming days",
            "'the coming days', from 13 May 2031, a Tuesday; the words do not say until when",
        ),
    ],
)
def test_reason_fits_the_words(text: str, reason: str) -> None:
    """Each way from words to a date has its own phrase."""
    (reading,) = read_dates(text, TUESDAY)
    assert reading.reason == reason


def test_reference_is_kept_only_where_it_was_used() -> None:
    """A full date needs no reference and keeps none."""
    (reading,) = read_dates("on 13 May 2031", TUESDAY)
    assert reading.reference is None


def test_nothing_outside_the_window_is_read_or_looked_at() -> None:
    """A window cuts dates off at its ends, and offsets count from the beginning of the text."""
    text = "On Monday, late on Friday, 13 May 2031"
    start, end = text.index("on Friday"), text.index(", 13 May")
    (reading,) = read_dates(text, TUESDAY, start, end)
    assert (reading.words, reading.start) == ("on Friday", start)
    assert [found.words for found in read_dates(text, TUESDAY, 0, text.index(" 2031"))][
        -1
    ] == "late on Friday, 13 May"


def test_letters_that_grow_in_lower_case_move_no_offset() -> None:
    """Words behind a letter whose lower case is longer keep their place."""
    text = "İİİ on Monday"
    (reading,) = read_dates(text, TUESDAY)
    assert text[reading.start : reading.end] == reading.words == "on Monday"


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("on Tuesday", "2031-05-13"),
        ("on Tuesday", "2031-05-06"),
        ("on Tuesday", "2031-05"),
        ("on 13 May 2031", "2031-05-13?"),
        ("Before Friday", "2031-05-07"),
        ("last week", "2031-05-07"),
        ("in recent days", "2031-05-09"),
        ("two weeks ago", "2031-05-01"),
        ("early 2031", "2031-05-20"),
        ("summer 2030", "2031-01-10"),
    ],
)
def test_typed_date_agrees_with_words(words: str, typed: str) -> None:
    """A typed date that the words leave open is no contradiction."""
    date = parse_edtf(typed)
    (reading,) = read_dates(words, TUESDAY)
    assert date is not None
    assert contradicts(date, reading) is None


@pytest.mark.parametrize(
    ("words", "typed", "phrase"),
    [
        ("on Tuesday", "2031-05-14", "'on Tuesday' names a Tuesday, but 14 May 2031 is a Wednesday"),
        ("on Tuesday", "2031-04", "'on Tuesday' means 13 May 2031, not April 2031"),
        ("Tuesday, 13 May 2031", "2031-05-06", "'Tuesday, 13 May 2031' means 13 May 2031, not 6 May 2031"),
        ("Before Friday", "2031-05-10", "'Before Friday' means before 9 May 2031, not 10 May 2031"),
        ("last week", "2031-05-13", "'last week' means 5–11 May 2031, not 13 May 2031"),
        ("in 2019", "2018", "'in 2019' means 2019, not 2018"),
    ],
)
def test_typed_date_disagrees_with_words(words: str, typed: str, phrase: str) -> None:
    """A typed date that the words rule out is named beside what they mean."""
    date = parse_edtf(typed)
    (reading,) = read_dates(words, TUESDAY)
    assert date is not None
    assert contradicts(date, reading) == phrase


HOSTILE: Final = {
    "weekdays": "Monday to ",
    "days": "1 ",
    "years": "2019 to ",
    "dashes": "2019-",
    "directions": "before by until ",
    "clocks": "at 5 p.m. ",
    "articles": "the the ",
    "lengths": "a few more than two ",
    "months": "May ",
    "one word": "monday",
    "digits": "9",
    "marks": "''..//",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_length_of_hostile_text(piece: str) -> None:
    """Text eight times as long costs less than twelve times the calls, whatever it repeats."""
    assert is_linear(lambda text: read_dates(text, TUESDAY), piece, size=600)


def test_days_at_the_ends_of_the_calendar_are_no_trap() -> None:
    """Words counted past the first or the last day of the calendar give a date inside it, or none."""
    phrases = (
        "yesterday tomorrow last week next week last century next year 9999 years ago two weeks from now "
        "after Monday, last weekend, last summer, next spring, in May, on Feb. 29, last quarter, this decade"
    )
    for reference in (dt.date.min, dt.date.max):
        for reading in read_dates(phrases, reference):
            assert reading.date == parse_edtf(reading.date.edtf)
