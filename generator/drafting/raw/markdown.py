"""Markdown, with or without front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from generator.drafting.raw.article import Raw, RawArticle
from generator.drafting.raw.plain import with_head
from generator.formats.document import Document
from generator.formats.inline import front_matter_of, read_inline
from generator.formats.yaml_tree import YamlMap
from generator.formats.yaml_writer import Data, plain_data
from generator.problems import Problem
from generator.text import BlockRole, Location, read_plain

_OWN: Final = ("title", "headline", "url", "published", "publisher", "byline", "agency", "language")
_NO_FRONT: Final = "---\n---\n"
_NUMBER: Final = re.compile(r"^[ >]*(\d{1,9})([.)])(?=\s)")
_NO_TEXT: Final = read_plain("")


def read_markdown(path: str, raw: str) -> Raw:
    """Return the article of a Markdown text; what its front matter says goes before what its text does."""
    has_front = front_matter_of(raw) is not None
    document, problems = _read(path, raw if has_front else _NO_FRONT + raw)
    if not has_front:
        problems = [replace(problem, location=_above(problem.location)) for problem in problems]
    if document is None or document.source is None:
        return Raw(article=None, problems=tuple(problems))
    known, found = _known(document.metadata)
    article = with_head(replace(known, source=document.source), document.source, finds_headline=False)
    first = document.source.blocks[0] if document.source.blocks else None
    if article.headline is None and first is not None and first.role is BlockRole.HEADING:
        article = replace(article, headline=first.span.of(document.source.text))
    return Raw(article=replace(article, marks=document.marks), problems=(*problems, *found))


def _read(path: str, raw: str) -> tuple[Document | None, list[Problem]]:
    """Read a Markdown text; items of a numbered list become paragraphs that begin with their numbers."""
    document, problems = read_inline(path, raw)
    lines = raw.splitlines()
    listed = [each for each in problems if _numbers_an_item(each, lines)]
    if not listed:
        return document, problems
    for each in listed:
        for at in range(each.location.line - 1, len(lines)):
            if not lines[at].strip():
                break
            lines[at] = _NUMBER.sub(r"\n\g<1>\\\2", lines[at])
    document, _ = read_inline(path, "\n".join(lines) + "\n")
    return document, [each for each in problems if each not in listed]


def _numbers_an_item(problem: Problem, lines: Sequence[str]) -> bool:
    is_list = problem.code == "unsupported-markdown" and 0 < problem.location.line <= len(lines)
    return is_list and _NUMBER.match(lines[problem.location.line - 1]) is not None


def _above(place: Location) -> Location:
    return replace(place, line=max(1, place.line - _NO_FRONT.count("\n")))


def _known(front: YamlMap) -> tuple[RawArticle, list[Problem]]:
    data = plain_data(front)
    entries: Mapping[str, Data] = data if isinstance(data, Mapping) else {}
    own = {key: value for key, value in entries.items() if key in _OWN and isinstance(value, str)}
    day, problems = None, []
    if "published" in own:
        try:
            day = dt.date.fromisoformat(own.pop("published"))
        except ValueError:
            place = front.entries["published"].node.location or Location("")
            problems = list(_wrong_day(place))
    further = {key: value for key, value in entries.items() if key not in _OWN}
    article = RawArticle(
        source=_NO_TEXT,
        published=day,
        title=own.get("title"),
        headline=own.get("headline"),
        url=own.get("url"),
        publisher=own.get("publisher"),
        byline=own.get("byline"),
        agency=own.get("agency"),
        language=own.get("language"),
        further=further,
    )
    return article, problems


def _wrong_day(place: Location) -> Iterator[Problem]:
    message = "expected a day as year-month-day"
    yield Problem(code="bad-value", message=message, location=place, example="2031-05-13")
