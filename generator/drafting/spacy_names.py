"""Names as a model of spaCy finds them: the extra ``ner`` behind the seam of ``recognising``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from generator.drafting.recognising import Recogniser
from generator.model import ActorType
from generator.text import PARAGRAPH_BREAK, Span

_TYPES: Final = {
    "PERSON": ActorType.PERSON,
    "PER": ActorType.PERSON,
    "ORG": ActorType.ORGANISATION,
    "GPE": ActorType.PLACE,
    "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE,
}
"""Labels of OntoNotes and of CoNLL; what else a model finds is no actor."""

_LONGEST: Final = 50_000
"""Characters that a model reads at once; the memory that it takes grows with them."""


def recogniser_of(model: Callable[[str], Any]) -> Recogniser:
    """Return a pipeline of spaCy as a recogniser: it reads paragraph by paragraph."""

    def recognise(text: str, /) -> Iterator[tuple[Span, ActorType]]:
        for part in _parts(text):
            for entity in model(part.of(text)).ents:
                kind = _TYPES.get(entity.label_)
                if kind is not None:
                    yield Span(part.start + entity.start_char, part.start + entity.end_char), kind

    return recognise


def _parts(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text; one that is too long is cut between words."""
    start = 0
    while start < len(text):
        end = text.find(PARAGRAPH_BREAK, start)
        end = len(text) if end < 0 else end
        if end - start > _LONGEST:
            space = text.rfind(" ", start, start + _LONGEST)
            end = space if space > start else start + _LONGEST
        yield Span(start, end)
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
