"""A raw article: a text, what is known of it, and what is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from generator.formats.yaml_writer import Data, block
from generator.model import Mark
from generator.problems import Problem
from generator.text import Source


class Gap(StrEnum):
    """Metadata that an article should have; its key in the front matter."""

    TITLE = "title"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    URL = "url"


_ASKED: Final = {
    Gap.TITLE: "your title",
    Gap.PUBLISHED: "the day of publication, such as 2031-05-13: dates are counted from it",
    Gap.PUBLISHER: "who published it",
    Gap.URL: "where it stands",
}

_RIGHTS: Final = (
    "# rights: {display: excerpts}  # pages may show: full, none, or excerpts (if absent: a third)"
)
"""No text says what its owner allows: a line to take the first # from."""


class RawArticle(Struct, frozen=True, kw_only=True):
    """One article that nobody annotated yet."""

    source: Source
    """Its text; headings and list items are known, datelines and bylines are boilerplate in it."""

    headline: str | None = None
    """The source's own."""

    url: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    language: str | None = None
    """Tag of BCP 47, as declared or told from the words; None where neither says."""

    title: str | None = None
    """Ours, where the front matter has one already."""

    further: Mapping[str, Data] = field(default_factory=dict)
    """The other keys of its front matter, as they stand."""

    marks: tuple[Mark, ...] = ()
    """Marks that a Markdown text has already."""

    notes: tuple[str, ...] = ()
    """What a person should know, such as a dateline that names no day."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return what an article should have and nothing told; the headline does for a title."""
        known = {
            Gap.TITLE: self.title or self.headline,
            Gap.PUBLISHED: self.published,
            Gap.PUBLISHER: self.publisher,
            Gap.URL: self.url,
        }
        return tuple(gap for gap, value in known.items() if not value)

    @property
    def metadata(self) -> dict[str, Data]:
        """Return what is known as the keys of a front matter, in their usual order."""
        known: dict[str, Data] = {
            "title": self.title or self.headline,
            "headline": self.headline,
            "published": self.published.isoformat() if self.published else None,
            "publisher": self.publisher,
            "byline": self.byline,
            "agency": self.agency,
            "url": self.url,
            "language": self.language if self.language != "en" else None,
        }
        return {key: value for key, value in known.items() if value is not None} | dict(self.further)


class Raw(Struct, frozen=True, kw_only=True):
    """What came of one article of a file."""

    article: RawArticle | None
    """None where it cannot be read."""

    problems: tuple[Problem, ...] = ()
    line: int = 1
    """Where it begins in its file."""


def front_lines(article: RawArticle, more: Mapping[str, Data] | None = None) -> Iterator[str]:
    """Yield the lines of its front matter, a comment for each gap; ``more`` keys stand behind its own."""
    yield from block(article.metadata | dict(more or {}))
    for gap in article.gaps:
        yield f"# {gap.value}:  (not found: {_ASKED[gap]})"
    if "rights" not in article.further:
        yield _RIGHTS


def question(gap: Gap) -> str:
    """Return what to ask a person for."""
    return f"{gap.value} ({_ASKED[gap]})"
