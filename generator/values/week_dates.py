"""Weeks by their number, or by a day in them: ``week 20 of 2031``, ``the week of 3 May``.

Numbers are those of ISO 8601: a week runs from Monday to Sunday, and the first one of a year has its first
Thursday. ``the week of 3 May`` is the one with that day in it; ``the week beginning 10 May`` has seven days
from then on, ``the week ending 18 May`` seven up to then. ``Week 3 of the strike`` is counted from something
that only the text knows, so that it is no date; likewise a number near words such as *trial*, and ``Week 5``
with a capital letter, as sports have it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec.structs import replace

from generator.values.calendar_dates import goes_on, written, year_behind, year_relative
from generator.values.calendar_words import ENGLISH, Direction
from generator.values.date import Date
from generator.values.date_scan import Phrases, Point, Scan
from generator.values.date_settling import moved, settled, week_of

_EDGES: Final = Phrases(ENGLISH.week_edges)
_MOST: Final = 53
_DAYS: Final = 6
"""From the first day of a week to its last."""

_NEAR: Final = 16
"""Tokens on each side of which one may say that the weeks are those of something else."""

_JOINTS: Final = frozenset({"-", "–", "to", "and", "through"})
_OPENERS: Final = frozenset({"", ".", "!", "?", '"', "“", ":", ";", "—"})


def week(scan: Scan, index: int) -> Point | None:
    """Return the week that is named at a token, its year perhaps still open."""
    place = scan.skip(scan.skip(index, ("the",)), scan.table.week_kinds)
    if scan.words[place] not in {"week", "weeks"}:
        return None
    found = _numbered(scan, place, is_named=scan.words[place - 1] in scan.table.week_kinds)
    return found or (_with_day(scan, place) if scan.words[place] == "week" else None)


def weekday_of_week(scan: Scan, index: int, weekday: int) -> Point | None:
    """Return the day that a weekday means in the week named at a token: ``Monday of week 20``."""
    found = week(scan, index)
    whole = settled(scan, found) if found else None
    if whole is None or whole.date is None or whole.date.earliest is None:
        return None
    day = moved(whole.date.earliest, (weekday - whole.date.earliest.weekday()) % 7)
    return replace(whole, date=Date.day(day), weekday=weekday, week=None)


def _numbered(scan: Scan, place: int, *, is_named: bool) -> Point | None:
    """Return ``week 20``, ``week 20 of 2031``, ``weeks 20 to 22``."""
    number = scan.number(place + 1, 1, _MOST)
    if number is None or scan.touches(place + 1) or goes_on(scan, place + 1):
        return None
    last, end = _last(scan, place + 2) if scan.words[place] == "weeks" else (number, place + 2)
    if last is None:
        return None
    year, past, counted = _year(scan, end)
    if year is None and not is_named and not _is_of_calendar(scan, place, end):
        return None
    point = Point(past, year=year, week=number, counted=counted)
    return point if last == number else _several(scan, point, last)


def _several(scan: Scan, point: Point, last: int) -> Point | None:
    """Return the weeks from one to another."""
    first, final = settled(scan, point), settled(scan, replace(point, week=last))
    if first is None or final is None or first.date is None or final.date is None:
        return None
    if first.date.earliest is None or final.date.latest is None or final.date.latest < first.date.earliest:
        return None
    return replace(final, date=Date.between(first.date.earliest, final.date.latest), week=None)


def _last(scan: Scan, index: int) -> tuple[int | None, int]:
    """Return the second of two numbers of weeks, and the token behind it."""
    if scan.words[index] not in _JOINTS or goes_on(scan, index + 1):
        return None, index
    return scan.number(index + 1, 1, _MOST), index + 2


def _year(scan: Scan, index: int) -> tuple[int | None, int, bool]:
    """Return the year behind a number, the token behind it, and whether it was counted."""
    place = scan.skip(index, ("of", "in", "/"))
    year, end = year_behind(scan, place, by_comma=place == index)
    if year is not None:
        return year, end, False
    place = scan.skip(index, ("of",))
    found = year_relative(scan, place)
    if found is not None:
        return found[0], found[1], True
    is_this = scan.words[place] == "the" and scan.words[place + 1] == "year" and place > index
    if is_this and scan.reference is not None:
        return scan.reference.year, place + 2, True
    return None, index, False


def _is_of_calendar(scan: Scan, place: int, end: int) -> bool:
    """Return whether a number without a year is that of the calendar, as far as the words around it tell."""
    if scan.words[end] == "of" or (scan.is_capital(place) and scan.words[place - 1] not in _OPENERS):
        return False
    return scan.table.week_of_what.isdisjoint(scan.words[max(0, place - _NEAR) : end + _NEAR])


def _with_day(scan: Scan, place: int) -> Point | None:
    """Return ``the week of 3 May``, ``the week beginning 10 May``, ``the week ending 18 May``."""
    edge = _EDGES.find(scan, place + 1)
    if edge is None or scan.words[place - 1] in {"a", "one", "per", "each", "every"}:
        return None
    direction, behind = edge
    day = written(scan, scan.skip(behind, ("on",)))
    found = settled(scan, day) if day else None
    if found is None or found.date is None or not found.date.is_day or found.date.earliest is None:
        return None
    first, last = _around(found.date.earliest, direction)
    return replace(found, date=Date.between(first, last), weekday=None)


def _around(day: dt.date, direction: Direction) -> tuple[dt.date, dt.date]:
    if direction is Direction.FROM:
        return day, moved(day, _DAYS)
    return (moved(day, -_DAYS), day) if direction is Direction.UNTIL else week_of(day, 0)
