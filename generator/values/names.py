"""Names of actors, found in a text: the longest match at word boundaries, never inside a compound.

Names stand in a tree of words, so that a text costs the same with ten names and with ten thousand. An
article's own names are a second tree laid over the first.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct, field

from generator.text import Span
from generator.values.distinct_words import Patterns, is_unspaced, patterns_of, taken_apart

_FEW: Final = 40
_HYPHENS: Final = frozenset("-‐‑–")
_APOSTROPHES: Final = frozenset("'’")
_ENDINGS: Final = frozenset(["s", "S", "d", "ll", "m", "re", "ve"])
"""What an apostrophe may add to a name: the possessive, and short forms of verbs."""

_JOINERS: Final = frozenset("\u200c\u200d")
_TERMINALS: Final = frozenset(".!?…。！？")
_OPENERS: Final = frozenset("\"'“‘«([‹„")
_CLOSERS: Final = frozenset("\"'”’»)]›")


class Name(Struct, frozen=True, kw_only=True):
    """One name of one actor."""

    text: str
    actor: str
    """Id of the actor."""

    weak: bool = False
    """Whether it means the actor only where a name that is not weak stands in the same text."""


class NameFound(Struct, frozen=True, gc=False):
    """A name that stands in a text."""

    start: int
    end: int
    actors: tuple[str, ...]
    """Ids of all actors that it may mean, sorted; more than one where the name is ambiguous."""

    weak: bool
    """Whether only weak names say so."""

    names: tuple[str, ...]
    """The names as they were given, sorted; usually one."""


class _Node(Struct):
    """The names that share a beginning."""

    children: dict[str, _Node] = field(default_factory=dict)
    names: dict[Name, None] = field(default_factory=dict)
    """The names that end here, each once."""


class _Layer(Struct):
    """The names of one set of actors, by their first word."""

    children: dict[str, _Node] = field(default_factory=dict)
    capitals: dict[str, _Node] = field(default_factory=dict)
    """Those that begin in lower case, by their first word as it stands at the start of a sentence."""

    signs: set[str] = field(default_factory=set)
    """What those begin with that begin with no word."""


class _Candidate(Struct, frozen=True, gc=False):
    """A stretch of the text that reads as a name, before the longest ones are chosen."""

    start: int
    end: int
    names: tuple[Name, ...]


class NameIndex:
    """Names by their words."""

    __slots__ = ("_layers",)

    def __init__(self, layers: tuple[_Layer, ...] = ()) -> None:
        self._layers = layers

    @classmethod
    def of(cls, entries: Iterable[Name]) -> NameIndex:
        """Return the index of names; empty ones are left out."""
        return cls().merged(entries)

    def merged(self, more: Iterable[Name]) -> NameIndex:
        """Return an index with further names; the ones that stand in this index are shared, not copied."""
        layer = _Layer()
        for name in more:
            text = " ".join(name.text.split())
            first, *others = patterns_of(text).piece.findall(text) or [""]
            if not first:
                continue
            node = layer.children.setdefault(first, _Node())
            if not first[0].isalnum() and first[0] != "_":
                layer.signs.add(first)
            capital = first[0].upper() + first[1:]
            if capital != first:
                layer.capitals[capital] = node
            for piece in others:
                node = node.children.setdefault(piece, _Node())
            node.names[name] = None
        return NameIndex((*self._layers, layer)) if layer.children else self

    def find(self, text: str, skip: Sequence[Span] = ()) -> list[NameFound]:
        """Return the names in a text, in order, not overlapping; ``skip`` hides stretches of it.

        Of names that overlap the longest counts, of equally long ones the first. A weak name counts only for
        actors of whom a name that is not weak is found in the same text.
        """
        hidden = sorted(skip)
        candidates = [found for found in self._candidates(text) if not _is_hidden(found, hidden)]
        if not any(name.weak for each in candidates for name in each.names):
            return [_found(candidate) for candidate in _longest(candidates)]
        full = _longest(_counting(candidates, lambda name: not name.weak))
        present = {name.actor for found in full for name in found.names}
        chosen = _longest(_counting(candidates, lambda name: not name.weak or name.actor in present))
        return [_found(candidate) for candidate in chosen]

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        """Yield all names that stand at word boundaries, by start, the longest first."""
        if not self._layers:
            return
        words, patterns = taken_apart(text)
        starts: dict[str, list[_Node]] = {}
        capitals: dict[str, list[_Node]] = {}
        for layer in self._layers:
            words = words.union([sign for sign in layer.signs if sign in text]) if layer.signs else words
            for word in layer.children.keys() & words:
                starts.setdefault(word, []).append(layer.children[word])
            for word in layer.capitals.keys() & words:
                capitals.setdefault(word, []).append(layer.capitals[word])
        for start, end in _places(text, starts.keys() | capitals.keys(), patterns):
            if not _may_begin(text, start):
                continue
            word = text[start:end]
            nodes = starts.get(word, [])
            if word in capitals and _begins_sentence(text, start):
                nodes = nodes + capitals[word]
            if nodes:
                yield from _walk(text, start, end, nodes, patterns.piece)


def _places(text: str, words: set[str], patterns: Patterns) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each of the words in a text, in order."""
    if len(words) > _FEW:
        yield from (match.span() for match in patterns.word.finditer(text) if match.group() in words)
        return
    # Most texts hold few of ten thousand names: to look for those words is quicker than to go through all.
    letter = patterns.letter
    found: list[tuple[int, int]] = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if letter.match(word) is None or not (
                letter.match(text, end) or (start > 0 and letter.match(text, start - 1))
            ):
                found.append((start, end))
            start = text.find(word, end)
    yield from sorted(found)


def _walk(text: str, start: int, after: int, nodes: list[_Node], pieces: re.Pattern[str]) -> list[_Candidate]:
    """Follow the text down the trees from its first word, and return what names it passes."""
    found: dict[int, list[Name]] = {}
    for first in nodes:
        node: _Node | None = first
        end = after
        while node is not None:
            if node.names and _may_end(text, end):
                found.setdefault(end, []).extend(node.names)
            piece = pieces.match(text, end) if node.children else None
            node = node.children.get(piece.group()) if piece else None
            end = piece.end() if piece else end
    return [_Candidate(start, end, tuple(found[end])) for end in sorted(found, reverse=True)]


def _counting(candidates: list[_Candidate], counts: Callable[[Name], bool]) -> list[_Candidate]:
    """Return the candidates with those of their names that count, without those that have none."""
    return [
        _Candidate(candidate.start, candidate.end, names)
        for candidate in candidates
        if (names := tuple(name for name in candidate.names if counts(name)))
    ]


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the candidates that no longer one overlaps, in order; of two equally long ones the left one.

    They come in the order of their starts, and most of them overlap nothing.
    """
    if all(earlier.end <= later.start for earlier, later in pairwise(candidates)):
        return candidates
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda each: (each.start - each.end, each.start)):
        place = bisect_left(chosen, candidate.end, key=lambda each: each.start)
        # The chosen ones do not overlap, so the last that begins before this one's end is the one to ask.
        if place == 0 or chosen[place - 1].end <= candidate.start:
            chosen.insert(place, candidate)
    return chosen


def _found(candidate: _Candidate) -> NameFound:
    if len(candidate.names) == 1:
        (name,) = candidate.names
        return NameFound(
            start=candidate.start,
            end=candidate.end,
            actors=(name.actor,),
            weak=name.weak,
            names=(name.text,),
        )
    return NameFound(
        start=candidate.start,
        end=candidate.end,
        actors=tuple(sorted({name.actor for name in candidate.names})),
        weak=all(name.weak for name in candidate.names),
        names=tuple(sorted({name.text for name in candidate.names})),
    )


def _is_hidden(candidate: _Candidate, hidden: list[Span]) -> bool:
    return bool(hidden) and any(span.start < candidate.end and candidate.start < span.end for span in hidden)


def _begins_sentence(text: str, start: int) -> bool:
    """Return whether a capital at ``start`` may be that of a sentence rather than of a name."""
    at = start - 1
    if at < 0 or text[at] in _OPENERS:
        return True
    while at >= 0 and text[at].isspace():
        if text[at] == "\n":
            return True
        at -= 1
    while at >= 0 and text[at] in _CLOSERS:
        at -= 1
    return at < 0 or text[at] in _TERMINALS


def _may_begin(text: str, start: int) -> bool:
    """Return whether a name may begin here: not inside a word or a compound."""
    if start == 0:
        return True
    before = text[start - 1]
    joined = start > 1 and _is_in_word(text[start - 2])
    if _is_in_word(before):
        return is_unspaced(before) or is_unspaced(text[start])
    if before in _HYPHENS:
        return before == "–" and not joined
    if before in _APOSTROPHES or before == "&":
        return not joined
    if before == ".":
        return not (joined and text[start].islower())
    return before != "@"


def _may_end(text: str, end: int) -> bool:
    """Return whether a name may end here; a possessive may follow it."""
    if end >= len(text):
        return True
    after = text[end]
    following = text[end + 1 : end + 2]
    joined = following != "" and _is_in_word(following)
    if _is_in_word(after):
        return after.isalnum() and (is_unspaced(after) or is_unspaced(text[end - 1]))
    if after in _HYPHENS:
        return after == "–" and not joined
    if after in _APOSTROPHES:
        return not joined or _is_ending(text, end + 1)
    if after == ".":
        return not (joined and (following.islower() or following.isdigit()))
    return not (after in "@&" and joined)


def _is_ending(text: str, start: int) -> bool:
    """Return whether what follows an apostrophe is a possessive or a short form, and nothing more."""
    longest = max(map(len, _ENDINGS))
    ahead = text[start : start + longest + 1]
    piece = patterns_of(ahead).piece.match(ahead)
    if piece is None or piece.group() not in _ENDINGS:
        return False
    end = start + piece.end()
    after = text[end : end + 1]
    return not after or not (_is_in_word(after) or after in _HYPHENS)


def _is_in_word(character: str) -> bool:
    """Return whether a word goes on in this character: a letter, a digit, a mark on one, a joiner."""
    return (
        character.isalnum()
        or character == "_"
        or character in _JOINERS
        or (not character.isascii() and unicodedata.category(character).startswith("M"))
    )
