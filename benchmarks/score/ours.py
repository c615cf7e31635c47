"""What our drafts answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from benchmarks.score.gold import QUOTED, Gold, Item, Kind, Number, Speaker
from generator.drafting import Draft, Recogniser, Suggestion, Topic, draft
from generator.values import parse_edtf

_TYPES: Final = {"person": "person", "organisation": "organisation", "place": "place", "state": "place"}
_MARKS: Final = frozenset("\"“”„«»‘’'")


def answers(gold: Gold, recogniser: Recogniser | None = None) -> dict[Kind, list[Item]]:
    """Return what the draft of a text says, of every kind; no registry helps it."""
    made = draft(gold.source, published=gold.published, actors={}, recogniser=recogniser)
    quotes = [each for each in made.of(Topic.QUOTE) if _is_quoted(made, each)]
    return {
        Kind.QUOTE: [Item(span, _speaker(made, each)) for each in quotes for span in each.spans],
        Kind.MARKS: [Item(span, QUOTED) for each in quotes for span in each.spans],
        Kind.DATE: list(_dates(made)),
        Kind.QUANTITY: list(_quantities(made)),
        Kind.ACTOR: list(_actors(made)),
    }


def _is_quoted(made: Draft, quote: Suggestion) -> bool:
    """Return whether words stand in quotation marks: gold has no indirect speech."""
    return quote.spans[0].of(made.source.text)[:1] in _MARKS


def _speaker(made: Draft, quote: Suggestion) -> Speaker:
    by = quote.attributes.get("by")
    if by is None:
        first = next(
            (each for each in made.suggestions if each.id == quote.attributes.get("continues", "")), None
        )
        by = first.attributes.get("by") if first else None
    if by is None:
        return Speaker(())
    actor = made.actor(by)
    return Speaker(tuple(name for name in (actor.name, actor.unnamed, *actor.aliases) if name))


def _dates(made: Draft) -> Iterator[Item]:
    for each in made.of(Topic.DATE):
        date = parse_edtf(each.attributes["date"])
        if date is not None:
            yield Item(each.spans[0], date)


def _quantities(made: Draft) -> Iterator[Item]:
    """Yield quantities; places in a row are none."""
    for each in made.of(Topic.FIGURE):
        said = each.attributes
        if "ordinal" not in said:
            low = Decimal(said["value"])
            yield Item(each.spans[0], Number(low, Decimal(said.get("high", low))))


def _actors(made: Draft) -> Iterator[Item]:
    for each in made.of(Topic.ACTOR):
        if "ref" in each.attributes:
            actor = made.actor(each.attributes["ref"])
            kind = _TYPES.get(actor.type or "") if actor.name else None
            if kind:
                yield from (Item(span, kind) for span in each.spans)
