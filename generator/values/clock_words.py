"""Times of day beside a date: they belong to its words and leave it the same day."""

from __future__ import annotations

from typing import Final

from generator.values.calendar_words import ENGLISH, Direction
from generator.values.date_scan import Phrases, Scan

_LEADS: Final = Phrases(ENGLISH.clock_leads)
_HOURS: Final = 24
_LAST_MINUTE: Final = 59


def clock(scan: Scan, index: int) -> int | None:
    """Return the token behind a time of day such as ``5 p.m.``, ``09:30 GMT``, ``noon``; None without one."""
    if scan.words[index] in scan.table.clock_words:
        return _behind_zone(scan, index + 1)
    hour = scan.number(index, 0, 2359)
    if hour is None:
        return None
    place, sure = index + 1, False
    if scan.words[place] in {":", "."} and scan.touches(place) and scan.touches(place + 1):
        minute = scan.number(place + 1, 0, _LAST_MINUTE)
        if minute is None or len(scan.words[place + 1]) != 2:  # noqa: PLR2004 - minutes have two digits
            return None
        sure = scan.words[place] == ":"
        place += 2
    half = _behind_half(scan, place)
    if half is not None:
        place, sure = half, True
    elif scan.words[place] == "o" and scan.words[place + 1] == "'" and scan.words[place + 2] == "clock":
        place, sure = place + 3, True
    zoned = _behind_zone(scan, place)
    if hour > _HOURS and not (zoned > place and len(scan.words[index]) == 4):  # noqa: PLR2004 - 1730 GMT
        return None
    return zoned if sure or zoned > place else None


def led_clock(scan: Scan, index: int) -> tuple[Direction, int] | None:
    """Return a time of day with the words before it, for one that stands before its date.

    A stretch of the day (``from 9 a.m. to 5 p.m.``) says nothing about which side of the day is meant.
    """
    lead = _LEADS.find(scan, index)
    direction, place = lead or (Direction.AT, index)
    end = clock(scan, place)
    if end is None:
        return None
    if scan.words[end] in {"to", "until", "and", "-", "–"}:
        behind = clock(scan, end + 1)
        if behind is not None:
            return Direction.AT, behind
    return direction, end


def behind_clock(scan: Scan, index: int) -> int:
    """Return the token behind a time of day that follows a date, perhaps by a comma; else the same token."""
    place = scan.skip(index, (",",))
    lead = _LEADS.find(scan, place)
    if lead is None and place > index:
        return index
    return clock(scan, lead[1] if lead else place) or index


def _behind_half(scan: Scan, index: int) -> int | None:
    """Return the token behind ``a.m.``, ``pm`` and the like."""
    word = scan.words[index]
    if word in {"am", "pm"}:
        return index + 1
    if word in {"a", "p"} and scan.words[index + 1] == "." and scan.words[index + 2] == "m":
        return index + 4 if scan.words[index + 3] == "." and scan.touches(index + 3) else index + 3
    return None


def _behind_zone(scan: Scan, index: int) -> int:
    """Return the token behind a time zone, also one in brackets with its own time."""
    word = scan.words[index]
    if word == "local" and scan.words[index + 1] == "time":
        return index + 2
    if word in scan.table.zones:
        return index + 1
    if word == "(":
        place = index + 1
        while place < index + 5 and (scan.digits(place) or scan.words[place] == ":"):
            place += 1
        if scan.words[place] in scan.table.zones and scan.words[place + 1] == ")":
            return place + 2
    return index
