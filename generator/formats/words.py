"""The words of one block: from markdown-it-py's tokens to pieces of text and what is marked."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from generator.formats.body import RawBlock
from generator.formats.marks_rule import Bracket, CodeSpan, Scan
from generator.formats.places import Pieces

_INLINE_MARKUP: Final = re.compile(r"[\n\\`*_]")
"""What markdown-it-py knows besides brackets."""

_BLANKS: Final = re.compile(r"[ \t]*")


class Marked(Struct):
    """A mark or link with the stretch of the block's text, before normalisation, that stands in it."""

    at: int
    """Offset of its opening bracket in the content."""

    bracket: Bracket
    start: int
    end: int


def read_words(parser: MarkdownIt, block: RawBlock, found: Scan, offset: int) -> tuple[Pieces, list[Marked]]:
    """Return the words of a block without its markup; an outer mark before the ones inside it.

    ``offset`` is that of the body in the file.
    """
    if not _INLINE_MARKUP.search(block.content):
        return _words_in_brackets(block, found, offset)
    tokens: list[Token] = []
    parser.inline.parse(block.content, parser, {"scan": found}, tokens)
    content, pieces = block.content, Pieces()
    marked: list[Marked] = []
    inside: list[Marked] = []
    at = 0
    for token in tokens:
        kind = token.type
        if kind == "text":
            if token.content:
                pieces.add(token.content, offset + block.place(at))
                at += len(token.content)
        elif kind == "text_special":
            # the backslash is markup; before a letter it is text
            lead = len(token.markup) - len(token.content)
            pieces.add(token.content, offset + block.place(at + lead))
            at += len(token.markup)
        elif kind in ("softbreak", "hardbreak"):
            end = content.index("\n", at)
            pieces.add(" ", offset + block.place(end))
            blanks = _BLANKS.match(content, end + 1)
            at = blanks.end() if blanks else end + 1
        elif kind == "bracket_open":
            one = Marked(at, token.meta["bracket"], pieces.length, pieces.length)
            marked.append(one)
            inside.append(one)
            at += 1
        elif kind == "bracket_close":
            one = inside.pop()
            one.end = pieces.length
            at = one.bracket.end
        elif kind == "code_inline":
            code: CodeSpan = token.meta["code"]
            _add_lines(pieces, block, offset, code.start, code.stop)
            at = code.end
        else:
            # emphasis: its delimiters are all that it consists of
            at += len(token.markup)
    return pieces, marked


def _words_in_brackets(block: RawBlock, found: Scan, offset: int) -> tuple[Pieces, list[Marked]]:
    """Return the words of a block that has no markup but brackets: the scan has found all of it already."""
    content, pieces = block.content, Pieces()
    marked: list[Marked] = []
    inside: list[Marked] = []
    at = 0

    def add(end: int) -> None:
        if at < end:
            pieces.add(content[at:end], offset + block.place(at))

    for opening in [*sorted(found.brackets), len(content)]:
        while inside and inside[-1].bracket.close < opening:
            one = inside.pop()
            add(one.bracket.close)
            one.end, at = pieces.length, one.bracket.end
        add(opening)
        if opening < len(content):
            one = Marked(opening, found.brackets[opening], pieces.length, pieces.length)
            marked.append(one)
            inside.append(one)
        at = opening + 1
    return pieces, marked


def plain_words(block: RawBlock, offset: int) -> Pieces:
    """Return the words of a block without any markup."""
    pieces = Pieces()
    _add_lines(pieces, block, offset, 0, len(block.content))
    return pieces


def _add_lines(pieces: Pieces, block: RawBlock, offset: int, start: int, stop: int) -> None:
    """Add a stretch of the content that may hold line ends, each of which becomes a space."""
    at = start
    for line in block.content[start:stop].split("\n"):
        if at > start:
            pieces.add(" ", offset + block.place(at - 1))
        if line:
            pieces.add(line, offset + block.place(at))
        at += len(line) + 1
