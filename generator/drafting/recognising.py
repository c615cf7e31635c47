"""The seam for a recogniser of names, such as a model of the extra ``ner``: what it adds to the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from generator.drafting.names import Found
from generator.model import ActorType
from generator.text import Span


class Recogniser(Protocol):
    """Finds names in a text."""

    def __call__(self, text: str, /) -> Iterable[tuple[Span, ActorType]]:
        """Yield the names of a normalised text with what they are, in any order."""
        ...


def joined(text: str, found: Sequence[Found], recognised: Iterable[tuple[Span, ActorType]]) -> list[Found]:
    """Return the names of the rules, with types that the recogniser knows, and the names that it adds."""
    kinds = dict(recognised)
    names = [replace(each, type=kinds.get(each.span)) if each.type is None else each for each in found]
    spans = sorted(each.span for each in names)
    at = 0
    for span in sorted(kinds):
        while at < len(spans) and spans[at].end <= span.start:
            at += 1
        if at == len(spans) or spans[at].start >= span.end:
            names.append(Found(span=span, words=tuple(span.of(text).split()), type=kinds[span]))
    return sorted(names, key=lambda each: each.span)
