"""Where a text may hold dates: the word or number that makes an expression a date, without a grammar.

Most marks hold no date at all. The whole text is looked through once, and whoever asks for the dates
of one of its hundred marks learns at once that there are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from generator.text.words import letters_of
from generator.values.calendar_words import ENGLISH
from generator.values.date_scan import Scan, lowered
from generator.values.distinct_words import distinct_words

DATE_WORDS: Final = frozenset(
    {
        *ENGLISH.months,
        *ENGLISH.month_abbreviations,
        *ENGLISH.weekdays,
        *ENGLISH.weekday_abbreviations,
        *ENGLISH.units,
        *ENGLISH.seasons,
        *(phrase.split()[-1] for phrase in (*ENGLISH.days, *ENGLISH.feasts)),
        *("weekend", "quarter", "half", "century", "q", "h"),
    }
)
"""Every expression holds one of these, or a number that may be a year, an ordinal or part of a date."""

_NUMBER_ENDINGS: Final = frozenset({*ENGLISH.ordinal_endings, "s", "'", "/", "."})
_LETTER: Final = re.compile(r"[^\W\d_]")
_ENDINGS: Final = "|".join([*sorted(ENGLISH.ordinal_endings), "s"])
_CORE_NUMBER: Final = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:[0-9]{{3}}(?![0-9])|[0-9]*+(?=\s*+(?:['/.]|(?:{_ENDINGS})(?![^\W\d_]))))"
)
"""A number of which ``_is_core`` holds. Its first digit comes first: Python skips all else at once."""

_YEAR_DIGITS: Final = 4


def holds_core(text: str, start: int, end: int) -> bool:
    """Return whether the core of a date may stand in ``text[start:end]``."""
    cores = _core_offsets(text)
    first = bisect_left(cores, start)
    if first < len(cores) and cores[first] < end:
        return True
    # an edge inside a word may leave a core that is none in the whole text
    return text[max(0, start - 1) : start + 1].isalnum() or text[max(0, end - 1) : end + 1].isalnum()


def cores_of(scan: Scan) -> list[int]:
    """Return the tokens that may be the core of an expression."""
    words = scan.words
    return [
        at
        for at in range(len(scan))
        if words[at] in DATE_WORDS or ("0" <= words[at][0] <= "9" and _is_core(words[at], words[at + 1]))
    ]


def _is_core(number: str, behind: str) -> bool:
    """Return whether a number may be the core of a date, with the token behind it."""
    return len(number) == _YEAR_DIGITS or behind in _NUMBER_ENDINGS


@lru_cache(maxsize=4)
def _core_offsets(text: str) -> list[int]:
    """Return where the cores of a whole text begin, in order.

    A text holds few of the words, so to look for those is quicker than to look at all of its tokens.
    """
    low = lowered(text)
    found = [match.start() for match in _CORE_NUMBER.finditer(low)]
    for word in _date_words(text):
        found += _places(low, word)
    return sorted(found)


def _date_words(text: str) -> frozenset[str]:
    """Return the words that make dates and may stand in a text; some only as a part of longer ones."""
    words = " ".join(distinct_words(text)).lower().split()
    mixed = [word for word in words if not word.isalpha()]
    return DATE_WORDS.intersection(words).union(DATE_WORDS.intersection(letters_of(" ".join(mixed))))


def _places(low: str, word: str) -> list[int]:
    """Return where a word stands in a text, not inside another one."""
    found: list[int] = []
    start = low.find(word)
    while start >= 0:
        end = start + len(word)
        if not _LETTER.match(low, end) and not (start and _LETTER.match(low, start - 1)):
            found.append(start)
        start = low.find(word, end)
    return found
