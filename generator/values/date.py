"""A date as evidence gives it: EDTF, with the earliest and latest day that it allows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

from msgspec import Struct

from generator.values.date_label import date_label

_QUALIFIERS: Final = "?~%"
_PLAIN: Final = str.maketrans("", "", _QUALIFIERS)


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    """A season, quarter, third or half of a year."""

    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    """An interval, open ones too."""

    OTHER = "other"
    """Unspecified digits with known ones behind them (``1560-XX-25``)."""


class Date(Struct, frozen=True, array_like=True):
    """A date, a range or an approximate date, never more precise than the words.

    Source: EDTF, ISO 8601-2:2019 levels 0 and 1, with the level 2 forms that news needs. ``~``, ``?`` and
    ``%`` do not move the bounds: those are of the plain date. Bounds outside the years 1 to 9999 are None.
    """

    edtf: str
    """Canonical EDTF, such as ``2031-05-13``, ``2031-05~``, ``2023-11-24/2023-11-27``, ``../2023-11-24``."""

    earliest: dt.date | None
    """First day that it may be; None where the start is open or unknown."""

    latest: dt.date | None
    """Last day that it may be; None where the end is open or unknown."""

    @classmethod
    def day(cls, day: dt.date) -> Date:
        """Return the date of one day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def between(cls, first: dt.date | None, last: dt.date | None) -> Date:
        """Return the range from one day to another, both included; None leaves an end open.

        Raises:
            ValueError: where the range would be reversed, or both ends are None.
        """
        if first is None and last is None:
            message = "a range needs at least one end"
            raise ValueError(message)
        if first is not None and last is not None:
            if first == last:
                return cls.day(first)
            if first > last:
                message = f"a range cannot run from {first} to {last}"
                raise ValueError(message)
        start = first.isoformat() if first else ".."
        end = last.isoformat() if last else ".."
        return cls(f"{start}/{end}", first, last)

    @property
    def is_approximate(self) -> bool:
        """Return whether any part of it is uncertain or approximate (``?``, ``~``, ``%``)."""
        return any(mark in self.edtf for mark in _QUALIFIERS)

    @property
    def is_day(self) -> bool:
        """Return whether it is one known day."""
        return self.earliest is not None and self.earliest == self.latest and not self.is_approximate

    @property
    def precision(self) -> Precision:
        """Return how fine it is; qualifiers do not count."""
        if "/" in self.edtf:
            return Precision.RANGE
        if "T" in self.edtf:
            return Precision.DAY
        text = self.edtf.translate(_PLAIN).removeprefix("-")
        if text[0] == "Y" or "S" in text:
            return Precision.YEAR
        return _masked_precision(text) if "X" in text else _plain_precision(text)

    @property
    def label(self) -> str:
        """Return words for readers, in English: ``13 May 2031``, ``24–27 November 2023``, ``about 2031``."""
        return date_label(self.edtf, self.earliest, self.latest)

    @property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """Return the place on a timeline: by first day, then by last; open starts just before their end.

        Dates without any bound come last.
        """
        first = self.earliest.toordinal() if self.earliest else 0
        last = self.latest.toordinal() if self.latest else dt.date.max.toordinal()
        if self.earliest is None and self.latest is None:
            return (1, 0, 0, 0, self.edtf)
        if self.earliest is None:
            return (0, last, 0, last, self.edtf)
        return (0, first, 1, last, self.edtf)

    def overlaps(self, other: Date) -> bool:
        """Return whether some day may be both; an end without a bound shuts nothing out."""
        return not _is_after(self.earliest, other.latest) and not _is_after(other.earliest, self.latest)

    def contains(self, other: Date) -> bool:
        """Return whether every day that ``other`` may be is a day that this one may be."""
        starts = self.earliest is None or (other.earliest is not None and other.earliest >= self.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends


class DateReading(Struct, frozen=True, gc=False):
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


def _plain_precision(text: str) -> Precision:
    if len(text) == len("2031-05-13"):
        return Precision.DAY
    if len(text) == len("2031-05"):
        return Precision.MONTH if text[5:] <= "12" else Precision.SEASON
    return Precision.YEAR


def _masked_precision(text: str) -> Precision:
    """Return the precision of a date with unspecified digits: down to the last digit that is known."""
    known = text.rstrip("X-")
    if "X" in known:
        return Precision.OTHER
    by_length = {7: Precision.MONTH, 4: Precision.YEAR, 3: Precision.DECADE, 2: Precision.CENTURY}
    return by_length.get(len(known), Precision.OTHER)


def _is_after(day: dt.date | None, limit: dt.date | None) -> bool:
    return day is not None and limit is not None and day > limit
