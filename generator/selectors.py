"""From words to their positions in a text and back.

Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector. Offsets count code points.
"""

from __future__ import annotations

import re
from typing import Final

from generator.text import Span, is_boundary

CONTEXT: Final = 32
"""Characters before and after that usually make words unique."""

_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")
"""Characters that count twice in UTF-16."""

_MOST_CONTEXT: Final = 512
_SLACK: Final = 4


def find(text: str, exact: str, prefix: str = "", suffix: str = "", *, most: int | None = None) -> list[Span]:
    """Return every place of ``exact`` that stands between ``prefix`` and ``suffix``, in order.

    White space around the context is not compared: people leave it out. Places may overlap, and none splits
    what readers see as one character; empty words stand nowhere. With ``most``, the search ends at so many.
    """
    found: list[Span] = []
    if not exact:
        return found
    before, after = " ".join(prefix.split()), " ".join(suffix.split())
    at = text.find(exact)
    while at >= 0 and len(found) != most:
        end = at + len(exact)
        is_whole = is_boundary(text, at) and is_boundary(text, end)
        if is_whole and _ends_with(text, at, before) and _starts_with(text, end, after):
            found.append(Span(at, end))
        at = text.find(exact, at + 1)
    return found


def stands_between(text: str, span: Span, prefix: str, suffix: str) -> bool:
    """Return whether a span stands between this context; white space around it is not compared."""
    before, after = " ".join(prefix.split()), " ".join(suffix.split())
    return _ends_with(text, span.start, before) and _starts_with(text, span.end, after)


def quote(text: str, span: Span) -> tuple[str, str, str]:
    """Return (exact, prefix, suffix) that find the span again; whole words, as few as make it unique."""
    exact = span.of(text)
    stands_once = text.find(exact) == text.rfind(exact)
    context = CONTEXT
    while True:
        prefix, suffix = _before(text, span.start, context), _after(text, span.end, context)
        if stands_once or context >= _MOST_CONTEXT or len(find(text, exact, prefix, suffix)) <= 1:
            return exact, prefix, suffix
        context *= 2


def from_utf16(text: str, offset: int) -> int | None:
    """Return the code point offset of one in UTF-16 code units, as JavaScript counts; None past the end."""
    counted = floor = 0
    # a position is never larger than the offset, and ASCII needs no look
    for wide in () if text.isascii() else _WIDE.finditer(text, 0, max(0, offset)):
        position = max(offset - counted, floor)
        if position <= wide.start():
            return position
        counted += 1
        floor = wide.end()
    position = max(offset - counted, floor)
    return position if position <= len(text) else None


def _ends_with(text: str, end: int, words: str) -> bool:
    if not words:
        return True
    return " ".join(text[max(0, end - _room(words)) : end].split()).endswith(words)


def _starts_with(text: str, start: int, words: str) -> bool:
    if not words:
        return True
    return " ".join(text[start : start + _room(words)].split()).startswith(words)


def _room(words: str) -> int:
    """Return how much text collapsed words may take: every space may be an empty line."""
    return len(words) + words.count(" ") + _SLACK


def _before(text: str, end: int, length: int) -> str:
    """Return the words before an offset, cut where a word begins."""
    start = max(0, end - length)
    words = text[start:end]
    if start == 0 or text[start - 1].isspace():
        return words
    head, space, tail = words.partition(" ")
    return tail if space else head


def _after(text: str, start: int, length: int) -> str:
    """Return the words after an offset, cut where a word ends."""
    end = min(len(text), start + length)
    words = text[start:end]
    if end == len(text) or text[end].isspace():
        return words
    head, space, tail = words.rpartition(" ")
    return head if space else tail
