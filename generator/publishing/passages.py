"""The source's text as paragraphs of pieces, with what is withheld left out.

Spans may nest and overlap: each paragraph is cut wherever one begins or ends, so that no piece is inside
another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.model import Display
from generator.publishing.public import Piece, PublicParagraph
from generator.text import Block, Source, Span, excerpts

_OPENING: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", "‹": "›", "「": "」"}
_TRAILING: Final = " ,"


class Stretch(NamedTuple):
    """One span that something rests on."""

    start: int
    end: int
    anchor: str
    record: str | None = None
    """Id of the record whose words these are; None for words that only support one."""

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
    return excerpts(source, carrying)


def withheld_paragraphs(starts: Sequence[int], stretches: Sequence[Stretch]) -> tuple[PublicParagraph, ...]:
    """Return every block of a text of which nothing may be shown, given where they begin."""
    last = max([*starts, *(stretch.end for stretch in stretches)], default=0) + 1
    blocks = [Block(Span(start, end)) for start, end in pairwise([*starts, last])]
    return _cut("", blocks, stretches, ())


def paragraphs(
    source: Source, stretches: Sequence[Stretch], shown: Sequence[Span]
) -> tuple[PublicParagraph, ...]:
    """Return every block of the source, cut into pieces."""
    return _cut(source.text, source.blocks, stretches, shown)


def _cut(
    text: str, blocks: Sequence[Block], stretches: Sequence[Stretch], shown: Sequence[Span]
) -> tuple[PublicParagraph, ...]:
    starts = [block.span.start for block in blocks]
    by_block: defaultdict[int, list[Stretch]] = defaultdict(list)
    for stretch in sorted(stretches, key=_outer_first):
        first = max(1, bisect_right(starts, stretch.start))
        by_block[first].append(stretch)
        for number in range(first + 1, bisect_right(starts, stretch.end - 1) + 1):
            by_block[number].append(stretch)
    shown_by_block: defaultdict[int, list[Span]] = defaultdict(list)
    for span in shown:
        shown_by_block[bisect_right(starts, span.start)].append(span)
    return tuple(
        _paragraph(text, block, number, by_block[number], shown_by_block[number])
        for number, block in enumerate(blocks, 1)
    )


def _outer_first(stretch: Stretch) -> tuple[int, int]:
    return stretch.start, -stretch.end


def _paragraph(
    text: str, block: Block, number: int, ordered: list[Stretch], shown: list[Span]
) -> PublicParagraph:
    return PublicParagraph(
        number=number,
        role=block.role,
        pieces=tuple(_pieces(text, block.span, ordered, shown)),
        records=_distinct([stretch.record for stretch in ordered]),
        supported=_distinct([stretch.supports for stretch in ordered]),
    )


def _distinct(names: list[str | None]) -> tuple[str, ...]:
    if len(names) == 1:
        return (names[0],) if names[0] else ()
    return tuple(dict.fromkeys([name for name in names if name]))


def _pieces(text: str, block: Span, ordered: list[Stretch], shown: list[Span]) -> list[Piece]:
    """Return the block cut at every start and end of a stretch or of what may be shown.

    Withheld pieces that follow each other are one.
    """
    cuts = {at for span in shown for at in (span.start, span.end)}
    cuts.update([at for stretch in ordered for at in (stretch.start, stretch.end)])
    edges = [block.start, *sorted([at for at in cuts if block.start < at < block.end]), block.end]
    found: list[Piece] = []
    held: list[str] | None = None
    active: list[Stretch] = []
    upcoming = visible = 0
    following = ordered[0].start if ordered else block.end
    for start, end in pairwise(edges):
        if active:
            active = [stretch for stretch in active if stretch.end > start]
        begun: list[str] = []
        while following <= start and upcoming < len(ordered):
            stretch = ordered[upcoming]
            if stretch.start >= block.start:
                begun.append(stretch.anchor)
            active.append(stretch)
            upcoming += 1
            following = ordered[upcoming].start if upcoming < len(ordered) else block.end
        while visible < len(shown) and shown[visible].end <= start:
            visible += 1
        if visible == len(shown) or shown[visible].start > start:
            held = begun if held is None else held + begun
            continue
        if held is not None:
            found.append(Piece("", starts=tuple(held), withheld=True))
            held = None
        if active:
            records = _distinct([stretch.record for stretch in active])
            anchors = tuple([stretch.anchor for stretch in active])
            found.append(Piece(text[start:end], records, anchors, tuple(begun)))
        else:
            found.append(Piece(text[start:end]))
    if held is not None:
        found.append(Piece("", starts=tuple(held), withheld=True))
    return found


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
