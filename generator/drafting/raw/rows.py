"""Rows of CSV and JSON Lines, one article each; a bad row is reported, and the others are read."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.drafting.raw.article import Raw, RawArticle
from generator.drafting.raw.decoding import MAX_BYTES
from generator.drafting.raw.plain import read_plain_article
from generator.problems import Problem
from generator.text import Location, normalise_words, read_plain
from generator.values import read_dates

_NAMES: Final = {
    "text": ("text", "body", "content", "article"),
    "headline": ("title", "headline"),
    "published": ("date", "published", "published_at", "datepublished", "pubdate"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source", "site"),
    "byline": ("byline", "author", "authors"),
    "agency": ("agency",),
    "language": ("language", "lang"),
}
"""What columns and keys are called, the usual name first."""

_EXAMPLE: Final = '{"url": "https://example.org/ferry", "date": "2031-05-13", "title": "…", "text": "…"}'


def read_csv(path: str, lines: Iterable[str]) -> Iterator[Raw]:
    """Yield the article of each row; ``lines`` keep their ends, and the first one names the columns."""
    # the limit of the csv module is one for the whole process; articles are longer than its default
    csv.field_size_limit(MAX_BYTES)
    rows = csv.DictReader(lines, strict=False)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad(path, line, f"expected a row of CSV: {error}")
            continue
        if None in row or None in row.values():
            yield _bad(
                path, line, f"expected as many cells as there are columns, {len(rows.fieldnames or ())}"
            )
            continue
        yield _article(path, line, row)


def read_json_lines(path: str, lines: Iterable[str]) -> Iterator[Raw]:
    """Yield the article of each line; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            said = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
            yield _bad(path, number, f"expected an object of JSON: {said}")
            continue
        if not isinstance(row, dict):
            yield _bad(path, number, "expected an object of JSON, found something else")
            continue
        yield _article(path, number, {key: str(value) for key, value in row.items() if value is not None})


def _article(path: str, line: int, row: Mapping[str, str]) -> Raw:
    cells = {name.strip().lower(): value for name, value in row.items()}
    said = {name: _first(cells, names) for name, names in _NAMES.items()}
    text = said.pop("text")
    if text is None:
        columns = ", ".join(cells) or "none"
        return _bad(
            path, line, f"expected text in one of {', '.join(_NAMES['text'])}; its columns are {columns}"
        )
    date = said.pop("published")
    day = _day(date) if date else None
    notes = (f"the date '{date}' names no day",) if date and day is None else ()
    words = {name: normalise_words(value) for name, value in said.items() if value}
    known = RawArticle(
        source=read_plain(""),
        published=day,
        notes=notes,
        headline=words.get("headline"),
        url=words.get("url"),
        publisher=words.get("publisher"),
        byline=words.get("byline"),
        agency=words.get("agency"),
        language=words.get("language"),
    )
    article = read_plain_article(text, known=known)
    if not article.source.text:
        return _bad(path, line, "expected text, found none")
    return Raw(article=article, line=line)


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((cells[name] for name in names if cells.get(name, "").strip()), None)


def _day(words: str) -> dt.date | None:
    """Return the day of a cell: ISO 8601 with or without a time, or words that name one."""
    try:
        return dt.date.fromisoformat(words.strip()[:10])
    except ValueError:
        found = read_dates(words, None)
        return found[0].date.earliest if len(found) == 1 and found[0].date.is_day else None


def _bad(path: str, line: int, message: str) -> Raw:
    problem = Problem(code="bad-row", message=message, location=Location(path, line), example=_EXAMPLE)
    return Raw(article=None, problems=(problem,), line=line)
