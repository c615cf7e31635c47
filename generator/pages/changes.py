"""What changed since an earlier revision; there is no such page unless one was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from msgspec import Struct

from generator.pages.page import PlannedPage
from generator.pages.paging import sheets
from generator.publishing import PublicArticle, PublicChange, PublicCorpus
from generator.values.date_label import day_label

_TITLES: Final = {
    "article-added": "New articles",
    "article-removed": "Articles withdrawn",
    "added": "New facts",
    "changed": "Facts that changed",
    "support": "Support gained or lost",
    "withdrawn": "Facts withdrawn",
}
"""Sections of the page, in order, by the kind of change."""

_PARTS: Final = {
    "kind": "what it is",
    "value": "value",
    "date": "date",
    "standing": "standing",
    "speaker": "said by",
    "words": "marked words",
}
_NOTHING: Final = {"date": "undated", "value": "none"}


class ChangeView(Struct, frozen=True, kw_only=True):
    """One line."""

    label: str
    anchor: str
    said: str
    """What happened, in words; empty where the section says it."""


class ChangedArticle(Struct, frozen=True, kw_only=True):
    """The lines of one article."""

    title: str
    page: str
    """Empty for one that is gone."""

    said: str
    changes: tuple[ChangeView, ...]


class ChangeSection(Struct, frozen=True, kw_only=True):
    """Changes of one kind."""

    title: str
    articles: tuple[ChangedArticle, ...]


class Changes:
    """The page on what changed."""

    name = "changes"
    template = "changes.md.jinja"
    row_types = ()

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterable[tuple[str, Any]]:
        """Yield nothing: an article does not know what it once was."""
        del article, corpus
        return ()

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the pages where a revision was named."""
        del group, rows
        found = corpus.changes
        if found is None:
            return
        order = list(_TITLES)
        lines = sorted(found.changes, key=lambda change: (order.index(change.kind), change.slug))
        since = day_label(dt.date.fromisoformat(found.day))
        for sheet in sheets("changes", lines, corpus.rows_per_page):
            sections = tuple(
                ChangeSection(title=_TITLES[kind], articles=tuple(_articles(of_kind, corpus)))
                for kind, of_kind in groupby(sheet.rows, key=lambda change: change.kind)
            )
            context = {
                "title": f"What changed, page {sheet.number}" if sheet.number > 1 else "What changed",
                "description": f"Facts that came, changed or went since {since}, revision {found.revision}.",
                "total": len(lines),
                "sheet": sheet,
                "sections": sections,
            }
            yield PlannedPage(path=sheet.path, template=self.template, context=context)


def _articles(changes: Iterable[PublicChange], corpus: PublicCorpus) -> Iterator[ChangedArticle]:
    for slug, found in groupby(changes, key=lambda change: change.slug):
        of_article = tuple(found)
        first = of_article[0]
        yield ChangedArticle(
            title=first.title,
            page=f"articles/{slug}.md" if slug in corpus.titles else "",
            said=f"{first.count} {'fact' if first.count == 1 else 'facts'}" if not first.label else "",
            changes=tuple(_view(change) for change in of_article if not change.kind.startswith("article-")),
        )


def _view(change: PublicChange) -> ChangeView:
    label = change.label or "A fact whose words are not shown any more"
    if change.kind == "support":
        return ChangeView(
            label=label, anchor=change.anchor, said=f"told by {change.after}; before, by {change.before}"
        )
    if not change.part:
        return ChangeView(label=label, anchor=change.anchor, said="")
    what, nothing = _PARTS[change.part], _NOTHING.get(change.part, "none")
    if change.part == "words":
        return ChangeView(label=label, anchor=change.anchor, said="its marked words are others now")
    said = f"{what}: {change.after or nothing}; before: {change.before or nothing}"
    return ChangeView(label=label, anchor=change.anchor, said=said)
