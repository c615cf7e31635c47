"""Words to dates: every dated expression of a text, never more precise than its words.

A grammar over tokens. Each rule looks at a bounded number of tokens, so the work grows with the length of
the text. Expressions do not overlap; of those that begin at one word the longest counts.

Of ``before Friday`` the day before is the last one; ``by Friday`` includes it, and so does ``before 5 p.m. on
Friday`` or ``before Friday's vote``. ``since``, ``from`` and ``after`` leave the end open.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from generator.values.calendar_dates import decade, written, year_alone
from generator.values.calendar_words import ENGLISH, Direction
from generator.values.clock_words import behind_clock, led_clock
from generator.values.date import Date, DateReading, Precision
from generator.values.date_cores import DATE_WORDS, cores_of, holds_core
from generator.values.date_label import WEEKDAY_NAMES, day_label
from generator.values.date_ranges import is_joint, joined, limited, shared_range
from generator.values.date_scan import Phrases, Point, Preference, Scan
from generator.values.date_settling import moved, settled, third, written_date
from generator.values.edtf import parse_edtf
from generator.values.parted_ranges import joined_ranges
from generator.values.relative_dates import month_or_relative, relative
from generator.values.week_dates import week

_DIRECTIONS: Final = Phrases(ENGLISH.directions)
_CLOCK_LEADS: Final = Phrases(ENGLISH.clock_leads)
_LONGEST_LEAD: Final = 20
"""Tokens from the beginning of an expression with a time of day to the word that makes it a date."""

_LONGEST_PLAIN_LEAD: Final = 8
"""The same without a time of day."""

_THIRDS: Final = Phrases(ENGLISH.thirds)
_YEAR_ENDS: Final = Phrases({"year ' s end": 2, "year - end": 2, "the year ' s end": 2})
_LEAST_ROOM: Final = 3
"""Days by which an approximate date may be off, at least."""

_SEASON_ROOM: Final = 183
"""Days by which the seasons of the two hemispheres lie apart."""

_STARTS: Final = frozenset(
    {
        *ENGLISH.months,
        *ENGLISH.month_abbreviations,
        *ENGLISH.weekdays,
        *ENGLISH.weekday_abbreviations,
        *ENGLISH.seasons,
        *ENGLISH.numbers,
        *ENGLISH.tens,
        *ENGLISH.ordinals,
        *ENGLISH.vague_numbers,
        *ENGLISH.shifts,
        *ENGLISH.within_day,
        *ENGLISH.rough,
        *ENGLISH.clock_words,
        *(
            phrase.split()[0]
            for table in (
                ENGLISH.feasts,
                ENGLISH.days,
                ENGLISH.thirds,
                ENGLISH.directions,
                ENGLISH.clock_leads,
                ENGLISH.degrees,
            )
            for phrase in table
        ),
        *ENGLISH.week_kinds,
        *("the", "these", "a", "an", "'", "year", "q", "h", "recent", "week", "weeks"),
    }
)

_ARTICLES: Final = frozenset({"the", "a", "an"})


def _vocabulary() -> frozenset[str]:
    """Return every word of letters that a rule knows."""
    tables = [getattr(ENGLISH, name) for name in ENGLISH.__struct_fields__]
    return frozenset({word for table in tables for phrase in table for word in phrase.split()})


_VOCABULARY: Final = _vocabulary() | DATE_WORDS | _STARTS


def read_dates(
    text: str,
    reference: dt.date | None,
    start: int = 0,
    end: int | None = None,
    *,
    prefer: Preference = "past",
) -> list[DateReading]:
    """Return the dates that the words of ``text[start:end]`` give, in order.

    ``reference`` is the day that relative words count from, as a rule the day of publication; without it
    only absolute words are read. A weekday alone is the latest one up to the reference, or, where ``prefer``
    is ``future`` (planned events), the first one from it on. Offsets count from the beginning of ``text``.
    """
    window = (start, len(text) if end is None else end)
    if not holds_core(text, *window):
        return []
    scan = Scan(text, window, reference, prefer)
    found: list[DateReading] = []
    past = 0
    for core in cores_of(scan):
        first = max(past, core - _LONGEST_LEAD)
        for index in _beginnings(scan, first, core):
            point = _expression(scan, index) if index >= past else None
            if point is not None and point.date is not None:
                found.append(_reading(scan, index, point, point.date))
                past = point.end
        past = max(past, core + 1)
    return joined_ranges(text, found, prefer, start) if found else found


def is_of_next_week(reading: DateReading) -> bool:
    """Return whether words such as ``next Friday`` may mean the Friday of this week, too, for some people."""
    return (
        reading.weekday is not None
        and reading.reference is not None
        and _is_next_but_one(reading.words, reading.weekday, reading.date, reading.reference)
    )


def contradicts(date: Date, reading: DateReading) -> str | None:
    """Return how a typed date disagrees with the words, in a phrase; None where they agree.

    A day is held against the weekday that the words name, which leaves the week open; all else against the
    bounds, with some room for approximate words and for seasons, which lie elsewhere in the south.
    """
    quoted = f"'{reading.words}'"
    if reading.weekday is not None and reading.date.is_day and date.is_day and date.earliest:
        found = date.earliest.weekday()
        if found != reading.weekday:
            named, is_in_fact = WEEKDAY_NAMES[reading.weekday], WEEKDAY_NAMES[found]
            return f"{quoted} names a {named}, but {date.label} is a {is_in_fact}"
        if reading.reference is not None:
            return None
    if date.overlaps(_with_room(reading.date)):
        return None
    return f"{quoted} means {reading.date.label}, not {date.label}"


def _beginnings(scan: Scan, first: int, core: int) -> list[int]:
    """Return the tokens from ``first`` on at which an expression with its core at a token may begin."""
    words = scan.words
    plain = core - _LONGEST_PLAIN_LEAD
    return [
        index
        for index in range(first, core + 1)
        if "0" <= words[index][0] <= "9"
        or (
            words[index] in _STARTS
            and (index >= plain or words[index] in _CLOCK_LEADS)
            and _is_start(scan, index)
        )
    ]


def _is_start(scan: Scan, index: int) -> bool:
    """Return whether an expression may begin with a word; most articles stand before words of no date."""
    word = scan.words[index]
    if word not in _STARTS:
        return False
    behind = scan.words[index + 1]
    return word not in _ARTICLES or behind in _VOCABULARY or not behind.isalpha()


def _expression(scan: Scan, index: int) -> Point | None:
    """Return the whole expression that begins at a token, its date settled."""
    timed = led_clock(scan, index)
    if timed is not None:
        found = _directed(scan, timed[1], timed[0], held=True)
        if found is not None:
            return found
    direction, place = _DIRECTIONS.find(scan, index) or (Direction.AT, index)
    return (
        _directed(scan, place, direction, held=False)
        if scan.digits(place) or _is_start(scan, place)
        else None
    )


def _directed(scan: Scan, index: int, direction: Direction, *, held: bool) -> Point | None:
    """Return the date at a token, or the side of it that a direction leaves."""
    place = index
    if held:
        place = scan.skip(place, (",",))
        inner = _DIRECTIONS.find(scan, place)
        if inner is not None and inner[0] is Direction.AT:
            place = inner[1]
    rough = scan.words[place] in scan.table.rough
    place = _behind_day_part(scan, place + 1 if rough else place)
    point = _point(scan, place)
    if point is None and direction is not Direction.AT and scan.words[place] == "the":
        # "before the 2014 protests" may still be in 2014.
        point = year_alone(scan, place + 1)
        held = True
    whole = _range(scan, place, point, between=direction is Direction.BETWEEN)
    if whole is not None or direction is Direction.BETWEEN:
        return whole
    settled_point = settled(scan, point, since=direction is Direction.SINCE) if point else None
    if settled_point is None or settled_point.date is None:
        return None
    if held:
        settled_point = replace(settled_point, held=True)
    date = limited(settled_point, direction)
    if rough and date is not None and not date.is_approximate and "/" not in date.edtf:
        date = parse_edtf(f"{date.edtf}~")
    if date is settled_point.date:
        return settled_point
    return None if date is None else replace(settled_point, date=date)


def _behind_day_part(scan: Scan, index: int) -> int:
    """Return the token behind ``the morning of``, where a date may follow; else the same token."""
    place = scan.skip(index, ("the",))
    if scan.words[place] in scan.table.within_day:
        place += 1
    if scan.words[place] in scan.table.day_parts and scan.words[place + 1] in {"of", "on"}:
        return place + 2
    return index


def _range(scan: Scan, index: int, left: Point | None, *, between: bool) -> Point | None:
    """Return a range that begins at a token, ``left`` being the date there."""
    shared = shared_range(scan, index, between=between)
    if left is None or not is_joint(scan, left.end, between=between):
        return shared
    right = _point(scan, left.end + 1)
    if right is None:
        return shared
    whole = joined(scan, left, right, mixed=scan.words[left.end] in scan.table.range_words or between)
    return max((point for point in (shared, whole) if point), key=lambda point: point.end, default=None)


def _point(scan: Scan, index: int) -> Point | None:
    """Return the longest single date at a token, with the part and the time of day behind it."""
    point: Point | None = None
    for rule in _NUMBER_RULES if "0" <= scan.words[index][:1] <= "9" else _WORD_RULES:
        option = rule(scan, index)
        if option is not None and (point is None or option.end > point.end):
            point = option
    if point is None:
        return None
    end = point.end
    if point.weekday is not None or point.day is not None or (point.date is not None and point.date.is_day):
        early = scan.skip(end, scan.table.within_day)
        if scan.words[early] in scan.table.day_parts:
            end = early + 1
        end = behind_clock(scan, end)
    held = point.held or end > point.end or scan.is_possessive(end)
    return point if (end, held) == (point.end, point.held) else replace(point, end=end, held=held)


def _third(scan: Scan, index: int) -> Point | None:
    """Return ``early May``, ``mid-2031``, ``the end of the year``, ``the late 1990s``."""
    found = _THIRDS.find(scan, index)
    if found is None:
        return None
    part, place = found
    options = (
        decade(scan, place),
        year_alone(scan, place),
        month_or_relative(scan, place),
        week(scan, place),
    )
    best = max((option for option in options if option), key=lambda option: option.end, default=None)
    point = settled(scan, best) if best else None
    if point is None or point.date is None or point.date.is_day:
        return None
    date = third(point.date, part)
    return None if date is None else replace(point, date=date)


def _year_end(scan: Scan, index: int) -> Point | None:
    found = _YEAR_ENDS.find(scan, index)
    if found is None or scan.reference is None:
        return None
    year = written_date(scan.reference.year, None, None)
    return Point(found[1], date=third(year, found[0]), counted=True) if year else None


_NUMBER_RULES: Final = (written, relative, year_alone)
_WORD_RULES: Final = (_third, written, relative, _year_end, week)


def _reading(scan: Scan, index: int, point: Point, date: Date) -> DateReading:
    start, end = scan.start(index), scan.end(point.end - 1)
    words = scan.text[start:end]
    reference = scan.reference if point.counted else None
    return DateReading(
        date=date,
        start=start,
        end=end,
        words=words,
        reference=reference,
        reason=_reason(words, point, date, reference),
        weekday=point.weekday,
    )


def _reason(words: str, point: Point, date: Date, reference: dt.date | None) -> str:
    if reference is None:
        return f"'{words}', as written"
    day = _named(reference)
    if point.month is not None or point.week is not None:
        return f"'{words}', its year taken from {day}"
    if point.weekday is not None and _is_next_but_one(words, point.weekday, date, reference):
        return f"'{words}', that of the week behind {day}; some mean the one before"
    if date.edtf.startswith("/"):
        return f"'{words}', up to {day}; the words do not say since when"
    if date.edtf.endswith("/"):
        return f"'{words}', from {day}; the words do not say until when"
    return f"'{words}', counted from {day}"


def _is_next_but_one(words: str, weekday: int, date: Date, reference: dt.date) -> bool:
    """Return whether ``next`` and a weekday were read as more than a week ahead."""
    if (
        date.earliest is None
        or not date.is_day
        or f"next {WEEKDAY_NAMES[weekday].lower()}" not in words.lower()
    ):
        return False
    return (date.earliest - reference).days > 7  # noqa: PLR2004 - days of a week


@lru_cache(maxsize=32)
def _named(day: dt.date) -> str:
    """Return a day with its weekday; all dates of one article are counted from the same."""
    return f"{day_label(day)}, a {WEEKDAY_NAMES[day.weekday()]}"


def _with_room(date: Date) -> Date:
    """Return a date with wider bounds, where its words leave them soft."""
    room = 0
    if date.is_approximate:
        length = (date.latest - date.earliest).days if date.earliest and date.latest else 0
        room = max(_LEAST_ROOM, length)
    if date.precision is Precision.SEASON and date.edtf[5:7] < "25":
        room += _SEASON_ROOM
    earliest = moved(date.earliest, -room) if date.earliest else None
    latest = moved(date.latest, room) if date.latest else None
    return Date(date.edtf, earliest, latest)
