"""The name within the words by which an actor is mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_JOINING: Final = frozenset(
    {"of", "and", "for", "the", "&", "de", "la", "al", "bin", "van", "von", "der", "'", "-"}
)
_ENDING: Final = frozenset(
    ", ( ) ; : – — who which that whose where of in on at for to from with by as".split()
)
_NO_NAME: Final = frozenset("the a an this that his her its their our my your i we he she it they us".split())
_TITLES: Final = frozenset(
    "president vice prime minister secretary general state senator judge justice ambassador chancellor "
    "governor mayor king queen prince princess pope chief executive officer ceo director chairman "
    "chairwoman captain colonel major sergeant sheriff representative".split()
)


def name_in(words: Sequence[str], proper: Sequence[bool]) -> range | None:
    """Return the positions of the name in a mention; None where it has none.

    A mention such as "Qatar's prime minister Al Thani" is named by its last run of proper nouns; one whose
    last noun is another ("Air Force officials") is not, nor is one by a title alone. ``proper`` says which
    words are proper nouns.
    """
    past = _past(words, proper)
    if past == 0:
        return None
    first = past - 1
    while first:
        joint = first - 1
        while joint and words[joint].lower() in _JOINING and not proper[joint]:
            joint -= 1
        if not proper[joint]:
            break
        first = joint
    named = range(first, past)
    return None if {words[at].lower() for at in named} - _JOINING <= _TITLES else named


def _past(words: Sequence[str], proper: Sequence[bool]) -> int:
    """Return the position past the name: the end of the mention, or where what follows its noun begins."""
    past = len(words)
    while past and not proper[past - 1]:
        if words[past - 1] not in ("'s", "’s", "'", "’", ".", ")"):
            ends = [at for at in range(1, past) if words[at].lower() in _ENDING]
            past = ends[-1] if ends else 0
        else:
            past -= 1
    return past


def capitals(words: Sequence[str]) -> list[bool]:
    """Return which words are proper nouns by their capital, where nothing better tells."""
    return [word[:1].isupper() and word.lower() not in _NO_NAME for word in words]


def nested(mentions: Sequence[Sequence[int]]) -> list[frozenset[int]]:
    """Return for each mention which of its tokens belong to a smaller one inside it."""
    sets = [frozenset(mention) for mention in mentions]
    return [frozenset().union(*(other for other in sets if other < each)) for each in sets]
