"""Two versions of one utterance, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

_WORDS: Final = re.compile(r"\S+")
_AROUND: Final = "\"'“”„«»‘’.,;:!?…()[]"
MOST_WORDS: Final = 300
"""Longer ones stand beside each other without marks: comparing costs the square of the length."""


class Run(Struct, frozen=True, kw_only=True):
    """Words in a row."""

    text: str
    differs: bool
    """Whether the other version does not have them there."""


def aligned(words: str, other: str) -> tuple[Run, ...]:
    """Return the words of a version in runs, those marked that the other version does not have there.

    Capital letters, quotation marks and punctuation are left aside: those are the outlet's. One run without a
    mark where a version is too long to compare.
    """
    here, there = _WORDS.findall(words), _WORDS.findall(other)
    if not here or max(len(here), len(there)) > MOST_WORDS:
        return (Run(text=words, differs=False),)
    matcher = SequenceMatcher(None, [*map(_bare, there)], [*map(_bare, here)], autojunk=False)
    return tuple(
        Run(text=" ".join(here[start:end]), differs=operation != "equal")
        for operation, _, _, start, end in matcher.get_opcodes()
        if start < end
    )


def _bare(word: str) -> str:
    return word.casefold().strip(_AROUND) or word
