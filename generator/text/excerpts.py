"""Excerpts of a text: the sentences that certain words stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.text.source import Source
from generator.text.span import Span


def sentences_around(source: Source, span: Span) -> Iterator[Span]:
    """Yield the sentences that a span stands in, in order."""
    at = span.start
    while at < span.end:
        sentence = source.sentence_at(at)
        if sentence.overlaps(span):
            yield sentence
        at = max(at + 1, sentence.end)
        while at < span.end and source.text[at].isspace():
            at += 1


def excerpts(source: Source, spans: Iterable[Span]) -> list[Span]:
    """Return the sentences that spans stand in, in order; those that follow each other in a block are one."""
    kept = {sentence for span in spans for sentence in sentences_around(source, span)}
    runs: list[Span] = []
    before: Span | None = None
    for sentence in source.sentences:
        if sentence in kept:
            joins = before in kept and source.block_number(before.start) == source.block_number(
                sentence.start
            )
            if joins and before is not None:
                runs[-1] = Span(runs[-1].start, sentence.end)
            else:
                runs.append(sentence)
        before = sentence
    return runs
