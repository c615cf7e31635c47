"""Raw text as it comes: a dateline, a title and the text itself taken apart."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.drafting.pieces import is_heading
from generator.formats.inline import front_matter_of, read_inline
from generator.formats.yaml_tree import YamlMap
from generator.formats.yaml_writer import Data, plain_data
from generator.problems import Problem
from generator.text import Block, Location, Source, Span, normalise, read_plain
from generator.values import Precision, read_dates

_DATELINE: Final = re.compile(r"date[:\s]+(\d{4}-\d{2}-\d{2})(?:\s+|$)", re.IGNORECASE)
_LONGEST_DATELINE: Final = 60
_BOILERPLATE: Final = re.compile(
    r"(?:related|read more|read also|see also|more on this|also read|advertisement|sign up|subscribe|"
    r"share this|follow us|continue reading|photo|image)\b",
    re.IGNORECASE,
)
_LONGEST_BOILERPLATE: Final = 200
_EMPTY: Final = "---\ntitle: none\n---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One article before anything is marked in it."""

    source: Source
    metadata: Mapping[str, Data] = field(default_factory=dict)
    """What was found, by the keys of the front matter."""

    notes: tuple[str, ...] = ()
    """What a person should know, such as a dateline that cannot be."""


def from_text(raw: str) -> Incoming:
    """Take plain text, a dateline first where there is one: ``date 2031-05-13 …``, or a line with a day."""
    text = normalise(raw)
    metadata: dict[str, Data] = {}
    notes: list[str] = []
    match = _DATELINE.match(text)
    if match:
        text = text[match.end() :].lstrip()
        day = _day(match.group(1))
        if day is None:
            notes.append(f"the dateline '{match.group(1)}' is no day that the calendar has")
        else:
            metadata["published"] = day.isoformat()
    else:
        line, _, rest = text.partition("\n\n")
        found = _whole_day(line)
        if found is not None and rest:
            metadata["published"] = found.isoformat()
            text = rest
    source = read_plain(text)
    first = source.blocks[0] if source.blocks else None
    if first is not None and len(source.blocks) > 1 and is_heading(source.text, first):
        metadata["title"] = first.span.of(source.text)
        source = read_plain(source.text[source.blocks[1].span.start :])
    source = Source.of(source.text, source.blocks, tuple(_boilerplate(source)))
    return Incoming(source=source, metadata=metadata, notes=tuple(notes))


def _boilerplate(source: Source) -> Iterator[Span]:
    """Yield the blocks that lead to other articles or sell something."""
    for block in source.blocks:
        words = block.span.of(source.text)
        if _BOILERPLATE.match(words) and words[-1] not in ".!?\"”'’" and len(words) <= _LONGEST_BOILERPLATE:
            yield block.span


def from_markdown(raw: str, path: str) -> tuple[Incoming | None, list[Problem]]:
    """Take Markdown, with or without front matter; nothing, and a problem, where it holds marks already."""
    has_front = front_matter_of(raw) is not None
    document, problems = read_inline(path, raw if has_front else _EMPTY + raw.removeprefix("\ufeff"))
    if document is None or document.source is None:
        return None, problems
    if document.marks:
        message = f"expected raw text, found {len(document.marks)} marks: a draft begins before the first"
        return None, [Problem(code="not-draftable", message=message, location=Location(path))]
    front = plain_data(document.metadata if has_front else YamlMap())
    metadata = {key: value for key, value in front.items() if value} if isinstance(front, Mapping) else {}
    source = document.source
    blocks = source.blocks
    if "title" not in metadata and len(blocks) > 1 and is_heading(source.text, blocks[0]):
        metadata["title"] = blocks[0].span.of(source.text)
        source = _without_first(source)
    return Incoming(source=source, metadata=metadata), []


def _without_first(source: Source) -> Source:
    """Return a source without its first block."""
    start = source.blocks[1].span.start
    blocks = tuple(
        Block(type(block.span)(block.span.start - start, block.span.end - start), block.role)
        for block in source.blocks[1:]
    )
    return Source.of(source.text[start:], blocks)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _whole_day(line: str) -> dt.date | None:
    """Return the day that a line consists of: ``Friday, January 4, 2019``."""
    if len(line) > _LONGEST_DATELINE:
        return None
    found = read_dates(line, None)
    if len(found) != 1 or found[0].date.precision is not Precision.DAY:
        return None
    rest = re.sub(r"[\W_]+", "", line[: found[0].start] + line[found[0].end :]).lower()
    return found[0].date.earliest if not rest or rest.endswith("day") else None
