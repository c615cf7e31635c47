"""What tables sort by: values of numbers and dates, where their words are others ("nearly three weeks")."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from generator.values import Date, Quantity
from generator.values.conversion import in_base

_DIGITS: Final = 12


def sortable_number(quantity: Quantity) -> str:
    """Return the value of a quantity in the base of its unit's kind; the lower end of a range."""
    return _number(quantity.value, quantity.unit)


@lru_cache(maxsize=1024)
def _number(number: Decimal, unit: str | None) -> str:
    value = in_base(number, unit)
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.{_DIGITS}g}"


def sortable_days(date: Date | None) -> str:
    """Return the first and the last day that a date may be: ``2023-11-24/2023-11-27``, ``/2023-11-23``."""
    if date is None or (date.earliest is None and date.latest is None):
        return ""
    return "/".join(day.isoformat() if day else "" for day in (date.earliest, date.latest))
