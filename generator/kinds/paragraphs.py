"""A paragraph as attribution sees it: sentences with their reporting verbs, outside quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from generator.kinds.clauses import Token, quotations, tokens
from generator.kinds.sayings import Saying, sayings
from generator.kinds.subjects import Subject, Sure
from generator.model import Mention
from generator.text import Source, Span

_START: Final = attrgetter("start")
_VERB_START: Final = attrgetter("verb.start")
MOST_NAMED: Final = 8
"""Actors that are told apart where it is asked who speaks: more than these help nobody to choose."""


class Voices(Struct, frozen=True):
    """Who is said to speak in a paragraph, up to any place in it, looked through once."""

    sayings: Sequence[Saying]
    """In order."""

    agreed: int
    """How many of the first name one actor, the same, and nobody else."""

    named: Sequence[tuple[int, str]]
    """The first actors, each with the position of the saying that names it first."""

    @classmethod
    def of(cls, sayings: Iterable[Saying]) -> Voices:
        """Look through reporting verbs in order."""
        found: list[Saying] = []
        named: dict[str, int] = {}
        agreed = 0
        for position, saying in enumerate(sayings):
            found.append(saying)
            for actor in saying.subject.actors if len(named) < MOST_NAMED else ():
                named.setdefault(actor, position)
            if agreed == position and len(named) == 1 and saying.subject.sure is Sure.ACTOR:
                agreed += 1
        return cls(found, agreed, [(position, actor) for actor, position in named.items()])

    def before(self, end: int) -> tuple[Saying | None, tuple[str, ...]]:
        """Return what is said before an offset: the first saying, if one actor says all; the actors named."""
        count = bisect_left(self.sayings, end, key=_VERB_START)
        actors = tuple(actor for position, actor in self.named if position < count)
        return self.sayings[0] if 0 < count <= self.agreed else None, actors

    def is_silent(self, end: int) -> bool:
        """Return whether nobody is said to speak before an offset."""
        return not self.sayings or self.sayings[0].verb.start >= end


class Sentence(Struct, frozen=True):
    """One sentence, or several where a quote runs over them."""

    tokens: Sequence[Token]
    sayings: Sequence[Saying]


class Paragraph:
    """One block of a text; its sentences are read when they are asked for, and once."""

    def __init__(
        self,
        source: Source,
        block: Span,
        quotes: Iterable[Span],
        mentions: Iterable[Mention],
        places: frozenset[str],
    ) -> None:
        """Take a block, the quotes marked and the names found in it, and which actors are places."""
        self.block = block
        self.places = places
        self.quoted = quotations(source.text, block, tuple(quotes))
        self.mentions = tuple(self._outside(mentions))
        self._mention_starts = [mention.evidence.spans[0].start for mention in self.mentions]
        self._parted = _merged(self.quoted)
        self._source = source
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self._voices: dict[bool, Voices] = {}
        self._first_named: dict[bool, list[tuple[int, str]]] = {}

    def _outside(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the names that stand outside all quotations; both come in the order of the text."""
        reach = at = 0
        for mention in mentions:
            span = mention.evidence.spans[0]
            while at < len(self.quoted) and self.quoted[at].start <= span.start:
                reach = max(reach, self.quoted[at].end)
                at += 1
            if span.end > reach:
                yield mention

    def sentence(self, span: Span) -> Sentence:
        """Return the tokens and reporting verbs of a stretch of the paragraph."""
        # by its edges, which are quicker to look up than a span
        known = self._sentences.get((span.start, span.end))
        if known is None:
            found = tokens(self._source.text, span, self._mentions_in(span), self._quoted_in(span))
            known = self._sentences[span.start, span.end] = Sentence(found, sayings(found, self.places))
        return known

    def _mentions_in(self, span: Span) -> Sequence[Mention]:
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end, first)
        return [mention for mention in self.mentions[first:last] if mention.evidence.spans[0].end <= span.end]

    def _quoted_in(self, span: Span) -> Sequence[Span]:
        first = max(0, bisect_right(self._parted, span.start, key=_START) - 1)
        last = bisect_left(self._parted, span.end, key=_START)
        return self._parted[first:last]

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the paragraph in order."""
        spans = self._source.sentences
        at = bisect_left(spans, self.block.start, key=_START)
        while at < len(spans) and spans[at].start < self.block.end:
            yield self.sentence(spans[at])
            at += 1

    def sentences_before(self, offset: int, most: int) -> Iterator[Sentence]:
        """Yield the sentences that begin before an offset, the nearest first and no more than some."""
        spans = self._source.sentences
        at = bisect_left(spans, min(offset, self.block.end), key=_START)
        for span in reversed(spans[max(0, at - most) : at]):
            if span.start < self.block.start:
                return
            yield self.sentence(span)

    def voices(self, counts: Callable[[Subject], bool], *, is_narrow: bool) -> Voices:
        """Return who is said to speak in the paragraph, of the subjects that count.

        There are two ways of counting, a wide and a narrow one; each is found once.
        """
        known = self._voices.get(is_narrow)
        if known is None:
            found = (saying for each in self.sentences() for saying in each.sayings if counts(saying.subject))
            known = self._voices[is_narrow] = Voices.of(found)
        return known

    def first_named(self, counts: Callable[[str], bool], *, is_narrow: bool) -> list[tuple[int, str]]:
        """Return the first actors that count, in a wide or a narrow way, and where each is named first."""
        known = self._first_named.get(is_narrow)
        if known is None:
            found: dict[str, int] = {}
            for mention in self.mentions:
                for actor in filter(counts, mention.actors):
                    found.setdefault(actor, mention.evidence.spans[0].start)
                if len(found) >= MOST_NAMED:
                    break
            known = self._first_named[is_narrow] = [(start, actor) for actor, start in found.items()]
        return known

    def gap(self, offset: int, within: Span) -> Span:
        """Return the stretch between quotations that an offset lies in, as far as it lies in a span."""
        at = bisect_right(self._parted, offset, key=_START)
        start = self._parted[at - 1].end if at else self.block.start
        end = self._parted[at].start if at < len(self._parted) else self.block.end
        start, end = max(start, within.start), min(end, within.end)
        return Span(start, max(start, end))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return sorted spans with those that overlap made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
