"""One article's text, normalised, with its blocks and sentences."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from enum import StrEnum
from operator import attrgetter
from typing import Final

from msgspec import Struct

from generator.text.sentences import sentences
from generator.text.span import Span

_START: Final = attrgetter("start")
_BLOCK_START: Final = attrgetter("span.start")


class BlockRole(StrEnum):
    """What a block is in the source; headings and captions carry facts badly."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    ITEM = "item"


class Block(Struct, frozen=True, array_like=True):
    """One block of the text: a paragraph, a heading, an item of a list."""

    span: Span
    role: BlockRole = BlockRole.PARAGRAPH


class Source(Struct, frozen=True, kw_only=True):
    """Normalised text (version 1) with what is found in it without knowing any fact."""

    text: str
    """Blocks parted by an empty line; inside a block no line ends."""

    blocks: tuple[Block, ...]
    """In order, not overlapping; their words are all of the text but the empty lines."""

    sentences: tuple[Span, ...]
    """In order; each inside one block."""

    skipped: tuple[Span, ...] = ()
    """Boilerplate: no mentions, no coverage, no drafts in it."""

    sha256: str
    """Hexadecimal hash of the text in UTF-8."""

    @classmethod
    def of(cls, text: str, blocks: tuple[Block, ...], skipped: tuple[Span, ...] = ()) -> Source:
        """Make a source from normalised text and its blocks."""
        found = tuple(span for block in blocks for span in sentences(text, block.span))
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text=text, blocks=blocks, sentences=found, skipped=skipped, sha256=digest)

    def block_number(self, offset: int) -> int:
        """Return the number, from 1, of the block at an offset (of the one before it, between two)."""
        return max(1, bisect_right(self.blocks, offset, key=_BLOCK_START))

    def block_at(self, offset: int) -> Block:
        """Return the block at an offset; the one before it between two."""
        return self.blocks[self.block_number(offset) - 1]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence at an offset; the one before it between two."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=_START) - 1)]

    def is_skipped(self, span: Span) -> bool:
        """Return whether any of the span is boilerplate."""
        return any(span.overlaps(skip) for skip in self.skipped)
