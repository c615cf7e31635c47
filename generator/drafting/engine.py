"""All suggestions for one text."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.drafting.actors import cast_of, proposed
from generator.drafting.dates import dates
from generator.drafting.events import events
from generator.drafting.figures import figures
from generator.drafting.names import names
from generator.drafting.quotations import quotations
from generator.drafting.quotes import quotes, with_ids
from generator.drafting.recognising import Recogniser, joined
from generator.drafting.scene import Scene
from generator.drafting.suggestion import Draft, Suggestion, Topic
from generator.kinds import reporting
from generator.model import Actor
from generator.reading.vocabulary import names_of
from generator.text import Source
from generator.values import Name, NameIndex

_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 4000
"""Characters by which a language is told."""

_MOST_DESCRIBED: Final = 50
_FEW: Final = 12
_ENGLISH: Final = reporting.PREPOSITIONS | reporting.DETERMINERS | reporting.CONJUNCTIONS | reporting.PRONOUNS


def draft(
    source: Source,
    *,
    published: dt.date | None,
    actors: Mapping[str, Actor],
    language: str = "en",
    recogniser: Recogniser | None = None,
) -> Draft:
    """Return the draft of a text.

    Args:
        source: normalised text; headings and boilerplate are known by its blocks and ``skipped``.
        published: the day that relative dates count from; without it only absolute dates are found.
        actors: the registry, by id.
        language: tag of BCP 47.
        recogniser: finds names beside the rules; without one the rules find them alone.
    """
    index = NameIndex.of(
        Name(text=name, actor=identifier, weak=weak)
        for identifier, actor in actors.items()
        for name, weak in names_of(actor)
    )
    found = names(source)
    if recogniser is not None:
        found = joined(source.text, found, recogniser(source.text))
    cast = cast_of(source, found, actors, index)
    scene = Scene(source, cast, actors, index, quotations(source))
    said = list(quotes(scene, language))
    dated = list(dates(source, published))
    happened = events(scene, dated)
    present = {each.attributes["by"] for each in said if "by" in each.attributes}
    described = [span for each in cast.entities.values() if each.unnamed for span in each.spans]
    present.update(
        mention.actors[0]
        for mention in scene.mentions
        if not any(span.contains(mention.evidence.spans[0]) for span in described[:_MOST_DESCRIBED])
    )
    named = [each for each in _mentions(scene) if each.attributes["ref"] in present]
    counted = _no_days(figures(source, language), dated)
    suggestions = [*said, *dated, *counted, *happened, *named]
    return Draft(
        source=source,
        published=published,
        language=language,
        known=actors,
        actors={name: each for name, each in proposed(cast).items() if name in present},
        suggestions=tuple(with_ids(sorted(suggestions, key=_order))),
        notes=tuple(_notes(source, language)),
    )


def _no_days(found: Iterable[Suggestion], dated: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Yield figures, but no number alone in a date: ``between 3 and, at most, 7 May``."""
    starts = [date.spans[0].start for date in dated]
    for figure in found:
        at = bisect_right(starts, figure.spans[0].start) - 1
        if (
            at < 0
            or figure.attributes.keys() != {"value"}
            or not dated[at].spans[0].contains(figure.spans[0])
        ):
            yield figure


def _notes(source: Source, language: str) -> Iterator[str]:
    """Yield what a person should know: that the text is in a language that the rules do not read."""
    words = _WORD.findall(source.text, 0, _SAMPLE)
    grammar = sum(word.lower() in _ENGLISH for word in words)
    if language.lower().split("-")[0] != "en":
        yield f"the rules read English, and the text is in '{language}': few speakers and dates are found"
    elif len(words) >= _FEW and grammar * 10 < len(words):
        yield "the text does not look English, which is what the rules read: check every mark, and language:"


def _mentions(scene: Scene) -> Iterator[Suggestion]:
    """Yield the names of actors that the format will find by itself."""
    for mention in scene.mentions:
        entity = scene.cast.entities[mention.actors[0]]
        yield Suggestion(
            kind=Topic.ACTOR,
            spans=mention.evidence.spans,
            attributes={"ref": entity.id},
            is_marked=False,
            confidence=0.8,
            reason="a name of the registry" if entity.is_known else "a name or alias",
        )


def _order(suggestion: Suggestion) -> tuple[int, int]:
    return suggestion.spans[0].start, -suggestion.spans[-1].end
