"""What a repair would do, and what it leaves to a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.repair import Change, Repair, Uncertain
from generator.reports.text import shown

_SHOWN: Final = 60


def format_changes(repair: Repair) -> str:
    """Return a line for every anchor with a sure place.

    Each is ``seeds/ferry.yml:8:5: '14 crews' stands at 5–13``.
    """
    return "".join(f"{shown(_change(change))}\n" for change in repair.changes)


def format_uncertain(repair: Repair) -> str:
    """Return what a person has to look at, each with the likeliest places below it."""
    return "".join(f"{shown(line)}\n" for each in repair.uncertain for line in _uncertain(each))


def _change(change: Change) -> str:
    words = f"'{_cut(change.before)}'"
    place = f"{change.span.start}–{change.span.end}"
    if change.before == change.after:
        return f"{change.location}: {words} stands at {place}"
    return f"{change.location}: {words} is '{_cut(change.after)}' at {place}, {change.likeness:.0%} alike"


def _uncertain(each: Uncertain) -> Iterator[str]:
    words = f"'{_cut(each.words)}': " if each.words else ""
    yield f"{each.location}: left as it is: {words}{each.reason}"
    for span, found in each.places:
        yield f"  {span.start}–{span.end}: '{_cut(found)}'"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
