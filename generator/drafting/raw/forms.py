"""Which form a raw article has, and the reader of each."""

from __future__ import annotations

import re
from enum import StrEnum
from importlib import import_module
from pathlib import PurePosixPath
from typing import Final

from generator.drafting.raw.article import Raw
from generator.drafting.raw.plain import read_plain_article
from generator.problems import Problem
from generator.text import Location


class RawForm(StrEnum):
    """What a raw article can be."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON_LINES = "jsonl"


ROWS: Final = frozenset({RawForm.CSV, RawForm.JSON_LINES})
"""Forms that hold many articles, and are read line by line."""

_SUFFIXES: Final = {
    ".md": RawForm.MARKDOWN,
    ".markdown": RawForm.MARKDOWN,
    ".html": RawForm.HTML,
    ".htm": RawForm.HTML,
    ".xhtml": RawForm.HTML,
    ".csv": RawForm.CSV,
    ".jsonl": RawForm.JSON_LINES,
    ".ndjson": RawForm.JSON_LINES,
}
_HTML: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_JSON: Final = re.compile(r'\s*\{\s*"')


def form_of(path: str, beginning: str = "") -> RawForm:
    """Return the form of a file by its ending; of standard input (``-``) by how it begins."""
    known = _SUFFIXES.get(PurePosixPath(path).suffix.lower())
    if known is not None or path != "-":
        return known or RawForm.PLAIN
    if _HTML.match(beginning):
        return RawForm.HTML
    if _JSON.match(beginning):
        return RawForm.JSON_LINES
    return RawForm.MARKDOWN if beginning.startswith("---\n") else RawForm.PLAIN


def read_raw(path: str, text: str, form: RawForm) -> Raw:
    """Return the one article of a text; for rows there are readers of their own."""
    # a parser is loaded for its own form alone
    raw: Raw
    if form is RawForm.HTML:
        raw = import_module(f"{__package__}.html").read_html(path, text)
    elif form is RawForm.MARKDOWN:
        raw = import_module(f"{__package__}.markdown").read_markdown(path, text)
    else:
        raw = Raw(article=read_plain_article(text))
    if raw.article is not None and not raw.article.source.text:
        problem = Problem(
            code="unreadable-file", message="expected text, found none", location=Location(path)
        )
        return Raw(article=None, problems=(*raw.problems, problem))
    return raw
