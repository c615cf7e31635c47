"""Lines at the head of a text that are no part of what it tells: datelines, bylines, the day alone."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from msgspec import Struct

from generator.drafting.raw.foreign_days import foreign_day
from generator.text import Span
from generator.values import DateReading, read_dates
from generator.values.date_label import WEEKDAY_NAMES

_LABELLED: Final = re.compile(
    r"(?:date|dated|published|posted|updated):? +(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE
)
_LABELLED_WORDS: Final = re.compile(
    r"(?:(?:date|dated|published|posted|updated)(?: on)?:|date) +", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_CITY: Final = re.compile(
    r"(?P<city>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}(?:, [A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?)?)"
    r"(?:, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?))?"
    r"(?: ?\((?P<agency>[A-Z][\w .&-]{1,30})\))?"
    r" ?(?:—|–|--|-) "
)
_AGENCY: Final = re.compile(r"\((?P<agency>[A-Z][\w .&-]{1,30})\) ?(?:—|–|--|-) ")
_BYLINE: Final = re.compile(
    r"[Bb][Yy] (?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|and|de|van|von|al|bin)|, [A-Z][\w'’]*){0,8})"
)
_DAY_LINE: Final = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|last updated)(?: on| at)?:? )?", re.IGNORECASE
)
_SHORTEST_CITY: Final = 4
"""Letters of a city without a state, a day or an agency beside it."""

_LEAP_YEAR: Final = 2032
"""A year that has every day that a year may have."""

_LONGEST_LINE: Final = 80
"""Characters of a line that is a date or a byline."""


class Head(Struct, frozen=True, kw_only=True):
    """What a line at the head of a text says."""

    span: Span
    published: dt.date | None = None
    agency: str | None = None
    byline: str | None = None
    note: str | None = None


def read_head(text: str, paragraph: Span, published: dt.date | None = None) -> Head | None:
    """Return what the head of a paragraph says, where it is one; offsets count in the text.

    ``published`` gives the year of a dateline without one.
    """
    words = text[paragraph.start : min(paragraph.end, paragraph.start + 200)]
    labelled = _labelled(words, paragraph)
    if labelled is not None:
        return labelled
    if match := _CITY.match(words):
        return _city(paragraph, match, published)
    if match := _AGENCY.match(words):
        return Head(span=_first(paragraph, match), agency=match["agency"])
    if len(paragraph) > _LONGEST_LINE:
        return None
    if match := _BYLINE.fullmatch(words):
        return Head(span=paragraph, byline=match["name"])
    return _day_alone(words, paragraph)


def _first(paragraph: Span, match: re.Match[str]) -> Span:
    return Span(paragraph.start, paragraph.start + len(match[0].rstrip()))


def _labelled(words: str, paragraph: Span) -> Head | None:
    """Return the day behind ``date`` or ``Published:``, where the words begin with one of those."""
    if match := _LABELLED.match(words):
        span = _first(paragraph, match)
        try:
            return Head(span=span, published=dt.date.fromisoformat(match[1]))
        except ValueError:
            return Head(span=span, note=_no_day(match[0]))
    match = _LABELLED_WORDS.match(words)
    return _labelled_words(words, paragraph, match.end()) if match else None


def _labelled_words(words: str, paragraph: Span, start: int) -> Head | None:
    """Return the day behind ``Published:``, in words or in numbers; numbers that name no day are told."""
    reading = next(iter(read_dates(words[:_LONGEST_LINE], None, start)), None)
    if reading is not None and reading.start == start and reading.date.is_day:
        note = _other_weekday(reading)
        published = None if note else reading.date.earliest
        return Head(span=Span(paragraph.start, paragraph.start + reading.end), published=published, note=note)
    numbers = _NUMBERS.match(words, start)
    if numbers is None:
        return None
    return Head(span=Span(paragraph.start, paragraph.start + numbers.end()), note=_no_day(numbers[0]))


def _city(paragraph: Span, match: re.Match[str], published: dt.date | None) -> Head | None:
    is_alone = match["day"] is None and match["agency"] is None
    if is_alone and ", " not in match["city"] and len(match["city"]) < _SHORTEST_CITY:
        # "US - …", an initial
        return None
    span = _first(paragraph, match)
    words = match["day"]
    if words is None:
        return Head(span=span, agency=match["agency"])
    reading = _one_day(words, None) or _one_day(words, published)
    if reading is not None:
        return Head(span=span, agency=match["agency"], published=reading.date.earliest)
    is_day = not words[-4:].isdigit() and _one_day(f"{words}, {_LEAP_YEAR}", None) is not None
    note = f"the dateline says '{words}', but not which year" if is_day else _no_day(words)
    return Head(span=span, agency=match["agency"], note=None if published else note)


def _day_alone(words: str, paragraph: Span) -> Head | None:
    """Return the day that a whole paragraph names: "Friday, January 4, 2019"."""
    label = _DAY_LINE.match(words)
    start = label.end() if label else 0
    foreign = foreign_day(words)
    if foreign is not None:
        return Head(span=paragraph, published=foreign)
    found = read_dates(words, None, start)
    if len(found) != 1 or found[0].start != start or found[0].end < len(words.rstrip(" .")):
        return None
    reading = found[0]
    if not reading.date.is_day or reading.date.earliest is None:
        return None
    note = _other_weekday(reading)
    return Head(span=paragraph, published=None if note else reading.date.earliest, note=note)


def _other_weekday(reading: DateReading) -> str | None:
    day = reading.date.earliest
    if day is None or reading.weekday is None or day.weekday() == reading.weekday:
        return None
    named, real = WEEKDAY_NAMES[reading.weekday], WEEKDAY_NAMES[day.weekday()]
    return f"the dateline '{reading.words}' names a {named}, but {day.isoformat()} is a {real}"


def _one_day(words: str, published: dt.date | None) -> DateReading | None:
    found = read_dates(words, published)
    return found[0] if len(found) == 1 and found[0].date.is_day else None


def _no_day(words: str) -> str:
    return f"the dateline '{words}' names no day that the calendar has"
