"""Dated expressions of a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.drafting.ahead import looks_ahead
from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import DateReading, read_dates


def dates(source: Source, published: dt.date | None) -> Iterator[Suggestion]:
    """Yield a suggestion for each dated expression.

    Without a day of publication there are only absolute ones.
    """
    for block in source.blocks:
        for found in read_dates(source.text, published, block.span.start, block.span.end):
            reading = _ahead(source.text, published, found)
            span = Span(reading.start, reading.end)
            if not source.is_skipped(span):
                yield Suggestion(
                    kind=Topic.DATE,
                    spans=(span,),
                    attributes={"date": reading.date.edtf},
                    is_marked=False,
                    confidence=0.9,
                    reason=reading.reason,
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
