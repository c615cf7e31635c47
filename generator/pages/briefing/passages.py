"""The source's text as the template prints it: marks opened and closed, words, and what rests on them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.pages.briefing.line import Lines, Link, shortened
from generator.publishing import Piece, PublicParagraph, PublicRecord

OPEN, CLOSE, TEXT, ANCHOR, WITHHELD = "open", "close", "text", "anchor", "withheld"
LONGEST_RESTING: Final = 48
LONGEST_LIVE: Final = 32


class Token(Struct):
    """One step in printing a paragraph."""

    type: str
    text: str = ""
    """Words; or the kind whose mark opens."""

    anchor: str | None = None
    """Anchor to set; of a mark, or of the mark that goes on."""

    goes_on: bool = False
    """Whether a mark was cut by another that overlaps, and goes on; its anchor is set already."""


_CLOSED: Final = Token(CLOSE)
_LEFT_OUT: Final = Token(WITHHELD)


class Rests(Struct, kw_only=True):
    """A fact that rests on a paragraph."""

    kind: str
    fact: Link
    anchors: tuple[str, ...]
    """Anchors of its spans, for a text that is not at hand."""

    has_row: bool
    """Whether it stands in a row; a name that was found in the text does not."""

    start: int
    end: int


class LiveWords(Struct):
    """A fact's words in the live article."""

    text: str
    url: str


class Passage(Struct, kw_only=True):
    """One paragraph of the source."""

    number: int
    anchor: str
    role: str
    tokens: tuple[Token, ...]
    is_shown: bool
    rests: tuple[Rests, ...]
    kinds: tuple[tuple[str, tuple[Link, ...]], ...]
    """The same by kind: its name, in the plural where there are several, and the facts."""

    live: tuple[LiveWords, ...]
    """Those of them whose words can be led to in the live article."""

    supports: tuple[Link, ...]
    """Facts that take their date from words in it."""

    names: tuple[Link, ...]
    """Actors that it names, leading to their pages."""

    anchors: tuple[str, ...]
    """Where it is not shown: the anchors of all that stands in it."""


def passages(lines: Lines) -> tuple[Passage, ...]:
    """Return the paragraphs of the source."""
    kinds = _kinds(lines)
    return tuple(_passage(paragraph, lines, kinds) for paragraph in lines.article.paragraphs)


def positions(lines: Lines) -> tuple[Rests, ...]:
    """Return where facts and names stand in a text that is not at hand."""
    return tuple(_rests(record, lines) for record in lines.article.records)


def _passage(paragraph: PublicParagraph, lines: Lines, kinds: dict[str, str]) -> Passage:
    records = [lines.by_id[name] for name in paragraph.records]
    named = {actor: None for record in records if record.kind == "actor" for actor in record.actors}
    rests = tuple([_rests(record, lines) for record in records if record.kind != "actor"])
    by_kind: dict[str, list[Link]] = {}
    for one in rests:
        by_kind.setdefault(one.kind, []).append(one.fact)
    live = lines.article.live
    is_shown = any(not piece.withheld for piece in paragraph.pieces)
    return Passage(
        number=paragraph.number,
        anchor=paragraph.anchor,
        role=paragraph.role.value,
        tokens=tuple(_tokens(paragraph.pieces, kinds)),
        is_shown=is_shown,
        rests=rests,
        kinds=tuple((f"{kind}s" if facts[1:] else kind, tuple(facts)) for kind, facts in by_kind.items()),
        live=tuple(
            [
                LiveWords(shortened(record.label, LONGEST_LIVE), live[record.id])
                for record in records
                if record.id in live
            ]
        ),
        supports=tuple(
            lines.fact(lines.by_id[name], LONGEST_RESTING)
            for name in paragraph.supported
            if name not in paragraph.records
        ),
        names=tuple([lines.actor_link(lines.actor(name)) for name in named]),
        anchors=tuple([anchor for piece in paragraph.pieces for anchor in piece.starts]),
    )


def _rests(record: PublicRecord, lines: Lines) -> Rests:
    first = record.passages[0]
    return Rests(
        kind=record.kind,
        fact=lines.fact(record, LONGEST_RESTING),
        anchors=tuple([passage.anchor for passage in (*record.passages, *record.support)]),
        has_row=not record.is_found,
        start=first.start,
        end=first.end,
    )


def _kinds(lines: Lines) -> dict[str, str]:
    """Return what each anchor marks: a kind, or words that support a fact."""
    found: dict[str, str] = {}
    for record in lines.article.records:
        for passage in record.passages:
            found[passage.anchor] = record.kind
    return found


def _tokens(pieces: tuple[Piece, ...], kinds: dict[str, str]) -> list[Token]:
    """Return what to print: marks that nest are printed nested, those that overlap are cut."""
    found: list[Token] = []
    stack: list[str] = []
    for piece in pieces:
        anchors = piece.anchors
        common = 0
        for standing, wanted in zip(stack, anchors, strict=False):
            if standing != wanted:
                break
            common += 1
        if common < len(stack):
            found += [_CLOSED] * (len(stack) - common)
            del stack[common:]
        if piece.withheld:
            found += [Token(ANCHOR, "", anchor) for anchor in piece.starts]
            found.append(_LEFT_OUT)
            continue
        for anchor in anchors[common:]:
            found.append(Token(OPEN, kinds.get(anchor, "support"), anchor, anchor not in piece.starts))
            stack.append(anchor)
        found.append(Token(TEXT, piece.text))
    found += [_CLOSED] * len(stack)
    return found
