"""Plain text: paragraphs, with the headline, the byline and the dateline that it may begin with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from generator.drafting.raw.article import RawArticle
from generator.drafting.raw.dateline import read_head
from generator.drafting.raw.language import detect_language
from generator.text import Block, BlockRole, Source, Span, read_plain

_HEAD_LINES: Final = 4
"""Paragraphs at the beginning that may be headline, byline and dateline."""

_LONGEST_HEADLINE: Final = 160
_ENDS: Final = (".", "!", "?", '."', ".”", ":", ";", ",")
_POINTER: Final = re.compile(
    r"(?i:related(?: stor(?:y|ies)| articles?)?|(?:read|see|watch) (?:more|also|next)|more on this)"
    r"(?::|\s[-–—A-Z“\"‘'])"
)
_BULLETS: Final = ("- ", "* ", "• ", "– ", "· ")


class _Head(Struct):
    published: dt.date | None = None
    agency: str | None = None
    byline: str | None = None
    headline: str | None = None
    notes: list[str] = field(default_factory=list)
    skipped: list[Span] = field(default_factory=list)
    heading: int | None = None
    """Number of the block that is the headline."""


def read_plain_article(raw: str, *, known: RawArticle | None = None) -> RawArticle:
    """Return the article of a plain text.

    ``known`` is an article whose metadata stand already (a row of a table): only what it lacks is taken from
    the text.
    """
    source = read_plain(raw)
    return with_head(known or RawArticle(source=source), source, finds_headline=known is None)


def with_head(known: RawArticle, source: Source, *, finds_headline: bool) -> RawArticle:
    """Return an article with what the first paragraphs of its text say of it; what is known stays."""
    head = _read_head(source, known.published, finds_headline=finds_headline)
    blocks = tuple(
        Block(block.span, _role(source.text, block, is_heading=number == head.heading))
        for number, block in enumerate(source.blocks)
    )
    pointers = (block.span for block in source.blocks if _is_pointer(block.span.of(source.text)))
    skipped = tuple(sorted({*source.skipped, *head.skipped, *pointers}))
    # the same words in the same blocks, so that sentences and hash stay
    found = replace(source, blocks=blocks, skipped=skipped)
    return replace(
        known,
        source=found,
        headline=known.headline or head.headline,
        published=known.published or head.published,
        agency=known.agency or head.agency,
        byline=known.byline or head.byline,
        language=known.language or detect_language(source.text),
        notes=(*known.notes, *head.notes),
    )


def _read_head(source: Source, published: dt.date | None, *, finds_headline: bool) -> _Head:
    head = _Head(published=published)
    for number, block in enumerate(source.blocks[:_HEAD_LINES]):
        found = read_head(source.text, block.span, head.published)
        if found is not None:
            head.published = head.published or found.published
            head.agency = head.agency or found.agency
            head.byline = head.byline or found.byline
            head.notes += [found.note] if found.note else []
            head.skipped.append(Span(found.span.start, found.span.end))
            if found.span != block.span:
                break
        elif number == 0 and finds_headline and _is_headline(source.text, source.blocks):
            head.headline, head.heading = block.span.of(source.text), 0
        elif number > 0 or not (finds_headline or block.role is BlockRole.HEADING):
            break
    return head


def _is_headline(text: str, blocks: Sequence[Block]) -> bool:
    """Return whether the first paragraph is short, ends as no sentence does, and has others below it."""
    words = blocks[0].span.of(text)
    return len(blocks) > 1 and len(words) <= _LONGEST_HEADLINE and not words.endswith(_ENDS) and " " in words


def _is_pointer(words: str) -> bool:
    """Return whether a paragraph only leads to another article: ``Related: …``, without a full stop."""
    return len(words) <= _LONGEST_HEADLINE and words[-1:] not in _ENDS and _POINTER.match(words) is not None


def _role(text: str, block: Block, *, is_heading: bool) -> BlockRole:
    if is_heading:
        return BlockRole.HEADING
    is_item = block.role is BlockRole.PARAGRAPH and text.startswith(_BULLETS, block.span.start)
    return BlockRole.ITEM if is_item else block.role
