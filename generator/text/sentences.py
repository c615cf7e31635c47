"""Sentence boundaries in one block, by rules for news prose.

Linear in the length of the text. A boundary stands after ``.``, ``!``, ``?`` or ``…`` (with closing
quotation marks and brackets behind it) when white space and the start of a sentence follow, unless the
word before is an abbreviation or an initial.
"""

from __future__ import annotations

import re
from typing import Final

from generator.text.span import Span

_CLOSERS: Final = "\"'”’»)]›"
_OPENERS: Final = "\"'“‘«([‹„"
_END: Final = re.compile(rf"([.!?…。！？]+[{re.escape(_CLOSERS)}]*)(?:\s+|(?<=[。！？]))")
_WORD_BACKWARDS: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
"""Initials and abbreviations whole, read from their end: a look forwards would try every letter before."""

_ABBREVIATIONS: Final = frozenset(
    """
    adm al approx apr art aug ave brig capt cf ch co col corp cpl dec dept dr ed e.g etc fig feb fr fri
    gen gov hon i.e inc jan jr jul jun lieut lt ltd maj mar messrs mme mon mr mrs ms mt no nos nov oct op p
    ph.d pp pres prof pvt rep reps rev sat sen sens sep sept sgt sr st ste sun supt thu thur thurs tue tues
    univ v viz vol vs wed
    """.split()
)
_LONGEST_ABBREVIATION: Final = max(map(len, _ABBREVIATIONS))
_INITIALS: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_STARTERS: Final = frozenset(
    """
    a after all although an and as at because before both but by during for from he her his however i if in it
    its many meanwhile more most no of on one other our she since so some that the their then there these they
    this those though to two until we what when where which while who with you your
    """.split()
)
"""Words that begin a sentence far more often than they follow initials (``the U.S. Attorney``)."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOKBACK: Final = 24


def sentences(text: str, block: Span) -> list[Span]:
    """Return the sentences of one block, in order, without white space around them."""
    found: list[Span] = []
    start, end = _trimmed(text, block.start, block.end)
    for match in _END.finditer(text, block.start, block.end):
        if match.end() >= block.end or not _ends_sentence(text, match.start(), match.end(), start):
            continue
        found.append(Span(start, match.end(1)))
        start = match.end()
    if start < end:
        found.append(Span(start, end))
    return found


def _ends_sentence(text: str, mark: int, following: int, start: int) -> bool:
    """Return whether the punctuation at ``mark`` closes a sentence that goes on at ``following``."""
    if text[mark] in "。！？":
        return True
    upcoming = text[following : following + 4].lstrip(_OPENERS)
    if not upcoming or upcoming[0].islower():
        return False
    last = text.rfind(" ", max(start, mark - _LOOKBACK), mark) + 1
    is_long = last > 0 and mark - last > _LONGEST_ABBREVIATION and text[last:mark].isalpha()
    if text[mark] != "." or is_long:
        return True
    word = _WORD_BACKWARDS.match(text[max(start, mark - _LOOKBACK) : mark][::-1])
    if word is None:
        return True
    before = word[0][::-1]
    if _INITIALS.fullmatch(before):
        first = _WORD.search(text, following, following + _LOOKBACK)
        return first is None or first.group().lower() in _STARTERS
    return not (len(before) == 1 and before.isupper()) and before.lower() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
