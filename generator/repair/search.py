"""Where words stand now that a text was edited: places ranked by likeness of words and context.

Likeness is the normalised Indel similarity (rapidfuzz): 1 for equal words. Exact places come from a plain
search; changed words are looked for where their rarest words, or their context, still stand. The cost of one
search does not grow with how often common words stand in the text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct
from rapidfuzz import fuzz

from generator.selectors import find
from generator.text import PARAGRAPH_BREAK, Span, is_boundary

MOST_WORDS: Final = 2000
"""Characters beyond which changed words are not compared: no annotation is that long."""

_MOST_PLACES: Final = 200
_RAREST: Final = 6
_CANDIDATES: Final = 8
_DRIFT: Final = 2
_MOST_DRIFT: Final = 8
_LEAST: Final = 0.5
_WEIGHT: Final = 0.25
"""Of the context beside the words themselves."""

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


class Anchor(Struct, frozen=True, kw_only=True):
    """What an annotation recorded of its words, normalised."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    """Where they stood."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that may be meant."""

    span: Span
    words: float
    """How like the recorded words, from 0 to 1."""

    context: float | None
    """How like the recorded context; None where none was recorded."""

    @property
    def score(self) -> float:
        """Return words and context as one number, from 0 to 1."""
        return self.words if self.context is None else (1 - _WEIGHT) * self.words + _WEIGHT * self.context


class Finder:
    """Finds places in one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def candidates(self, anchor: Anchor) -> list[Candidate]:
        """Return the places that may be meant, the likeliest first; none overlaps a likelier one."""
        exact = find(self._text, anchor.exact, most=_MOST_PLACES)
        if exact:
            found = [self._candidate(anchor, span, 1.0) for span in exact]
        elif len(anchor.exact) <= MOST_WORDS:
            found = [self._candidate(anchor, span, words) for span, words in self._like(anchor)]
        else:
            found = []
        started = anchor.start or 0
        found.sort(key=lambda each: (-each.score, abs(each.span.start - started), each.span))
        return _apart(found)

    def whole(self, anchor: Anchor, blocks: Iterable[Span]) -> list[Candidate]:
        """Return those of some paragraphs that may be meant as a whole, the likeliest first."""
        least, started = 100 * _LEAST, anchor.start or 0
        found = [
            self._candidate(anchor, span, words / 100)
            for span in blocks
            if len(span) <= MOST_WORDS
            and (words := fuzz.ratio(anchor.exact, span.of(self._text), score_cutoff=least))
        ]
        found.sort(key=lambda each: (-each.score, abs(each.span.start - started), each.span))
        return found[:_CANDIDATES]

    def _candidate(self, anchor: Anchor, span: Span, words: float) -> Candidate:
        sides = [
            fuzz.ratio(recorded, standing) / 100
            for recorded, standing in (
                (_collapsed(anchor.prefix), self._before(span.start, len(anchor.prefix))),
                (_collapsed(anchor.suffix), self._after(span.end, len(anchor.suffix))),
            )
            if recorded
        ]
        return Candidate(span=span, words=words, context=sum(sides) / len(sides) if sides else None)

    def _before(self, end: int, length: int) -> str:
        return _collapsed(self._text[max(0, end - length) : end])

    def _after(self, start: int, length: int) -> str:
        return _collapsed(self._text[start : start + length])

    # -- changed words ----------------------------------------------------------------------------------

    @cached_property
    def _bounds(self) -> tuple[array[int], array[int]]:
        """Return where tokens begin and where they end; millions of them must fit."""
        starts, ends = array("Q"), array("Q")
        for match in _TOKEN.finditer(self._text):
            starts.append(match.start())
            ends.append(match.end())
        return starts, ends

    @property
    def _starts(self) -> array[int]:
        return self._bounds[0]

    @cached_property
    def _standing(self) -> dict[str, array[int]]:
        """Return the numbers of the tokens of each word."""
        found: dict[str, array[int]] = {}
        for number, (start, end) in enumerate(zip(*self._bounds, strict=True)):
            found.setdefault(self._text[start:end].casefold(), array("Q")).append(number)
        return found

    def _like(self, anchor: Anchor) -> Iterator[tuple[Span, float]]:
        """Yield places where changed words may stand, each with its likeness."""
        words = [match.group().casefold() for match in _TOKEN.finditer(anchor.exact)]
        chosen: list[int] = []
        for first in self._guesses(anchor, words):
            if any(abs(first - other) <= _DRIFT for other in chosen):
                continue
            chosen.append(first)
            best = self._best_at(anchor.exact, first, len(words))
            if best is not None:
                yield best
            if len(chosen) == _CANDIDATES:
                return

    def _guesses(self, anchor: Anchor, words: list[str]) -> list[int]:
        """Return the numbers of tokens at which the words may begin, the likeliest first."""
        votes: Counter[int] = Counter()
        rarest = sorted(
            {word for word in words if word in self._standing},
            key=lambda word: (len(self._standing[word]), word),
        )
        for word in rarest[:_RAREST]:
            places = self._nearest(self._standing[word], anchor.start)
            votes.update(place - words.index(word) for place in places)
        for place in find(self._text, anchor.prefix.strip(), most=_CANDIDATES):
            votes[bisect_left(self._starts, place.end)] += 2
        for place in find(self._text, anchor.suffix.strip(), most=_CANDIDATES):
            votes[bisect_left(self._starts, place.start) - len(words)] += 2
        around = bisect_left(self._starts, anchor.start or 0)
        return sorted(votes, key=lambda first: (-votes[first], abs(first - around), first))

    def _nearest(self, places: Sequence[int], start: int | None) -> Iterable[int]:
        """Return at most so many places of a common word: those around where the words stood."""
        if len(places) <= _MOST_PLACES:
            return places
        middle = bisect_left(places, bisect_left(self._starts, start or 0))
        first = max(0, min(middle - _MOST_PLACES // 2, len(places) - _MOST_PLACES))
        return places[first : first + _MOST_PLACES]

    def _best_at(self, exact: str, first: int, count: int) -> tuple[Span, float] | None:
        """Return the stretch of whole tokens about a token that is most like the words."""
        best: tuple[Span, float] | None = None
        drift = min(_MOST_DRIFT, max(_DRIFT + 1, count // 3))
        starts, ends = self._bounds
        last = len(starts)
        for begin in range(max(0, first - _DRIFT), min(last, first + _DRIFT + 1)):
            for end in range(max(begin + 1, first + count - drift), min(last, first + count + drift) + 1):
                span = Span(starts[begin], ends[end - 1])
                words = span.of(self._text)
                if PARAGRAPH_BREAK in words and PARAGRAPH_BREAK not in exact:
                    break
                least = 100 * (best[1] if best else _LEAST)
                likeness = fuzz.ratio(exact, words, score_cutoff=least) / 100
                is_better = likeness > (best[1] if best else _LEAST)
                if is_better and is_boundary(self._text, span.start) and is_boundary(self._text, span.end):
                    best = (span, likeness)
        return best


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates without those that overlap a likelier one."""
    kept: list[Candidate] = []
    for candidate in found:
        if not any(candidate.span.overlaps(other.span) for other in kept):
            kept.append(candidate)
        if len(kept) == _CANDIDATES:
            break
    return kept


def _collapsed(words: str) -> str:
    return " ".join(words.split())
