"""The bottom line: the author's own Markdown, in which every number, date, name and quoted phrase is a link.

Read are paragraphs, links, emphasis (which is dropped) and backslash escapes; all else stands as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

from msgspec import Struct, field

from generator.formats.yaml_tree import YamlScalar
from generator.model import Words
from generator.problems import Problem
from generator.text import Location

Place: TypeAlias = Callable[[int, int], Location]
"""From a stretch of the text, as offsets, to its place in the file."""

IsFact: TypeAlias = Callable[[str, Location], bool]
"""Whether a key (``slug#id``) may be linked to; where not, it has reported so at the place."""

Ungated: TypeAlias = Callable[[str], Iterable[tuple[int, int, str]]]
"""Yields (start, end, what) of the numbers, dates and names in plain text."""

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_ESCAPABLE: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TARGET: Final = re.compile(r"[^\s#/:\\]*#[^\s#/:\\]+")
_PAIRS: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "‘": "’", "'": "'", "「": "」"}
_QUOTED_PHRASE: Final = "quoted phrase"
_APOSTROPHES: Final = "'’"


class _Link(Struct, frozen=True):
    """A link as typed, by offsets of the text."""

    opening: int
    closing: int
    end: int
    target: str


class _Letter(Struct):
    """One character of the plain text, with where it came from."""

    char: str
    offset: int
    link: _Link | None
    is_escaped: bool = False


class _Reader(Struct):
    """Collects the problems of one bottom line."""

    place: Place
    way: str = "#"
    """How links to facts begin here, for examples."""

    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, message: str, start: int, end: int, example: str | None = None) -> None:
        location = self.place(start, end)
        self.problems.append(Problem(code=code, message=message, location=location, example=example))


def read_bottom_line(
    text: str,
    place: Place,
    slug: str,
    is_fact: IsFact,
    ungated: Ungated,
) -> tuple[tuple[tuple[Words, ...], ...], list[Problem]]:
    """Return the paragraphs of a bottom line, and what in it leads to no fact.

    ``ungated`` yields (start, end, what) of the numbers, dates and names in plain text; quoted phrases are
    found here.
    """
    problems: list[Problem] = []
    paragraphs: list[tuple[Words, ...]] = []
    for start, end in _paragraphs(text):
        found = read_stretch(text[:end], start, slug, Gate(place, is_fact, ungated))
        problems += found.problems
        if found.words:
            paragraphs.append(found.words)
    return tuple(paragraphs), sorted(problems, key=lambda problem: problem.order)


class Gate(Struct, frozen=True):
    """What an author's prose is held against."""

    place: Place
    is_fact: IsFact
    ungated: Ungated


class Cited(Struct, frozen=True, kw_only=True):
    """Words that a link lays upon a fact."""

    key: str
    text: str
    place: Place
    """From a stretch of ``text`` to its place in the file."""


class Stretch(Struct, frozen=True, kw_only=True):
    """One paragraph of an author's prose, read."""

    words: tuple[Words, ...]
    cited: tuple[Cited, ...]
    problems: tuple[Problem, ...]


def read_stretch(text: str, start: int, slug: str, gate: Gate) -> Stretch:
    """Return the paragraph from ``start`` to the end of a text: its words, its links, what leads to no fact.

    ``slug`` is that of the article whose facts may be linked to by their ids alone; empty for a memo.
    """
    place, is_fact, ungated = gate.place, gate.is_fact, gate.ungated
    reader = _Reader(place, "#" if slug else "slug#")
    end = len(text)
    links = _links(text, start, end)
    letters = _without_emphasis(_letters(text, start, end, links))
    keys = {link.opening: _key(link, slug, is_fact, reader) for link in links.values()}
    _gate(letters, ungated, reader)
    _refuse_marks(text, start, end, reader)
    return Stretch(
        words=tuple(_words(letters, keys)),
        cited=tuple(_cited(letters, keys, place)),
        problems=tuple(reader.problems),
    )


def _cited(letters: list[_Letter], keys: dict[int, str | None], place: Place) -> Iterator[Cited]:
    for link, found in groupby(letters, key=lambda letter: letter.link):
        key = keys[link.opening] if link else None
        if key is None:
            continue
        linked = list(found)
        offsets = [letter.offset for letter in linked]

        def located(start: int, end: int, offsets: list[int] = offsets) -> Location:
            return place(offsets[start], offsets[end - 1] + 1)

        yield Cited(key=key, text="".join(letter.char for letter in linked), place=located)


def places_in(scalar: YamlScalar) -> Place:
    """Return the way from offsets in a YAML value to its file.

    Exact for values on one line and for block values that keep their lines (``|``); where YAML has folded
    lines, the place is where the value begins.
    """
    value, begin = scalar.value, scalar.location
    # where the first line in the file is the first line of the value, YAML kept the lines
    is_block = not scalar.plain and begin.length == value.find("\n") < len(value) - 1
    margin = begin.length - len(value)
    in_quotes = 2

    def place(start: int, end: int) -> Location:
        if is_block:
            line = value.rfind("\n", 0, start) + 1
            above = value.count("\n", 0, start)
            return Location(begin.path, begin.line + above, begin.column + start - line, max(1, end - start))
        if margin in (0, in_quotes) and "\n" not in value:
            return Location(begin.path, begin.line, begin.column + margin // 2 + start, max(1, end - start))
        return begin

    return place


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _links(text: str, start: int, end: int) -> dict[int, _Link]:
    """Return the links of a paragraph by the offset of their opening bracket; none stands in another."""
    found: dict[int, _Link] = {}
    opened: list[int] = []
    last = text.rfind(")", start, end) + 1
    position = start
    while position < end:
        char = text[position]
        if char == "\\":
            position += 1
        elif char == "[":
            opened.append(position)
        elif char == "]" and opened:
            opening = opened.pop()
            close = text.find(")", position, last) if text.startswith("](", position, end) else -1
            if close > 0:
                found[opening] = _Link(opening, position, close + 1, text[position + 2 : close].strip())
                opened.clear()
                position = close
        position += 1
    return found


def _letters(text: str, start: int, end: int, links: dict[int, _Link]) -> list[_Letter]:
    """Return the characters that a reader sees, white space as single spaces."""
    letters: list[_Letter] = []
    link: _Link | None = None
    position = start
    while position < end:
        char = text[position]
        if link is None and position in links:
            link = links[position]
        elif link is not None and position == link.closing:
            position, link = link.end - 1, None
        elif char == "\\" and position + 1 < end and text[position + 1] in _ESCAPABLE:
            position += 1
            letters.append(_Letter(text[position], position, link, is_escaped=True))
        elif not char.isspace():
            letters.append(_Letter(char, position, link))
        elif letters and letters[-1].char != " ":
            letters.append(_Letter(" ", position, link))
        position += 1
    if letters and letters[-1].char == " ":
        letters.pop()
    return letters


def _without_emphasis(letters: list[_Letter]) -> list[_Letter]:
    """Drop the asterisks and underscores that stand in pairs around words."""
    open_runs: dict[tuple[str, int], int] = {}
    dropped: set[int] = set()
    position = 0
    while position < len(letters):
        char = letters[position].char
        end = position + 1
        if char in "*_" and not letters[position].is_escaped:
            while end < len(letters) and letters[end].char == char and not letters[end].is_escaped:
                end += 1
            before = letters[position - 1].char if position else " "
            after = letters[end].char if end < len(letters) else " "
            is_inside_word = char == "_" and before.isalnum() and after.isalnum()
            run = (char, end - position)
            if before != " " and run in open_runs and not is_inside_word:
                start = open_runs.pop(run)
                dropped.update(range(start, start + run[1]), range(position, end))
            elif after != " " and not is_inside_word:
                open_runs[run] = position
        position = end
    return [letter for number, letter in enumerate(letters) if number not in dropped]


def _key(link: _Link, slug: str, is_fact: IsFact, reader: _Reader) -> str | None:
    """Return the key of the fact that a link leads to; None with a problem where there is none."""
    if not _TARGET.fullmatch(link.target) or (link.target.startswith("#") and not slug):
        message = f"expected a link to a fact, found one to '{link.target}'"
        example = "[14 crews](slug#14-crews), slug being the name of its article"
        if reader.way == "#":
            example = "[14 crews](#14-crews), or [14 crews](slug#14-crews) for a fact of another article"
        reader.report("bad-value", message, link.closing + 2, link.end - 1, example)
        return None
    key = f"{slug}{link.target}" if link.target.startswith("#") else link.target
    return key if is_fact(key, reader.place(link.closing + 2, link.end - 1)) else None


def _gate(letters: list[_Letter], ungated: Ungated, reader: _Reader) -> None:
    """Report each number, date, name and quoted phrase that no link carries."""
    plain = "".join(letter.char for letter in letters)
    quoted = [(start, end, _QUOTED_PHRASE) for start, end in quoted_phrases(plain)]
    passed = 0
    for start, end, what in sorted([*quoted, *ungated(plain)], key=lambda found: (found[0], -found[1])):
        if start < passed or _is_carried(letters[start:end], whole=what == _QUOTED_PHRASE):
            continue
        passed = end
        words = plain[start:end]
        shown = words if what == _QUOTED_PHRASE else f"'{words}'"
        message = f"expected a link to a fact on the {what} {shown}, found none"
        last = letters[end - 1].offset + 1
        reader.report("ungated-words", message, letters[start].offset, last, f"[{words}]({reader.way}id)")


def _is_carried(letters: list[_Letter], *, whole: bool) -> bool:
    """Return whether links carry the words: all of a quoted phrase, else some and every digit."""
    linked = any(letter.link for letter in letters)
    must = str.isalnum if whole else str.isdigit
    return linked and all(letter.link for letter in letters if must(letter.char))


def quoted_phrases(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks, outermost ones; an open one ends with its paragraph."""
    opened: int | None = None
    closers = ""
    for position, char in enumerate(plain):
        before = plain[position - 1] if position else " "
        after = plain[position + 1] if position + 1 < len(plain) else " "
        if opened is None:
            begins = char not in "'‘" or not (before.isalnum() or after.isspace())
            if char in _PAIRS and begins:
                opened, closers = position, _PAIRS[char]
        elif char in closers and not (char in _APOSTROPHES and after.isalnum()):
            yield opened, position + 1
            opened = None
    # an apostrophe may open a word ('tis); every other mark that is never closed opens a quotation
    if opened is not None and plain[opened] not in "'‘":
        yield opened, len(plain)


def _refuse_marks(text: str, start: int, end: int, reader: _Reader) -> None:
    """Report what looks like a mark: the bottom line links to facts and makes none."""
    position = text.find("]{", start, end)
    while position >= 0:
        if text[position - 1 : position] != "\\":
            message = "expected a link to a fact, found a mark; the author's own words mark nothing"
            reader.report("stray-mark", message, position, position + 2, f"[14 crews]({reader.way}14-crews)")
        position = text.find("]{", position + 2, end)


def _words(letters: list[_Letter], keys: dict[int, str | None]) -> Iterator[Words]:
    """Yield the letters joined by the fact that carries them."""
    start = 0
    for position in range(1, len(letters) + 1):
        if position < len(letters) and letters[position].link == letters[start].link:
            continue
        link = letters[start].link
        text = "".join(letter.char for letter in letters[start:position])
        yield Words(text, keys[link.opening] if link else None)
        start = position
