"""What the calendar adds to words: the year left out, the nearest Friday, the last third of a month."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Final

from msgspec.structs import replace

from generator.values.calendar_words import Unit
from generator.values.date import Date, Precision
from generator.values.date_label import THIRDS
from generator.values.date_scan import Point, Scan
from generator.values.edtf import parse_edtf

_OTHER_YEAR: Final = 1.75
"""How much nearer a day of another year must be: news leaves out the year where it is the current one."""

_WRONG_SIDE: Final = 5
"""How much nearer a month on the side that is not preferred must be."""

_DAYS_OF_WEEK: Final = 7
_LEAP_DAY: Final = 29
_LEAP_YEARS_APART: Final = 8


def settled(scan: Scan, point: Point, *, since: bool = False) -> Point | None:
    """Return a point with its date, the year or week taken from the reference; None where it has none.

    ``since`` puts it into the past, whatever the caller prefers.
    """
    if point.date is not None:
        return point
    if point.year is not None and point.week is not None:
        date = week_in_year(point.year, point.week)
        return None if date is None else replace(point, date=date)
    if point.year is not None:
        date = written_date(point.year, point.month, point.day)
        return None if date is None else replace(point, date=date)
    reference = scan.reference
    if reference is None:
        return None
    future = scan.prefer == "future" and not since
    if point.week is not None:
        date = _nearest_week(point.week, reference, future=future, since=since)
    elif point.month is not None:
        date = _nearest_year(point, reference, future=future, since=since)
    elif point.day is not None:
        date = _nearest_month(point.day, reference, future=future)
    elif point.weekday is not None:
        date = Date.day(weekday_near(reference, point.weekday, future=future))
    else:
        date = None
    return None if date is None else replace(point, date=date, counted=True)


def written_date(year: int, month: int | None, day: int | None) -> Date | None:
    """Return the date of a year, of a month or of a day; None for an impossible one."""
    text = f"{year:04}"
    if month is not None:
        text += f"-{month:02}"
    if day is not None:
        text += f"-{day:02}"
    return parse_edtf(text)


def weekday_near(reference: dt.date, weekday: int, *, future: bool) -> dt.date:
    """Return the last such weekday up to the reference, or the first from it on; the reference counts."""
    if future:
        return moved(reference, (weekday - reference.weekday()) % _DAYS_OF_WEEK)
    return moved(reference, -((reference.weekday() - weekday) % _DAYS_OF_WEEK))


def week_of(day: dt.date, shift: int) -> tuple[dt.date, dt.date]:
    """Return Monday and Sunday of a week, counted from the week of a day."""
    monday = moved(day, _DAYS_OF_WEEK * shift - day.weekday())
    return monday, moved(monday, 6)


def week_in_year(year: int, week: int) -> Date | None:
    """Return Monday to Sunday of a numbered week; None where the year has no such week.

    Source: ISO 8601, where the first week of a year is the one with its first Thursday.
    """
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Date.between(monday, moved(monday, 6))


def moved(day: dt.date, days: int) -> dt.date:
    """Return a day some days off, held inside the calendar."""
    return dt.date.fromordinal(max(1, min(dt.date.max.toordinal(), day.toordinal() + days)))


def month_text(day: dt.date, months: int) -> str | None:
    """Return the EDTF month some months off a day; None outside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}" if dt.MINYEAR <= count // 12 <= dt.MAXYEAR else None


def year_text(year: int) -> str | None:
    """Return an EDTF year; None outside the calendar."""
    return f"{year:04}" if dt.MINYEAR <= year <= dt.MAXYEAR else None


def unit_text(day: dt.date, amount: int, unit: Unit) -> str | None:
    """Return EDTF some units off a day, as fine as the unit is: a day, a month or a year."""
    if unit is Unit.YEAR:
        return year_text(day.year + amount)
    if unit is Unit.MONTH:
        return month_text(day, amount)
    ordinal = day.toordinal() + amount * (_DAYS_OF_WEEK if unit is Unit.WEEK else 1)
    return dt.date.fromordinal(ordinal).isoformat() if 1 <= ordinal <= dt.date.max.toordinal() else None


def third(date: Date, index: int) -> Date | None:
    """Return the early, middle or late part of a month, year or decade, approximate; else the date itself."""
    if date.is_approximate or date.latest is None:
        return date
    if date.precision is Precision.MONTH:
        _, first, last = THIRDS[index]
        last = min(last, date.latest.day)
        return parse_edtf(f"{date.edtf}-{first:02}~/{date.edtf}-{last:02}~")
    if date.precision is Precision.YEAR:
        return parse_edtf(f"{date.edtf}-{37 + index}~")
    if date.precision is Precision.DECADE:
        first, last = ((0, 3), (4, 6), (7, 9))[index]
        return parse_edtf(f"{date.edtf[:3]}{first}~/{date.edtf[:3]}{last}~")
    return date


def _nearest_year(point: Point, reference: dt.date, *, future: bool, since: bool) -> Date | None:
    """Return the day or month of the year that fits best, the weekday too where the words name it."""
    reach = _LEAP_YEARS_APART if point.day == _LEAP_DAY else 1
    years = range(reference.year - reach, reference.year + reach + 1)
    dates = [date for year in years if (date := written_date(year, point.month, point.day))]
    if point.weekday is not None:
        same = [date for date in dates if date.earliest and date.earliest.weekday() == point.weekday]
        dates = same or dates
    wanted = [date for date in dates if _is_on_side(date, reference, future=future)]
    if (future or since) and wanted:
        dates = wanted
    return min(dates, key=lambda date: _cost(date, reference, is_month=point.day is None), default=None)


def _nearest_week(week: int, reference: dt.date, *, future: bool, since: bool) -> Date | None:
    """Return the numbered week of the year that fits best: of this one, unless another is much nearer."""
    this = reference.year
    weeks = [date for year in range(this - 1, this + 2) if (date := week_in_year(year, week))]
    wanted = [date for date in weeks if _is_on_side(date, reference, future=future)]
    if (future or since) and wanted:
        weeks = wanted
    return min(weeks, key=lambda date: _cost(date, reference, is_month=False), default=None)


def _is_on_side(date: Date, reference: dt.date, *, future: bool) -> bool:
    if date.earliest is None or date.latest is None:
        return False
    return date.latest >= reference if future else date.earliest <= reference


def _cost(date: Date, reference: dt.date, *, is_month: bool) -> tuple[float, bool]:
    """Weigh a candidate: how far off it is, more for another year (days) or for the future (months)."""
    if date.earliest is None or date.latest is None:
        return (float("inf"), True)
    ahead = (date.earliest - reference).days
    distance = max(ahead, (reference - date.latest).days, 0)
    if is_month:
        return (distance * (_WRONG_SIDE if ahead > 0 else 1), ahead > 0)
    return (distance * (1 if date.earliest.year == reference.year else _OTHER_YEAR), ahead > 0)


def _nearest_month(day: int, reference: dt.date, *, future: bool) -> Date | None:
    """Return the nearest such day of a month on the preferred side, the reference included."""
    for months in range(3):
        text = month_text(reference, months if future else -months)
        if text is None:
            return None
        year, month = int(text[:4]), int(text[5:])
        if day > monthrange(year, month)[1]:
            continue
        found = dt.date(year, month, day)
        if (found >= reference) if future else (found <= reference):
            return Date.day(found)
    return None
