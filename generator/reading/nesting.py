"""Which mark stands inside which."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Mark


def parents(marks: Sequence[Mark]) -> tuple[int | None, ...]:
    """Return for each mark the position of the narrowest mark whose words hold all of its words.

    Marks come sorted: by where they begin, outer ones first. Linear for marks that nest; marks that overlap
    (standoff only) cost a look at each mark that is still open.
    """
    found: list[int | None] = []
    still_open: list[int] = []
    for position, mark in enumerate(marks):
        if not still_open:
            found.append(None)
            still_open.append(position)
            continue
        start, end = mark.spans[0].start, mark.spans[-1].end
        still_open = [other for other in still_open if marks[other].spans[-1].end > start]
        holders = [
            other for other in still_open if marks[other].spans[-1].end >= end and _holds(marks[other], mark)
        ]
        found.append(min(holders, key=lambda other: (_length(marks[other]), -other), default=None))
        still_open.append(position)
    return tuple(found)


def _holds(outer: Mark, inner: Mark) -> bool:
    return all(any(span.contains(stretch) for span in outer.spans) for stretch in inner.spans)


def _length(mark: Mark) -> int:
    return sum(len(span) for span in mark.spans)
