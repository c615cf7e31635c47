"""How solid is this: who carries the facts, what was concluded, what the text leaves open."""

from __future__ import annotations

from msgspec import Struct

from generator.pages.briefing.line import Lines, Link


class Carried(Struct, frozen=True, kw_only=True):
    """How many events and figures rest on one voice."""

    who: Link | None
    """None for the article's own account."""

    is_named: bool
    count: int


class Alone(Struct, frozen=True, kw_only=True):
    """What rests on one unnamed source and nothing else."""

    who: Link
    facts: tuple[Link, ...]


class Concluded(Struct, frozen=True, kw_only=True):
    """A fact whose value was concluded from others."""

    fact: Link
    because: tuple[Link, ...]


class Solid(Struct, frozen=True, kw_only=True):
    """All of it."""

    count: int
    carried: tuple[Carried, ...]
    alone: tuple[Alone, ...]
    inferred: tuple[Concluded, ...]
    undated: tuple[Link, ...]
    unattributed: tuple[Link, ...]


def solid(lines: Lines) -> Solid | None:
    """Return how solid an article's facts are; None where it has none."""
    found = lines.article.solidity
    if not any(record.kind != "actor" for record in lines.article.facts):
        return None
    return Solid(
        count=sum(count for _, count in found.speakers),
        carried=tuple(_carried(name, count, lines) for name, count in found.speakers),
        alone=tuple(
            Alone(who=lines.actor_link(lines.actor(name)), facts=_facts(ids, lines))
            for name, ids in found.unnamed.items()
        ),
        inferred=tuple(
            Concluded(fact=lines.fact(lines.by_id[name]), because=lines.facts(lines.by_id[name].because))
            for name in found.inferred
        ),
        undated=_facts(found.undated, lines),
        unattributed=_facts(found.unattributed, lines),
    )


def _carried(name: str | None, count: int, lines: Lines) -> Carried:
    if name is None:
        return Carried(who=None, is_named=True, count=count)
    actor = lines.actor(name)
    return Carried(who=lines.actor_link(actor), is_named=actor.is_named, count=count)


def _facts(ids: tuple[str, ...], lines: Lines) -> tuple[Link, ...]:
    return tuple(lines.fact(lines.by_id[name]) for name in ids)
