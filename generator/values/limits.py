"""What numbers a quantity allows, so that two of them can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from generator.values.conversion import in_base
from generator.values.quantity import TOLERANCE, Bound, Quantity

_LEEWAY: Final = Fraction(TOLERANCE)
_OPEN: Final = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.NEARLY})


class Limits(Struct, frozen=True):
    """An interval, in the base of the unit; None leaves an end without limit."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    """Whether the lower end itself is left out (``more than``)."""

    high_open: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def meet(self, other: Limits) -> Limits:
        """Return what both allow."""
        low, low_open = self.low, self.low_open
        if low is None or (other.low is not None and (other.low, other.low_open) > (low, low_open)):
            low, low_open = other.low, other.low_open
        high, high_open = self.high, self.high_open
        if high is None or (
            other.high is not None and (other.high, not other.high_open) < (high, not high_open)
        ):
            high, high_open = other.high, other.high_open
        return Limits(low, high, low_open, high_open)

    def ends_before(self, other: Limits) -> bool:
        """Return whether its upper end lies below another's."""
        if self.high is None or other.high is None:
            return self.high is not None
        return (self.high, not self.high_open) < (other.high, not other.high_open)


def limits(quantity: Quantity) -> Limits:
    """Return what numbers a quantity allows: ``about`` and ``nearly`` a fifth beside the one they give."""
    value = in_base(quantity.value, quantity.unit)
    match quantity.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return Limits(value, None, low_open=quantity.bound in _OPEN)
        case Bound.AT_MOST | Bound.LESS_THAN:
            return Limits(None, value, high_open=quantity.bound in _OPEN)
        case Bound.ABOUT:
            leeway = abs(value) * _LEEWAY
            return Limits(value - leeway, value + leeway)
        case Bound.NEARLY:
            return Limits(value - abs(value) * _LEEWAY, value, high_open=True)
        case _:
            return Limits(value, value if quantity.high is None else in_base(quantity.high, quantity.unit))


def common(found: Sequence[Limits]) -> Limits:
    """Return what all of them, at least one, allow; where every two intervals meet, all do."""
    meeting = found[0]
    for each in found[1:]:
        meeting = meeting.meet(each)
    return meeting
