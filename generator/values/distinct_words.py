"""The words of a text, each once: names and dates both ask which of theirs it holds at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from generator.text.words import words_of

# Scripts that put no space between words: there, a name may begin and end at any letter.
_UNSPACED: Final = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u309f"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
)


class Patterns(NamedTuple):
    """How a text comes apart."""

    word: re.Pattern[str]
    """One word, one character of a script without spaces, or one sign."""

    piece: re.Pattern[str]
    """One word, or any other character."""

    letter: re.Pattern[str]
    """A character of a word of several."""


_SPACED: Final = Patterns(re.compile(r"\w+|[^\w\s]"), re.compile(r"\w+|[\s\S]"), re.compile(r"\w"))


@cache
def _mixed() -> Patterns:
    """Return the patterns of texts in any script; made for the first that asks: they take long to compile."""
    unspaced = "".join(f"{first}-{last}" for first, last in _UNSPACED)
    return Patterns(
        re.compile(rf"[^\W{unspaced}]+|[{unspaced}]|[^\w\s]"),
        re.compile(rf"[^\W{unspaced}]+|[\s\S]"),
        re.compile(rf"[^\W{unspaced}]"),
    )


def patterns_of(text: str) -> Patterns:
    """Return how a text comes apart, by the scripts in it."""
    return _SPACED if text.isascii() or not any(map(is_unspaced, set(text))) else _mixed()


def is_unspaced(character: str) -> bool:
    """Return whether a character is of a script that puts no space between words."""
    return character > "\u0dff" and any(first <= character <= last for first, last in _UNSPACED)


def distinct_words(text: str) -> frozenset[str]:
    """Return the words of a text as they stand, and perhaps signs."""
    return taken_apart(text)[0]


@lru_cache(maxsize=4)
def taken_apart(text: str) -> tuple[frozenset[str], Patterns]:
    """Return the same, and how they were found; made once for all who look for theirs."""
    patterns = patterns_of(text)
    if patterns is not _SPACED:
        return frozenset(patterns.word.findall(text)), patterns
    return frozenset(words_of(text)), patterns
