"""A stretch of text as tokens, for the grammar of dates: what each rule reads and what it gives back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Final, Generic, Literal, TypeVar

from msgspec import Struct

from generator.values.calendar_words import ENGLISH, CalendarWords
from generator.values.date import Date

T = TypeVar("T")

Preference = Literal["past", "future"]

_TOKEN: Final = re.compile(r"[^\W\d_]+|[0-9]+|\S")
_ASCII_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+|\S")
"""The same in ASCII text in lower case, where it takes half the time."""

_MOST_DIGITS: Final = 4
_PADDING: Final = [""] * 32
"""More than any rule looks past the last token; also what stands before the first one."""


class Point(Struct, frozen=True, gc=False):
    """One date of an expression, settled or still without its year."""

    end: int
    """The token behind it."""

    date: Date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    """Of ISO 8601, from 1 to 53."""

    counted: bool = False
    """Whether the reference was used."""

    held: bool = False
    """Whether a time of day or a possessive stands with it, so that ``before`` it may be on that day."""


class Scan:
    """The tokens of a window, with the day that relative words count from. Reads past its ends as empty."""

    __slots__ = ("_begin", "_spans", "prefer", "reference", "table", "text", "words")

    def __init__(
        self,
        text: str,
        window: tuple[int, int],
        reference: dt.date | None,
        prefer: Preference,
        table: CalendarWords = ENGLISH,
    ) -> None:
        self.text = text
        self.reference = reference
        self.prefer = prefer
        self.table = table
        self._begin, end = window
        low = lowered(text[self._begin : end])
        pattern = _ASCII_TOKEN if low.isascii() else _TOKEN
        self._spans = [match.span() for match in pattern.finditer(low)]
        self.words = [low[first:past] for first, past in self._spans] + _PADDING
        """The tokens in lower case, empty outside the window."""

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self._spans)

    def start(self, index: int) -> int:
        """Return where a token begins in the text."""
        return self._begin + self._spans[index][0]

    def end(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self._begin + self._spans[index][1]

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= index < len(self._spans) and self.text[self.start(index)].isupper()

    def touches(self, index: int) -> bool:
        """Return whether a token stands right behind the one before it."""
        return 0 < index < len(self._spans) and self._spans[index][0] == self._spans[index - 1][1]

    def digits(self, index: int) -> str:
        """Return a token that is a number of at most four digits and no part of a longer one; else empty."""
        word = self.words[index]
        return word if "0" <= word[:1] <= "9" and len(word) <= _MOST_DIGITS else ""

    def number(self, index: int, least: int, most: int) -> int | None:
        """Return the number at a token, where it lies between two limits."""
        digits = self.digits(index)
        return int(digits) if digits and least <= int(digits) <= most else None

    def is_ordinal(self, index: int) -> bool:
        """Return whether ``st``, ``nd``, ``rd`` or ``th`` is tied to the number before."""
        return self.words[index] in self.table.ordinal_endings and self.touches(index)

    def skip(self, index: int, words: Iterable[str]) -> int:
        """Return the token behind one of these words, or the same token."""
        return index + 1 if self.words[index] in words else index

    def is_possessive(self, index: int) -> bool:
        """Return whether ``'s`` or a bare apostrophe of a plural stands at a token."""
        return (
            self.words[index] == "'"
            and self.touches(index)
            and self.words[index + 1] == "s"
            and self.touches(index + 1)
        )


def lowered(text: str) -> str:
    """Return a text of the same length in lower case, its apostrophes alike."""
    low = text.lower()
    if len(low) != len(text):
        # A few letters grow in lower case, and offsets would move.
        low = "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)
    return low.replace("’", "'")


class Phrases(Generic[T]):
    """A table of phrases, found longest first."""

    __slots__ = ("_by_first",)

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase in sorted(table, key=len, reverse=True):
            tokens = tuple(phrase.split())
            self._by_first.setdefault(tokens[0], []).append((tokens, table[phrase]))

    def __contains__(self, word: str) -> bool:
        """Return whether a phrase begins with a word."""
        return word in self._by_first

    def find(self, scan: Scan, index: int) -> tuple[T, int] | None:
        """Return what the longest phrase at a token stands for, and the token behind it."""
        options = self._by_first.get(scan.words[index])
        if options is None:
            return None
        for tokens, value in options:
            if len(tokens) == 1 or tuple(scan.words[index : index + len(tokens)]) == tokens:
                return value, index + len(tokens)
        return None
