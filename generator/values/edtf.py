"""EDTF text to dates.

Source: ISO 8601-2:2019, levels 0 and 1, and of level 2: component-wise qualifiers, unspecified digits
anywhere, seasons 21 to 41, exponential years and significant digits. Sets (``[..]``, ``{..}``) are not read.

Decisions where the standard leaves room:

- Seasons 21 to 24 lie in the year as northern ones do: spring is March to May; winter ends in the next year.
- An interval may not end before it starts; nor may the period that its end names start before it does
  (``2031-05-03/2031-05``).
- A date with significant digits (``1950S2``) may be any year that shares them.
- A date and time is its day, whatever its offset; ``edtf`` keeps the time.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from msgspec import Struct

from generator.values.date import Date

_LONGEST: Final = 80
"""No date is longer; far below the digits that Python turns into a number."""

_Q: Final = "[?~%]?"
_DATE: Final = re.compile(
    rf"({_Q})(-?)([0-9X]{{4}})({_Q})(?:-({_Q})([0-9X]{{2}})({_Q})(?:-({_Q})([0-9X]{{2}})({_Q}))?)?"
)
_MOMENT: Final = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"
)
_LONG_YEAR: Final = re.compile(r"Y(-?)([1-9][0-9]*)(?:E([1-9][0-9]?))?(?:S([1-9][0-9]?))?")
_ROUGH_YEAR: Final = re.compile(r"(-?)([0-9]{4})()S([1-9][0-9]?)")
_FEWEST_LONG_DIGITS: Final = 5

_MONTHS: Final = 12
_FEBRUARY: Final = 2
_LONG_MONTHS: Final = frozenset({1, 3, 5, 7, 8, 10, 12})
_LEAP_YEAR: Final = 2000

_SEASONS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Season number to its first month and how many months it has."""

Day = tuple[int, int, int]
"""Year, month and day; any year, unlike ``datetime.date``."""


class _Side(Struct, frozen=True, gc=False):
    low: Day
    high: Day
    masked: bool


def parse_edtf(text: str) -> Date | None:
    """Return the date that an EDTF text gives; None where it is no valid EDTF."""
    if len(text) == len("2031-05-13") and text[4] == text[7] == "-":
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return Date(text, day, day)
    if len(text) > _LONGEST:
        return None
    if "/" in text:
        return _interval(text)
    side = _date(text) or _moment(text) or _far_year(text)
    return Date(text, _bound(side.low), _bound(side.high)) if side else None


def _interval(text: str) -> Date | None:
    first, _, last = text.partition("/")
    start = None if first in {"", ".."} else _date(first)
    end = None if last in {"", ".."} else _date(last)
    if text == "/" or (start is None and first not in {"", ".."}) or (end is None and last not in {"", ".."}):
        return None
    # An end with unspecified digits may be any day that they leave open.
    if start and end and start.low > (end.high if end.masked or start.masked else end.low):
        return None
    return Date(text, _bound(start.low) if start else None, _bound(end.high) if end else None)


def _date(text: str) -> _Side | None:
    """Read a year, month, season or day, with qualifiers and unspecified digits."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    before_year, sign, year, after_year, before_month, month, after_month, before_day, day, after_day = (
        match.groups()
    )
    if (before_year and after_year) or (before_month and after_month) or (before_day and after_day):
        return None
    if sign and year == "0000":
        return None
    masked = "X" in year or "X" in (month or "") or "X" in (day or "")
    if month and day is None and month.isdigit() and int(month) in _SEASONS:
        first, length = _SEASONS[int(month)]
        lowest, highest = _first_year(year, sign), _last_year(year, sign)
        return _Side((lowest, first, 1), _month_end(highest, first + length - 1), masked)
    if not masked:
        return _plain(int(sign + year), int(month) if month else None, int(day) if day else None)
    low = next(_days(year, sign, month, day, lowest=True), None)
    high = next(_days(year, sign, month, day, lowest=False), None)
    return _Side(low, high, masked) if low and high else None


def _plain(year: int, month: int | None, day: int | None) -> _Side | None:
    """Return the bounds of a date without unspecified digits; None for an impossible one."""
    if month is None:
        return _Side((year, 1, 1), (year, 12, 31), masked=False)
    if not 1 <= month <= _MONTHS:
        return None
    if day is None:
        return _Side((year, month, 1), _month_end(year, month), masked=False)
    exists = 1 <= day <= _month_length(year, month)
    return _Side((year, month, day), (year, month, day), masked=False) if exists else None


def _moment(text: str) -> _Side | None:
    """Read a date and time as its day."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    day, hour, minute, second, offset_hour, offset_minute = match.groups()
    hours = max(int(hour), int(offset_hour or 0))
    minutes = max(int(minute), int(second), int(offset_minute or 0))
    return _date(day) if hours < 24 and minutes < 60 else None  # noqa: PLR2004 - hours of a day, minutes of an hour


def _far_year(text: str) -> _Side | None:
    """Read years past four digits, and years of which only some digits count."""
    match = _LONG_YEAR.fullmatch(text) or _ROUGH_YEAR.fullmatch(text)
    if match is None:
        return None
    sign, digits, exponent, significant = match.groups()
    if text[0] == "Y" and not exponent and len(digits) < _FEWEST_LONG_DIGITS:
        return None
    size = int(digits) * 10 ** int(exponent or 0)
    length = len(digits) + int(exponent or 0)
    unit = 10 ** max(0, length - int(significant)) if significant else 1
    low, high = size // unit * unit, size // unit * unit + unit - 1
    first, last = (-high, -low) if sign else (low, high)
    return _Side((first, 1, 1), (last, 12, 31), masked=False)


def _days(year: str, sign: str, month: str | None, day: str | None, *, lowest: bool) -> Iterator[Day]:
    """Yield the real days that a mask allows, from the lowest or from the highest."""
    days = _values(day or "XX")
    months = [
        value
        for value in _values(month or "XX")
        if 1 <= value <= _MONTHS and any(1 <= number <= _month_length(_LEAP_YEAR, value) for number in days)
    ]
    if not lowest:
        months.reverse()
        days.reverse()
    for number in _years(year, sign, lowest=lowest) if months else ():
        for of_year in months:
            length = _month_length(number, of_year)
            for of_month in days:
                if 1 <= of_month <= length:
                    yield (number, of_year, of_month)


def _values(mask: str) -> list[int]:
    """Return the numbers that a mask of digits and X allows, ascending."""
    if "X" not in mask:
        return [int(mask)]
    return [int("".join(digits)) for digits in product(*("0123456789" if c == "X" else c for c in mask))]


def _years(mask: str, sign: str, *, lowest: bool) -> Iterator[int]:
    """Yield years from the lowest or the highest; -0000 is none."""
    step = "0123456789" if lowest != bool(sign) else "9876543210"
    for digits in product(*(step if c == "X" else c for c in mask)):
        number = int("".join(digits))
        if not sign:
            yield number
        elif number:
            yield -number


def _first_year(mask: str, sign: str) -> int:
    return next(_years(mask, sign, lowest=True))


def _last_year(mask: str, sign: str) -> int:
    return next(_years(mask, sign, lowest=False))


def _month_length(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == _FEBRUARY else 30 + (month in _LONG_MONTHS)


def _month_end(year: int, month: int) -> Day:
    """Return the last day of a month; months past 12 lie in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return (year, month, _month_length(year, month))


def _bound(day: Day) -> dt.date | None:
    return dt.date(*day) if dt.MINYEAR <= day[0] <= dt.MAXYEAR else None
