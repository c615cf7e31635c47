"""Long indexes: rows cut into pages, addresses of pages, and the ways from one to the next."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

RowT = TypeVar("RowT")

OTHER_LETTERS: Final = "_other"
"""Stands for names that begin with no Latin letter or digit."""


class Sheet(Struct, Generic[RowT], frozen=True, kw_only=True):
    """One page of a run."""

    path: str
    number: int
    """From 1."""

    count: int
    """How many pages the run has."""

    rows: Sequence[RowT]
    previous: str | None
    """Path of the page before this one."""

    following: str | None
    """Path of the page after this one."""


def sheet_path(base: str, number: int) -> str:
    """Return where a page of a run stands: ``timeline/2031.md``, then ``timeline/2031/page-2.md``.

    A folder for the later pages, because ``vance-2.md`` may be the page of another actor.
    """
    return f"{base}.md" if number == 1 else f"{base}/page-{number}.md"


def letter_of(name: str) -> str:
    """Return the first letter or digit of a name, plain and lower-case; ``_other`` for other scripts."""
    for character in unicodedata.normalize("NFKD", name).lower():
        if character.isalnum():
            return character if character.isascii() else OTHER_LETTERS
    return OTHER_LETTERS


def sheets(base: str, rows: Sequence[RowT], size: int) -> Iterator[Sheet[RowT]]:
    """Yield the pages of a run, each with at most ``size`` rows; no rows give one empty page."""
    count = max(1, -(-len(rows) // size))
    for number in range(1, count + 1):
        path = sheet_path(base, number)
        yield Sheet(
            path=path,
            number=number,
            count=count,
            rows=rows[(number - 1) * size : number * size],
            previous=sheet_path(base, number - 1) if number > 1 else None,
            following=sheet_path(base, number + 1) if number < count else None,
        )
