"""Figures of a draft: every quantity of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.drafting.pieces import stretches
from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import Quantity, read_quantities

_WEEK: Final = " week "
_AGE: Final = re.compile(r"[a-z], \d{1,3},")


def figures(source: Source) -> Iterator[Suggestion]:
    """Yield a suggestion for each quantity; no two overlap."""
    for stretch in stretches(source):
        for reading in read_quantities(source.text, stretch.start, stretch.end):
            span = Span(reading.start, reading.end)
            if _numbers_a_week(source.text, span):
                continue
            yield Suggestion(
                kind=Topic.FIGURE,
                spans=(span,),
                attributes=said(reading.quantity),
                # a place in a row counts nothing
                is_marked=not (reading.quantity.ordinal or _is_age(source.text, span)),
                confidence=0.9,
                reason=reading.reason,
            )


def _is_age(text: str, span: Span) -> bool:
    """Return whether a number is somebody's age: ``Ida Vance, 49, joined``, ``the 34-year-old``."""
    if text.startswith(("-old", " old"), span.end):
        return True
    return span.of(text).isdigit() and _AGE.match(text[max(0, span.start - 3) : span.end + 1]) is not None


def _numbers_a_week(text: str, span: Span) -> bool:
    """Return whether a quantity is the number of a week of the calendar, which counts nothing."""
    return text[max(0, span.start - len(_WEEK)) : span.start].lower() == _WEEK


def said(quantity: Quantity) -> dict[str, str]:
    """Return a quantity as attributes of the format; nothing where it says the usual."""
    found = {"value": f"{quantity.value:f}"}
    if quantity.high is not None:
        found["high"] = f"{quantity.high:f}"
    if quantity.bound.value != "exact":
        found["bound"] = quantity.bound.value
    if quantity.unit:
        found["unit"] = quantity.unit
    if quantity.counted:
        found["of"] = quantity.counted
    if quantity.ordinal:
        found["ordinal"] = "true"
    if quantity.increment:
        found["increment"] = "true"
    return found
