"""A date as evidence gives it: EDTF, with the earliest and latest day that it allows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a range or an approximate date, never more precise than the words.

    Source: EDTF, ISO 8601-2:2019 levels 0 and 1, with the level 2 forms that news needs.
    """

    edtf: str
    """Canonical EDTF, such as ``2031-05-13``, ``2031-05~``, ``2023-11-24/2023-11-27``, ``../2023-11-24``."""

    earliest: dt.date | None
    """First day that it may be; None where the start is open or unknown."""

    latest: dt.date | None
    """Last day that it may be; None where the end is open or unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date read out of words."""

    date: Date
    start: int
    """Offset of the words in the text that was read."""

    end: int
    words: str
    """The words themselves, as they stand."""

    reference: dt.date | None
    """The day that relative words were counted from; None for words that need none."""

    reason: str
    """In one phrase for a person: how the words became the date."""

    weekday: int | None = None
    """The weekday that the words name (0 is Monday), for the check of a typed date."""
