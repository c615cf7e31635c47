"""Dated expressions of a draft."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from generator.drafting.ahead import looks_ahead
from generator.drafting.pieces import stretches
from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import Date, DateReading, read_dates

_FROM: Final = re.compile(r"[Ff]rom\b")
_TO: Final = re.compile(r"\A,[^.;:!?\n]*,\s(?:to|until|till|through)\s+\Z")
_FURTHEST: Final = 160
"""Characters of the clause between the ends of a range."""

_WEEK: Final = dt.timedelta(days=7)


def dates(source: Source, published: dt.date | None) -> Iterator[Suggestion]:
    """Yield a suggestion for each dated expression.

    Without a day of publication there are only absolute ones.
    """
    for stretch in stretches(source):
        held: DateReading | None = None
        for found in read_dates(source.text, published, stretch.start, stretch.end):
            reading = _ahead(source.text, published, found)
            if held is not None:
                closed = _closed(source.text, held, reading)
                yield _suggested(held) if closed is None else closed
                held = reading if closed is None else None
                continue
            held = reading
        if held is not None:
            yield _suggested(held)


def _suggested(reading: DateReading) -> Suggestion:
    return Suggestion(
        kind=Topic.DATE,
        spans=(Span(reading.start, reading.end),),
        attributes={"date": reading.date.edtf},
        is_marked=False,
        confidence=0.9,
        reason=reading.reason,
    )


def _closed(text: str, first: DateReading, last: DateReading) -> Suggestion | None:
    """Return the range of two dates that a clause parts: ``from Monday, when …, to Friday``."""
    between = text[first.end : last.start]
    if len(between) > _FURTHEST or _FROM.match(text, first.start) is None or _TO.search(between) is None:
        return None
    start, end = first.date.earliest, last.date.latest
    if start is None or end is None or first.date.latest is not None:
        return None
    if start > end and first.weekday is not None:
        # counted back from publication each by itself, the first day may come out behind the last
        start -= _WEEK
    if start > end:
        return None
    words = text[first.start : first.end], text[last.start : last.end]
    return Suggestion(
        kind=Topic.DATE,
        spans=(Span(first.start, last.end),),
        attributes={"date": Date.between(start, end).edtf},
        is_marked=False,
        confidence=0.7,
        reason=f"'{words[0]}' and 'to {words[1]}' are the ends of one range",
    )


def _ahead(text: str, published: dt.date | None, reading: DateReading) -> DateReading:
    """Return a weekday alone as the next one, where its clause speaks of what is to come."""
    if reading.weekday is None or reading.reference is None:
        return reading
    if not looks_ahead(text, reading.start, reading.end):
        return reading
    found = read_dates(text, published, reading.start, reading.end, prefer="future")
    same = [each for each in found if (each.start, each.end) == (reading.start, reading.end)]
    return same[0] if same else reading
