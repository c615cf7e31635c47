"""Dated expressions of a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from generator.drafting.ahead import looks_ahead
from generator.drafting.pieces import stretches
from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import DateReading, is_of_next_week, read_dates

_SURE: Final = 0.9
_DOUBTFUL: Final = 0.5


def dates(source: Source, published: dt.date | None) -> Iterator[Suggestion]:
    """Yield a suggestion for each dated expression.

    Without a day of publication there are only absolute ones.
    """
    for stretch in stretches(source):
        for found in read_dates(source.text, published, stretch.start, stretch.end):
            reading = _ahead(source.text, published, found)
            yield _suggested(reading)


def _suggested(reading: DateReading) -> Suggestion:
    return Suggestion(
        kind=Topic.DATE,
        spans=(Span(reading.start, reading.end),),
        attributes={"date": reading.date.edtf},
        is_marked=False,
        confidence=_DOUBTFUL if is_of_next_week(reading) else _SURE,
        reason=reading.reason,
    )


def _ahead(text: str, published: dt.date | None, reading: DateReading) -> DateReading:
    """Return a weekday or a month alone as the next one, where its clause speaks of what is to come."""
    if reading.reference is None or not looks_ahead(text, reading.start, reading.end):
        return reading
    found = read_dates(text, published, reading.start, reading.end, prefer="future")
    same = [each for each in found if (each.start, each.end) == (reading.start, reading.end)]
    return same[0] if same else reading
