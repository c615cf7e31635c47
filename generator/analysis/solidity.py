"""How solid an article's facts are: who carries them, what was concluded, what is left open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from msgspec import Struct, field

from generator.analysis.joining import joined
from generator.model import Actor, Article, Event, Mention, Quote, Record


class Solidity(Struct, frozen=True, kw_only=True):
    """Counts and ids; facts that ``same`` joins count once, for their first."""

    speakers: tuple[tuple[str | None, int], ...] = ()
    """Actor id and number of events and figures that rest on what they say, most first; None for the
    article's own account."""

    unnamed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of an unnamed actor: the events and figures that nobody else in the article carries."""

    inferred: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    """Events that nothing dates."""

    unattributed: tuple[str, ...] = ()
    """Quotes whose speaker cannot be told."""


def solidity(article: Article, unnamed: frozenset[str]) -> Solidity:
    """Return how solid an article is, given the ids of all actors that bear no name."""
    facts = [record for record in article.facts if not isinstance(record, Quote | Mention)]
    groups = joined(facts, lambda record: (article.key(record),), lambda record: record.same)
    counted: Counter[str | None] = Counter()
    alone: defaultdict[str, list[str]] = defaultdict(list)
    for group in groups:
        speakers = {record.said_by for record in group}
        counted.update(speakers)
        only = next(iter(speakers)) if len(speakers) == 1 else None
        if only in unnamed and only is not None:
            alone[only].append(group[0].id)
    quotes = list(article.of(Quote))
    return Solidity(
        speakers=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0] or ""))),
        unnamed={actor: tuple(ids) for actor, ids in alone.items()},
        inferred=tuple(record.id for record in article.facts if record.inferred),
        undated=tuple(
            group[0].id
            for group in groups
            if isinstance(group[0], Event) and all(_is_undated(record) for record in group)
        ),
        unattributed=tuple(quote.id for quote in quotes if quote.said_by is None),
    )


def nameless_speakers(article: Article, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the ids of those whom an article quotes and no article names, given the actors of all."""
    speakers = {record.said_by for record in article.records if record.said_by in actors}
    return frozenset(name for name in speakers if name and actors[name].name is None)


def _is_undated(record: Record) -> bool:
    return isinstance(record, Event) and record.date is None
