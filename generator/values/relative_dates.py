"""Dates that words count from a day: ``yesterday``, ``last week``, ``two years ago``, ``the next 48 hours``.

All of them need a reference. How they are understood:

- Weeks run from Monday to Sunday; a weekend is Saturday and Sunday.
- ``last Friday`` is the latest one before the reference, ``this coming Friday`` the first one after it.
- ``next Friday`` is that of next week: on a Tuesday ten days ahead, since the one three days ahead is
  ``Friday`` or ``this Friday``. Some mean that one nevertheless, and the reason says so.
- Counting in weeks, months and years is approximate: ``two weeks ago`` is ``2031-04-29~``.
- ``in recent days`` is ``/2031-05-13``, an interval with an unknown start: the words give none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from generator.values.calendar_dates import month_at, month_first
from generator.values.calendar_words import ENGLISH, Degree, Unit
from generator.values.date import Date
from generator.values.date_lengths import length
from generator.values.date_scan import Phrases, Point, Scan
from generator.values.date_settling import (
    month_text,
    moved,
    settled,
    unit_text,
    week_of,
    weekday_near,
    year_text,
)
from generator.values.edtf import parse_edtf
from generator.values.week_dates import weekday_of_week

_DAYS: Final = Phrases(ENGLISH.days)
_DEGREES: Final = Phrases(ENGLISH.degrees)
_HOURS_OF_DAY: Final = 24
_HALF_WEEK: Final = 3
_ROUGH_UNITS: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})
_CALENDAR: Final = frozenset({"week", "month", "year", "weekend", "decade", "century", "quarter"})


def relative(scan: Scan, index: int) -> Point | None:
    """Return the date counted from the reference that begins at a token, the longest one."""
    reference = scan.reference
    if reference is None:
        return None
    longest: Point | None = None
    for rule in _RULES.get(scan.words[index]) or (_NUMBER_RULES if scan.digits(index) else ()):
        point = rule(scan, index, reference)
        if point is not None and (longest is None or point.end > longest.end):
            longest = point
    return longest


def _day_phrase(scan: Scan, index: int, reference: dt.date) -> Point | None:
    place = scan.skip(index, scan.table.within_day)
    found = _DAYS.find(scan, place)
    if found is None or (scan.words[place] == "today" and scan.words[place - 1] == "usa"):
        return None
    (first, last), end = found
    return Point(end, date=Date.between(moved(reference, first), moved(reference, last)), counted=True)


def _weekday(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``Monday``, ``last Monday``, ``this coming Monday``, ``Monday last week``."""
    table = scan.table
    shift = table.shifts.get(scan.words[index])
    place = index
    is_next = scan.words[index] == "next"
    if shift is not None:
        place += 1
        if shift == 0 and scan.words[place] in {"past", "coming"}:
            shift = table.shifts[scan.words[place]]
            place += 1
    else:
        place = scan.skip(index, table.within_day)
    weekday = _weekday_at(scan, place)
    if weekday is None:
        return None
    point = Point(place + 1, weekday=weekday)
    if shift is None:
        return _of_week(scan, point, reference) or point
    if shift == 0:
        # "This Sunday" is the nearest one, unless a plan is meant.
        nearest = moved(reference, 0 if scan.prefer == "future" else -_HALF_WEEK)
        day = weekday_near(nearest, weekday, future=True)
    elif is_next:
        day = moved(week_of(reference, 1)[0], weekday)
    else:
        day = weekday_near(moved(reference, shift), weekday, future=shift > 0)
    return replace(point, date=Date.day(day), counted=True)


def _weekday_at(scan: Scan, index: int) -> int | None:
    """Return the weekday named at a token; None for names that contain one, and for habits."""
    table = scan.table
    word = scan.words[index]
    weekday = table.weekdays.get(word)
    if weekday is None:
        short = table.weekday_abbreviations.get(word) if scan.is_capital(index) else None
        # "Sun", "Sat", "Wed" and "Mon" are words and names; behind "on" the others are days.
        return (
            short
            if short is not None and scan.words[index - 1] == "on" and word not in {"sun", "sat"}
            else None
        )
    if scan.words[index - 1] in table.weekday_names_before:
        return None
    behind = scan.words[index + 1]
    return None if behind in table.weekday_names_behind and scan.is_capital(index + 1) else weekday


def _of_week(scan: Scan, point: Point, reference: dt.date) -> Point | None:
    """Return the weekday of ``last week``, ``next week`` or ``week 20`` behind it."""
    if point.weekday is None:
        return None
    place = scan.skip(scan.skip(point.end, scan.table.day_parts), ("of",))
    shift = scan.table.shifts.get(scan.words[place])
    if shift is None:
        return weekday_of_week(scan, scan.skip(place, ("in",)), point.weekday)
    if scan.words[place + 1] != "week":
        return None
    day = moved(week_of(reference, shift)[0], point.weekday)
    return replace(point, end=place + 2, date=Date.day(day), counted=True)


def _calendar_unit(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``last week``, ``this month``, ``next year``, ``last summer``, ``last October``."""
    shift = scan.table.shifts.get(scan.words[index])
    if shift is None or scan.words[index - 1] in {"the", "these"}:
        return None
    place = index + 1
    if shift == 0 and scan.words[place] in {"past", "coming"}:
        shift = scan.table.shifts[scan.words[place]]
        place += 1
    unit = scan.words[place]
    if unit in _CALENDAR:
        date = _unit_date(unit, shift, reference)
    elif unit in scan.table.seasons:
        date = _season_date(scan.table.seasons[unit], shift, reference)
    else:
        return _shifted_month(scan, place, shift, reference)
    return Point(place + 1, date=date, counted=True) if date else None


def _unit_date(unit: str, shift: int, reference: dt.date) -> Date | None:
    if unit == "week":
        return Date.between(*week_of(reference, shift))
    if unit == "weekend":
        return _weekend_date(reference, shift)
    if unit == "month":
        text = month_text(reference, shift)
    elif unit == "quarter":
        count = reference.year * 4 + (reference.month - 1) // 3 + shift
        text = f"{count // 4:04}-{33 + count % 4}"
    elif unit == "year":
        text = year_text(reference.year + shift)
    elif unit == "decade":
        text = f"{reference.year // 10 + shift:03}X"
    else:
        text = f"{reference.year // 100 + shift:02}XX"
    return parse_edtf(text) if text else None


def _season_date(season: int, shift: int, reference: dt.date) -> Date | None:
    """Return the last season that is over, the next one to come, or the nearest of this year."""
    seasons = [
        parse_edtf(f"{year:04}-{season}") for year in range(max(1, reference.year - 2), reference.year + 3)
    ]
    bounded = [
        (date.earliest, date.latest, date) for date in seasons if date and date.earliest and date.latest
    ]
    if shift < 0:
        return next((date for _, latest, date in reversed(bounded) if latest < reference), None)
    if shift > 0:
        return next((date for earliest, _, date in bounded if earliest > reference), None)
    running = [date for earliest, latest, date in bounded if earliest <= reference <= latest]
    return running[0] if running else parse_edtf(f"{reference.year:04}-{season}")


def _shifted_month(scan: Scan, index: int, shift: int, reference: dt.date) -> Point | None:
    month = month_at(scan, index)
    if month is None or scan.words[index] not in scan.table.months or scan.digits(month[1]):
        return None
    year = reference.year
    if shift < 0 and month[0] >= reference.month:
        year -= 1
    elif shift > 0 and month[0] <= reference.month:
        year += 1
    text = f"{year:04}-{month[0]:02}"
    return Point(month[1], date=parse_edtf(text), counted=True)


def _weekend(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``the weekend`` behind a preposition, on the side that is preferred."""
    place = scan.skip(index, ("the",))
    shift = scan.table.shifts.get(scan.words[place]) if place > index else None
    if shift is not None:
        place += 1
    elif scan.words[index - 1] not in scan.table.weekend_leads:
        return None
    if scan.words[place] != "weekend" or scan.words[place + 1] == "of":
        return None
    return Point(
        place + 1, date=_weekend_date(reference, shift or (1 if scan.prefer == "future" else 0)), counted=True
    )


def _weekend_date(reference: dt.date, shift: int) -> Date:
    """Return a weekend: -1 one that is over, 0 the last one begun, 1 one to come (or running)."""
    saturday = weekday_near(moved(reference, -2) if shift < 0 else reference, 5, future=False)
    if shift > 0 and moved(saturday, 1) < reference:
        saturday = moved(saturday, 7)
    return Date.between(saturday, moved(saturday, 1))


def _part_so_far(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``earlier this week`` (up to the reference), ``later this year``; ``the end of the year``."""
    word = scan.words[index]
    if word in {"earlier", "later"} and scan.words[index + 1] == "this":
        whole = _calendar_unit(scan, index + 1, reference)
        if whole is None or whole.date is None or whole.date.earliest is None or whole.date.latest is None:
            return None
        if not whole.date.earliest <= reference <= whole.date.latest:
            return whole
        ends = (whole.date.earliest, reference) if word == "earlier" else (reference, whole.date.latest)
        return replace(whole, date=Date.between(*ends))
    if word == "the" and scan.words[index + 1] in {"week", "month", "year", "decade", "century"}:
        if scan.words[index - 1] != "of" or scan.words[index - 2] not in {
            "end",
            "beginning",
            "start",
            "middle",
        }:
            return None
        return Point(index + 2, date=_unit_date(scan.words[index + 1], 0, reference), counted=True)
    return None


def _stretch(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``the past three weeks``, ``the next 48 hours``, ``recent days``, ``the coming months``."""
    place = scan.skip(index, ("the", "these"))
    word = scan.words[place]
    shift = -1 if word == "recent" else scan.table.shifts.get(word)
    if shift is None or shift == 0:
        return None
    if word == "last" and place == index and scan.words[index - 1] in scan.table.verb_leads:
        # "due to last four days"
        return None
    found = length(scan, place + 1)
    if found is None:
        return None
    amount, (size, unit), end = found
    counted = end > place + 2
    plural = scan.words[end - 1] in scan.table.plural_units
    if not counted and not plural:
        led = scan.words[index - 1] in scan.table.stretch_leads and place > index
        if not led or unit in (Unit.DAY, Unit.HOUR, Unit.MINUTE):
            return None
        amount = 1
    if scan.words[end] == "of" or (word == "recent" and (counted or not plural)):
        return None
    return _stretch_point(reference, amount and amount * size * shift, shift, unit, end)


def _stretch_point(reference: dt.date, amount: int | None, shift: int, unit: Unit, end: int) -> Point | None:
    here = reference.isoformat()
    if unit in (Unit.MINUTE, Unit.HOUR):
        hours = abs(amount or 1) if unit is Unit.HOUR else 1
        there: str | None = unit_text(reference, shift * -(-hours // _HOURS_OF_DAY), Unit.DAY)
    elif amount is None:
        there = ""
    else:
        there = unit_text(reference, amount, unit)
        if there and unit in _ROUGH_UNITS:
            there += "~"
    if there is None:
        return None
    date = parse_edtf(f"{there}/{here}" if shift < 0 else f"{here}/{there}")
    return Point(end, date=date, counted=True) if date else None


def _ago(scan: Scan, index: int, reference: dt.date) -> Point | None:
    """Return ``two weeks ago``, ``more than a year ago``, ``three days from now``, ``in two days' time``."""
    degree = _DEGREES.find(scan, index)
    found = length(scan, degree[1] if degree else index, article=True)
    if found is None:
        return None
    amount, (size, unit), end = found
    if scan.words[end] == "ago":
        sign, end = -1, end + 1
    elif (scan.words[end], scan.words[end + 1]) in {("from", "now"), ("'", "time")}:
        sign, end = 1, end + 2
    else:
        return None
    here = reference.isoformat()
    if amount is None:
        return Point(end, date=parse_edtf(f"../{here}" if sign < 0 else f"{here}/.."), counted=True)
    text = _far(reference, sign * amount * size, unit)
    if text is None:
        return None
    how = degree[0] if degree else None
    if "/" not in text and how in (Degree.MORE, Degree.LESS):
        text = _limited(
            text.rstrip("~"), here, before=(how is Degree.MORE) == (sign < 0), far=how is Degree.MORE
        )
    elif "/" not in text and (how is Degree.ABOUT or unit in _ROUGH_UNITS):
        text += "~"
    date = parse_edtf(text)
    return Point(end, date=date, counted=True) if date else None


def _far(reference: dt.date, amount: int, unit: Unit) -> str | None:
    """Return EDTF some units off; hours that may cross midnight give two days."""
    if unit is Unit.MINUTE:
        return reference.isoformat()
    if unit is not Unit.HOUR:
        return unit_text(reference, amount, unit)
    days, rest = divmod(abs(amount), _HOURS_OF_DAY)
    sign = 1 if amount > 0 else -1
    near, far = unit_text(reference, sign * days, Unit.DAY), unit_text(reference, sign * (days + 1), Unit.DAY)
    if not near or not far or not rest:
        return near
    return f"{near}/{far}" if sign > 0 else f"{far}/{near}"


def _limited(text: str, here: str, *, before: bool, far: bool) -> str:
    """Return the side of a date that ``more than`` or ``less than`` leaves."""
    if far:
        return f"../{text}" if before else f"{text}/.."
    return f"{here}/{text}" if before else f"{text}/{here}"


def month_or_relative(scan: Scan, index: int) -> Point | None:
    """Return what ``early`` may stand before: a month, or a month or year counted from the reference."""
    found = month_first(scan, index, led=True)
    if found is not None and found.day is None:
        return settled(scan, found)
    return relative(scan, index)


_Rule = Callable[[Scan, int, dt.date], Point | None]


def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Return the rules that may hold for an expression by its first word."""
    table = ENGLISH
    firsts: dict[_Rule, set[str]] = {
        _day_phrase: {*table.within_day, *(phrase.split()[0] for phrase in table.days)},
        _weekday: {*table.shifts, *table.within_day, *table.weekdays, *table.weekday_abbreviations},
        _calendar_unit: set(table.shifts),
        _weekend: {"the", "weekend"},
        _part_so_far: {"earlier", "later", "the"},
        _stretch: {"the", "these", "recent", *table.shifts},
        _ago: {
            *("a", "an"),
            *table.numbers,
            *table.tens,
            *table.vague_numbers,
            *(phrase.split()[0] for phrase in table.degrees),
        },
    }
    words = {word for starts in firsts.values() for word in starts}
    return {word: tuple(rule for rule, starts in firsts.items() if word in starts) for word in words}


_RULES: Final = _rules()
_NUMBER_RULES: Final[tuple[_Rule, ...]] = (_ago,)
