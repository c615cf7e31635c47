"""Marks as a rule of markdown-it-py, and the parser that the bodies of articles are read with.

One scan of a block's content finds every bracket that means something, every code span, and whatever looks
like a mark and is none; the rules then ask what it found. That keeps reading linear, and gives every token
the offset in the content that markdown-it-py does not keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import emphasis as stock_emphasis
from msgspec import Struct, field

from generator.formats.attributes import Braces, Fault, read_braces
from generator.formats.document import MAX_DEPTH

_SIGNS: Final = re.compile(
    r"[\\`\[\]{](?:(?<=\\).|(?<=`)`*|(?<=\[)\[*|(?<=\])|(?<=\{)\s*[.#]\w[\w:-]*+)", re.DOTALL
)
"""What means something: an escape, runs of backticks and of ``[``, ``]``, braces that begin a mark.

Looks back at its first character, so that Python skips all others at once.
"""

_LIKE_A_MARK: Final = re.compile(r"\]\{|\{\s*[.#]\w")
_RUNS: Final = re.compile(r"`+")
_STOP: Final = re.compile(r"[\n\\`*_\[]")
_STOP_WITHOUT_BRACKETS: Final = re.compile(r"[\n\\`*_]")
_BLANKS: Final = re.compile(r"[ \t\n]*")
_MAX_DELIMITERS: Final = 32
MAX_FAULTS: Final = 200
"""In one block; what comes after the first few hundred tells nobody anything."""

_EXAMPLE: Final = '[14 crews]{.figure title="any text"}'


class Bracket(Struct, frozen=True, gc=False):
    """An opening bracket that begins a mark or a link."""

    close: int
    """Offset of its closing bracket."""

    end: int
    """Offset just after the braces or the address."""

    braces: Braces | None = None
    """None for a link."""


class CodeSpan(Struct, frozen=True):
    """Words between backticks."""

    start: int
    stop: int
    """Where the words begin and end; one space at both sides belongs to the backticks."""

    end: int


class Scan(Struct):
    """What one block's content holds, by offset."""

    brackets: dict[int, Bracket] = field(default_factory=dict)
    codes: dict[int, CodeSpan] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unclosed: int | None = None
    """The last opening bracket without a closing one."""

    def fault(self, code: str, message: str, at: int, end: int, example: str | None = _EXAMPLE) -> None:
        """Collect one fault."""
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(code, message, at, end, example))


def scan(content: str) -> Scan:
    """Find marks, links and code in the content of one block."""
    found = Scan()
    scanner = _Scanner(content, found)
    at = 0
    while True:
        match = _SIGNS.search(content, at)
        if match is None:
            break
        at = scanner.take(match.group(), match.start(), match.end())
    found.unclosed = scanner.stack[-1] if scanner.stack else None
    return found


class _Scanner:
    """Takes the signs of one content in order."""

    def __init__(self, content: str, found: Scan) -> None:
        self.content = content
        self.found = found
        self.stack: list[int] = []
        """Opening brackets that wait for their closing ones."""

        self._depths: dict[int, int] = {}
        """Marks and links found so far in an opening bracket, inside one another; most have none."""

        self._runs: dict[int, Iterator[int]] | None = None
        self._next_run: dict[int, int] = {}
        self._last_link = -1

    def take(self, sign: str, at: int, end: int) -> int:
        """Take one sign; return where to go on."""
        first = sign[0]
        if first == "[":
            self.stack.extend(range(at, end))
            return end
        if first == "]":
            return self._close(at)
        if first == "\\":
            # an escaped bracket takes the brace behind it along: \]{.figure} is what the author says it is
            return end + 1 if sign == "\\]" and self.content[end : end + 1] == "{" else end
        if first == "`":
            return self._code(at, end)
        message = f"{sign} looks like the braces of a mark, but no [words] stand right before it"
        self.found.fault("stray-mark", message, at, end, f"{_EXAMPLE}, or \\{{ for the character")
        return end

    def _close(self, at: int) -> int:
        following = self.content[at + 1 : at + 2]
        if not self.stack:
            if following == "{":
                message = "]{ has no opening bracket in this block"
                self.found.fault("stray-mark", message, at, at + 2, f"{_EXAMPLE}, or \\] for the character")
                return at + 2
            return at + 1
        opened = self.stack.pop()
        if following == "{":
            return self._mark(opened, at)
        if following == "(" and opened > self._last_link:
            end = _link_end(self.content, at + 1)
            if end is not None:
                return self._link(opened, at, end)
        self._deepen(self._depths.pop(opened, 0))
        return at + 1

    def _mark(self, opened: int, at: int) -> int:
        braces = read_braces(self.content, at + 1)
        room = MAX_FAULTS - len(self.found.faults)
        self.found.faults.extend(braces.faults[: max(0, room)])
        self._register(opened, Bracket(at, braces.end, braces))
        return braces.end

    def _link(self, opened: int, at: int, end: int) -> int:
        # Markdown knows no link inside a link: those that are still open are none
        self._last_link = self.stack[-1] if self.stack else -1
        content = self.content
        if _is_image(content, opened):
            message = "an image has no words; take it out, or write \\! for the character"
            self.found.fault("unsupported-markdown", message, opened - 1, at, None)
        if content[end : end + 1] == "{":
            message = "a link takes no attributes; put a mark around it"
            self.found.fault("stray-mark", message, end, end + 1, "[[words](address)]{.figure}")
        elif _LIKE_A_MARK.search(content, at + 1, end):
            message = "the address or title of a link holds what looks like a mark, which would vanish"
            self.found.fault("stray-mark", message, at + 1, end)
        self._register(opened, Bracket(at, end))
        return end + 1 if content[end : end + 1] == "{" else end

    def _register(self, opened: int, bracket: Bracket) -> None:
        depth = self._depths.pop(opened, 0)
        if depth < MAX_DEPTH:
            self.found.brackets[opened] = bracket
            self._deepen(depth + 1)
            return
        message = f"expected at most {MAX_DEPTH} marks and links inside one another"
        self.found.fault("broken-mark", message, opened, opened + 1, None)
        self._deepen(depth)

    def _deepen(self, depth: int) -> None:
        if depth and self.stack and self._depths.get(self.stack[-1], 0) < depth:
            self._depths[self.stack[-1]] = depth

    def _code(self, at: int, end: int) -> int:
        """Take a run of backticks; the next run of the same length closes it, if there is one."""
        close = self._next_of(end - at, end)
        if close < 0:
            return end
        start, stop = end, close
        inner = self.content[start:stop].replace("\n", " ")
        if inner[0] == inner[-1] == " " and inner.strip(" "):
            start, stop = start + 1, stop - 1
        self.found.codes[at] = CodeSpan(start, stop, close + end - at)
        return close + end - at

    def _next_of(self, length: int, after: int) -> int:
        if self._runs is None:
            by_length: dict[int, list[int]] = {}
            for match in _RUNS.finditer(self.content):
                by_length.setdefault(match.end() - match.start(), []).append(match.start())
            self._runs = {key: iter(starts) for key, starts in by_length.items()}
        run = self._next_run.get(length, -1)
        while run < after:
            following = next(self._runs.get(length, iter(())), None)
            if following is None:
                return -1
            self._next_run[length] = run = following
        return run


def _is_image(content: str, opened: int) -> bool:
    """Return whether an exclamation mark that is not escaped stands before a bracket."""
    if opened == 0 or content[opened - 1] != "!":
        return False
    first = opened - 1
    while first > 0 and content[first - 1] == "\\":
        first -= 1
    return (opened - 1 - first) % 2 == 0


def _link_end(content: str, at: int) -> int | None:
    """Return the offset behind ``(address "title")``, or None where it does not parse."""
    maximum = len(content)
    at = _skip_blanks(content, at + 1)
    target = parseLinkDestination(content, at, maximum)
    if target.ok:
        at = target.pos
        behind = _skip_blanks(content, at)
        title = parseLinkTitle(content, behind, maximum) if behind > at else None
        at = _skip_blanks(content, title.pos) if title is not None and title.ok else behind
    return at + 1 if content[at : at + 1] == ")" else None


def _skip_blanks(content: str, at: int) -> int:
    match = _BLANKS.match(content, at)
    return match.end() if match else at


def bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the signature of every rule)
    """Read a mark or a link that the scan found here; its tokens carry where they stand."""
    scanned: Scan = state.env["scan"]
    found = scanned.brackets.get(state.pos) if state.src[state.pos] == "[" else None
    if found is None:
        return False
    if not silent:
        maximum = state.posMax
        state.push("bracket_open", "", 1).meta = {"bracket": found}
        state.pos, state.posMax = state.pos + 1, found.close
        state.md.inline.tokenize(state)
        state.posMax = maximum
        state.push("bracket_close", "", -1).meta = {"bracket": found}
    state.pos = found.end
    return True


def code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the signature of every rule)
    """Read a code span that the scan found here; other backticks are text."""
    if state.src[state.pos] != "`":
        return False
    scanned: Scan = state.env["scan"]
    span = scanned.codes.get(state.pos)
    if span is not None and span.end <= state.posMax:
        if not silent:
            state.push("code_inline", "code", 0).meta = {"code": span}
        state.pos = span.end
        return True
    end = state.pos
    while end < state.posMax and state.src[end] == "`":
        end += 1
    state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the signature of every rule)
    """Read on to the next character that means something here; a bracket of no mark or link means nothing."""
    scanned: Scan = state.env["scan"]
    end = state.pos
    stop = _STOP if scanned.brackets else _STOP_WITHOUT_BRACKETS
    while end < state.posMax:
        match = stop.search(state.src, end, state.posMax)
        if match is None:
            end = state.posMax
            break
        end = match.start()
        if state.src[end] != "[" or end in scanned.brackets:
            break
        end += 1
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the signature of every rule)
    """Read delimiters that can open or close emphasis; the rest, and absurdly long runs, are text."""
    marker = state.src[state.pos]
    if marker not in ("*", "_"):
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    if scanned.length <= _MAX_DELIMITERS and (scanned.can_open or scanned.can_close):
        return stock_emphasis.tokenize(state, silent)
    state.append_pending(marker * scanned.length)
    state.pos += scanned.length
    return True


def add_marks(parser: MarkdownIt) -> None:
    """Put our inline rules into a parser; each content needs its scan in ``env["scan"]``."""
    rules = parser.inline.ruler
    rules.at("text", text)
    rules.at("backticks", code)
    rules.at("emphasis", emphasis)
    rules.at("link", bracket)
