"""A draft as an annotated document, for the writers of the formats."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, repeat
from typing import Final

from generator.drafting.suggestion import Draft, Suggestion
from generator.formats.document import Document
from generator.formats.yaml_tree import YamlMap
from generator.formats.yaml_writer import Data, flow
from generator.model import Actor, Attribute, Mark, Standing
from generator.text import Location

STATUS: Final = "status"
DRAFT: Final = "draft"


def to_document(
    draft: Draft, metadata: YamlMap, *, path: str, slug: str, first_line: int | None = None
) -> Document:
    """Return a draft as a document, each of its marks with ``status=draft``.

    All of them stand where the file begins, or, given a first line, each on a line of its own.
    """
    marked = [each for each in draft.suggestions if each.is_marked]
    lines = count(first_line) if first_line else repeat(1)
    marks = tuple(_mark(each, Location(path, line)) for each, line in zip(marked, lines, strict=False))
    return Document(path=path, slug=slug, metadata=metadata, source=draft.source, marks=marks)


def actor_lines(draft: Draft) -> Iterator[str]:
    """Yield the declarations of the suggested actors as people write them, each on one line."""
    if draft.actors:
        yield "actors:"
    for name, fields in declared(draft):
        yield f"  {name}: {flow(fields)}"


def declared(draft: Draft) -> Iterator[tuple[str, dict[str, Data]]]:
    """Yield the declaration of each suggested actor."""
    for name, proposed in draft.actors.items():
        yield name, dict(_fields(proposed.actor))


def _fields(actor: Actor) -> Iterator[tuple[str, Data]]:
    for name in ("name", "unnamed", "type", "role", "aliases", "weak_aliases"):
        value = getattr(actor, name)
        if value:
            yield name, list(value) if isinstance(value, tuple) else str(value)


def _mark(suggestion: Suggestion, place: Location) -> Mark:
    standings = () if suggestion.standing is Standing.REPORTED else ((suggestion.standing.value, place),)
    typed = {key: value for key, value in suggestion.attributes.items() if key in suggestion.typed}
    attributes = {key: Attribute(value, place, place) for key, value in {**typed, STATUS: DRAFT}.items()}
    return Mark(
        kind=suggestion.kind.value,
        spans=suggestion.spans,
        location=place,
        kind_location=place,
        id=suggestion.id,
        classes=standings,
        attributes=attributes,
    )
