"""A paragraph as attribution sees it: sentences with their reporting verbs, outside quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.kinds.clauses import Token, quotations, tokens
from generator.kinds.sayings import Saying, sayings
from generator.model import Mention
from generator.text import Source, Span


@dataclass(frozen=True, slots=True)
class Sentence:
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
        self._parted = _merged(self.quoted)
        self._source = source
        self._sentences: dict[tuple[int, int], Sentence] = {}

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
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.evidence.spans[0].start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.evidence.spans[0].start)
        return [mention for mention in self.mentions[first:last] if mention.evidence.spans[0].end <= span.end]

    def _quoted_in(self, span: Span) -> Sequence[Span]:
        first = max(0, bisect_right(self._parted, span.start, key=lambda quote: quote.start) - 1)
        last = bisect_left(self._parted, span.end, key=lambda quote: quote.start)
        return self._parted[first:last]

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the paragraph in order."""
        spans = self._source.sentences
        at = bisect_left(spans, self.block.start, key=lambda span: span.start)
        while at < len(spans) and spans[at].start < self.block.end:
            yield self.sentence(spans[at])
            at += 1

    def gap(self, offset: int, within: Span) -> Span:
        """Return the stretch between quotations that an offset lies in, as far as it lies in a span."""
        at = bisect_right(self._parted, offset, key=lambda quote: quote.start)
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
