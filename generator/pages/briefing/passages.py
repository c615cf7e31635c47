"""The source's text as the template prints it: marks opened and closed, words, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.briefing.line import Lines, Link
from generator.publishing import Piece, PublicParagraph, PublicRecord

OPEN, CLOSE, TEXT, ANCHOR, WITHHELD = "open", "close", "text", "anchor", "withheld"


@dataclass(frozen=True, slots=True)
class Token:
    """One step in printing a paragraph."""

    type: str
    text: str = ""
    """Words; or the kind of the record whose mark opens."""

    anchor: str | None = None
    """Anchor to set; for words the anchor that they lead to."""

    page: str | None = None
    """For words: the page that they lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """A fact that rests on a paragraph."""

    kind: str
    fact: Link
    anchors: tuple[str, ...]
    """Anchors of its spans, for a text that is not at hand."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of the source."""

    number: int
    anchor: str
    role: str
    tokens: tuple[Token, ...]
    is_shown: bool
    rests: tuple[Rests, ...]
    names: tuple[Link, ...]
    """Actors that it names, leading to their pages."""

    anchors: tuple[str, ...]
    """Where it is not shown: the anchors of all that stands in it."""


def passages(lines: Lines) -> tuple[Passage, ...]:
    """Return the paragraphs of the source."""
    return tuple(_passage(paragraph, lines) for paragraph in lines.article.paragraphs)


def positions(lines: Lines) -> tuple[Rests, ...]:
    """Return where the facts stand in a text that is not at hand."""
    return tuple(_rests(record, lines) for record in lines.article.facts)


def _passage(paragraph: PublicParagraph, lines: Lines) -> Passage:
    records = [lines.by_id[name] for name in paragraph.records]
    named = {actor: None for record in records if record.kind == "actor" for actor in record.actors}
    is_shown = any(not piece.withheld for piece in paragraph.pieces)
    return Passage(
        number=paragraph.number,
        anchor=paragraph.anchor,
        role=paragraph.role.value,
        tokens=tuple(_tokens(paragraph.pieces, lines)),
        is_shown=is_shown,
        rests=tuple(_rests(record, lines) for record in records if record.kind != "actor"),
        names=tuple(lines.actor_link(lines.actor(name)) for name in named),
        anchors=tuple(anchor for piece in paragraph.pieces for anchor in piece.starts),
    )


def _rests(record: PublicRecord, lines: Lines) -> Rests:
    first = record.passages[0]
    return Rests(
        kind=record.kind,
        fact=lines.fact(record),
        anchors=tuple(passage.anchor for passage in (*record.passages, *record.support)),
        start=first.start,
        end=first.end,
    )


def _tokens(pieces: tuple[Piece, ...], lines: Lines) -> Iterator[Token]:
    """Yield what to print: marks that nest are printed nested, those that overlap are cut."""
    stack: list[str] = []
    for piece in pieces:
        common = 0
        while common < min(len(stack), len(piece.records)) and stack[common] == piece.records[common]:
            common += 1
        for _ in stack[common:]:
            yield Token(CLOSE)
        del stack[common:]
        begun = set(piece.starts)
        opening = piece.records[common:]
        own = {_anchor_of(lines.by_id[name], begun) for name in opening}
        for anchor in piece.starts:
            if anchor not in own:
                yield Token(ANCHOR, anchor=anchor)
        for name in opening:
            record = lines.by_id[name]
            yield Token(OPEN, record.kind, _anchor_of(record, begun))
            stack.append(name)
        yield Token(WITHHELD) if piece.withheld else _words(piece, lines)
    for _ in stack:
        yield Token(CLOSE)


def _anchor_of(record: PublicRecord, begun: set[str]) -> str | None:
    return next((passage.anchor for passage in record.passages if passage.anchor in begun), None)


def _words(piece: Piece, lines: Lines) -> Token:
    """Return the words of a piece, leading to the row of the innermost fact, else to the actor they name."""
    if not piece.records:
        return Token(TEXT, piece.text)
    record = lines.by_id[piece.records[-1]]
    if record.kind == "actor":
        page = lines.actor(record.actors[0]).page
        outer = [name for name in piece.records if lines.by_id[name].kind != "actor"]
        if not outer or len(record.actors) == 1:
            return Token(TEXT, piece.text, None, page) if page else Token(TEXT, piece.text)
        record = lines.by_id[outer[-1]]
    return Token(TEXT, piece.text, record.anchor, lines.article.page)
