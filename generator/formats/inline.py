"""Annotated Markdown: front matter, and a body with marks in brackets.

``[words]{.kind #id .standing key=value key="any text"}``. A mark never vanishes: whatever looks like one and
cannot be read is a problem at its column.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from markdown_it import MarkdownIt
from msgspec.structs import replace

from generator.formats.attributes import Braces, Fault
from generator.formats.body import RawBlock, make_parser, read_blocks
from generator.formats.document import SKIP, Document
from generator.formats.marks_rule import scan
from generator.formats.places import FilePlaces, Pieces, Segment, Settled, within_line
from generator.formats.words import Marked, plain_words, read_words
from generator.formats.yaml_tree import YamlMap, parse_yaml
from generator.model.mark import Attribute, Mark
from generator.problems import Problem
from generator.text import PARAGRAPH_BREAK, Block, LineIndex, Location, Source, Span, widened

MAX_PROBLEMS: Final = 1000
"""Of one body; a file with more of them was made by a machine."""

_OPENING: Final = re.compile(r"---[ \t]*\n")
_CLOSING: Final = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_MARKUP: Final = re.compile(r"[\\`*_\[\]{]")
_FRONT: Final = "---\ntitle: Ferry talks resume\npublished: 2031-05-13\n---"


def read_inline(path: str, raw: str) -> tuple[Document | None, list[Problem]]:
    """Read an annotated article; the document is None where its front matter cannot be read.

    All problems of the file come at once, in the order of their places. Lines and columns count code points
    of the file, without a byte order mark.
    """
    text = raw.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = LineIndex(path, text)
    metadata, start, problems = read_front(text, path)
    if start is None:
        return None, problems
    body = _Body(lines, start)
    body.read(text[start:])
    problems = sorted(problems + body.problems, key=lambda problem: problem.order)
    if metadata is None:
        return None, problems
    document = Document(
        path=path,
        slug=PurePosixPath(path).stem,
        metadata=metadata,
        source=body.source(),
        marks=tuple(body.marks),
        places=FilePlaces(lines, body.segments),
    )
    return document, problems


def read_front(
    text: str, path: str, example: str = _FRONT
) -> tuple[YamlMap | None, int | None, list[Problem]]:
    """Return the front matter of a text with plain line ends, where its body begins, and its problems.

    None for keys that cannot be read; None for the beginning too, where there is no front matter at all.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        expected = "on the first line" if opening is None else "that ends the front matter"
        message = f"expected a line --- {expected}, found none"
        place = Location(path, 1, 1, 3 if opening else 1)
        problem = Problem(code="broken-front-matter", message=message, location=place, example=example)
        return None, None, [problem]
    tree, problems = parse_yaml(text[opening.end() : closing.start()], path, first_line=2)
    if tree is None and not problems:
        return YamlMap({}, Location(path, 1, 1, 3)), closing.end(), problems
    if tree is None or isinstance(tree, YamlMap):
        return tree, closing.end(), problems
    message = "expected keys and values in the front matter"
    wrong = Problem(code="broken-front-matter", message=message, location=tree.location, example=example)
    return None, closing.end(), [*problems, wrong]


def front_matter_of(raw: str) -> str | None:
    """Return the YAML between the first two lines ``---`` as it stands; None where there are none."""
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return text[opening.end() : closing.start()] if opening and closing else None


class _Body:
    """Reads blocks into text, marks and problems."""

    def __init__(self, lines: LineIndex, offset: int) -> None:
        self.problems: list[Problem] = []
        self.marks: list[Mark] = []
        self.segments: list[Segment] = []
        self._lines = lines
        self._offset = offset
        self._texts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._skipped: list[Span] = []
        self._unclosed: Location | None = None
        self._placed: RawBlock | None = None
        self._line: Location | None = None

    def source(self) -> Source:
        """Return the text that was read."""
        return Source.of(PARAGRAPH_BREAK.join(self._texts), tuple(self._blocks), tuple(self._skipped))

    def read(self, body: str) -> None:
        """Read all blocks."""
        blocks, faults = read_blocks(_parser(), body)
        for fault in faults:
            place = within_line(self._lines, self._offset + fault.at, self._offset + fault.end)
            self._report(fault, place)
        for block in blocks:
            if block.is_code or not _MARKUP.search(block.content):
                self._add(block, plain_words(block, self._offset), [])
                continue
            found = scan(block.content)
            for fault in found.faults:
                self._report_in(block, fault)
            if found.unclosed is not None:
                self._unclosed = self._place(block, found.unclosed, found.unclosed + 1)
            self._add(block, *read_words(_parser(), block, found, self._offset))

    def _add(self, block: RawBlock, pieces: Pieces, marked: list[Marked]) -> None:
        """Add a block's words to the text, and the marks in it."""
        settled = pieces.settle()
        base = self._length + len(PARAGRAPH_BREAK) if self._texts else 0
        for one in marked:
            braces = one.bracket.braces
            if braces is not None and not braces.is_broken:
                self._mark(block, one, braces, settled, base)
        if not settled.text:
            return
        self._texts.append(settled.text)
        self._length = base + len(settled.text)
        self._blocks.append(Block(Span(base, self._length), block.role))
        self.segments += [Segment(base + each.text, each.file, each.length) for each in settled.segments]

    def _mark(self, block: RawBlock, one: Marked, braces: Braces, settled: Settled, base: int) -> None:
        text = settled.text
        start, end = settled.start(one.start), settled.end(one.end)
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            # brackets beside a combining mark: what readers see as one character is never split
            start, end = widened(text, start, end)
        if start >= end:
            message = "expected words between the brackets, found none"
            self._report_in(block, Fault("empty-mark", message, one.at, one.bracket.end))
        elif not braces.classes:
            message = "expected a kind, such as .figure, found none in the braces"
            example = "[14 crews]{.figure}"
            self._report_in(block, Fault("unknown-kind", message, one.bracket.close + 1, braces.end, example))
        elif braces.classes[0][0] == SKIP:
            self._skipped.append(Span(base + start, base + end))
            self._check_skip(block, braces)
        else:
            place = self._place(block, one.at, one.bracket.end)
            self.marks.append(self._made(block, braces, place, Span(base + start, base + end)))

    def _made(self, block: RawBlock, braces: Braces, place: Location, span: Span) -> Mark:
        kind, *standings = [(name, self._name_place(block, name, at)) for name, at in braces.classes]
        attributes = {
            key: Attribute(
                pair.value,
                self._place(block, pair.at, pair.end),
                self._place(block, pair.key_at, pair.key_at + len(key)),
            )
            for key, pair in braces.pairs.items()
        }
        name, at = braces.id or (None, 0)
        return Mark(
            kind=kind[0],
            spans=(span,),
            location=place,
            kind_location=kind[1],
            id=name,
            id_location=self._name_place(block, name, at) if name is not None else None,
            classes=tuple(standings),
            attributes=attributes,
        )

    def _name_place(self, block: RawBlock, name: str, at: int) -> Location:
        """Return the place of a class or id, behind its sign."""
        at += block.content[at] in ".#"
        return self._place(block, at, at + len(name))

    def _check_skip(self, block: RawBlock, braces: Braces) -> None:
        """Report what would be said of boilerplate, of which nothing can be said."""
        for key, pair in braces.pairs.items():
            message = f".skip takes no attribute, found '{key}'"
            end = pair.key_at + len(key)
            self._report_in(block, Fault("unknown-attribute", message, pair.key_at, end))
        for name, at in braces.classes[1:]:
            message = f".skip stands alone, found '.{name}'"
            self._report_in(block, Fault("unknown-standing", message, at, at + len(name) + 1))
        if braces.id is not None:
            name, at = braces.id
            message = f".skip makes no fact, so it takes no id, found '{name}'"
            self._report_in(block, Fault("bad-id", message, at, at + len(name) + 1))

    def _report_in(self, block: RawBlock, fault: Fault) -> None:
        related = self._place(block, fault.related, fault.related + 1) if fault.related is not None else None
        if fault.code == "stray-mark" and block.content[fault.at] == "]" and self._unclosed is not None:
            related = self._unclosed
            fault = replace(
                fault,
                message=f"{fault.message}; the one on line {related.line} stands in another block, "
                "and a mark may not cross blocks",
            )
        self._report(fault, self._place(block, fault.at, fault.end), related)

    def _report(self, fault: Fault, place: Location, related: Location | None = None) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(
                Problem(
                    code=fault.code,
                    message=fault.message,
                    location=place,
                    example=fault.example,
                    related=(related,) if related else (),
                )
            )

    def _place(self, block: RawBlock, start: int, end: int) -> Location:
        """Return the place in the file of a stretch of a block's content."""
        if block is not self._placed:
            # most blocks are one line: then all of its places are so many columns behind the first
            is_line = "\n" not in block.content
            self._line = self._lines.location(self._offset + block.place(0)) if is_line else None
            self._placed = block
        line = self._line
        if line is not None:
            return Location(line.path, line.line, line.column + start, max(end - start, 1))
        line_end = block.content.find("\n", start, end)
        end = end if line_end < 0 else line_end
        return self._lines.location(self._offset + block.place(start), end - start)


@cache
def _parser() -> MarkdownIt:
    return make_parser()
