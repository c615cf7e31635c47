"""Who is at the centre of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from generator.model import ActorType
from generator.pages.dossier.merging import Merged
from generator.pages.dossier.rows import SourceRow
from generator.publishing import PublicActor, PublicCorpus

MOST_ACTORS: Final = 12
MOST_PLACES: Final = 12


class Central(Struct, frozen=True, kw_only=True):
    """One actor of a story."""

    name: str
    page: str | None
    role: str
    is_named: bool
    articles: int
    """How many speak of it."""

    facts: int
    """How many events, figures and quotes it takes part in or says; what is told again counts once."""

    quotes: int
    """How many of them are quotes that it says."""


class Cast(Struct, frozen=True, kw_only=True):
    """Who is in a story."""

    actors: tuple[Central, ...]
    """The most central first."""

    more: int
    """How many are not shown."""

    places: tuple[Central, ...]


def cast(sources: Iterable[SourceRow], facts: Sequence[Merged], corpus: PublicCorpus) -> Cast:
    """Return the actors of a story by how central they are, places apart.

    The measure is the number of facts that an actor takes part in or says, times the number of articles that
    speak of it: who carries the story in one article only stands behind who carries it through. Then come
    mentions, then the name.
    """
    told: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    spread: dict[str, set[str]] = {}
    mentions: Counter[str] = Counter()
    for fact in facts:
        for actor in fact.actors:
            told[actor] += 1
        if fact.lead.kind == "quote":
            for speaker in {row.fact.said_by for row in fact.tellings}:
                quoted[speaker] += 1
        for row in fact.tellings:
            for actor in row.actors:
                spread.setdefault(actor, set()).add(row.fact.slug)
    for source in sources:
        for actor, times in source.mentions:
            mentions[actor] += times
            spread.setdefault(actor, set()).add(source.article.slug)
    known = [corpus.actors[name] for name in spread if name in corpus.actors]
    weights = {
        actor.id: (-told[actor.id] * len(spread[actor.id]), -mentions[actor.id], actor.name, actor.id)
        for actor in known
    }
    ordered = sorted(known, key=lambda actor: weights[actor.id])
    actors = [actor for actor in ordered if actor.type is not ActorType.PLACE]
    places = [actor for actor in ordered if actor.type is ActorType.PLACE]

    def shown(found: Sequence[PublicActor]) -> tuple[Central, ...]:
        return tuple(
            _central(actor, len(spread[actor.id]), told[actor.id], quoted[actor.id]) for actor in found
        )

    return Cast(
        actors=shown(actors[:MOST_ACTORS]),
        more=max(0, len(actors) - MOST_ACTORS),
        places=shown(places[:MOST_PLACES]),
    )


def _central(actor: PublicActor, articles: int, facts: int, quotes: int) -> Central:
    return Central(
        name=actor.name,
        page=actor.page,
        role=actor.role or "",
        is_named=actor.is_named,
        articles=articles,
        facts=facts,
        quotes=quotes,
    )
