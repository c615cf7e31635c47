"""What a web page says of itself: JSON-LD (schema.org), Open Graph, and older tags, in this order."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urlsplit

from msgspec import Struct

from generator.text import normalise_words

_ARTICLES: Final = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReviewNewsArticle AskPublicNewsArticle BlogPosting LiveBlogPosting Report".split()
)
"""Types of schema.org that are an article."""

_DEEPEST: Final = 12
"""Levels of JSON-LD that are looked into."""


class WebMetadata(Struct, frozen=True, kw_only=True):
    """What was found; None where the page does not say."""

    headline: str | None = None
    url: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    language: str | None = None


@dataclass(slots=True)
class _Page(HTMLParser):
    """Collects the tags of a head."""

    tags: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    title: str = ""
    inside: str | None = None

    def __post_init__(self) -> None:
        super(_Page, self).__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = (found.get("property") or found.get("name") or "").lower()
            if name and found.get("content", "").strip():
                self.tags.setdefault(name, found["content"])
        elif tag == "link" and found.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or found.get("href")
        elif tag == "html":
            self.language = found.get("lang") or None
        elif tag == "script" and found.get("type", "").lower() == "application/ld+json":
            self.inside = "script"
            self.scripts.append("")
        elif tag == "title" and not self.title:
            self.inside = "title"

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside == "title":
            self.title += data


def read_web_metadata(html: str) -> WebMetadata:
    """Return what a page says of itself; JSON-LD that is no JSON is passed over."""
    page = _Page()
    page.feed(html)
    page.close()
    told = next((node for script in page.scripts for node in _articles(script)), {})
    tags = page.tags
    return WebMetadata(
        headline=_line(told.get("headline"), told.get("name"), tags.get("og:title"), page.title),
        url=_url(told.get("url"), told.get("mainEntityOfPage"), tags.get("og:url"), page.canonical),
        published=_day(told.get("datePublished"), tags.get("article:published_time"), tags.get("date"))
        or _day(tags.get("dc.date"), tags.get("dcterms.created"), tags.get("pubdate")),
        publisher=_line(_names(told.get("publisher")), tags.get("og:site_name"), tags.get("dc.publisher")),
        byline=_line(_names(told.get("author")), tags.get("author"), tags.get("article:author")),
        agency=_line(_names(told.get("sourceOrganization"))),
        language=_line(told.get("inLanguage"), page.language, tags.get("og:locale", "").replace("_", "-")),
    )


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """Yield the articles of a script, from the outermost inwards."""
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    level: list[Any] = [data]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for node in level:
            if isinstance(node, list):
                inner += node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if not _ARTICLES.isdisjoint(kinds if isinstance(kinds, list) else [str(kinds)]):
                    yield node
                inner += [value for value in node.values() if isinstance(value, (dict, list))]
        level = inner


def _names(node: Any) -> str | None:  # noqa: ANN401  # anything may stand in JSON-LD
    """Return the names of people or organisations: text, an object with a name, or a list of these."""
    if isinstance(node, list):
        found = [name for each in node if (name := _names(each))]
        return ", ".join(found) or None
    if isinstance(node, dict):
        node = node.get("name")
    return node if isinstance(node, str) else None


def _line(*candidates: object) -> str | None:
    """Return the first that is text with a word in it, on one line."""
    lines = (
        normalise_words(each) for each in candidates if isinstance(each, str) and not each.startswith("http")
    )
    return next((line for line in lines if line), None)


def _url(*candidates: object) -> str | None:
    for each in candidates:
        address = each.get("@id") if isinstance(each, dict) else each
        if isinstance(address, str) and urlsplit(address).scheme in {"http", "https"}:
            return address
    return None


def _day(*candidates: object) -> dt.date | None:
    """Return the day of the first that begins with one, as the page's own clock has it."""
    for each in candidates:
        try:
            return dt.date.fromisoformat(str(each or "").strip()[:10])
        except ValueError:
            continue
    return None
