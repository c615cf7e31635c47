"""Ranges whose ends other words part: ``from Monday, when talks broke down, to Friday``.

Both ends are dates that were read each by itself, in one sentence, the first behind ``from`` or ``between``,
the second behind the word that answers it. Without that word, or with more than a clause between, they stay
two dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from generator.values.date import Date, DateReading
from generator.values.date_scan import Preference
from generator.values.date_settling import moved
from generator.values.edtf import parse_edtf

_FURTHEST: Final = 160
"""Characters of the clause between the ends."""

_BETWEEN: Final = "between "
_LONGEST_LEAD: Final = 90
_ASIDE: Final = r"(?:,[^.;:!?\n]{1,140},|\s(?:in|at|on|near|off|along|across)\s[^,.;:!?\n]{1,60})"
_TO: Final = re.compile(rf"{_ASIDE}\s(?:to|through|(?:until|till)(?:\s[^,.;:!?\n]{{1,80}})?)\s+")
_UNTIL: Final = re.compile(rf"\s(?:until|till)\s[^,.;:!?\n]{{1,80}}\s+|{_ASIDE}\s+")
_AND: Final = re.compile(rf"{_ASIDE}\sand\s+")
_DAY_LED: Final = re.compile(
    r"\b(?:between|from)\s(\d{1,2})(?:st|nd|rd|th)?\s(?:and|to|until),[^,.;:!?\n]{1,50},\s\Z", re.IGNORECASE
)
_ENDS: Final = ("until", "till", "up to")
_DAYS_OF_WEEK: Final = 7


def joined_ranges(
    text: str, found: Sequence[DateReading], prefer: Preference, past: int
) -> list[DateReading]:
    """Return the dates of a text, those that are the two ends of one range as that range.

    ``past`` is where the text begins that may be read; it moves on with each date.
    """
    joined: list[DateReading] = []
    for reading in found:
        whole = _joined(text, joined[-1], reading, prefer) if joined else None
        if whole is not None and whole.start >= past:
            joined[-1] = whole
            continue
        past = joined[-1].end if joined else past
        joined.append(_led_by_day(text, reading, past) or reading)
    return joined


def _joined(text: str, first: DateReading, last: DateReading, prefer: Preference) -> DateReading | None:
    """Return the range of two dates that answer each other."""
    if last.start - first.end > _FURTHEST:
        return None
    start = first.start
    if first.words[:5].lower() == "from ":
        is_range = _answers_from(text[first.end : last.start], last.words.lower())
    else:
        start -= len(_BETWEEN)
        is_led = start >= 0 and text[start : first.start].lower() == _BETWEEN
        is_range = is_led and _AND.fullmatch(text, first.end, last.start) is not None
    date = _spanned(first, last, prefer) if is_range else None
    if date is None:
        return None
    return _reading(
        text, (start, last.end), date, (first.words, last.words), first.reference or last.reference
    )


def _answers_from(between: str, last: str) -> bool:
    """Return whether the words between two dates, and those of the second, answer ``from``."""
    if last.startswith(_ENDS):
        return _UNTIL.fullmatch(between) is not None
    is_clause = re.match(r"(?:on|in) ", last) is not None
    if is_clause:
        # «from 3 May until the harbour reopened on 9 May»
        return re.search(r"\b(?:until|till)\s", between) is not None and _UNTIL.fullmatch(between) is not None
    return _TO.fullmatch(between) is not None


def _spanned(first: DateReading, last: DateReading, prefer: Preference) -> Date | None:
    """Return the range from one date to another, as fine as they are."""
    left, right = first.date.edtf.partition("/")[0], last.date.edtf.rpartition("/")[2]
    start, end = first.date.earliest, last.date.latest
    if start is None or end is None or not left[:1].isdigit() or not right[:1].isdigit():
        return None
    if start > end and prefer == "future" and last.weekday is not None:
        right = moved(end, _DAYS_OF_WEEK).isoformat()
    elif start > end and first.weekday is not None:
        # counted back from publication each by itself, the first day may come out behind the last
        left = moved(start, -_DAYS_OF_WEEK).isoformat()
    return parse_edtf(f"{left}/{right}")


def _led_by_day(text: str, last: DateReading, least: int) -> DateReading | None:
    """Return ``between 3 and, at the latest, 7 May`` as one range."""
    if not last.date.is_day or last.date.latest is None:
        return None
    begin = max(least, last.start - _LONGEST_LEAD)
    led = _DAY_LED.search(text, begin, last.start) if text[last.start - 2 : last.start] == ", " else None
    if led is None or not 0 < int(led[1]) < last.date.latest.day:
        return None
    date = Date.between(last.date.latest.replace(day=int(led[1])), last.date.latest)
    return _reading(text, (led.start(), last.end), date, (led[1], last.words), last.reference)


def _reading(
    text: str, span: tuple[int, int], date: Date, ends: tuple[str, str], reference: dt.date | None
) -> DateReading:
    return DateReading(
        date=date,
        start=span[0],
        end=span[1],
        words=text[slice(*span)],
        reference=reference,
        reason=f"'{ends[0]}' and '{ends[1]}' are the ends of one range",
    )
