"""Dated expressions of a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import read_dates


def dates(source: Source, published: dt.date | None) -> Iterator[Suggestion]:
    """Yield a suggestion for each dated expression.

    Without a day of publication there are only absolute ones.
    """
    for block in source.blocks:
        for reading in read_dates(source.text, published, block.span.start, block.span.end):
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
