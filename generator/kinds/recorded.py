"""Values that were verified while the text was at hand, kept in ``read:`` for when it is not.

With the text at hand they count for nothing: the words are read anew. What is written by ``verified_…`` here
and in the files of the kinds is what is read beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context as Arithmetic
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from generator.kinds.context import Context
from generator.model import Mark
from generator.text import Span
from generator.values import Date, Quantity, parse_edtf, parse_value

_PRECISE: Final = Arithmetic(prec=28)
_LARGEST_PART: Final = 999
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_LONGEST: Final = 12
"""Digits beyond which a number is a share that was divided out."""

_SHARE: Final = re.compile(r"([0-9]{1,3})/([1-9][0-9]{0,2})")
_STRETCH: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def recorded(mark: Mark, context: Context) -> Mapping[str, str]:
    """Return what is recorded beside a mark; nothing where the text is at hand."""
    return mark.read if mark.read and context.source is None else _NOTHING


def named(mark: Mark, context: Context) -> tuple[str, ...]:
    """Return the ids of the actors named in the words of a mark, or recorded as such."""
    found = context.actors_in(mark.spans)
    known = recorded(mark, context).get("actors")
    if known is None:
        return found
    return tuple(dict.fromkeys((*found, *(name for name in known.split() if name in context.actors))))


def recorded_date(mark: Mark, context: Context) -> Date | None:
    """Return the recorded date."""
    known = recorded(mark, context).get("date")
    return parse_edtf(known) if known else None


def recorded_support(mark: Mark, context: Context) -> tuple[Span, ...]:
    """Return the recorded places of further words that carry a part of the fact."""
    return tuple(_spans(recorded(mark, context).get("support", "")))


def recorded_number(text: str) -> Decimal | None:
    """Return a recorded number: digits, or a share such as ``2/3``; None where it is neither."""
    share = _SHARE.fullmatch(text)
    return _PRECISE.divide(Decimal(share[1]), Decimal(share[2])) if share else parse_value(text)


def verified_date(date: Date | None, support: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Yield what to record of a date and of the words elsewhere that carry it."""
    if date is not None:
        yield "date", date.edtf
    places = " ".join(f"{span.start}-{span.end}" for span in support)
    if places:
        yield "support", places


def verified_quantity(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """Yield what to record of a number."""
    yield "value", _digits(quantity.value)
    if quantity.high is not None:
        yield "high", _digits(quantity.high)
    if quantity.bound != "exact":
        yield "bound", quantity.bound.value
    if quantity.unit is not None:
        yield "unit", quantity.unit
    if quantity.counted is not None:
        yield "of", quantity.counted
    if quantity.ordinal:
        yield "ordinal", "true"
    if quantity.increment:
        yield "increment", "true"


def _digits(value: Decimal) -> str:
    """Return a number so that it is read back; a share of endless digits as one, as the words had it."""
    if value == int(value):
        return f"{value:f}"
    share = Fraction(value).limit_denominator(_LARGEST_PART)
    if _PRECISE.divide(Decimal(share.numerator), Decimal(share.denominator)) == value:
        short = f"{value:f}"
        return short if len(short) <= _LONGEST else f"{share.numerator}/{share.denominator}"
    return f"{value:f}"


def _spans(places: str) -> Iterator[Span]:
    for place in places.split():
        match = _STRETCH.fullmatch(place)
        if match and int(match[1]) < int(match[2]):
            yield Span(int(match[1]), int(match[2]))
