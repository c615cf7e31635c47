"""The seam for a recogniser of names, such as a model of the extra ``ner``: what it adds to the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, Protocol

from msgspec.structs import replace

from generator.drafting.given_names import GIVEN, PARTICLES
from generator.drafting.names import NO_NAMES, Found
from generator.drafting.states import demonyms
from generator.model import ActorType
from generator.text import Span

_JOINTS: Final = frozenset("of the for and & . - ' ’".split())
"""What stands between the capitals of a name."""


class Recogniser(Protocol):
    """Finds names in a text."""

    def __call__(self, text: str, /) -> Iterable[tuple[Span, ActorType]]:
        """Yield the names of a normalised text with what they are, in any order."""
        ...


def joined(text: str, found: Sequence[Found], recognised: Iterable[tuple[Span, ActorType]]) -> list[Found]:
    """Return the names of the rules, with types that the recogniser knows, and the names that it adds.

    What the rules are sure of stands. A recogniser looks at each place alone, so that one name can be a
    person here and a place there: what it says of a name most often counts, and a word that is part of a
    person's name in the text is that person's, whatever it is taken for elsewhere.
    """
    kinds = {span: kind for each, kind in recognised if (span := _trimmed(text, each)) is not None}
    votes: dict[str, Counter[ActorType]] = {}
    for span, kind in sorted(kinds.items()):
        votes.setdefault(span.of(text), Counter())[kind] += 1
    chosen = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    whole = {name for name, kind in chosen.items() if kind is ActorType.PERSON}
    whole |= {each.text for each in found if each.type is ActorType.PERSON}
    parts = {word for name in whole for word in name.split()[:: max(1, name.count(" "))] if " " in name}
    names = [_typed(each, chosen, parts) for each in found]
    spans = sorted(each.span for each in names)
    at = 0
    for span in sorted(kinds):
        while at < len(spans) and spans[at].end <= span.start:
            at += 1
        if at == len(spans) or spans[at].start >= span.end:
            words = tuple(span.of(text).split())
            if _is_name(words):
                names.append(_typed(Found(span=span, words=words, type=None), chosen, parts))
    return sorted(names, key=lambda each: each.span)


def _typed(found: Found, chosen: Mapping[str, ActorType], parts: AbstractSet[str]) -> Found:
    """Return a name with the type that the recogniser has for it, where the rules have none."""
    if found.type is not None:
        return found
    name = found.text
    is_person = len(found.words) == 1 and (name in parts or name in GIVEN)
    # a single word of a person's name is given to that person by whoever makes the cast
    return found if is_person else replace(found, type=chosen.get(name))


def _trimmed(text: str, span: Span) -> Span | None:
    """Return a name without an article before it and a possessive ending; None where nothing is left."""
    words = span.of(text)
    start = span.start + (len(words) - len(words.removeprefix("the ").removeprefix("The ").lstrip()))
    end = span.end - (len(words) - len(words.removesuffix("'s").removesuffix("’s").rstrip(" .,'’\"”")))
    return Span(start, end) if start < end else None


def _is_name(words: Sequence[str]) -> bool:
    """Return whether words are written like a name, and are none that stands for a people or a currency."""
    if not all(word[0].isupper() or word.lower() in PARTICLES or word in _JOINTS for word in words):
        return False
    return " ".join(words) not in demonyms() and not (len(words) == 1 and words[0].lower() in NO_NAMES)
