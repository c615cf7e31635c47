"""JSON as a tree that keeps the place of every value.

The standard library's parser gives no places, recurses as deep as its input and accepts ``NaN``. A comma
before a closing bracket, and a key given twice, are reported and read past, so that what else is wrong is
told at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from msgspec import Struct

from generator.problems import Problem
from generator.text import LineIndex, Location

MAX_DEPTH: Final = 64
"""Objects and lists inside one another."""

_SPACE: Final = re.compile(r"[ \t\r\n]*+")
_STRING: Final = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][+-]?[0-9]++)?")
_WORD: Final = re.compile(r"[\w.+-]{1,20}")
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}
_MOST_DIGITS: Final = 18


class Json(Struct, frozen=True):
    """One value with its place."""

    value: JsonValue
    location: Location


JsonValue: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class _BrokenError(Exception):
    """Something after which reading cannot go on."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def parse_json(text: str, path: str) -> tuple[Json | None, list[Problem]]:
    """Return the tree of a JSON text; None, with a problem, where it cannot be read."""
    parser = _Parser(text.removeprefix("\ufeff"), path)
    try:
        return parser.document(), parser.problems
    except _BrokenError as error:
        parser.report(str(error), error.at)
        return None, parser.problems


class _Parser:
    """Reads one text from left to right."""

    def __init__(self, text: str, path: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._lines = LineIndex(path, text)
        self._at = 0

    def document(self) -> Json:
        """Read the one value that a text holds."""
        found = self._value(0)
        self._skip()
        if self._at < len(self._text):
            message = f"expected one value, found more: {self._found()}"
            raise _BrokenError(message, self._at)
        return found

    def report(self, message: str, at: int, length: int = 1) -> None:
        """Collect one problem."""
        place = self._lines.location(at, length)
        self.problems.append(Problem(code="broken-json", message=message, location=place))

    def _value(self, depth: int) -> Json:
        self._skip()
        start, sign = self._at, self._text[self._at : self._at + 1]
        if sign in ("{", "["):
            if depth >= MAX_DEPTH:
                message = f"expected at most {MAX_DEPTH} objects and lists inside one another"
                raise _BrokenError(message, start)
            self._at += 1
            value: JsonValue = self._object(depth) if sign == "{" else self._list(depth)
        elif sign == '"':
            value = self._string()
        else:
            value = self._scalar()
        length = min(self._at - start, 200)
        line_end = self._text.find("\n", start, start + length)
        return Json(value, self._lines.location(start, length if line_end < 0 else line_end - start))

    def _object(self, depth: int) -> dict[str, Json]:
        found: dict[str, Json] = {}
        while not self._closes("}", is_first=not found):
            start = self._at
            if self._text[start : start + 1] != '"':
                message = f"expected a key in double quotes, found {self._found()}"
                raise _BrokenError(message, start)
            key = self._string()
            self._skip()
            if self._text[self._at : self._at + 1] != ":":
                message = f"expected a colon, found {self._found()}"
                raise _BrokenError(message, self._at)
            self._at += 1
            node = self._value(depth + 1)
            if key in found:
                self.report(f"the key '{key[:40]}' stands twice", start)
            else:
                found[key] = node
        return found

    def _list(self, depth: int) -> list[Json]:
        found: list[Json] = []
        while not self._closes("]", is_first=not found):
            found.append(self._value(depth + 1))
        return found

    def _closes(self, sign: str, *, is_first: bool) -> bool:
        """Pass the closing bracket, or the comma before the next value."""
        self._skip()
        at = self._at
        if self._text[at : at + 1] == sign:
            self._at += 1
            return True
        if is_first:
            return False
        if self._text[at : at + 1] != ",":
            message = f"expected a comma or {sign}, found {self._found()}"
            raise _BrokenError(message, at)
        self._at += 1
        self._skip()
        if self._text[self._at : self._at + 1] != sign:
            return False
        self.report(f"expected no comma before {sign}", at)
        self._at += 1
        return True

    def _string(self) -> str:
        match = _STRING.match(self._text, self._at)
        if match is None:
            message = "expected a closing quotation mark on the same line"
            raise _BrokenError(message, self._at)
        try:
            value: str = json.loads(match.group())
            value.encode()
        except ValueError as error:
            message = "a text with an escape that stands for no character"
            raise _BrokenError(message, self._at) from error
        self._at = match.end()
        return value

    def _scalar(self) -> int | float | bool | None:
        match = _NUMBER.match(self._text, self._at)
        following = _WORD.match(self._text, self._at)
        word = following.group() if following else ""
        if match is not None and match.group() == word:
            if len(word) > _MOST_DIGITS:
                message = f"expected a number of at most {_MOST_DIGITS} digits"
                raise _BrokenError(message, self._at)
            self._at = match.end()
            return float(word) if match[1] or match[2] else int(word)
        if word in _WORDS:
            self._at += len(word)
            return _WORDS[word]
        message = f"expected a value, found {self._found()}"
        raise _BrokenError(message, self._at)

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _found(self) -> str:
        word = _WORD.match(self._text, self._at)
        found = word.group() if word else self._text[self._at : self._at + 1]
        return f"'{found}'" if found else "the end"
