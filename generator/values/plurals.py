"""Nouns in the plural, by their ending."""

from __future__ import annotations

from typing import Final

from generator.values.calendar_words import ENGLISH

_SHORTEST: Final = 4
"""Letters: shorter words that end so are no plurals."""


def looks_plural(word: str) -> bool:
    """Return whether a word in lower case looks like a plural of things that are counted."""
    if len(word) < _SHORTEST or not word.endswith("s") or word in ENGLISH.not_plural:
        return False
    return not word.endswith(("ss", "us", "is"))
