"""Figures of a draft: every quantity of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.drafting.pieces import stretches
from generator.drafting.suggestion import Suggestion, Topic
from generator.text import Source, Span
from generator.values import Quantity, QuantityReading, read_quantities

_WHOLE: Final = re.compile(r"(?<![\w.,:/’'-])\d{1,9}(?![\w:/’'-]|[.,]\d|\.\s)")
_YEAR_DIGITS: Final = 4
_AGE: Final = re.compile(r"[a-z], \d{1,3},")


def figures(source: Source, language: str = "en") -> Iterator[Suggestion]:
    """Yield a suggestion for each quantity; no two overlap.

    In other languages than English, of which the rules know no words, those are the whole numbers.
    """
    is_english = language.lower().partition("-")[0] == "en"
    for stretch in stretches(source):
        readings = read_quantities if is_english else _whole_numbers
        for reading in readings(source.text, stretch.start, stretch.end):
            span = Span(reading.start, reading.end)
            if _numbers_an_item(source.text, span, stretch):
                continue
            yield Suggestion(
                kind=Topic.FIGURE,
                spans=(span,),
                attributes=said(reading.quantity),
                # a place in a row counts nothing
                is_marked=not (
                    reading.quantity.ordinal
                    or _is_age(source.text, span)
                    or _is_cell(source.text, stretch, reading.quantity)
                ),
                confidence=0.9,
                reason=reading.reason,
            )


def _whole_numbers(text: str, start: int, end: int) -> Iterator[QuantityReading]:
    """Yield whole numbers in digits that are neither years nor parts of a date, a time or a larger number.

    What a full stop or a comma in a number means differs between languages, so that those are left alone.
    """
    for match in _WHOLE.finditer(text, start, end):
        is_year = len(match.group()) == _YEAR_DIGITS and match.group()[:2] in ("19", "20")
        if not is_year:
            yield from read_quantities(text, match.start(), match.end())


def _numbers_an_item(text: str, span: Span, stretch: Span) -> bool:
    """Return whether a number is that of an item in a list: ``1. …``, ``2) …``."""
    if not span.of(text).isdigit():
        return False
    behind = text[span.end : span.end + 2]
    is_first = span.start == stretch.start and behind == ". "
    return is_first or (behind == ") " and text.rfind("(", stretch.start, span.start) < 0)


def _is_cell(text: str, stretch: Span, quantity: Quantity) -> bool:
    """Return whether a number stands in a table, where nothing beside it says what it counts."""
    return text[stretch.start] == "|" and quantity.unit is None and not quantity.counted


def _is_age(text: str, span: Span) -> bool:
    """Return whether a number is somebody's age: ``Ida Vance, 49, joined``, ``the 34-year-old``."""
    if text.startswith(("-old", " old"), span.end):
        return True
    return span.of(text).isdigit() and _AGE.match(text[max(0, span.start - 3) : span.end + 1]) is not None


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
