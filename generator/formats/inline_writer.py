"""Writing a document as Markdown with marks in brackets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct, field

from generator.formats.document import MAX_DEPTH, SKIP, Document
from generator.formats.standoff import FORMAT_KEYS
from generator.formats.yaml_writer import front_matter
from generator.model.mark import Mark
from generator.problems import Problem
from generator.text import Block, BlockRole, Location, Source, Span, is_boundary

_LEADS: Final = {BlockRole.HEADING: "## ", BlockRole.QUOTATION: "> ", BlockRole.ITEM: "- "}
_MARKUP: Final = re.compile(r"[\\`*_\[\]{}]")
_AT_START: Final = re.compile(r"[#>+~-]")
_NUMBER: Final = re.compile(r"\d{1,9}[.)]")
_NAME: Final = re.compile(r"[^\s!\"#$%&'()*+,./;<=>?@\[\]^`{|}~]+")
_KEY: Final = re.compile(r"[\w:-]+")
_BARE: Final = re.compile(r"[\w./][\w./:-]*")
_UNWRITABLE: Final = re.compile("[\n\r\x00]")


class _Piece(Struct):
    """A mark or boilerplate, as a pair of brackets."""

    span: Span
    braces: str
    location: Location
    inside: list[_Piece] = field(default_factory=list)


def write_inline(document: Document, *, own: str | None = None) -> tuple[str | None, list[Problem]]:
    """Return the text of an annotated Markdown file, or what it cannot say.

    ``own`` is the YAML that the metadata was read from, carried over as it stands.
    """
    source = document.source
    if source is None:
        message = "an inline article holds its text, and the text is not at hand"
        return None, [_problem(message, Location(document.path))]
    writer = _Writer(source)
    marks = [writer.piece(mark) for mark in document.marks]
    skips = [_Piece(span, f"{{.{SKIP}}}", Location(document.path)) for span in source.skipped]
    pieces = [piece for piece in (*skips, *marks) if piece is not None]
    # stable, so that of equal spans the first stands outside, as it was read
    pieces.sort(key=lambda piece: (piece.span.start, -piece.span.end))
    outermost = writer.nested(pieces)
    by_block: defaultdict[Span, list[_Piece]] = defaultdict(list)
    for piece in outermost:
        by_block[source.block_at(piece.span.start).span].append(piece)
    body = "\n\n".join(writer.block(block, by_block[block.span]) for block in source.blocks)
    if writer.problems:
        return None, sorted(writer.problems, key=lambda problem: problem.order)
    return f"---\n{front_matter(document.metadata, own, FORMAT_KEYS)}---\n{body}\n", []


class _Writer:
    """Puts brackets around words, and collects what cannot be said so."""

    def __init__(self, source: Source) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._text = source.text

    def piece(self, mark: Mark) -> _Piece | None:
        """Return the brackets of a mark; None where there is more than one stretch of words."""
        if len(mark.spans) > 1:
            shown = ", ".join(f"{span.start}–{span.end}" for span in mark.spans)
            self._report(f"one mark over several stretches ({shown}) has no inline form", mark.location)
            return None
        return _Piece(mark.spans[0], self._braces(mark), mark.location)

    def nested(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        """Put pieces inside one another; report those that overlap or go too deep."""
        outermost: list[_Piece] = []
        opened: list[_Piece] = []
        for piece in pieces:
            if not self._fits(piece):
                continue
            while opened and opened[-1].span.end <= piece.span.start:
                opened.pop()
            if opened and not opened[-1].span.contains(piece.span):
                message = (
                    f"overlaps the one at {_shown(opened[-1].span)}, and brackets cannot cross: "
                    f"it stands at {_shown(piece.span)}"
                )
                self._report(message, piece.location, opened[-1].location)
                continue
            if len(opened) >= MAX_DEPTH:
                self._report(f"more than {MAX_DEPTH} marks inside one another", piece.location)
                continue
            (opened[-1].inside if opened else outermost).append(piece)
            opened.append(piece)
        return outermost

    def block(self, block: Block, inside: Sequence[_Piece]) -> str:
        """Return one block as a line of Markdown."""
        line = "".join(self._parts(block.span, inside))
        number = _NUMBER.match(line)
        if number is not None:
            line = f"{line[: number.end() - 1]}\\{line[number.end() - 1 :]}"
        elif _AT_START.match(line):
            line = f"\\{line}"
        if block.role is BlockRole.HEADING and line.endswith("#"):
            # a last run of these would close the heading
            line = f"{line[:-1]}\\#"
        return _LEADS.get(block.role, "") + line

    def _parts(self, span: Span, inside: Sequence[_Piece]) -> Iterator[str]:
        at = span.start
        for piece in inside:
            yield _escaped(self._text[at : piece.span.start])
            yield "["
            yield from self._parts(piece.span, piece.inside)
            yield f"]{piece.braces}"
            at = piece.span.end
        yield _escaped(self._text[at : span.end])

    def _fits(self, piece: _Piece) -> bool:
        span, text = piece.span, self._text
        if not self._source.block_at(span.start).span.contains(span):
            message = f"a mark over several paragraphs has no inline form: it stands at {_shown(span)}"
        elif span.of(text) != span.of(text).strip():
            message = f"a mark does not begin or end with a space: it stands at {_shown(span)}"
        elif not (is_boundary(text, span.start) and is_boundary(text, span.end)):
            message = f"a mark does not split a character: it stands at {_shown(span)}"
        else:
            return True
        self._report(message, piece.location)
        return False

    def _braces(self, mark: Mark) -> str:
        """Return what stands in the braces of a mark."""
        parts: list[str] = []
        names = [(mark.kind, mark.kind_location), *mark.classes]
        for name, place in names:
            parts.append(f".{self._name(name, place)}")
        if mark.kind == SKIP:
            self._report(f"'{SKIP}' is no kind inline, but boilerplate", mark.kind_location)
        if mark.id is not None:
            parts.insert(1, f"#{self._name(mark.id, mark.id_location or mark.location)}")
        for key, attribute in mark.attributes.items():
            if key in ("class", "id") or not _KEY.fullmatch(key):
                self._report(f"'{key}' is no key that braces can hold", attribute.key_location)
            if _UNWRITABLE.search(attribute.value):
                message = f"the value of '{key}' has several lines, and inline values have one"
                self._report(message, attribute.location)
            parts.append(f"{key}={_value(attribute.value)}")
        return "{" + " ".join(parts) + "}"

    def _name(self, name: str, place: Location) -> str:
        if not _NAME.fullmatch(name):
            self._report(f"'{name}' is no name that braces can hold: letters, digits, - and _", place)
        return name

    def _report(self, message: str, location: Location, related: Location | None = None) -> None:
        self.problems.append(_problem(message, location, related))


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words)


def _value(value: str) -> str:
    if _BARE.fullmatch(value):
        return value
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def _shown(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _problem(message: str, location: Location, related: Location | None = None) -> Problem:
    return Problem(
        code="not-convertible",
        message=message,
        location=location,
        related=(related,) if related else (),
    )
