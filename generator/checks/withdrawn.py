"""Checks of what is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from generator.linking import dangling
from generator.model import Corpus
from generator.problems import Problem
from generator.text import Location


def withdrawals(corpus: Corpus) -> Iterator[Problem]:
    """Yield what is withdrawn and still there, or never was; and what replaces it and is not there.

    Of articles that are held back nothing is said.
    """
    registries = corpus.registries
    by_name = {slug.lower(): summary for slug, summary in corpus.summaries.items()}
    for key, entry in registries.withdrawn.items():
        slug, _, name = key.partition("#")
        place = registries.locations["withdrawn", key]
        if slug not in corpus.held:
            if not name and slug.lower() in by_name:
                yield _in_use(key, place, Location(by_name[slug.lower()].path))
            elif name and slug in corpus.summaries and key in corpus.facts:
                yield _in_use(key, place, corpus.facts[key].location)
            elif name and slug not in registries.withdrawn:
                unknown = dangling(slug, place, corpus)
                yield from [unknown] if unknown else []
        instead = entry.replaced_by
        if instead is not None and instead.partition("#")[0] not in corpus.held:
            wrong = dangling(instead, registries.locations["replaced_by", key], corpus)
            yield from [wrong] if wrong else []


def _in_use(key: str, place: Location, other: Location) -> Problem:
    return Problem(
        code="withdrawn-in-use",
        message=f"'{key}' is withdrawn, and still in use",
        location=place,
        example="take its mark out" if "#" in key else "remove the file",
        related=(other,),
    )
