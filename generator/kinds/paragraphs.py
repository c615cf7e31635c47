"""A paragraph as attribution sees it: sentences with their reporting verbs, outside quotations."""

from __future__ import annotations

from bisect import bisect_left
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
        self._source = source
        self._sentences: dict[Span, Sentence] = {}

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
        known = self._sentences.get(span)
        if known is None:
            mentions = [mention for mention in self.mentions if span.contains(mention.evidence.spans[0])]
            found = tokens(self._source.text, span, mentions, self.quoted)
            known = self._sentences[span] = Sentence(found, sayings(found, self.places))
        return known

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the paragraph in order."""
        spans = self._source.sentences
        at = bisect_left(spans, self.block.start, key=lambda span: span.start)
        while at < len(spans) and spans[at].start < self.block.end:
            yield self.sentence(spans[at])
            at += 1

    def unquoted(self, within: Span) -> Iterator[Span]:
        """Yield the stretches between quotations."""
        start = within.start
        for quote in self.quoted:
            if quote.start >= within.end:
                break
            if quote.start > start:
                yield Span(start, quote.start)
            start = max(start, quote.end)
        if start < within.end:
            yield Span(start, within.end)
