"""GUM: Wikinews with actors, dates and quotation marks, in XML and WebAnno TSV 3.2, token by token the same.

Its quotes have no speakers. Dates that are times of day alone, and those whose weekday contradicts their
value, are ignored: the values there are wrong.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.score.gold import QUOTED, Gold, Item, Kind, source_of
from benchmarks.score.names import name_in, nested
from benchmarks.score.tokens import Text, around
from generator.text import BlockRole, Span
from generator.values import Date, parse_edtf
from generator.values.date_label import WEEKDAY_NAMES

_TAG: Final = re.compile(r"<(/?)([A-Za-z]+)([^>]*?)(/?)>")
_ATTRIBUTE: Final = re.compile(r'([A-Za-z]+)="([^"]*)"')
_PARAGRAPHS: Final = frozenset({"p", "head", "caption", "item", "sp", "note"})
_TYPES: Final = {"person": "person", "organization": "organisation", "place": "place"}
_OPENS: Final = {"``": True, "''": False}
"""Tags of quotation marks."""

_ENTITY: Final = re.compile(r"([a-z]+)(?:\[(\d+)\])?")


@dataclass(slots=True, kw_only=True)
class _Token:
    word: str
    tag: str
    """Part of speech, as TreeTagger names it: ``NP`` and ``NPS`` for names."""

    glued: bool
    span: Span | None = None
    """None in the dateline."""


@dataclass(slots=True, kw_only=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    first: int


@dataclass(slots=True, kw_only=True)
class _Read:
    """One file, read."""

    published: dt.date
    tokens: list[_Token] = field(default_factory=list)
    paragraphs: list[tuple[BlockRole, list[int]]] = field(default_factory=list)
    marks: list[tuple[str, dict[str, str], range]] = field(default_factory=list)
    """Dates and quotes: tag, attributes, tokens."""


def read_gum(folder: Path) -> Iterator[Gold]:
    """Yield the texts of the corpus, in the order of their names."""
    for path in sorted((folder / "xml").glob("*.xml")):
        lines = path.read_text("utf-8").splitlines()
        read = _read_xml(lines)
        paragraphs = _lay(read)
        entities = _entities((folder / "tsv" / f"{path.stem}.tsv").read_text("utf-8").splitlines(), read)
        dates, no_dates = _dates(read)
        actors, no_actors = _actors(read, entities)
        quotes, other_quotes = _quotes(read)
        yield Gold(
            name=path.stem,
            corpus="GUM",
            source=source_of(paragraphs),
            published=read.published,
            items={Kind.DATE: dates, Kind.ACTOR: actors, **({Kind.MARKS: quotes} if quotes else {})},
            ignored={Kind.DATE: no_dates, Kind.ACTOR: no_actors, Kind.MARKS: other_quotes},
        )


def _quotes(read: _Read) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    """Return quotes in quotation marks; what is marked as a quote without any, and scare quotes, stay open.

    In some texts no quote at all is marked, though there are many: those say nothing of quotes.
    """
    found: list[Item] = []
    ignored: list[Span] = []
    for tag, _, tokens in read.marks:
        spans = _spans(read, tokens) if tag in ("quote", "q") else []
        if not spans:
            continue
        if tag == "quote" and read.tokens[tokens.start].tag in _OPENS:
            found.append(Item(around(spans), QUOTED))
        else:
            ignored.append(around(spans))
    return tuple(found), tuple(ignored)


def _read_xml(lines: list[str]) -> _Read:
    head = dict(_ATTRIBUTE.findall(lines[0]))
    read = _Read(published=dt.date.fromisoformat(head["dateCreated"]))
    opened: list[_Open] = []
    for line in lines[1:]:
        match = _TAG.fullmatch(line.strip())
        if match is None:
            _token(read, opened, line)
        elif match[1]:
            closed = opened.pop() if opened else None
            if closed and closed.tag in ("date", "time", "quote", "q"):
                read.marks.append((closed.tag, closed.attributes, range(closed.first, len(read.tokens))))
            around_it = next((each.tag for each in reversed(opened) if each.tag in _PARAGRAPHS), None)
            if closed and closed.tag in _PARAGRAPHS and around_it:
                # the caption of a picture ends inside a paragraph, which goes on behind it
                read.paragraphs.append((_role(around_it), []))
        elif not match[4]:
            opened.append(
                _Open(tag=match[2], attributes=dict(_ATTRIBUTE.findall(match[3])), first=len(read.tokens))
            )
            if match[2] in _PARAGRAPHS:
                read.paragraphs.append((_role(match[2]), []))
    return read


def _role(tag: str) -> BlockRole:
    return BlockRole.HEADING if tag in ("head", "caption") else BlockRole.PARAGRAPH


def _token(read: _Read, opened: list[_Open], line: str) -> None:
    columns = line.split("\t")
    if len(columns) == 1:
        return
    inside = next((each for each in reversed(opened) if each.tag == "w"), None)
    hyphens = [tag == "HYPH" for tag in (columns[1], *(each.tag for each in read.tokens[-1:]))]
    glued = any(hyphens) or (inside is not None and inside.first < len(read.tokens))
    if not read.paragraphs:
        read.paragraphs.append((BlockRole.PARAGRAPH, []))
    read.paragraphs[-1][1].append(len(read.tokens))
    read.tokens.append(_Token(word=html.unescape(columns[0]), tag=columns[1], glued=glued))


def _lay(read: _Read) -> list[tuple[BlockRole, str]]:
    """Put paragraphs together; the dateline, a paragraph that is one date, is left out."""
    datelines = {(tokens.start, tokens.stop) for tag, _, tokens in read.marks if tag == "date"}
    laid: list[tuple[BlockRole, str]] = []
    start = 0
    for role, numbers in read.paragraphs:
        if not numbers or (numbers[0], numbers[-1] + 1) in datelines:
            continue
        text = Text(start)
        for number in numbers:
            token = read.tokens[number]
            token.span = text.add(token.word, glued=token.glued, opens=_OPENS.get(token.tag))
        laid.append((role, text.words))
        start += len(text.words) + 2
    return laid


def _spans(read: _Read, tokens: range) -> list[Span]:
    return [span for number in tokens if (span := read.tokens[number].span)]


def _dates(read: _Read) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    found: list[Item] = []
    ignored: list[Span] = []
    for tag, attributes, tokens in read.marks:
        spans = _spans(read, tokens)
        if tag not in ("date", "time") or not spans:
            continue
        date = _date(attributes) if tag == "date" else None
        words = {read.tokens[number].word.lower() for number in tokens}
        if date is None or _is_other_weekday(date, words):
            ignored.append(around(spans))
        else:
            found.append(Item(around(spans), date))
    return tuple(sorted(found, key=lambda item: item.span)), tuple(ignored)


def _date(attributes: dict[str, str]) -> Date | None:
    """Return the date of an element; None for one that gives a time of day."""
    if "T" in attributes.get("when", ""):
        return None
    if "when" in attributes:
        return parse_edtf(attributes["when"])
    first = parse_edtf(attributes.get("from", "") or attributes.get("notBefore", ""))
    last = parse_edtf(attributes.get("to", "") or attributes.get("notAfter", ""))
    if first is None and last is None:
        return None
    return Date.between(first.earliest if first else None, last.latest if last else None)


def _is_other_weekday(date: Date, words: set[str]) -> bool:
    named = {name.lower() for name in WEEKDAY_NAMES} & words
    return bool(named and date.earliest) and WEEKDAY_NAMES[_weekday(date)].lower() not in named


def _weekday(date: Date) -> int:
    return date.earliest.weekday() if date.earliest else 0


def _entities(lines: list[str], read: _Read) -> list[tuple[str, list[int]]]:
    """Return each mention: its type and its tokens."""
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    if [row[2] for row in rows] != [token.word for token in read.tokens]:
        message = "the two files of a text have other tokens"
        raise ValueError(message)
    found: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(rows):
        for match in _ENTITY.finditer(row[3]) if row[3] != "_" else ():
            found.setdefault((match[1], match[2] or f"alone-{number}"), []).append(number)
    return [(kind, numbers) for (kind, _), numbers in found.items()]


def _actors(read: _Read, entities: list[tuple[str, list[int]]]) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    """Return named actors; mentions without a name, other entities and adjectives are ignored words."""
    found: dict[Span, Item] = {}
    ignored = [token.span for token in read.tokens if token.tag.startswith("JJ") and token.span]
    inner = nested([numbers for _, numbers in entities])
    for (kind, numbers), taken in zip(entities, inner, strict=True):
        spans = [span for number in numbers if (span := read.tokens[number].span)]
        if len(spans) < len(numbers):
            continue
        tokens = [read.tokens[number] for number in numbers]
        proper = [
            token.tag.startswith("NP") and number not in taken
            for number, token in zip(numbers, tokens, strict=True)
        ]
        named = name_in([token.word for token in tokens], proper)
        is_people = kind == "person" and named is not None and tokens[named.stop - 1].tag == "NPS"
        if kind in _TYPES and named is not None and not is_people:
            span = around(spans[named.start : named.stop])
            found.setdefault(span, Item(span, _TYPES[kind]))
        else:
            ignored.append(around(spans))
    return tuple(found[span] for span in sorted(found)), tuple(ignored)
