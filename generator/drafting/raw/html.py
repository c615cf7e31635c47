"""HTML: the main text by trafilatura, an extra, and what the page says of itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from generator.drafting.raw.article import Raw, RawArticle
from generator.drafting.raw.plain import with_head
from generator.drafting.raw.web_metadata import read_web_metadata
from generator.problems import Problem
from generator.text import PARAGRAPH_BREAK, Block, BlockRole, Location, Source, Span, normalise_words

EXTRA: Final = "html"
_MODULE: Final = "trafilatura"
_ROLES: Final = {
    "head": BlockRole.HEADING,
    "p": BlockRole.PARAGRAPH,
    "item": BlockRole.ITEM,
    "row": BlockRole.ITEM,
    "quote": BlockRole.QUOTATION,
    "code": BlockRole.PARAGRAPH,
}
"""Elements of trafilatura's tree that become blocks; those inside them are their words."""


def read_html(path: str, html: str) -> Raw:
    """Return the article of a web page; a problem where the extra is missing or no text was found.

    trafilatura takes a quarter of a second to load, so it is loaded here and not with the program. Its own
    search for dates asks the clock, and is not used.
    """
    try:
        trafilatura: Any = import_module(_MODULE)
    except ImportError:
        message = f"web pages need the extra '{EXTRA}', which is not installed"
        example = f"pip install 'mkdocs-briefings[{EXTRA}]'"
        return _failed(
            Problem(code="missing-extra", message=message, location=Location(path), example=example)
        )
    logging.getLogger(_MODULE).setLevel(logging.CRITICAL)  # what it cannot read is reported by us
    found = trafilatura.bare_extraction(html, with_metadata=False, include_comments=False)
    blocks = list(_blocks(found.body)) if found is not None else []
    if not blocks:
        message = "expected the text of an article, found none in this page"
        return _failed(Problem(code="unreadable-file", message=message, location=Location(path)))
    source = _source(blocks)
    said = read_web_metadata(html)
    known = RawArticle(
        source=source,
        headline=said.headline,
        url=said.url,
        published=said.published,
        publisher=said.publisher,
        byline=said.byline,
        agency=said.agency,
        language=said.language,
    )
    return Raw(article=with_head(known, source, finds_headline=False))


def _failed(problem: Problem) -> Raw:
    return Raw(article=None, problems=(problem,))


def _blocks(body: Any) -> Iterator[tuple[BlockRole, str]]:  # noqa: ANN401  # lxml has no types
    """Yield the blocks of a tree in order; words between blocks are paragraphs too."""
    role = _ROLES.get(body.tag)
    if role is not None:
        joint = " " if body.tag in ("row", "quote") else ""
        words = normalise_words(joint.join(body.itertext()))
        if words:
            yield role, words
        return
    if words := normalise_words(body.text or ""):
        yield BlockRole.PARAGRAPH, words
    for child in body:
        yield from _blocks(child)
        if words := normalise_words(child.tail or ""):
            yield BlockRole.PARAGRAPH, words


def _source(blocks: list[tuple[BlockRole, str]]) -> Source:
    spans: list[Block] = []
    start = 0
    for role, words in blocks:
        spans.append(Block(Span(start, start + len(words)), role))
        start += len(words) + len(PARAGRAPH_BREAK)
    return Source.of(PARAGRAPH_BREAK.join(words for _, words in blocks), tuple(spans))
