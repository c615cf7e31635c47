"""Tokens of a corpus put together as people write them, each with its span."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from generator.text import Span

_CLOSING: Final = frozenset({*".,;:?!%)]}”’…", "'s", "’s", "'", "n't", "n’t", "..."})
_CLITICS: Final = frozenset({"'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"})
_OPENING: Final = frozenset({*"([{$£€“‘#", "``", "US$"})
_QUOTES: Final = {"``": '"', "''": '"', "`": "'"}


class Text:
    """Grows token by token; straight quotation marks open and close in turn."""

    def __init__(self, start: int = 0) -> None:
        """Begin at an offset."""
        self.words = ""
        self._start = start
        self._is_open = False
        self._glue = True

    def add(self, word: str, *, glued: bool = False, opens: bool | None = None) -> Span:
        """Add a word and return its span.

        ``glued`` takes away the space before it; ``opens`` says of a quotation mark which one it is, where
        the corpus tells.
        """
        shown = unicodedata.normalize("NFC", _QUOTES.get(word, word))
        closes = word in _CLOSING or word in _CLITICS
        if opens is not None:
            closes = not opens
        elif shown == '"':
            opens = self._is_open = word != "''" and (word in _QUOTES or not self._is_open)
            closes = not opens
        else:
            opens = word in _OPENING
        if not (self._glue or glued or closes or (opens and shown in {"$", "£", "€"} and self._after_code())):
            self.words += " "
        start = self._start + len(self.words)
        self.words += shown
        self._glue = opens
        return Span(start, self._start + len(self.words))

    def _after_code(self) -> bool:
        return self.words.endswith(("US", "AU", "USD"))


def around(spans: Iterable[Span]) -> Span:
    """Return the stretch from the first to the last of some spans."""
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))
