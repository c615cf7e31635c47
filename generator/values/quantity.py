"""A number as evidence gives it: value, bound, unit and what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How the words limit the value."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it says about itself.

    Source: schema.org ``QuantitativeValue`` (value, minValue, maxValue, unitCode, unitText).
    """

    value: Decimal
    """The number in the words; for a range its lower end."""

    high: Decimal | None = None
    """The upper end of a range; None otherwise."""

    bound: Bound = Bound.EXACT

    unit: str | None = None
    """UCUM code (``d``, ``km``, ``%``) or ISO 4217 code (``USD``) from the table of units."""

    counted: str | None = None
    """What is counted, as the words say it (``civilian hostages``); None beside a unit, unless both."""

    ordinal: bool = False
    """Whether the words give a place in a row (``a fifth``), not an amount."""

    increment: bool = False
    """Whether it comes on top of something (``20 further``), and so is no total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityReading:
    """A quantity read out of words."""

    quantity: Quantity
    start: int
    """Offset of the words in the text that was read: bound, number, unit and thing counted."""

    end: int
    words: str
    reason: str
    """In one phrase for a person: how the words became the value."""
