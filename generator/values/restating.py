"""One amount told in two units: ``160 km (100 miles)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.values.conversion import converted, in_base, unit_kind
from generator.values.quantity import Bound, Quantity, QuantityReading

_OPENS: Final = re.compile(r"\s*[(\[]\s*")
_CLOSES: Final = re.compile(r"\s*[)\]]")
_ROUNDING: Final = Fraction(1, 20)
"""Share of the first amount by which the second may be off: 10 km are called six miles."""


def without_restated(text: str, readings: Sequence[QuantityReading]) -> list[QuantityReading]:
    """Return the readings of a text but those that say the one before again, in brackets, in another unit."""
    kept: list[QuantityReading] = []
    for reading in readings:
        if kept and _is_bracketed(text, kept[-1], reading) and restates(kept[-1].quantity, reading.quantity):
            continue
        kept.append(reading)
    return kept


def _is_bracketed(text: str, first: QuantityReading, second: QuantityReading) -> bool:
    between = text[first.end : second.start]
    return _OPENS.fullmatch(between) is not None and _CLOSES.match(text, second.end) is not None


def restates(first: Quantity, second: Quantity) -> bool:
    """Return whether a quantity is another one in a unit that converts into its own, but for rounding."""
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return False
    if unit_kind(first.unit) != unit_kind(second.unit) or first.increment < second.increment:
        return False
    if second.bound not in (Bound.EXACT, Bound.ABOUT, first.bound) or (first.high is None) != (
        second.high is None
    ):
        return False
    pairs = [(first.value, second.value)]
    if first.high is not None and second.high is not None:
        pairs.append((first.high, second.high))
    return all(_is_near(one, first.unit, other, second.unit) for one, other in pairs)


def _is_near(value: Decimal, unit: str, other: Decimal, into: str) -> bool:
    """Return whether a value is another one, rounded as that one is, or nearly so."""
    exact = converted(value, unit, into)
    if exact is None:
        return False
    if abs(exact - other) <= Decimal(10) ** int(other.as_tuple().exponent) / 2:
        return True
    base = in_base(value, unit)
    return abs(in_base(other, into) - base) <= abs(base) * _ROUNDING
