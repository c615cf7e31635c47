"""Where articles come from: which of them rest on one origin, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec import Struct

from generator.analysis import Origin, OriginReason
from generator.pages.index import Count, Index
from generator.pages.paging import OTHER_LETTERS, Sheet, letter_of
from generator.publishing import PublicArticle, PublicCorpus
from generator.values.date_label import day_label

MOST_NAMES: Final = 3
"""Origins of one fact that are named; further ones are counted."""


class OriginRow(NamedTuple):
    """One article below its origin; the earliest sorts first."""

    section: str
    """Id of the origin."""

    published: int
    slug: str
    when: str
    """Day of publication in words."""

    publisher: str


class OriginView(Struct, frozen=True, kw_only=True):
    """What an article rests on, and why, in words."""

    name: str
    why: str
    like: str
    """Title of the article that its text is like; empty for other reasons."""

    page: str
    """Path of that article."""


class OriginArticle(Struct, frozen=True, kw_only=True):
    """One article below its origin."""

    title: str
    page: str
    published: str
    publisher: str
    origin: OriginView


class OriginSection(Struct, frozen=True, kw_only=True):
    """The articles of one origin."""

    title: str
    anchor: str
    page: None
    continued: bool
    articles: tuple[OriginArticle, ...]


class Origins(Index):
    """The origins that several publishers share, or that are named by another."""

    name = "origins"
    template = "origins.md.jinja"
    row_types = (Count, OriginRow)
    title = "Origins"
    description = "Articles that rest on one origin: an agency, another outlet, or one text printed again."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[OriginRow]:
        """Yield the row of an article whose origin is not its publisher's alone."""
        origin = corpus.origins.get(article.slug)
        if origin and origin.is_shared:
            yield OriginRow(
                section=origin.id,
                published=article.published.toordinal(),
                slug=article.slug,
                when=day_label(article.published),
                publisher=article.publisher or "",
            )

    def group(self, row: OriginRow, article: PublicArticle) -> str:
        """Return the first letter of the origin."""
        del article
        return letter_of(row.section)

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the letter."""
        del corpus
        return "other letters" if group == OTHER_LETTERS else group.upper()

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return the name of an origin as it is spelled, else the title of the article that is copied."""
        return corpus.origin_names.get(section) or corpus.titles.get(section.removeprefix("~"), section)

    def section_anchor(self, section: str) -> str:
        """Return an anchor made of a hash: a name may be written in any script."""
        return f"origin-{hashlib.blake2s(section.encode(), digest_size=5).hexdigest()}"

    def shown(self, sheet: Sheet[Any], before: str | None, corpus: PublicCorpus) -> Sequence[OriginSection]:
        """Return the origins of one page."""
        found: list[OriginSection] = []
        for section, rows in groupby(sheet.rows, key=lambda row: row.section):
            articles = tuple(_article(row, corpus) for row in rows)
            found.append(
                OriginSection(
                    title=articles[0].origin.name,
                    anchor=self.section_anchor(section),
                    page=None,
                    continued=before == section and not found,
                    articles=articles,
                )
            )
        return tuple(found)


def _article(row: OriginRow, corpus: PublicCorpus) -> OriginArticle:
    return OriginArticle(
        title=corpus.titles[row.slug],
        page=f"articles/{row.slug}.md",
        published=row.when,
        publisher=row.publisher,
        origin=_view(row.slug, corpus),
    )


def origin_view(slug: str, corpus: PublicCorpus) -> OriginView | None:
    """Return what an article rests on; None where that is its publisher alone."""
    origin = corpus.origins.get(slug)
    return _view(slug, corpus) if origin and origin.is_shared else None


def _view(slug: str, corpus: PublicCorpus) -> OriginView:
    origin = corpus.origins[slug]
    like = corpus.titles[origin.like] if origin.like else ""
    page = f"articles/{origin.like}.md" if origin.like else ""
    return OriginView(name=origin.name or like or corpus.titles[slug], why=_why(origin), like=like, page=page)


def _why(origin: Origin) -> str:
    """Return why an article has its origin, in words that go on with the article."""
    match origin.reason:
        case OriginReason.TEXT:
            return f"about {origin.percent}% of the text is the same as in"
        case OriginReason.VIA:
            return f"taken from {origin.name}, as it says"
        case OriginReason.AGENCY:
            return f"names {origin.name} as its agency"
        case OriginReason.CREDIT:
            return f"its text credits {origin.name}"
        case OriginReason.PUBLISHER:
            return f"published by {origin.name}"
        case OriginReason.ALONE:
            return "names no publisher"


def rests_on(key: str, corpus: PublicCorpus) -> str:
    """Return on how many articles and origins a fact rests, in words; nothing where one article tells it."""
    slug, _, name = key.partition("#")
    telling = corpus.tellings.get(slug, {}).get(name)
    if telling is None:
        return ""
    named = ", ".join(telling.names[:MOST_NAMES])
    more = telling.origins - len(telling.names[:MOST_NAMES])
    others = f"{' and ' if named else ''}{more} {'other' if named else 'unnamed'}" if more else ""
    count = f"{telling.origins} {'origin' if telling.origins == 1 else 'origins'}"
    return f"{telling.articles} articles, {count}: {named}{others}"
