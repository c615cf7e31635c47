"""The ledger of figures: which agree, which followed on others, which contradict each other.

Two figures are compared only where all of these are equal: measure, thing counted, kind of unit, period,
standing, and whether they are a total, an increment or a place in a row. What is compared forms a series.
Then, by the day on which each was published:

* figures of one day that no number can fit together are in **conflict**;
* a figure that no number can fit together with what was known before **changes** it: a revision where all
  give one and the same period, the course of things where none gives any;
* all others fit together: they **agree** where they give the same number, and are only **compatible**
  otherwise ("at least 10" and 14).

Nothing is averaged, and nobody is said to be right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Final

from msgspec import Struct

from generator.model import Standing
from generator.values import Date, Quantity
from generator.values.conversion import unit_kind
from generator.values.limits import Limits, common, limits
from generator.values.things_counted import one_of

_ZERO: Final = Fraction(0)


class Point(Struct, frozen=True, kw_only=True):
    """One figure as one article gives it."""

    key: str
    """Key of the fact."""

    as_of: int
    """Day of publication, as a number that grows."""

    quantity: Quantity
    measure: str
    counted: str
    """What it counts, in words."""

    period: Date | None
    standing: Standing
    is_whole: bool = True
    """Whether all that decides what it may be compared with is known; what is withheld is not."""


class Finding(StrEnum):
    """What comparing the figures of a series found."""

    AGREEMENT = "agreement"
    COMPATIBLE = "compatible"
    REVISION = "revision"
    CHANGE = "change"
    CONFLICT = "conflict"


class Found(Struct, frozen=True, kw_only=True):
    """One finding, with the figures that it is about, each as the step that it was."""

    finding: Finding
    steps: tuple[tuple[str, ...], ...]
    """Keys of the figures, together where they are of one day or fit together; in the order of days."""


Basis = tuple[str, str, str, str, bool, bool, str]


def basis(point: Point) -> Basis:
    """Return what must be equal before two figures are compared."""
    quantity, period = point.quantity, point.period
    when = f"{period.earliest}/{period.latest}" if period else ""
    return (
        point.measure,
        one_of(point.counted),
        unit_kind(quantity.unit) if quantity.unit else "",
        when,
        quantity.ordinal,
        quantity.increment,
        point.standing.value if point.is_whole else point.key,
    )


def compare(points: Iterable[Point]) -> list[Found]:
    """Return what comparing figures finds, series by series in the order of their bases.

    Linear but for sorting: each figure is held against what is known, never against every other one.
    """
    series: dict[Basis, list[Point]] = {}
    for point in points:
        series.setdefault(basis(point), []).append(point)
    found: list[Found] = []
    for _, members in sorted(series.items()):
        if len(members) > 1:
            found += _findings(sorted(members, key=lambda point: (point.as_of, point.key)))
    return found


def _findings(members: Sequence[Point]) -> list[Found]:
    """Return the conflicts of a series, then how it went on, or that all of it fits together."""
    found: list[Found] = []
    runs: list[list[Point]] = []
    known: list[Limits] = []
    reach = {point.key: limits(point.quantity) for point in members}
    for _, of_day in groupby(members, key=lambda point: point.as_of):
        day = list(of_day)
        together = _together(day, reach)
        if len(together) > 1:
            found.append(_found(Finding.CONFLICT, together))
        fresh = [common([reach[point.key] for point in run]) for run in together]
        known, goes_on = _narrowed(known, fresh)
        if goes_on:
            runs[-1] += day
        else:
            runs.append(day)
    if len(runs) > 1:
        is_revision = members[0].period is not None
        found.append(_found(Finding.REVISION if is_revision else Finding.CHANGE, runs))
    elif not found:
        same = len(set(reach.values())) == 1
        found.append(_found(Finding.AGREEMENT if same else Finding.COMPATIBLE, [list(members)]))
    return found


def _together(day: Sequence[Point], reach: Mapping[str, Limits]) -> list[list[Point]]:
    """Return the figures of one day as the fewest runs, by their lower ends, in which all fit together."""
    if len(day) == 1:
        return [[day[0]]]
    ordered = sorted(day, key=lambda point: _lower_end(reach[point.key], point.key))
    runs: list[list[Point]] = []
    meeting: Limits | None = None
    for point in ordered:
        own = reach[point.key]
        met = meeting.meet(own) if meeting else own
        if meeting is None or met.is_empty:
            runs.append([point])
            meeting = own
        else:
            runs[-1].append(point)
            meeting = met
    return runs


def _lower_end(reach: Limits, key: str) -> tuple[bool, Fraction, str]:
    return (reach.low is not None, reach.low or _ZERO, key)


def _narrowed(known: Sequence[Limits], fresh: Sequence[Limits]) -> tuple[list[Limits], bool]:
    """Return what is known after a day, and whether any of it was known before.

    Both are in order and lie apart from each other, so each is looked at once.
    """
    met: list[Limits] = []
    alone: list[Limits] = []
    at = 0
    for each in fresh:
        before = len(met)
        while at < len(known):
            both = known[at].meet(each)
            if not both.is_empty:
                met.append(both)
            if not known[at].ends_before(each):
                break
            at += 1
        if len(met) == before:
            alone.append(each)
    found = sorted([*met, *alone], key=lambda each: (each.low is not None, each.low or _ZERO))
    return found, bool(met)


def _found(finding: Finding, runs: Sequence[Sequence[Point]]) -> Found:
    return Found(finding=finding, steps=tuple(tuple(point.key for point in run) for run in runs))
