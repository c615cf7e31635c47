"""What pages may know of all articles together, rights applied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.analysis import origins, tellings
from generator.model import Actor, Corpus, FactEntry, Memo
from generator.publishing.corrections import successors, withdrawn
from generator.publishing.memos import cited_by, publish_memos
from generator.publishing.public import PublicActor, PublicCorpus, PublicLink
from generator.settings import Audience

NAMELESS: Final = "an unnamed person"
"""Stands for a description that is withheld: it is the source's, word for word."""

LONG: Final = 8
"""Words in a row that are the source's, not an office or a name that anybody uses."""

ROWS_OF_AN_ARTICLE: Final = 5
"""With more articles than pages have rows for at this many each, indexes go by year, story or letter."""


def publish_corpus(
    corpus: Corpus,
    rows_per_page: int = 200,
    memos: Iterable[Memo] = (),
    audience: Audience = Audience.WORKING,
    embargoed: frozenset[str] = frozenset(),
) -> PublicCorpus:
    """Return what pages may know of all articles together; ``embargoed`` are slugs of those still so."""
    told = {story for summary in corpus.summaries.values() for story in summary.stories}
    used = {actor for summary in corpus.summaries.values() for actor in summary.used_actors}
    placed = origins(corpus.summaries)
    public = publish_memos(memos)
    return PublicCorpus(
        actors={
            name: _actor(name, actor, corpus, has_page=name in used)
            for name, actor in sorted(corpus.actors.items())
        },
        measures=corpus.registries.measures,
        # a story of which all is held back is not even counted
        stories={
            name: story
            for name, story in corpus.registries.stories.items()
            if name in told or not any(name in summary.stories for summary in corpus.held.values())
        },
        facts={
            key: _link(corpus.facts[key], corpus)
            for summary in corpus.summaries.values()
            for key, _ in summary.references
            if key in corpus.facts
        },
        titles={slug: summary.title for slug, summary in corpus.summaries.items()},
        origins=placed,
        origin_names={origin.id: origin.name for origin in placed.values()},
        tellings=tellings(corpus.summaries, placed),
        memos=public,
        cited=cited_by(public),
        withdrawn=withdrawn(corpus),
        superseded=successors(corpus.summaries.values()),
        rows_per_page=rows_per_page,
        audience=audience,
        embargoed=embargoed,
        is_small=len(corpus.summaries) * ROWS_OF_AN_ARTICLE <= rows_per_page,
    )


def _actor(name: str, actor: Actor, corpus: Corpus, *, has_page: bool) -> PublicActor:
    return PublicActor(
        id=name,
        name=actor.name or _description(name, actor, corpus),
        is_named=actor.name is not None,
        type=actor.type,
        role=actor.role if actor.role and _may_show(actor.role, name, corpus) else None,
        aliases=tuple(alias for alias in actor.aliases if _may_show(alias, name, corpus)),
        wikidata=actor.wikidata,
        has_page=has_page,
    )


def _description(name: str, actor: Actor, corpus: Corpus) -> str:
    """Return the description of someone unnamed, unless only articles without any display give it."""
    if actor.unnamed is None:
        return name
    return actor.unnamed if _is_given(actor.unnamed, name, corpus) else NAMELESS


def _may_show(words: str, name: str, corpus: Corpus) -> bool:
    """Return whether a role or an alias is a short one, or not of articles without any display alone."""
    return len(words.split()) < LONG or _is_given(words, name, corpus)


def _is_given(words: str, name: str, corpus: Corpus) -> bool:
    """Return whether the registry, or an article of which words may be shown, says this of an actor."""
    if name in corpus.registries.actors:
        return True
    declaring = [summary for summary in corpus.summaries.values() if name in summary.actors]
    return any(not summary.withheld and _says(summary.actors[name], words) for summary in declaring)


def _says(actor: Actor, words: str) -> bool:
    return words in (actor.unnamed, actor.role, *actor.aliases)


def _link(entry: FactEntry, corpus: Corpus) -> PublicLink:
    slug, _, name = entry.key.partition("#")
    summary = corpus.summaries[slug]
    has_words = not (summary.withheld and entry.title == name)
    return PublicLink(
        key=entry.key,
        kind=entry.kind,
        label=entry.title if has_words else f"{entry.kind.capitalize()} in “{summary.title}”",
        page=f"articles/{slug}.md",
        anchor=f"fact-{name}",
    )
