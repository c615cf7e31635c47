"""Problems as text: where, what, and the line with the words underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from generator.problems import Problem, Severity
from generator.text import LineIndex, Location

Sources: TypeAlias = Callable[[str], str | None]
"""From a path to the text of its file; None where it cannot be read."""

_TAB: Final = "    "
_WIDEST: Final = 100
_BEFORE: Final = 40
"""How much of a line that is cut stands before the words that are meant."""
_BIDIRECTIONAL: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_RESET: Final = "\x1b[0m"
_BOLD: Final = "\x1b[1m"
_COLOURS: Final = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}


def format_problems(problems: Iterable[Problem], sources: Sources, *, colour: bool = False) -> str:
    """Return all problems in the order of places, and a line that counts them.

    No character of a source or message reaches the terminal as a command.
    """
    found = sorted(problems, key=lambda problem: problem.order)
    indexes: dict[str, LineIndex | None] = {}
    parts: list[str] = []
    for problem in found:
        path = problem.location.path
        if path not in indexes:
            text = sources(path)
            indexes[path] = None if text is None else LineIndex(path, text)
        parts += _lines(problem, indexes[path], colour=colour)
    return "\n".join([*parts, summary(found), ""])


def format_problem(problem: Problem) -> str:
    """Return a problem on one line: ``seeds/ferry.md:12:31: error: message [code]``."""
    return f"{shown(str(problem.location))}: {problem.severity}: {shown(problem.message)} [{problem.code}]"


def summary(problems: Iterable[Problem]) -> str:
    """Return how many errors and warnings there are, and in how many files."""
    found = list(problems)
    counts = [
        _count(sum(problem.severity is severity for problem in found), severity.value)
        for severity in Severity
        if any(problem.severity is severity for problem in found)
    ]
    if not counts:
        return "no problems"
    return f"{', '.join(counts)} in {_count(len({problem.location.path for problem in found}), 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _lines(problem: Problem, index: LineIndex | None, *, colour: bool) -> Iterator[str]:
    """Yield the lines of one problem, an empty one last."""
    head = format_problem(problem)
    tint = _COLOURS[problem.severity]
    if colour:
        place, _, rest = head.partition(f": {problem.severity}: ")
        head = f"{_BOLD}{place}{_RESET}: {tint}{problem.severity}{_RESET}: {rest}"
    yield head
    if index is not None and problem.location.line:
        line = index.line(problem.location.line)
        if line.strip():
            text, underline = _excerpt(line, problem.location)
            margin = len(str(problem.location.line))
            yield f"  {problem.location.line} | {text}"
            yield (
                f"  {' ' * margin} | {tint}{underline}{_RESET}"
                if colour
                else f"  {' ' * margin} | {underline}"
            )
    if problem.example is not None:
        first, *further = problem.example.splitlines() or [""]
        yield f"  example: {shown(first)}"
        yield from (f"           {shown(line)}" for line in further)
    for location in problem.related:
        yield f"  see also: {shown(str(location))}"
    yield ""


def _excerpt(line: str, location: Location) -> tuple[str, str]:
    """Return a line as it is shown, and the underline that stands below the words that are meant."""
    start = min(location.column - 1, len(line))
    end = max(start, min(start + location.length, len(line)))
    # only what can be shown is measured: a line may be megabytes long
    first = max(0, start - _WIDEST)
    cells = [(shown(char), _width(char)) for char in line[first : start + _WIDEST]]
    before, meant, after = cells[: start - first], cells[start - first : end - first], cells[end - first :]
    room = _WIDEST - sum(width for _, width in cells[start - first :])
    text, indent = _cut_left(before, is_cut=first > 0, room=room)
    rest = _cut_right([*meant, *after], room=_WIDEST - indent, is_cut=start + _WIDEST < len(line))
    underlined = min(sum(width for _, width in meant), _WIDEST - indent)
    return (text + rest).rstrip(), " " * indent + "^" * max(1, underlined)


def _cut_left(cells: list[tuple[str, int]], *, is_cut: bool, room: int) -> tuple[str, int]:
    """Return the text before the words, cut where both do not fit, and its width."""
    width = sum(size for _, size in cells)
    room = max(room, _BEFORE)
    if width <= room and not is_cut:
        return "".join(text for text, _ in cells), width
    kept: list[str] = []
    used = 1
    for text, size in reversed(cells):
        if used + size > room:
            break
        kept.append(text)
        used += size
    return "…" + "".join(reversed(kept)), used


def _cut_right(cells: list[tuple[str, int]], *, room: int, is_cut: bool) -> str:
    """Return the words and what follows, cut where they do not fit."""
    if sum(size for _, size in cells) <= room and not is_cut:
        return "".join(text for text, _ in cells)
    kept: list[str] = []
    used = 1
    for text, size in cells:
        if used + size > room:
            break
        kept.append(text)
        used += size
    return "".join(kept) + "…"


def shown(text: str) -> str:
    """Return text in which every character that could command a terminal is spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown_character(char) for char in text)


def _shown_character(char: str) -> str:
    if char == "\t":
        return _TAB
    if char in _BIDIRECTIONAL or unicodedata.category(char) in _UNPRINTABLE:
        return f"\\u{ord(char):04x}"
    return char


def _width(char: str) -> int:
    """Return how many columns of a terminal a character takes as it is shown."""
    spelled = _shown_character(char)
    if spelled != char:
        return len(spelled)
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
