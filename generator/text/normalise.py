"""Normalisation, version 1: what the offsets of annotations count on.

The byte order mark goes, the text is brought into NFC, a run of white space with two or more line ends
becomes an empty line, and any other run (no-break spaces too) becomes one space; none stands at either end.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.text.source import Block, Source
from generator.text.span import Span

VERSION: Final = 1
"""Stands beside every hash; a change of the rules below is a new version."""

PARAGRAPH_BREAK: Final = "\n\n"

_RUN: Final = re.compile(r"[^\S ]\s*| \s+")
"""A run of white space that is not one space, which stays what it is."""

_USUAL: Final = {"\n": " ", PARAGRAPH_BREAK: PARAGRAPH_BREAK}
_LINE_ENDS: Final = re.compile(r"\r\n|[\r\n\u0085\u2028\u2029\v\f]")


def normalise(raw: str) -> str:
    """Return the normalised text of a plain text."""
    text = unicodedata.normalize("NFC", raw.removeprefix("\ufeff"))
    return _RUN.sub(_blank, text).strip()


def normalise_words(raw: str) -> str:
    """Return one line of normalised text: what stands inside a single block."""
    return " ".join(unicodedata.normalize("NFC", raw.removeprefix("\ufeff")).split())


def read_plain(raw: str, skipped: tuple[Span, ...] = ()) -> Source:
    """Return the source of a plain text, each of its blocks a paragraph."""
    text = normalise(raw)
    blocks: list[Block] = []
    start = 0
    for paragraph in text.split(PARAGRAPH_BREAK) if text else ():
        blocks.append(Block(Span(start, start + len(paragraph))))
        start += len(paragraph) + len(PARAGRAPH_BREAK)
    return Source.of(text, tuple(blocks), skipped)


def _blank(match: re.Match[str]) -> str:
    run = match.group()
    if run in _USUAL:
        return _USUAL[run]
    return PARAGRAPH_BREAK if len(_LINE_ENDS.findall(run)) > 1 else " "
