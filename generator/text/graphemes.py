"""Where one character, as readers see it, ends and the next begins.

Source: Unicode Standard Annex 29, extended grapheme clusters, cut down to what the standard library knows of
characters: combining marks, joiners, emoji with skin tones and tags, flags, Hangul. Each question looks at a
few characters only, at a run of flags at worst.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
_NON_JOINER: Final = "\u200c"
_FIRST_SPECIAL: Final = "\u0300"
"""No character below it belongs to the one before."""

_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_PICTURES: Final = range(0x1F000, 0x1FB00)
_VOWELS_AND_FINALS: Final = range(0x1160, 0x1200)
_JAMO_AND_SYLLABLES: Final = (range(0x1100, 0x1200), range(0xAC00, 0xD7A4))


def is_boundary(text: str, at: int) -> bool:
    """Return whether a span may begin or end at an offset; both ends of the text are boundaries."""
    if not 0 < at < len(text) or text[at] < _FIRST_SPECIAL:
        return True
    return not _belongs_to(text[at - 1], text, at)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the narrowest stretch around this one that splits no character."""
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return start, end


def _belongs_to(before: str, text: str, at: int) -> bool:
    """Return whether the character at an offset is a part of the one before it."""
    char, code = text[at], ord(text[at])
    is_mark = char in (_JOINER, _NON_JOINER) or unicodedata.category(char)[0] == "M"
    if is_mark or code in _SKIN_TONES or code in _TAGS:
        return not before.isspace()
    if before == _JOINER:
        return code in _PICTURES or unicodedata.category(char) == "So"
    if code in _FLAG_LETTERS:
        return _flag_letters_before(text, at) % 2 == 1
    is_joining = code in _VOWELS_AND_FINALS
    return is_joining and any(ord(before) in letters for letters in _JAMO_AND_SYLLABLES)


def _flag_letters_before(text: str, at: int) -> int:
    first = at
    while first > 0 and ord(text[first - 1]) in _FLAG_LETTERS:
        first -= 1
    return at - first
