"""The blocks of an article's body: Markdown cut down to what cannot change a word.

Read are headings (``#``), blockquotes, bullet lists, fences and paragraphs. Everything else is literal:
tables, HTML, rules (``***``), underlined headings, reference definitions, indentation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import fence as stock_fence
from markdown_it.rules_block import heading as stock_heading
from markdown_it.rules_block import hr as stock_rule
from markdown_it.rules_block import paragraph as stock_paragraph
from markdown_it.token import Token
from msgspec import Struct

from generator.formats.attributes import Fault
from generator.formats.marks_rule import add_marks
from generator.text import BlockRole, LineIndex

MAX_DEPTH: Final = 60
"""Levels of blocks, of which a list has two; beyond it markdown-it-py would leave the rest out."""

_CONTAINERS: Final = {
    "heading_open": BlockRole.HEADING,
    "blockquote_open": BlockRole.QUOTATION,
    "list_item_open": BlockRole.ITEM,
    "bullet_list_open": None,
    "ordered_list_open": None,
}
_LITERAL: Final = [
    "code",
    "html_block",
    "lheading",
    "reference",
    "autolink",
    "entity",
    "html_inline",
    "image",
]
_NUMBER: Final = re.compile(r"\d{1,9}[.)]")
_ENDS_PARAGRAPHS: Final[RuleOptionsType] = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_ENDS_SOME: Final[RuleOptionsType] = {"alt": ["paragraph", "reference", "blockquote"]}


class RawBlock(Struct, frozen=True):
    """The content of one block, without the markup of its lines, and where it stands in the body."""

    content: str
    """Lines parted by ``\\n``."""

    starts: tuple[int, ...]
    """Offset of each line in the content."""

    places: tuple[int, ...]
    """Offset of each line in the body."""

    role: BlockRole
    is_code: bool = False

    def place(self, at: int) -> int:
        """Return the offset in the body of an offset in the content."""
        row = bisect_right(self.starts, at) - 1 if len(self.starts) > 1 else 0
        return self.places[row] + at - self.starts[row]


def make_parser() -> MarkdownIt:
    """Return the parser for bodies; its block tokens carry where their lines stand."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_DEPTH})
    parser.disable(_LITERAL)
    rules = parser.block.ruler
    rules.at("hr", _rule, _ENDS_PARAGRAPHS)
    rules.at("fence", _fence, _ENDS_PARAGRAPHS)
    rules.at("heading", _heading, _ENDS_SOME)
    rules.at("paragraph", _paragraph)
    add_marks(parser)
    return parser


def read_blocks(parser: MarkdownIt, body: str) -> tuple[list[RawBlock], list[Fault]]:
    """Return the blocks of a body with line feeds only, and what in them cannot be read.

    The faults' offsets count in the body.
    """
    tokens: list[Token] = []
    faults: list[Fault] = []
    # the last line needs an end, so that an unclosed fence can be told
    body = body if body.endswith("\n") else body + "\n"
    lines: LineIndex | None = None
    parser.block.parse(body, parser, {}, tokens)
    blocks: list[RawBlock] = []
    roles: list[BlockRole | None] = []
    for token in tokens:
        if token.type == "inline":
            role = next((role for role in reversed(roles) if role is not None), BlockRole.PARAGRAPH)
            if token.content:
                blocks.append(_block(token.content, token.meta["places"], role))
        elif token.type == "fence":
            role = next((role for role in reversed(roles) if role is not None), BlockRole.PARAGRAPH)
            blocks.extend(_code_blocks(token, role))
            faults.extend(_fence_faults(token))
        elif token.type in _CONTAINERS:
            roles.append(_CONTAINERS[token.type])
            if token.type == "ordered_list_open" or token.level >= MAX_DEPTH - 1:
                lines = lines or LineIndex("", body)
                faults.append(_container_fault(token, lines))
        elif token.type.endswith("_close") and token.type.removesuffix("close") + "open" in _CONTAINERS:
            roles.pop()
    return blocks, faults


def _container_fault(token: Token, lines: LineIndex) -> Fault:
    begin = lines.offset(token.map[0] + 1 if token.map else 1)
    if token.level >= MAX_DEPTH - 1:
        message = "too many blockquotes and lists inside one another"
        return Fault("unsupported-markdown", message, begin, begin + 1)
    match = _NUMBER.search(lines.text, begin)
    start, end = match.span() if match else (begin, begin + 1)
    number = lines.text[start:end]
    message = f"'{number}' makes this an item of a numbered list, and the number would vanish from the text"
    example = f"{number[:-1]}\\{number[-1:]} for the words themselves"
    return Fault("unsupported-markdown", message, start, end, example)


def _fence_faults(token: Token) -> Iterator[Fault]:
    begin, end = token.meta["at"], token.meta["at"] + len(token.markup)
    if not token.meta["is_closed"]:
        message = f"expected a line of {token.markup} that ends this code block, found the end"
        yield Fault("unsupported-markdown", message, begin, end)
    words = token.info.split()
    if len(words) > 1 or (words and not words[0].isalnum()):
        message = f"the words behind {token.markup} would vanish; put them on the next line"
        yield Fault("unsupported-markdown", message, end, end + len(token.info.rstrip()))


def _block(content: str, places: list[int], role: BlockRole, *, is_code: bool = False) -> RawBlock:
    """Make a block from its content and the offset of the first character of each line that is no blank."""
    if len(places) == 1:
        return RawBlock(content, (0,), (places[0] - _indent(content),), role, is_code)
    starts, begins, at = [], [], 0
    for line, place in zip(content.split("\n"), places, strict=False):
        starts.append(at)
        begins.append(place - _indent(line))
        at += len(line) + 1
    return RawBlock(content, tuple(starts), tuple(begins), role, is_code)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _code_blocks(token: Token, role: BlockRole) -> Iterator[RawBlock]:
    """Yield the paragraphs of a fence: lines up to an empty one."""
    lines: list[str] = []
    places: list[int] = []
    for line, place in zip([*token.content.split("\n"), ""], [*token.meta["places"], 0, 0], strict=False):
        if line.strip():
            lines.append(line)
            places.append(place)
        elif lines:
            content = "\n".join(lines)
            yield _block(content, places, role, is_code=True)
            lines, places = [], []


def _line_places(state: StateBlock, first: int, last: int) -> list[int]:
    marks, shifts = state.bMarks, state.tShift
    return [marks[line] + shifts[line] for line in range(first, last)]


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (a rule's signature)
    count = len(state.tokens)
    stock_paragraph(state, start, end, silent)
    token = state.tokens[count + 1]
    places = _line_places(state, start, state.line)
    if token.content and state.src[places[0]] != token.content[0]:
        # blanks of other scripts were trimmed, perhaps whole lines of them
        first = state.src.index(token.content[0], places[0])
        while len(places) > 1 and places[1] <= first:
            del places[0]
        places[0] = first
    token.meta["places"] = places
    return True


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (a rule's signature)
    count = len(state.tokens)
    if not stock_heading(state, start, end, silent):
        return False
    if not silent:
        token = state.tokens[count + 1]
        begin = state.bMarks[start] + state.tShift[start] + len(state.tokens[count].markup)
        token.meta["places"] = [max(begin, state.src.find(token.content, begin))]
    return True


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (a rule's signature)
    count = len(state.tokens)
    begin = state.bMarks[start] + state.tShift[start]
    if not stock_fence(state, start, end, silent):
        return False
    if not silent:
        token = state.tokens[count]
        lines = token.content.count("\n")
        token.meta["places"] = _line_places(state, start + 1, start + 1 + lines)
        token.meta["is_closed"] = state.line - start - 1 > lines
        token.meta["at"] = begin
    return True


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (a rule's signature)
    """Read a line of ``***`` or ``---`` as a paragraph of its own: no character of a text is dropped."""
    if not stock_rule(state, start, end, silent=True):
        return False
    if not silent:
        begin = state.bMarks[start] + state.tShift[start]
        state.line = start + 1
        state.push("paragraph_open", "p", 1)
        token = state.push("inline", "", 0)
        token.content = state.src[begin : state.eMarks[start]].rstrip()
        token.meta["places"] = [begin]
        state.push("paragraph_close", "p", -1)
    return True
