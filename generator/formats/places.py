"""Normalising the text of one block without losing the way back to the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from msgspec import Struct, field

from generator.text import LineIndex, Location, Span, normalise

_NO_SPACE: Final = re.compile(r"[^\S ]")
"""White space that is no space."""

_ODD_SPACE: Final = re.compile(r"[^\S ]\s*| \s+|\A | \Z")
_RUNS: Final = re.compile(r"\s+|\S+")
_BETWEEN_WORDS: Final = re.compile(r"\s(?=[^\s\ufeff])")
_TEXT: Final = attrgetter("text")
_PART: Final = 1 << 12
"""Characters that are worked out at a time."""

_HANGUL: Final = range(0x1160, 0x1200)
"""Vowels and final consonants, which join the letter before."""


class Segment(Struct, frozen=True, gc=False):
    """A stretch of normalised text and the stretch of the file that it comes from."""

    text: int
    file: int
    length: int = 0
    """Of the stretch in the file; 0 where the two run on character by character."""


class _Unit(Struct, frozen=True):
    """A stretch before and after normalisation; only its edges correspond, unless it is the same."""

    before: int
    before_end: int
    after: int
    after_end: int
    is_same: bool


class Settled(Struct, frozen=True):
    """The normalised text of one block."""

    text: str
    segments: list[Segment]
    units: list[_Unit] | None
    """None where normalising changed nothing."""

    def start(self, at: int) -> int:
        """Return where a stretch that began at ``at`` begins now; never inside a composed character."""
        if self.units is None:
            return at
        unit = self._unit(at)
        return unit.after + (at - unit.before if unit.is_same else 0)

    def end(self, at: int) -> int:
        """Return where a stretch that ended at ``at`` ends now; never inside a composed character."""
        if self.units is None:
            return at
        unit = self._unit(at - 1)
        return unit.after + (at - unit.before) if unit.is_same else unit.after_end

    def _unit(self, at: int) -> _Unit:
        units = self.units or [_Unit(0, 0, 0, 0, is_same=True)]
        row = bisect_right(units, at, key=lambda unit: unit.before) - 1
        unit = units[max(0, row)]
        if at >= unit.before_end:
            return _Unit(at, at, unit.after_end, unit.after_end, is_same=True)
        return unit


class Pieces(Struct):
    """The text of one block while it is put together, each piece with its place in the file."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Segment] = field(default_factory=list)

    def add(self, text: str, file: int) -> None:
        """Add text that stands in the file as it is."""
        self.parts.append(text)
        self.places.append(Segment(self.length, file))
        self.length += len(text)

    def settle(self, *, is_plain: bool = False) -> Settled:
        """Return the text in NFC, each run of white space one space, none at either end.

        In a plain text, a run with two or more line ends becomes an empty line.
        """
        joined = "".join(self.parts)
        is_composed = unicodedata.is_normalized("NFC", joined)
        if is_composed and _is_regular(joined):
            return Settled(joined, self.places, None)
        units: list[_Unit] = []
        words: list[str] = []
        after = 0
        for start, end, text, is_same in _settled(joined, is_plain=is_plain, is_composed=is_composed):
            units.append(_Unit(start, end, after, after + len(text), is_same))
            words.append(text)
            after += len(text)
        return Settled("".join(words), _follow(self.places, units), units)


def _is_regular(text: str) -> bool:
    """Return whether all white space is single spaces between words: as in nearly every block."""
    return not (
        "  " in text or text.startswith(" ") or text.endswith(" ") or _NO_SPACE.search(text) is not None
    )


def _settled(joined: str, *, is_plain: bool, is_composed: bool) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the parts of a text as (start, end, text normalised, whether unchanged).

    Where all of it is in NFC, nothing but white space changes, and what is between is one part.
    """
    at = 0
    for match in (_ODD_SPACE if is_composed else _RUNS).finditer(joined):
        start, end = match.span()
        if at < start:
            yield at, start, joined[at:start], True
        at, word = end, match.group()
        if word[0].isspace():
            # between two letters, so that the one function that knows the rule sees no edge
            blank = normalise(f"x{word}x")[1:-1] if is_plain and len(word) > 1 else " "
            blank = "" if start == 0 or end == len(joined) else blank
            yield start, end, blank, word == blank
        else:
            yield from _compose(word, start)
    if at < len(joined):
        yield at, len(joined), joined[at:], True


def _compose(word: str, start: int) -> list[tuple[int, int, str, bool]]:
    """Return a word's parts as (start, end, text in NFC, whether unchanged), the same ones joined."""
    composed = unicodedata.normalize("NFC", word)
    if composed == word:
        return [(start, start + len(word), word, True)]
    parts: list[tuple[int, int, str, bool]] = []
    begin = same_from = 0
    for end in range(1, len(word) + 1):
        if end < len(word) and _joins(word[end]):
            continue
        cluster = word[begin:end]
        text = unicodedata.normalize("NFC", cluster)
        if text != cluster:
            if same_from < begin:
                parts.append((start + same_from, start + begin, word[same_from:begin], True))
            parts.append((start + begin, start + end, text, False))
            same_from = end
        begin = end
    if same_from < len(word):
        parts.append((start + same_from, start + len(word), word[same_from:], True))
    if "".join(part[2] for part in parts) == composed:
        return parts
    # letters of a script that joins in ways not foreseen above: keep only the word's edges
    return [(start, start + len(word), composed, False)]


def _joins(char: str) -> bool:
    """Return whether a character may become one with what stands before it."""
    return char > "\u02ff" and (unicodedata.category(char)[0] == "M" or ord(char) in _HANGUL)


def _follow(places: list[Segment], units: list[_Unit]) -> list[Segment]:
    """Return the segments of the normalised text, from those of the text before."""
    found: list[Segment] = []
    row = 0

    def file_at(at: int) -> int:
        nonlocal row
        while row + 1 < len(places) and places[row + 1].text <= at:
            row += 1
        return places[row].file + at - places[row].text

    for unit in units:
        if unit.after == unit.after_end:
            continue
        begin = file_at(unit.before)
        if not unit.is_same:
            found.append(Segment(unit.after, begin, max(1, file_at(unit.before_end - 1) + 1 - begin)))
            continue
        found.append(Segment(unit.after, begin))
        while row + 1 < len(places) and places[row + 1].text < unit.before_end:
            row += 1
            found.append(Segment(unit.after + places[row].text - unit.before, places[row].file))
    return found


class FilePlaces:
    """From spans of a normalised text to the file that it was read from."""

    __slots__ = ("_lines", "_segments", "_starts")

    def __init__(self, lines: LineIndex, segments: list[Segment]) -> None:
        self._lines = lines
        self._segments = segments
        self._starts = [segment.text for segment in segments]

    def location(self, span: Span) -> Location:
        """Return where the words of a span begin in the file; its length ends with their line."""
        segments = self._segments
        row = self._row(span.start)
        start, end = _stretch(segments, row, span.start)
        if len(span) == 0:
            end = start
        elif len(span) > 1:
            # most names and marks lie in one segment: then their end needs no search
            is_inside = row + 1 >= len(segments) or span.end <= self._starts[row + 1]
            _, end = _stretch(segments, row if is_inside else self._row(span.end - 1), span.end - 1)
        return within_line(self._lines, start, end)

    def _row(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)


def stretch(segments: list[Segment], at: int) -> tuple[int, int]:
    """Return the file offsets of one character of a normalised text."""
    return _stretch(segments, _row(segments, at), at)


def _row(segments: list[Segment], at: int) -> int:
    return max(0, bisect_right(segments, at, key=_TEXT) - 1)


def _stretch(segments: list[Segment], row: int, at: int) -> tuple[int, int]:
    if not segments:
        return 0, 1
    segment = segments[row]
    if segment.length:
        return segment.file, segment.file + segment.length
    start = segment.file + at - segment.text
    return start, start + 1


class Parts:
    """A long plain text in parts, between it and its normalised form.

    A text is normalised word by word, so it can be cut between words: first only how long each part becomes
    is worked out, then, when a place in it is asked for, one part as a whole. Both are linear in time.
    """

    __slots__ = ("_afters", "_befores", "_row", "_segments", "text")

    def __init__(self, text: str) -> None:
        """Note where the parts of a text without byte order mark begin, before and after normalisation."""
        self.text = text
        self._befores: list[int] = [0]
        self._afters: list[int] = [0]
        self._row = -1
        self._segments: list[Segment] = []
        while (cut := _BETWEEN_WORDS.search(text, self._befores[-1] + _PART)) is not None:
            # the mark at the beginning is off already; a letter behind, so that a space there is no end
            part = f"\ufeff{text[self._befores[-1] : cut.end()]}x"
            self._afters.append(self._afters[-1] + len(normalise(part)) - 1)
            self._befores.append(cut.end())

    def file_stretch(self, at: int) -> tuple[int, int]:
        """Return where a character of the normalised text comes from."""
        row = bisect_right(self._afters, at) - 1
        return stretch(self._part(row), at - self._afters[row])

    def normalised(self, at: int) -> int:
        """Return the offset in the normalised text of one before; -1 before its beginning."""
        row = bisect_right(self._befores, at) - 1
        segments = self._part(row) if row >= 0 else []
        found = bisect_right(segments, at, key=lambda segment: segment.file) - 1
        if found < 0:
            return -1
        segment = segments[found]
        return self._afters[row] + segment.text + (0 if segment.length else at - segment.file)

    def _part(self, row: int) -> list[Segment]:
        if row != self._row:
            start, is_last = self._befores[row], row + 1 == len(self._befores)
            words = self.text[start:] if is_last else f"{self.text[start : self._befores[row + 1]]}x"
            pieces = Pieces()
            pieces.add(words, start)
            self._segments, self._row = pieces.settle(is_plain=True).segments, row
        return self._segments


class TextPlaces:
    """From spans of a normalised text to the plain text file that it was read from; worked out when asked."""

    __slots__ = ("_lines", "_parts", "_path", "_raw")

    def __init__(self, path: str, raw: str) -> None:
        self._path = path
        self._raw = raw
        self._lines: LineIndex | None = None
        self._parts: Parts | None = None

    def location(self, span: Span) -> Location:
        """Return where the words of a span begin in the file; its length ends with their line."""
        if self._lines is None or self._parts is None:
            text = self._raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            self._lines, self._parts = LineIndex(self._path, text), Parts(text)
        start, _ = self._parts.file_stretch(span.start)
        end = self._parts.file_stretch(span.end - 1)[1] if len(span) else start
        return within_line(self._lines, start, end)


def within_line(lines: LineIndex, start: int, end: int) -> Location:
    """Return the place of a stretch of a file, cut where its first line ends."""
    length = max(1, end - start)
    line_end = lines.text.find("\n", start, end)
    return lines.location(start, length if line_end < 0 else max(1, line_end - start))
