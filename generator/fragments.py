"""Addresses that lead to words of a page: URL Fragment Text Directives.

A browser goes to the first place of the page that fits, ignoring case, so a directive needs as much context
as tells its words apart. Each term stands inside one block of the page; no more is known of the page than
that its blocks hold the source's words. Source: WICG, URL Fragment Text Directives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from generator.text import Span, is_boundary

_DIRECTIVES: Final = ":~:"
_BLOCK_END: Final = "\n\n"
_LONGEST_TERM: Final = 90
"""Characters of words that are given whole; of longer ones the first and the last words are given."""

_TERM_WORDS: Final = (3, 6, 12)
_CONTEXT_WORDS: Final = (2, 4, 8)
_LONGEST_WORD: Final = 60
_NEAR: Final = 100_000
"""Characters before and after that are searched for the same words."""

_MOST_PLACES: Final = 64
_PLAIN: Final = re.compile("[A-Za-z0-9., ]*")
_NOT_PLAIN: Final = re.compile("[^A-Za-z0-9.]+")
_SIGNS: Final = frozenset("\"'.,;:!?…*_")
_SIGN_CATEGORIES: Final = frozenset({"Pd", "Pe", "Pf", "Pi", "Ps"})
_INSIDE_WORDS: Final = frozenset("'’.,·")
_WITHOUT_SPACES: Final = (
    range(0x0E00, 0x0F00),  # Thai, Lao
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1780, 0x1800),  # Khmer
    range(0x3040, 0x3100),  # Hiragana, Katakana
    range(0x3400, 0xA000),  # Han
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)
"""Scripts in which a browser knows words from a dictionary, and we do not."""


def text_directive(text: str, span: Span, room: Span | None = None) -> str | None:
    """Return ``text=[prefix-,]start[,end][,-suffix]`` for the fragment of an address, or None without a word.

    A browser goes to the first place that fits, ignoring case. So words around the span are added until
    nothing else in the text fits, as far as ``room``, the stretch that words may be taken from, allows. Only
    whole words fit; quotation marks and the like around them are left out, since sites print their own.
    Source: WICG, URL Fragment Text Directives.
    """
    allowed = room or Span(0, len(text))
    words = _whole_words(text, span, allowed)
    if words is None:
        return None
    has_blocks = text.find(_BLOCK_END, words.start, words.end) >= 0
    ends = _ends(text, words) if has_blocks or words.end - words.start > _LONGEST_TERM else None
    if ends is None and has_blocks:
        return None
    first, last = ends or (words, None)
    before, after = _telling_apart(text, first, allowed, both=last is None)
    terms = [f"{_encoded(text[before : first.start])}-"] if before < first.start else []
    terms += [_encoded(part.of(text)) for part in (first, last) if part]
    terms += [f"-{_encoded(text[first.end : after])}"] if after > first.end else []
    return f"text={','.join(terms)}"


def live_address(url: str, directives: Iterable[str]) -> str:
    """Return an address with text directives behind the fragment that it may have."""
    page = url.partition(_DIRECTIVES)[0]
    joined = "&".join(directives)
    return f"{page}{'' if '#' in page else '#'}{_DIRECTIVES}{joined}" if joined else page


def _encoded(term: str) -> str:
    """Return a term without a sign that parts terms, or that could mean anything in Markdown."""
    bare = term.strip()
    if _PLAIN.fullmatch(bare):
        return bare.replace(",", "%2C").replace(" ", "%20")
    return _NOT_PLAIN.sub(_percent, bare)


def _percent(match: re.Match[str]) -> str:
    return _percents(match.group())


@lru_cache(maxsize=256)
def _percents(signs: str) -> str:
    """Return signs as bytes of UTF-8 in percent-encoding; between words they are nearly always the same."""
    return "".join([f"%{byte:02X}" for byte in signs.encode("utf-8", "replace")])


def _whole_words(text: str, span: Span, allowed: Span) -> Span | None:
    """Return a span without signs around it, widened to whole words; None without a letter or digit."""
    start, end = span.start, span.end
    while start < end and _is_sign(text[start]):
        start += 1
    while start < end and _is_sign(text[end - 1]):
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    first, last = max(allowed.start, start - _LONGEST_WORD), min(allowed.end, end + _LONGEST_WORD)
    while start > first and text[start - 1] != " " and _is_inside_word(text, start):
        start -= 1
    while end < last and text[end] != " " and _is_inside_word(text, end):
        end += 1
    return Span(start, end)


def _is_sign(char: str) -> bool:
    if char.isalnum():
        return False
    return char.isspace() or char in _SIGNS or unicodedata.category(char) in _SIGN_CATEGORIES


def _is_inside_word(text: str, at: int) -> bool:
    """Return whether an offset parts a word, roughly as browsers find words.

    Source: Unicode Standard Annex 29, word boundaries.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return False
    if after in _INSIDE_WORDS:
        return _is_letter(before) and at + 1 < len(text) and _is_letter(text[at + 1])
    if before in _INSIDE_WORDS:
        return _is_letter(after) and at > 1 and _is_letter(text[at - 2])
    return not is_boundary(text, at) or (_is_letter(before) and _is_letter(after))


def _is_letter(char: str) -> bool:
    """Return whether words are made of it, in scripts that put spaces between words."""
    if char < "\u0300":
        return char.isalnum() or char == "_"
    is_part = char.isalnum() or unicodedata.category(char)[0] == "M"
    return is_part and not any(ord(char) in script for script in _WITHOUT_SPACES)


def _ends(text: str, words: Span) -> tuple[Span, Span] | None:
    """Return the first and the last words of a long stretch, each inside one block.

    None where it has few, or where none at its end tell the end.
    """
    stop = text.find(_BLOCK_END, words.start, words.end)
    begin = text.rfind(_BLOCK_END, words.start, words.end)
    opening = Span(words.start, words.end if stop < 0 else stop)
    closing = Span(words.start if begin < 0 else begin + len(_BLOCK_END), words.end)
    first = last = 0
    for count in _TERM_WORDS:
        first = _after(text, opening.start, opening, count)
        if _fits_once(text, opening.start, first):
            break
    rest = text[first : words.end].lower()
    for count in _TERM_WORDS:
        last = _before(text, closing.end, closing, count)
        term = text[last : words.end].lower()
        if rest.find(term) == len(rest) - len(term):
            break
    else:
        # A browser would stop at the first place where the last words stand.
        return None
    if words.start < first <= last < words.end:
        return Span(words.start, first), Span(last, words.end)
    return None


def _telling_apart(text: str, words: Span, allowed: Span, *, both: bool) -> tuple[int, int]:
    """Return where the context begins and ends that tells words apart from others; as much as there is."""
    before, after = words.start, words.end
    if _fits_once(text, before, after):
        return before, after
    for count in _CONTEXT_WORDS:
        before = _before(text, words.start, allowed, count)
        after = _after(text, words.end, allowed, count) if both else words.end
        for start, end in ((before, words.end), (words.start, after), (before, after)):
            if _fits_once(text, start, end):
                return start, end
    return before, after


def _fits_once(text: str, start: int, end: int) -> bool:
    """Return whether a stretch stands once in the text, or in what is near it of a very long one."""
    term = text[start:end].lower()
    near = _lowered(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
    if not term:
        return False
    at, size, found = near.find(term), len(term), 0
    for _ in range(_MOST_PLACES):
        if at < 0:
            return found == 1
        if not _is_inside_word(near, at) and not _is_inside_word(near, at + size):
            found += 1
            if found > 1:
                return False
        at = near.find(term, at + 1)
    return False


@lru_cache(maxsize=4)
def _lowered(text: str, start: int, end: int) -> str:
    """Return a stretch in lower case, which for most texts is all of it: made once for all its facts."""
    return text[start:end].lower()


def _before(text: str, end: int, room: Span, count: int) -> int:
    """Return where so many words before an offset begin, all in one block; the offset where there is none."""
    stop = end
    while stop > room.start and text[stop - 1].isspace():
        stop -= 1
    floor = max(room.start, stop - count * _LONGEST_WORD)
    _, block, chunk = text[floor:stop].rpartition(_BLOCK_END)
    words = chunk.split(" ")
    taken = words[-count:]
    if not block and floor > room.start and len(taken) == len(words) and not text[floor - 1].isspace():
        # The first one may be half a word.
        taken = taken[1:]
    return stop - len(" ".join(taken)) if any(taken) else end


def _after(text: str, start: int, room: Span, count: int) -> int:
    """Return where so many words behind an offset end, all in one block; the offset where there is none."""
    begin = start
    while begin < room.end and text[begin].isspace():
        begin += 1
    ceiling = min(room.end, begin + count * _LONGEST_WORD)
    chunk, block, _ = text[begin:ceiling].partition(_BLOCK_END)
    words = chunk.split(" ")
    taken = words[:count]
    if not block and ceiling < room.end and len(taken) == len(words) and not text[ceiling].isspace():
        # The last one may be half a word.
        taken = taken[:-1]
    return begin + len(" ".join(taken)) if any(taken) else start
