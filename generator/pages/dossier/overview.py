"""What is new, what comes next, and what should have come by now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from generator.model import Standing
from generator.pages.dossier.merging import TO_COME, Merged, MergedView, merged_views

MOST_NEW: Final = 6
MOST_TO_COME: Final = 10


class Overview(Struct, frozen=True, kw_only=True):
    """The three of them."""

    newest: tuple[MergedView, ...]
    """What happened last, the latest first."""

    next: tuple[MergedView, ...]
    """Planned or a condition, by date; undated ones last, the newest first."""

    more: int
    """How many further ones are to come."""

    overdue: tuple[MergedView, ...]
    """Planned for a day that has passed in the story, and no article says what became of it; by date."""

    more_overdue: int
    """How many earlier ones are not shown."""


def overview(facts: Sequence[Merged], today: int) -> Overview:
    """Return the overview of a story.

    ``today`` is the day on which its newest article was published: what a story knows of time. No clock is
    asked, so that the same seeds give the same pages.
    """
    told = [fact for fact in facts if fact.lead.kind != "quote"]
    coming = sorted((fact for fact in told if is_open(fact) and not is_past(fact, today)), key=_soonest)
    overdue = sorted((fact for fact in told if is_overdue(fact, today)), key=lambda fact: fact.place)
    latest = overdue[-MOST_TO_COME:]
    happened = sorted((fact for fact in told if _has_happened(fact, today)), key=_latest)
    return Overview(
        newest=merged_views(happened[:MOST_NEW]),
        next=merged_views(coming[:MOST_TO_COME]),
        more=max(0, len(coming) - MOST_TO_COME),
        overdue=merged_views(latest),
        more_overdue=len(overdue) - len(latest),
    )


def is_open(fact: Merged) -> bool:
    """Return whether a fact is planned or a condition, and nothing says what became of it.

    A figure that stands in an event is left to the event.
    """
    return fact.standing in TO_COME and not fact.outcomes and not fact.lead.is_part


def is_past(fact: Merged, today: int) -> bool:
    """Return whether the last day that a fact may be lies before a day."""
    return fact.date is not None and fact.date.latest is not None and fact.date.latest.toordinal() < today


def is_overdue(fact: Merged, today: int) -> bool:
    """Return whether an event was planned for a day that has passed and nothing says what became of it."""
    return (
        fact.lead.kind == "event"
        and fact.standing is Standing.PLANNED
        and is_open(fact)
        and is_past(fact, today)
    )


def _has_happened(fact: Merged, today: int) -> bool:
    return (
        fact.lead.kind == "event"
        and fact.standing is Standing.REPORTED
        and fact.date is not None
        and fact.date.latest is not None
        and fact.date.latest.toordinal() <= today
    )


def _latest(fact: Merged) -> tuple[int, int, str, int]:
    last = fact.date.latest.toordinal() if fact.date and fact.date.latest else 0
    return (-last, -fact.lead.published, fact.lead.fact.slug, -fact.lead.fact.start)


def _soonest(fact: Merged) -> tuple[int, tuple[int, int, int, int, str], int, str, int]:
    key = fact.date.sort_key if fact.date else (0, 0, 0, 0, "")
    return (0 if fact.date else 1, key, -fact.lead.published, fact.lead.fact.slug, fact.lead.fact.start)
