"""A block as the search for names sees it: words and signs, and which blocks are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.drafting.titles import COURTESY
from generator.text import Block, BlockRole, Source, Span

_TOKEN: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-'’&][^\W_]+|\.[a-z]+)*|\S")
_OPENERS: Final = frozenset('!?:"“‘«„(…-–—•*')
_LONGEST_HEADING: Final = 16


class Token(NamedTuple):
    """One word or sign of a block."""

    start: int
    end: int
    """Without a possessive ending."""

    text: str
    possessive: bool
    opens: bool
    """Whether a sentence or a quotation begins with it."""


def is_heading(text: str, block: Block) -> bool:
    """Return whether a block is a heading, or looks like one: short, no full stop, capitals."""
    if block.role is BlockRole.HEADING:
        return True
    words = block.span.of(text)
    if len(words) > _LONGEST_HEADING * 10 or words[-1:] in tuple(".!?”\"'’:"):
        return False
    parts = [part for part in words.split() if part[0].isalpha()]
    capital = sum(part[0].isupper() for part in parts)
    return len(parts) <= _LONGEST_HEADING and capital * 2 > len(parts)


def stretches(source: Source) -> Iterator[Span]:
    """Yield the blocks of a text without their boilerplate, such as a dateline that opens one."""
    skipped = iter(source.skipped)
    skip = next(skipped, None)
    for block in source.blocks:
        at, end = block.span.start, block.span.end
        while skip is not None and skip.start < end:
            if at < skip.start:
                yield Span(at, skip.start)
            at = max(at, skip.end)
            if skip.end > end:
                break
            skip = next(skipped, None)
        if at < end:
            yield Span(at, end)


def block_tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a stretch; an ending ``'s`` is cut off."""
    found: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text, span.start, span.end):
        word, end = match.group(), match.end()
        possessive = False
        if word[-1] == "s":
            if word[-2:-1] in ("'", "’"):
                word, end, possessive = word[:-2], end - 2, True
            else:
                possessive = text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "
        found.append(Token(match.start(), end, word, possessive, opens))
        if word[0].isalnum():
            opens = False
        elif word == ".":
            opens = not _is_initial(found)
        else:
            opens = opens or word in _OPENERS
    return found


def _is_initial(tokens: Sequence[Token]) -> bool:
    """Return whether a full stop belongs to an initial or a title: ``J.``, ``Sen.``."""
    if len(tokens) <= 1:
        return False
    before = tokens[-2].text
    return (len(before) == 1 and before.isupper()) or f"{before}." in COURTESY or before in _SHORTENED


_SHORTENED: Final = frozenset(
    "Sen Gov Rep Gen Lt Col Capt Maj Sgt Adm Det Supt St Dr Mr Mrs Ms Prof Rev Hon".split()
)
