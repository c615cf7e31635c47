"""Checks of all articles and registries together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Corpus, FactEntry, Need
from generator.problems import Problem
from generator.reading.references import with_article
from generator.reading.vocabulary import names_of
from generator.text import Location

_REGISTRY: Final = Location("seeds/actors.yml")


def ambiguous_names(corpus: Corpus) -> Iterator[Problem]:
    """Yield names and aliases that two actors share, so that no mention of them can be linked."""
    owner: dict[str, str] = {}
    places = _places(corpus)
    for identifier in sorted(corpus.actors):
        for name, weak in names_of(corpus.actors[identifier]):
            first = owner.setdefault(name, identifier)
            if first == identifier or weak:
                continue
            place = places.get(identifier, _REGISTRY)
            other = places.get(first, _REGISTRY)
            yield Problem(
                code="duplicate-alias",
                message=f"'{name}' belongs to '{first}' and to '{identifier}', so it links to neither",
                location=place,
                example="leave it out of one, or mark mentions by hand: {.actor ref=" + identifier + "}",
                related=(other,),
            )


def ids_alike(corpus: Corpus) -> Iterator[Problem]:
    """Yield actors of several files whose ids differ by capital letters alone: many disks mix up their pages.

    Within one file, reading it has said so.
    """
    first: dict[str, str] = {}
    places = _places(corpus)
    registered = corpus.registries.actors
    for identifier in sorted(
        corpus.actors, key=lambda name: (name not in registered, places.get(name, _REGISTRY))
    ):
        earlier = first.setdefault(identifier.lower(), identifier)
        place, other = places.get(identifier, _REGISTRY), places.get(earlier, _REGISTRY)
        if earlier != identifier and place.path != other.path:
            yield Problem(
                code="bad-id",
                message=f"'{identifier}' and '{earlier}' differ by capital letters alone",
                location=place,
                related=(other,),
            )


def unfitting_references(corpus: Corpus) -> Iterator[Problem]:
    """Yield references to facts of other articles that are of a kind which cannot stand there.

    Within one article, reading it has said so.
    """
    for summary in corpus.summaries.values():
        for need in summary.needs:
            entry = corpus.facts.get(need.key)
            if entry is None or _fits(need, entry):
                continue
            message, example = _unfitting(need, with_article(entry.kind))
            yield Problem(
                code="wrong-kind",
                message=message,
                location=need.location,
                example=example,
                related=(entry.location,),
            )


def _unfitting(need: Need, found: str) -> tuple[str, str | None]:
    """Return what is wrong with a reference to a fact of the kind that was found, and an example."""
    match need.attribute:
        case "same":
            asked, example = with_article(need.kind), "use because= for what it follows from"
            return f"same needs {asked}, '{need.key}' is {found}", example
        case "outcome":
            message = f"outcome needs a planned event or a condition, '{need.key}' is {found} that is neither"
            return message, "[it sailed]{.event outcome=ferry-talks#sailing}"
        case _:
            return f"because needs events, figures or quotes, '{need.key}' is {found}", None


def _fits(need: Need, entry: FactEntry) -> bool:
    if need.attribute == "same":
        return entry.kind == need.kind
    return entry.is_open if need.attribute == "outcome" else entry.kind != "actor"


def unused_declarations(corpus: Corpus) -> Iterator[Problem]:
    """Yield actors, measures and stories that no article uses."""
    actors: set[str] = set()
    measures: set[str] = set()
    stories: set[str] = set()
    # what is held back today is used all the same
    for summary in (*corpus.summaries.values(), *corpus.held.values()):
        actors.update(summary.used_actors)
        measures.update(summary.used_measures)
        stories.update(summary.stories)
    registries = corpus.registries
    for code, what, declared, used in (
        ("unused-measure", "measure", registries.measures, measures),
        ("unused-story", "story", registries.stories, stories),
    ):
        for identifier in sorted(declared.keys() - used):
            place = registries.locations.get((f"{what}s".replace("ys", "ies"), identifier))
            yield Problem(
                code=code,
                message=f"{what} '{identifier}' is declared and never used",
                location=place or Location("seeds"),
            )
    places = _places(corpus)
    for identifier in sorted(corpus.actors.keys() - actors):
        yield Problem(
            code="unused-actor",
            message=f"actor '{identifier}' is declared and never mentioned",
            location=places.get(identifier, _REGISTRY),
            example="remove it, or add the alias that the text uses",
        )


def _places(corpus: Corpus) -> dict[str, Location]:
    """Return where each actor is declared: in the registry, else in the first article that does."""
    found: dict[str, Location] = {}
    for summary in corpus.summaries.values():
        for identifier, place in summary.declared.items():
            found.setdefault(identifier, place)
    for (registry, identifier), place in corpus.registries.locations.items():
        if registry == "actors":
            found[identifier] = place
    return found
