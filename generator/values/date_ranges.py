"""Ranges in words, and dates of which one side is meant: ``13–15 July``, ``Monday to Friday``, ``by May``."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.values.calendar_dates import month_at, year_of_day
from generator.values.calendar_words import ENGLISH, Direction
from generator.values.date import Date, Precision
from generator.values.date_scan import Point, Scan
from generator.values.date_settling import month_text, moved, settled, weekday_near, year_text
from generator.values.edtf import parse_edtf

_DASHES: Final = frozenset("-–—")
_OPENERS: Final = frozenset({"the", *ENGLISH.months, *ENGLISH.month_abbreviations})
"""What else but numbers may open a range whose ends share something."""

_LAST_DAY: Final = 31
_MONTHS: Final = 12
_YEARS: Final = (1500, 2199)


def is_joint(scan: Scan, index: int, *, between: bool) -> bool:
    """Return whether a token stands between the two ends of a range."""
    word = scan.words[index]
    return word in _DASHES or word in scan.table.range_words or (between and word == "and")


def shared_range(scan: Scan, index: int, *, between: bool) -> Point | None:
    """Return ``July 13–15, 2031``, ``13–15 July`` or ``2019–20``: ends that share a month or a century."""
    if not (scan.digits(index) or scan.words[index] in _OPENERS):
        return None
    return (
        _month_then_days(scan, index, between=between)
        or _days_then_month(scan, index, between=between)
        or _short_years(scan, index)
    )


def joined(scan: Scan, left: Point, right: Point, *, mixed: bool) -> Point | None:
    """Return the range from one point to another; None where they make none.

    What one end leaves out is taken from the other. Ends of different kinds (a weekday and a month) make a
    range only where ``mixed``.
    """
    if not mixed and _kind(left) != _kind(right):
        return None
    if _kind(left) == _kind(right) == "weekday" and left.weekday is not None and right.weekday is not None:
        return _weekdays(scan, left.weekday, right)
    if (
        left.date is not None
        and left.date.earliest
        and _kind(right) == "weekday"
        and right.weekday is not None
    ):
        # "From yesterday to Friday" ends on the Friday behind its start.
        day = weekday_near(left.date.earliest, right.weekday, future=True)
        return _spanned(left, replace(right, date=Date.day(day), counted=True))
    left, right = _sharing_year(left, right)
    if left.year is None and right.year is None and left.month and right.month:
        end = settled(scan, right)
        if end is None or end.date is None or end.date.latest is None:
            return None
        left, right = _sharing_year(left, replace(right, year=end.date.latest.year))
        return _spanned(settled(scan, left), end)
    return _spanned(settled(scan, left), settled(scan, right))


def limited(point: Point, direction: Direction) -> Date | None:
    """Return the side of a date that a direction leaves; None where the date has no bound there."""
    date = point.date
    if date is None or direction in (Direction.AT, Direction.BETWEEN):
        return date
    exact = not point.held
    if direction in (Direction.BEFORE, Direction.UNTIL):
        if date.latest is None or date.earliest is None:
            return None
        text = _before(date) if direction is Direction.BEFORE and exact else _side(date, first=False)
        return parse_edtf(f"../{text}") if text else None
    if date.earliest is None or date.latest is None:
        return None
    text = _after(date) if direction is Direction.AFTER and exact else _side(date, first=True)
    return parse_edtf(f"{text}/..") if text else None


def _before(date: Date) -> str | None:
    if date.earliest is None:
        return None
    if date.precision is Precision.YEAR:
        return year_text(date.earliest.year - 1)
    if date.precision is Precision.MONTH:
        return month_text(date.earliest, -1)
    return moved(date.earliest, -1).isoformat()


def _after(date: Date) -> str | None:
    if date.latest is None:
        return None
    if date.precision is Precision.YEAR:
        return year_text(date.latest.year + 1)
    if date.precision is Precision.MONTH:
        return month_text(date.latest, 1)
    return moved(date.latest, 1).isoformat()


def _side(date: Date, *, first: bool) -> str | None:
    """Return a date as one end of an interval: itself where it is no range or third of a year.

    The end of the early, middle or late part of something is approximate, but "by the end of" a year is not.
    """
    if date.precision is not Precision.RANGE and date.edtf[5:] not in {"37~", "38~", "39~"}:
        return date.edtf
    day = date.earliest if first else date.latest
    if day is None:
        return None
    is_end = not first and moved(day, 1).day == 1
    return f"{day.isoformat()}{'~' if date.is_approximate and not is_end else ''}"


def _kind(point: Point) -> str:
    if point.date is not None:
        return "day" if point.date.is_day else point.date.precision
    if point.day is not None:
        return "day"
    if point.month is not None:
        return "month"
    return "year" if point.year is not None else "weekday"


def _weekdays(scan: Scan, first: int, right: Point) -> Point | None:
    if scan.reference is None or right.weekday is None:
        return None
    length = (right.weekday - first) % 7 or 7
    if scan.prefer == "future":
        start = weekday_near(scan.reference, first, future=True)
        end = moved(start, length)
    else:
        end = weekday_near(scan.reference, right.weekday, future=False)
        start = moved(end, -length)
    return Point(right.end, date=Date.between(start, end), counted=True)


def _sharing_year(left: Point, right: Point) -> tuple[Point, Point]:
    """Give an end without a year that of the other, across New Year the one beside it."""
    if not left.month or not right.month or left.date or right.date:
        return left, right
    turns = (left.month, left.day or 0) > (right.month, right.day or _LAST_DAY)
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year - turns)
    elif right.year is None and left.year is not None:
        right = replace(right, year=left.year + turns)
    return left, right


def _spanned(left: Point | None, right: Point | None) -> Point | None:
    if left is None or right is None or left.date is None or right.date is None:
        return None
    start, end = _side(left.date, first=True), _side(right.date, first=False)
    if start is None or end is None or left.date == right.date:
        return None
    date = parse_edtf(f"{start}/{end}")
    return (
        None
        if date is None
        else replace(right, date=date, counted=left.counted or right.counted, weekday=None)
    )


def _month_then_days(scan: Scan, index: int, *, between: bool) -> Point | None:
    month = month_at(scan, index)
    first = _day(scan, month[1]) if month else None
    if month is None or first is None or not is_joint(scan, first[1], between=between):
        return None
    last = _day(scan, first[1] + 1)
    if last is None or month_at(scan, last[1]) is not None:
        return None
    return _days_of(scan, year_of_day(scan, last[1]), month[0], (first[0], last[0]))


def _days_then_month(scan: Scan, index: int, *, between: bool) -> Point | None:
    first = _day(scan, scan.skip(index, ("the",)))
    if first is None or not is_joint(scan, first[1], between=between):
        return None
    last = _day(scan, scan.skip(first[1] + 1, ("the",)))
    month = month_at(scan, scan.skip(last[1], ("of",))) if last else None
    if last is None or month is None:
        return None
    return _days_of(scan, year_of_day(scan, month[1]), month[0], (first[0], last[0]))


def _day(scan: Scan, index: int) -> tuple[int, int] | None:
    day = scan.number(index, 1, _LAST_DAY)
    if day is None:
        return None
    return day, index + 2 if scan.is_ordinal(index + 1) else index + 1


def _days_of(
    scan: Scan, year: tuple[int | None, int, bool], month: int, days: tuple[int, int]
) -> Point | None:
    if days[0] >= days[1]:
        return None
    left = Point(year[1], year=year[0], month=month, day=days[0], counted=year[2])
    return joined(scan, left, replace(left, day=days[1]), mixed=False)


def _short_years(scan: Scan, index: int) -> Point | None:
    """Return ``2019–20``, ``2019/20``: the second year follows the first or ends the same century."""
    year = scan.number(index, *_YEARS)
    if year is None or scan.words[index + 1] not in {"-", "–", "/"} or scan.touches(index):
        return None
    short = scan.digits(index + 2)
    tied = scan.touches(index + 1) and scan.touches(index + 2) and not scan.touches(index + 3)
    if len(short) != len("20") or not tied:
        return None
    last = year // 100 * 100 + int(short)
    # "2019-05" is an ISO month, but "2009-10" may be two years; a slash joins years that follow each other.
    iso = scan.words[index + 1] == "-" and int(short) <= _MONTHS
    if last <= year or (last > year + 1 and (iso or scan.words[index + 1] == "/")):
        return None
    date = parse_edtf(f"{year}/{last}")
    return Point(index + 3, date=date) if date else None
