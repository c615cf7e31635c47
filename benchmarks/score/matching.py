"""Answers against gold: what counts as right.

An answer is right where its words share some with gold words and its value equals theirs; each gold item is
matched once, and a range is right on both of the dates that it joins. Words that gold leaves open
(``ignored``) count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from benchmarks.score.gold import Day, Item, Kind, Number, Readings, Speaker, Value
from generator.text import Span
from generator.values import Date, Precision

_CLOSE: Final = Decimal("0.000001")
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL: Final = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "s", "'s"})


@dataclass(frozen=True, slots=True)
class Counts:
    """Right answers, all answers, and all that there was to find."""

    right: int = 0
    answered: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.answered + other.answered, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Return the share of answers that are right."""
        return self.right / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.answered + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What became of the answers to one text."""

    right: tuple[tuple[Item, Item], ...]
    """Gold and answer."""

    missed: tuple[Item, ...]
    wrong: tuple[Item, ...]
    """Answers that are not right, also those on the words of a missed item."""

    @property
    def counts(self) -> Counts:
        """Return the numbers."""
        right = len(self.right)
        return Counts(right, right + len(self.wrong), right + len(self.missed))


def match(kind: Kind, gold: Sequence[Item], answers: Sequence[Item], ignored: Sequence[Span] = ()) -> Match:
    """Hold answers against gold, each gold item against the answer that shares most words with it."""
    left = sorted(answers, key=lambda each: (each.span.start, each.span.end))
    ranges = [each for each in left if sum(each.span.contains(wanted.span) for wanted in gold) > 1]
    right: list[tuple[Item, Item]] = []
    missed: list[Item] = []
    for wanted in gold:
        fitting = [each for each in left if shares(kind, wanted.span, each.span) and equal(wanted, each)]
        if fitting:
            best = max(fitting, key=lambda each: _common(wanted.span, each.span))
            left.remove(best)
        else:
            fitting = [each for each in ranges if each.span.contains(wanted.span) and _is_end(wanted, each)]
            best = fitting[0] if fitting else wanted
        if fitting:
            right.append((wanted, best))
        else:
            missed.append(wanted)
    used = [best for _, best in right]
    left = [each for each in left if each not in used]
    matched = [wanted for wanted, _ in right]
    wrong = [
        each
        for each in left
        if not any(each.span.overlaps(span) for span in ignored)
        # the other end of a range that gold has as one, or a part of a quote that was found
        and not any(each.span.overlaps(wanted.span) and equal(wanted, each) for wanted in matched)
    ]
    return Match(right=tuple(right), missed=tuple(missed), wrong=tuple(wrong))


def shares(kind: Kind, wanted: Span, found: Span) -> bool:
    """Return whether an answer stands on the words: any of them; half of a quote or name."""
    common = _common(wanted, found)
    if kind in (Kind.DATE, Kind.QUANTITY):
        return common > 0
    return 2 * common >= min(wanted.end - wanted.start, found.end - found.start) > 0


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def equal(wanted: Item, found: Item) -> bool:
    """Return whether two values are equal, each by the rule of its kind."""
    return _equal(wanted.value, found.value)


def _equal(wanted: Value, found: Value) -> bool:
    if isinstance(wanted, Date):
        return _is_date(wanted, found)
    if isinstance(wanted, Number) and isinstance(found, Number):
        return _same_number(wanted, found)
    if isinstance(wanted, Speaker) and isinstance(found, Speaker):
        return any(_same_name(one, other) for one in wanted.names for other in found.names)
    return wanted == found


def _is_date(wanted: Date, found: Value) -> bool:
    if isinstance(found, Day):
        return wanted.contains(Date.day(found.day))
    if isinstance(found, Readings):
        return any(_same_date(wanted, date) for date in found.dates)
    return isinstance(found, Date) and _same_date(wanted, found)


def _same_date(wanted: Date, found: Date) -> bool:
    """Compare first and last days, as notations differ.

    Gold has the date alone where an answer takes in "before" or "since": an open end is right where the other
    end is one of gold's, or the day beside it.
    """
    if found.edtf.endswith("~") and wanted.contains(found):
        # "early 2009": TIMEX3 says 2009 there, and keeps "early" in an attribute of its own
        return found.precision is Precision.SEASON or found.edtf[:-1] == wanted.edtf
    if found.earliest and found.latest:
        return (wanted.earliest, wanted.latest) == (found.earliest, found.latest)
    ends = [end.toordinal() for end in (wanted.earliest, wanted.latest) if end is not None]
    if found.latest:
        return any(found.latest.toordinal() - end in (-1, 0) for end in ends)
    if found.earliest:
        return any(found.earliest.toordinal() - end in (0, 1) for end in ends)
    return False


def _is_end(wanted: Item, found: Item) -> bool:
    """Return whether a range, given on the words of several dates, begins or ends with this one."""
    one, other = wanted.value, found.value
    if isinstance(one, Date) and isinstance(other, Date):
        return one.earliest == other.earliest is not None or one.latest == other.latest is not None
    if isinstance(one, Date) and isinstance(other, Readings):
        return any(_is_end(wanted, Item(found.span, date)) for date in other.dates)
    return False


def _same_number(wanted: Number, found: Number) -> bool:
    """Compare both ends; one number alone is right where it is an end of the range."""
    if found.low == found.high:
        return _close(wanted.low, found.low) or _close(wanted.high, found.low)
    return _close(wanted.low, found.low) and _close(wanted.high, found.high)


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _same_name(wanted: str, found: str) -> bool:
    """Return whether one name's words are a part of the other's: "Vance" and "Ida Vance"."""
    one, other = _words(wanted), _words(found)
    shorter, longer = sorted((one, other), key=len)
    size = len(shorter)
    return size > 0 and any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _words(name: str) -> list[str]:
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
    return [word for word in words if word not in _SMALL]
