"""What tables sort by: values of numbers and dates, where their words are others ("nearly three weeks")."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from generator.values import Date, Quantity
from generator.values.conversion import in_base

_DIGITS: Final = 12


def sortable_number(quantity: Quantity) -> str:
    """Return the value of a quantity in the base of its unit's kind; the lower end of a range."""
    value = in_base(quantity.value, quantity.unit)
    return str(value.numerator) if value.denominator == 1 else _decimal(value)


def _decimal(value: Fraction) -> str:
    return f"{float(value):.{_DIGITS}g}"


def sortable_days(date: Date | None) -> str:
    """Return the first and the last day that a date may be: ``2023-11-24/2023-11-27``, ``/2023-11-23``."""
    if date is None or (date.earliest is None and date.latest is None):
        return ""
    return "/".join(day.isoformat() if day else "" for day in (date.earliest, date.latest))
