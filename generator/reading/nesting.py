"""Which mark stands inside which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Final

from generator.model import Mark
from generator.problems import Problem

MOST: Final = 50
"""Marks that may be open at one place; each costs a look for every mark that begins there."""


def uncrowded(marks: Iterable[Mark], problems: list[Problem]) -> tuple[Mark, ...]:
    """Return marks, in order, of which at most so many are open at one place; the others are a problem."""
    kept: list[Mark] = []
    crowded: list[Mark] = []
    ends: list[int] = []
    for mark in marks:
        while ends and ends[0] <= mark.spans[0].start:
            heappop(ends)
        if len(ends) < MOST:
            heappush(ends, mark.spans[-1].end)
            kept.append(mark)
        else:
            crowded.append(mark)
    if crowded:
        others = f", and so are {len(crowded) - 1:,} others" if len(crowded) > 1 else ""
        problems.append(
            Problem(
                code="crowded-marks",
                message=f"expected at most {MOST} marks that cover one place; this one is left out{others}",
                location=crowded[0].location,
                example="take out what stands there twice",
            )
        )
    return tuple(kept)


def parents(marks: Sequence[Mark]) -> tuple[int | None, ...]:
    """Return for each mark the position of the narrowest mark whose words hold all of its words.

    Marks come sorted: by where they begin, outer ones first. Each costs a look at all that are still open.
    """
    found: list[int | None] = []
    ends = [mark.spans[-1].end for mark in marks]
    still_open: list[int] = []
    for position, mark in enumerate(marks):
        parent: int | None = None
        if still_open:
            start, end = mark.spans[0].start, ends[position]
            still_open = [other for other in still_open if ends[other] > start]
            holders = [other for other in still_open if ends[other] >= end and _holds(marks[other], mark)]
            parent = holders[0] if len(holders) == 1 else _narrowest(holders, marks)
        found.append(parent)
        still_open.append(position)
    return tuple(found)


def _narrowest(holders: Sequence[int], marks: Sequence[Mark]) -> int | None:
    return min(holders, key=lambda other: (_length(marks[other]), -other), default=None)


def _holds(outer: Mark, inner: Mark) -> bool:
    if len(outer.spans) == len(inner.spans) == 1:
        return outer.spans[0].contains(inner.spans[0])
    # spans of a mark are in order and apart, so that one of them can hold a stretch
    return all(
        (at := bisect_right(outer.spans, stretch.start, key=lambda span: span.start)) > 0
        and outer.spans[at - 1].contains(stretch)
        for stretch in inner.spans
    )


def _length(mark: Mark) -> int:
    return sum(len(span) for span in mark.spans)
