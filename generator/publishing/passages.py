"""The source's text as paragraphs of pieces, with what is withheld left out.

Spans may nest and overlap: each paragraph is cut wherever one begins or ends, so that no piece is inside
another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model import Display
from generator.publishing.public import Piece, PublicParagraph
from generator.text import Block, Source, Span

_OPENING: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", "‹": "›", "「": "」"}
_TRAILING: Final = " ,"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One span that something rests on."""

    span: Span
    record: str | None
    """Id of the record whose words these are; None for words that only support one."""

    anchor: str
    supports: str | None = None
    """Id of the record that these words carry a part of."""


def shown_spans(source: Source, display: Display, carrying: Iterable[Span]) -> list[Span]:
    """Return the stretches of the text that may be shown, in order: blocks, or runs of sentences.

    ``carrying`` holds the spans of the facts; under ``excerpts`` their sentences are shown and no more.
    """
    if display is Display.FULL:
        return [block.span for block in source.blocks]
    if display is Display.NONE:
        return []
    kept: set[Span] = set()
    for span in carrying:
        at = span.start
        while at < span.end:
            sentence = source.sentence_at(at)
            if sentence.overlaps(span):
                kept.add(sentence)
            at = max(at + 1, sentence.end)
            while at < span.end and source.text[at].isspace():
                at += 1
    return _runs(source, kept)


def _runs(source: Source, kept: set[Span]) -> list[Span]:
    """Join kept sentences that follow each other in one block."""
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


def paragraphs(
    source: Source, stretches: Sequence[Stretch], shown: Sequence[Span]
) -> tuple[PublicParagraph, ...]:
    """Return every block of the source, cut into pieces."""
    by_block: defaultdict[int, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        last = source.block_number(max(stretch.span.start, stretch.span.end - 1))
        for number in range(source.block_number(stretch.span.start), last + 1):
            by_block[number].append(stretch)
    shown_by_block: defaultdict[int, list[Span]] = defaultdict(list)
    for span in shown:
        shown_by_block[source.block_number(span.start)].append(span)
    return tuple(
        _paragraph(source.text, block, number, by_block[number], shown_by_block[number])
        for number, block in enumerate(source.blocks, 1)
    )


def _paragraph(
    text: str, block: Block, number: int, stretches: list[Stretch], shown: list[Span]
) -> PublicParagraph:
    ordered = sorted(stretches, key=lambda stretch: (stretch.span.start, -stretch.span.end))
    return PublicParagraph(
        number=number,
        role=block.role,
        pieces=tuple(_joined(_pieces(text, block.span, ordered, shown))),
        records=tuple(dict.fromkeys(stretch.record for stretch in ordered if stretch.record)),
        supported=tuple(dict.fromkeys(stretch.supports for stretch in ordered if stretch.supports)),
    )


def _pieces(text: str, block: Span, ordered: list[Stretch], shown: list[Span]) -> Iterator[Piece]:
    """Yield the block cut at every start and end of a stretch or of what may be shown."""
    cuts = {block.start, block.end}
    for span in (*shown, *(stretch.span for stretch in ordered)):
        cuts.update(at for at in (span.start, span.end) if block.start < at < block.end)
    edges = sorted(cuts)
    active: list[Stretch] = []
    upcoming = visible = 0
    for start, end in pairwise(edges):
        active = [stretch for stretch in active if stretch.span.end > start]
        begun: list[str] = []
        while upcoming < len(ordered) and ordered[upcoming].span.start <= start:
            stretch = ordered[upcoming]
            if stretch.span.start >= block.start:
                begun.append(stretch.anchor)
            active.append(stretch)
            upcoming += 1
        while visible < len(shown) and shown[visible].end <= start:
            visible += 1
        if visible < len(shown) and shown[visible].start <= start:
            records = tuple(dict.fromkeys(stretch.record for stretch in active if stretch.record))
            anchors = tuple(stretch.anchor for stretch in active)
            yield Piece(text[start:end], records, anchors, tuple(begun))
        else:
            yield Piece("", starts=tuple(begun), withheld=True)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join withheld pieces that follow each other."""
    held: Piece | None = None
    for piece in pieces:
        if piece.withheld:
            held = Piece("", starts=(*(held.starts if held else ()), *piece.starts), withheld=True)
            continue
        if held is not None:
            yield held
            held = None
        yield piece
    if held is not None:
        yield held


def trimmed(words: str) -> tuple[str, bool]:
    """Return words without the quotation marks around all of them, and whether there were any.

    The comma behind goes too. A mark that only opens counts: a quote that goes on in the next paragraph has
    no closing one.
    """
    bare = words.strip().rstrip(_TRAILING)
    closing = _OPENING.get(bare[:1])
    if closing is None:
        return bare, False
    inner = bare[1:]
    stop = inner[-1:] if inner[-1:] == "." and inner[-2:-1] == closing else ""
    inner = inner.removesuffix(stop) if stop else inner
    closes = inner.endswith(closing)
    inner = inner.removesuffix(closing) if closes else inner
    if closing in inner.replace("’", "") if closing != "'" else not closes:
        return bare, False
    return inner.rstrip(_TRAILING).strip() + stop, True
