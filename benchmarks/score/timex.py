"""Values of TIMEX3 as dates.

Source: TimeML 1.2.1, TIMEX3. Durations (``P3W``), sets, references (``PAST_REF``) and values with unknown
parts (``XXXX``) are no dates, nor are times of day: the words of most name no day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from generator.values import Date, parse_edtf

_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=T[A-Z])")
_PLAIN: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DECADE: Final = re.compile(r"\d{3}")
_FIRST_QUARTER: Final = 32
"""EDTF numbers quarters from 33."""


def read_timex(value: str) -> Date | None:
    """Return the date of a value; None where it is none."""
    if match := _WEEK.fullmatch(value):
        year, week = int(match[1]), int(match[2])
        first = dt.date.fromisocalendar(year, week, 6 if match[3] else 1)
        return Date.between(first, dt.date.fromisocalendar(year, week, 7))
    if match := _QUARTER.fullmatch(value):
        return parse_edtf(f"{match[1]}-{_FIRST_QUARTER + int(match[2])}")
    if match := _DAY.match(value):
        return parse_edtf(match[0])
    if _DECADE.fullmatch(value):
        return parse_edtf(f"{value}X")
    return parse_edtf(value) if _PLAIN.fullmatch(value) else None
