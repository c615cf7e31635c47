"""A number as evidence gives it: value, bound, unit and what is counted."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import StrEnum
from typing import Final

from msgspec import Struct

from generator.values.units import UNITS, Unit

_MILLION: Final = 10**6
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (_MILLION, "million"))
_EXACT: Final = Context(prec=60)
_SHARES: Final = Context(prec=28)
_MOST_DIGITS: Final = 8
"""Behind the point; no news gives more, but a fraction in words may have no end."""

TOLERANCE: Final = Decimal("0.2")
"""How far from the number ``about`` and ``nearly`` may lie, as a share of it."""

_FRACTIONS: Final = {
    _SHARES.divide(Decimal(parts), Decimal(whole)): words
    for parts, whole, words in (
        (1, 2, "half"),
        (1, 3, "a third"),
        (2, 3, "two thirds"),
        (1, 4, "a quarter"),
        (3, 4, "three quarters"),
        (1, 5, "a fifth"),
        (2, 5, "two fifths"),
        (3, 5, "three fifths"),
        (4, 5, "four fifths"),
        (1, 6, "a sixth"),
        (1, 8, "an eighth"),
        (1, 10, "a tenth"),
    )
}


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


class Quantity(Struct, frozen=True, kw_only=True, array_like=True):
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

    @property
    def amount(self) -> str:
        """Return the number with its bound and unit, for a person: ``nearly 3 weeks``, ``$1.2 billion``."""
        if self.ordinal:
            return plain_amount(self.value, ordinal=True)
        unit = UNITS.get(self.unit) if self.unit else None
        if self.high is not None:
            low, high = _same_scale(self.value, self.high)
            ends = (
                f"{_signed(low, unit)}–{high}"
                if unit and unit.is_currency
                else f"{low}–{_signed(high, unit)}"
            )
            text = ends + _unit_words(unit, self.high, self.unit)
        else:
            number = _number(self.value) if unit else plain_amount(self.value)
            text = _signed(number, unit) + _unit_words(unit, self.value, self.unit)
        if self.increment:
            number, space, name = text.partition(" ")
            is_name = bool(space) and unit is not None and not unit.is_currency
            text = f"{number} more {name}" if is_name else f"{text} more"
        return text if self.bound in (Bound.EXACT, Bound.RANGE) else f"{self._bound_words} {text}"

    @property
    def label(self) -> str:
        """Return the whole for a person: ``at least 10 hostages``, ``15% of voters``, ``11th governor``."""
        if not self.counted:
            return self.amount
        is_share = self.unit is not None or (not self.ordinal and self.value in _FRACTIONS)
        return f"{self.amount} of {self.counted}" if is_share else f"{self.amount} {self.counted}"

    @property
    def comparable_unit(self) -> str:
        """Return what the numbers of two figures must share before they can be set side by side."""
        parts = [self.unit or "", (self.counted or "").casefold(), "ordinal" if self.ordinal else ""]
        return " ".join(part for part in parts if part)

    @property
    def _bound_words(self) -> str:
        return "fewer than" if self.bound is Bound.LESS_THAN and not self.unit else self.bound.value


class QuantityReading(Struct, frozen=True, gc=False):
    """A quantity read out of words."""

    quantity: Quantity
    start: int
    """Offset of the words in the text that was read: bound, number, unit and thing counted."""

    end: int
    words: str
    reason: str
    """In one phrase for a person: how the words became the value."""


def plain_amount(value: Decimal, high: Decimal | None = None, *, ordinal: bool = False) -> str:
    """Return a number without anything beside it, for a person: ``1.2 million``, ``10–12``, ``11th``."""
    if ordinal:
        return _ordinal(value)
    if high is not None:
        return "–".join(_same_scale(value, high))
    return _FRACTIONS.get(value) or _number(value)


def quantity_contradicts(quantity: Quantity, value: Decimal) -> bool:
    """Return whether what the words say rules a value out.

    A value within a bound or a range is not ruled out (``more than 20,000`` and 20,400); ``about`` and
    ``nearly`` allow a fifth of the number.
    """
    number, bound = quantity.value, quantity.bound
    if value in (number, quantity.high):
        return False
    leeway = abs(_EXACT.multiply(number, TOLERANCE))
    fits = {
        Bound.EXACT: False,
        Bound.AT_LEAST: value > number,
        Bound.MORE_THAN: value > number,
        Bound.AT_MOST: value < number,
        Bound.LESS_THAN: value < number,
        Bound.ABOUT: abs(value - number) <= leeway,
        Bound.NEARLY: value < number and number - value <= leeway,
        Bound.RANGE: quantity.high is not None and number < value < quantity.high,
    }
    return not fits[bound]


def _number(value: Decimal) -> str:
    """Return a number with separators, and with a scale in words where that is shorter."""
    size = abs(value)
    if size < _MILLION:
        return _shortened(value)
    for scale, name in _SCALES:
        if size >= scale:
            scaled = _EXACT.divide(value, Decimal(scale))
            text = f"{scaled:f}"
            if len(text.partition(".")[2]) <= 3:  # noqa: PLR2004  # more digits are no shorter
                return f"{scaled:,f} {name}"
            break
    return _shortened(value)


def _shortened(value: Decimal) -> str:
    """Return a number with separators; a fraction that never ends is rounded (``1.667``)."""
    text = f"{value:,f}"
    whole, _, digits = text.partition(".")
    if len(digits) <= _MOST_DIGITS:
        return text
    return f"{value:,.3f}".rstrip("0").rstrip(".") if whole.strip("-0") else text[: _MOST_DIGITS + 2]


def _same_scale(low: Decimal, high: Decimal) -> tuple[str, str]:
    """Return both ends of a range, the scale of the lower one left out where it is the same."""
    first, second = _number(low), _number(high)
    number, space, scale = first.partition(" ")
    return (number if space and second.endswith(f" {scale}") else first), second


def _signed(number: str, unit: Unit | None) -> str:
    """Return a number with the sign of its unit: a currency before it, the per cent sign behind."""
    if unit is None or not unit.symbol:
        return number
    if unit.is_currency:
        return f"-{unit.symbol}{number[1:]}" if number.startswith("-") else f"{unit.symbol}{number}"
    return f"{number}{unit.symbol}"


def _unit_words(unit: Unit | None, value: Decimal, code: str | None) -> str:
    if unit is None:
        return f" {code}" if code else ""
    if unit.symbol:
        return ""
    return f" {unit.singular if abs(value) == 1 else unit.plural}"


def _ordinal(value: Decimal) -> str:
    number = f"{value:,f}"
    if number.endswith(("11", "12", "13")):
        return f"{number}th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
