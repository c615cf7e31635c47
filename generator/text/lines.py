"""The one place from an offset in a file to its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from generator.text.span import Location

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Finds lines and columns in the raw text of one file."""

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = _starts(text)

    def location(self, offset: int, length: int = 1) -> Location:
        """Return the place of a code point offset; offsets past the end give the end."""
        if not 0 <= offset <= len(self.text):
            offset = max(0, min(offset, len(self.text)))
        row = bisect_right(self._starts, offset)
        return Location(self.path, row, offset - self._starts[row - 1] + 1, max(length, 1))

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of a line and column, both from 1, held inside the text."""
        row = max(0, min(line - 1, len(self._starts) - 1))
        return min(self._starts[row] + max(0, column - 1), len(self.text))

    def line(self, number: int) -> str:
        """Return one line, from 1, without its line end; empty past the last."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def _starts(text: str) -> list[int]:
    """Return where the lines of a text begin."""
    if "\r" in text:
        return [0, *(match.end() for match in _LINE_END.finditer(text))]
    found = [0]
    while (end := text.find("\n", found[-1])) >= 0:
        found.append(end + 1)
    return found
