"""EDTF in words for readers, in English."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, NamedTuple

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

THIRDS: Final = (("early", 1, 10), ("mid-", 11, 20), ("late", 21, 31))
"""What early, mid and late in a month are taken as: first and last day."""

_PLAIN: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?(?:T[0-9:.Z+-]*)?")
_QUALIFIERS: Final = re.compile(r"[?~%]")
_DEGREE: Final = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_SEASONS: Final = {
    **dict(zip(range(21, 33), ("spring", "summer", "autumn", "winter") * 3, strict=True)),
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    37: "first third of", 38: "second third of", 39: "last third of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_ROUGH_SEASONS: Final = {"37~": "early ", "38~": "mid-", "39~": "late "}


class _Words(NamedTuple):
    """A date in parts that a range may share: ``24`` ``November`` ``2023``."""

    day: str
    month: str
    year: str
    degree: str = ""

    def __str__(self) -> str:
        return self.degree + " ".join(part for part in (self.day, self.month, self.year) if part)


@lru_cache(maxsize=4096)
def date_label(edtf: str, earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return words for an EDTF text; forms that no words fit say their bounds."""
    if "/" not in edtf:
        words = _words(edtf)
        if words is not None:
            return str(words)
        if earliest and latest:
            return f"some time between {day_label(earliest)} and {day_label(latest)}"
        return edtf
    return _range_label(edtf, latest)


@lru_cache(maxsize=4096)
def day_label(day: dt.date) -> str:
    """Return a day in words: ``13 May 2031``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _range_label(edtf: str, latest: dt.date | None) -> str:
    first, _, last = edtf.partition("/")
    open_ends = {"", ".."}
    if first in open_ends and last in open_ends:
        return "at an unknown time"
    if first in open_ends:
        end = _words(last)
        # Whoever reads "until" asks whether the last day counts; "before" leaves no doubt.
        if first and latest and latest < dt.date.max and end and end.day and not end.degree:
            return f"before {day_label(latest + dt.timedelta(days=1))}"
        return f"{'until' if first else 'up to'} {end or last}"
    if last in open_ends:
        return f"from {_words(first) or first}{'' if last else ' on'}"
    return _part_of_month(first, last) or _closed_label(first, last)


def _closed_label(first: str, last: str) -> str:
    start, end = _words(first), _words(last)
    if start is None or end is None or start.degree != end.degree:
        return f"{start or first} – {end or last}"
    tail = end._replace(degree="")
    if start == end:
        return str(start)
    if bool(start.day) != bool(end.day) or bool(start.month) != bool(end.month) or start.year != end.year:
        both_years = not (start.month or end.month) and start.year.isdigit() and end.year.isdigit()
        return f"{start}{'–' if both_years else ' – '}{tail}"
    if start.month != end.month:
        dash = " – " if start.day or " " in start.month + end.month else "–"
        return f"{start._replace(year='')}{dash}{tail}"
    return f"{start.degree}{start.day}–{tail}"


def _part_of_month(first: str, last: str) -> str | None:
    """Return ``early May 2031`` for the range that stands for it."""
    if first[-1:] != "~" or last[-1:] != "~" or first[:7] != last[:7] or len(first) != len("2031-05-01~"):
        return None
    words = _words(first[:7])
    for name, start, end in THIRDS:
        if words and first[8:10] == f"{start:02}" and end - 3 <= int(last[8:10]) <= end:
            return f"{name}{words}" if name.endswith("-") else f"{name} {words}"
    return None


def _words(text: str) -> _Words | None:
    """Return the words for one side; None where unspecified digits stand before known ones."""
    marks = _QUALIFIERS.findall(text)
    degree = _DEGREE["%" if {"~", "?"} <= set(marks) or "%" in marks else "".join(marks[:1])]
    plain = _QUALIFIERS.sub("", text)
    match = _PLAIN.fullmatch(plain)
    if match is None:
        return _Words("", "", f"the year {plain[1:]}", degree) if re.fullmatch(r"Y-?\d+", plain) else None
    year, month, day = match.groups()
    if "X" in plain:
        return _masked_words(year, month, day, degree)
    if month and month > "12":
        if text[5:] in _ROUGH_SEASONS:
            return _Words("", "", _ROUGH_SEASONS[text[5:]] + _year(year))
        return _Words("", _SEASONS[int(month)], _year(year), degree)
    return _Words(
        str(int(day)) if day else "", MONTH_NAMES[int(month) - 1] if month else "", _year(year), degree
    )


def _masked_words(year: str, month: str | None, day: str | None, degree: str) -> _Words | None:
    if "X" not in year:
        if month == "XX" and day in {None, "XX"}:
            return _Words("", "", _year(year), f"{degree}some time in ")
        if month and "X" not in month and day == "XX":
            return _Words("", MONTH_NAMES[int(month) - 1], _year(year), f"{degree}some time in ")
        return None
    if month is None and re.fullmatch(r"\d{3}X", year):
        return _Words("", "", f"the {year[:3].lstrip('0')}0s", degree)
    if month is None and re.fullmatch(r"\d{2}XX", year):
        return _Words("", "", f"some time between {year[:2]}00 and {year[:2]}99", degree)
    return None


def _year(digits: str) -> str:
    number = int(digits)
    return str(number) if number > 0 else f"{1 - number} BC"
