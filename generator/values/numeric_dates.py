"""Dates in numbers: ``2031-05-13``, ``2031-05``, ``2031/05/13``, ``13.05.2031``, ``13/05/2031``."""

from __future__ import annotations

from typing import Final

from generator.values.date_scan import Point, Scan

_FIRST_YEAR: Final = 1000
_MONTHS: Final = 12
_LAST_DAY: Final = 31
_YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 2
_TIME_LENGTH: Final = 12


def numeric(scan: Scan, index: int) -> Point | None:
    """Return ``2031-05-13``, ``2031/05/13``, ``13.05.2031``; ``13/05/2031`` only where it is unambiguous."""
    mark = scan.words[index + 1]
    if mark not in {"-", "/", "."} or not all(scan.touches(index + place) for place in (1, 2)):
        return None
    if scan.touches(index) and scan.words[index - 1] in {"-", "/", "."}:
        return None
    parts = [scan.digits(index), scan.digits(index + 2), scan.digits(index + 4)]
    if (
        scan.words[index + 3] != mark
        or not parts[2]
        or not all(scan.touches(index + place) for place in (3, 4))
    ):
        return _year_month(scan, index, parts) if mark == "-" else None
    end = index + 5
    if scan.touches(end) and scan.words[end] in {"-", "/"}:
        return None
    return _ordered(scan, parts, mark, end)


def _ordered(scan: Scan, parts: list[str], mark: str, end: int) -> Point | None:
    """Return the date of three numbers, by the place of the year and the mark between them."""
    lengths = [len(part) for part in parts]
    first, second, third = (int(part or "0") for part in parts)
    if lengths[0] == _YEAR_DIGITS and max(lengths[1:]) <= _DAY_DIGITS and mark != ".":
        return _point(first, second, third, _behind_time(scan, end))
    if lengths[2] != _YEAR_DIGITS or max(lengths[:2]) > _DAY_DIGITS or mark == "-":
        return None
    if mark == "/" and second > _MONTHS:
        return _point(third, first, second, end)
    if mark == "/" and first <= _MONTHS and first != second:
        return None
    return _point(third, second, first, end)


def _point(year: int, month: int, day: int, end: int) -> Point | None:
    if year < _FIRST_YEAR or not 1 <= month <= _MONTHS or not 1 <= day <= _LAST_DAY:
        return None
    return Point(end, year=year, month=month, day=day)


def _year_month(scan: Scan, index: int, parts: list[str]) -> Point | None:
    """Return ``2031-05``; ``2009-10`` may be a season too, and is left to ranges."""
    if len(parts[0]) != _YEAR_DIGITS or len(parts[1]) != _DAY_DIGITS or scan.touches(index + 3):
        return None
    if (
        not 1 <= int(parts[1]) <= _MONTHS
        or int(parts[1]) == (int(parts[0]) + 1) % 100
        or int(parts[0]) < _FIRST_YEAR
    ):
        return None
    return Point(index + 3, year=int(parts[0]), month=int(parts[1]))


def _behind_time(scan: Scan, index: int) -> int:
    """Return the token behind the time of ``2031-05-13T10:00:00Z``."""
    if scan.words[index] != "t" or not scan.touches(index) or not scan.touches(index + 1):
        return index
    end = index + 1
    while end < index + _TIME_LENGTH and scan.touches(end):
        end += 1
    return end
