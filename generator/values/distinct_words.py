"""The words of a text, each once: names and dates both ask which of theirs it holds at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Scripts that put no space between words: there, a name may begin and end at any letter.
UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff"
WORD: Final = re.compile(rf"[^\W{UNSPACED}]+|[{UNSPACED}]|[^\w\s]")
"""One word, one character of a script without spaces, or one sign."""


@lru_cache(maxsize=4)
def distinct_words(text: str) -> frozenset[str]:
    """Return the words and signs of a text as they stand, made once for all who look for theirs."""
    return frozenset(WORD.findall(text))
