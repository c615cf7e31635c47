"""A memo: what an editor writes over several articles."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from generator.model.corpus import Words
from generator.model.declared import MemoMetadata
from generator.text import Location


class MemoPart(StrEnum):
    """What a block of a memo is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NUMBERED = "numbered"


class MemoBlock(Struct, frozen=True, kw_only=True):
    """A paragraph, a heading or an item of a list."""

    part: MemoPart
    words: tuple[Words, ...]
    """Plain text, and words that lead to facts."""


class Memo(Struct, frozen=True, kw_only=True):
    """One memo, every link of which leads to a fact that is there."""

    slug: str
    path: str
    metadata: MemoMetadata
    blocks: tuple[MemoBlock, ...]
    locations: Mapping[str, Location] = field(default_factory=dict)
    """Of the values of its front matter, by key."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the facts that it cites, in order, each once."""
        return tuple(
            dict.fromkeys(words.fact for block in self.blocks for words in block.words if words.fact)
        )
