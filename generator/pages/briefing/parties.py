"""Who stands where: everyone the article speaks of, and what they say in it."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from msgspec import Struct

from generator.model import ActorType
from generator.pages.briefing.line import Line, Lines, Link, Part
from generator.publishing import PublicActor, PublicRecord


class Party(Struct, frozen=True, kw_only=True):
    """One actor of the article."""

    name: str
    is_named: bool
    anchors: tuple[str, ...]
    """Anchors of the marks that name it alone, or it before others."""

    words: str | None
    """Anchor of the first words that name it; None where only marks of others lead to it."""

    role: Part | None
    """Its role in words of the article."""

    own_role: str | None
    """Its role in words of the editor."""

    page: str | None
    kind: str
    quotes: tuple[Link, ...]
    """Its quotes, each leading to its row."""

    facts: int
    """How many events and figures rest on what it says."""


class Parties(Struct, frozen=True, kw_only=True):
    """All of them."""

    spoke: tuple[Party, ...]
    """Whoever is quoted or says something, most quotes first."""

    unquoted: tuple[Party, ...]
    """Whoever is named and says nothing, in the order of the text."""

    places: tuple[Party, ...]
    notes: tuple[Line, ...]
    """Remarks of the editor on marks of actors."""


_NO_PARTIES: Final = frozenset({ActorType.PLACE})


def parties(lines: Lines) -> Parties:
    """Return the actors of an article."""
    article = lines.article
    mentions: defaultdict[str, list[PublicRecord]] = defaultdict(list)
    said: defaultdict[str, list[PublicRecord]] = defaultdict(list)
    order: dict[str, None] = {}
    for record in article.records:
        for name in record.actors:
            order.setdefault(name)
            if record.kind == "actor":
                mentions[name].append(record)
        if record.said_by:
            order.setdefault(record.said_by)
            said[record.said_by].append(record)
    found = [(_party(lines.actor(name), mentions[name], said[name], lines), name) for name in order]
    types = {name: lines.actor(name).type for name in order}
    return Parties(
        spoke=tuple(
            party
            for party, _ in sorted(
                ((party, name) for party, name in found if said[name]),
                key=lambda item: (-len(item[0].quotes), -item[0].facts),
            )
        ),
        unquoted=tuple(party for party, name in found if not said[name] and types[name] not in _NO_PARTIES),
        places=tuple(party for party, name in found if not said[name] and types[name] in _NO_PARTIES),
        notes=tuple(
            lines.line((record,))
            for record in article.facts
            if record.kind == "actor" and (record.note or record.internal)
        ),
    )


def _party(actor: PublicActor, mentions: list[PublicRecord], said: list[PublicRecord], lines: Lines) -> Party:
    role = lines.article.roles.get(actor.id)
    quotes = [record for record in said if record.mode is not None and record.continues is None]
    alone = [record for record in mentions if record.actors[0] == actor.id and not record.is_found]
    first = next(
        (record for record in mentions if record.passages[0].text), mentions[0] if mentions else None
    )
    return Party(
        name=actor.name,
        is_named=actor.is_named,
        anchors=tuple(record.anchor for record in alone),
        words=first.passage if first else None,
        role=Part(text=role.text, anchor=role.anchor) if role else None,
        own_role=actor.role if actor.role and not role else None,
        page=actor.page,
        kind=actor.type.value if actor.type else "",
        quotes=tuple(lines.fact(record) for record in quotes),
        facts=sum(record.mode is None for record in said),
    )
