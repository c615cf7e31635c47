"""Articles as rows of an index."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import Display, TextForm
from generator.pages.index import Count, Index
from generator.pages.origins import OriginView, origin_view
from generator.pages.paging import Sheet
from generator.publishing import PublicArticle, PublicCorpus
from generator.values.date_label import day_label


class ArticleRow(NamedTuple):
    """One article in a list; the newest sorts first."""

    section: str
    """Id of the story, or the publisher's name."""

    newest: int
    """Day of publication, counted backwards."""

    slug: str
    published: str
    """In words."""

    publisher: str
    form: TextForm
    display: Display
    url: str


class ArticleView(Struct, frozen=True, kw_only=True):
    """What the template shows of an article."""

    title: str
    page: str
    published: str
    publisher: str
    form: str
    """What its text is, in words."""

    url: str
    origin: OriginView | None
    """What it rests on, where that is not its publisher alone."""


class ArticleSection(Struct, frozen=True, kw_only=True):
    """Articles of one story or publisher."""

    title: str
    note: str
    anchor: str
    page: str | None
    """Path of what the section is about; None where it has no page."""

    continued: bool
    articles: tuple[ArticleView, ...]


_FORMS = {
    TextForm.ORIGINAL: "original text",
    TextForm.PARAPHRASE: "paraphrase",
    TextForm.TRANSLATION: "translation",
}
_DISPLAYS = {
    Display.FULL: "shown in full",
    Display.EXCERPTS: "excerpts shown",
    Display.NONE: "text not shown",
}


def article_row(article: PublicArticle, section: str) -> ArticleRow:
    """Return the row of an article in one section."""
    return ArticleRow(
        section=section,
        newest=-article.published.toordinal(),
        slug=article.slug,
        published=day_label(article.published),
        publisher=article.publisher or "",
        form=article.text_form,
        display=article.display,
        url=article.url or "",
    )


def article_view(row: ArticleRow, corpus: PublicCorpus) -> ArticleView:
    """Return what the template shows of a row."""
    return ArticleView(
        title=corpus.titles[row.slug],
        page=f"articles/{row.slug}.md",
        published=row.published,
        publisher=row.publisher,
        form=f"{_FORMS[row.form]}, {_DISPLAYS[row.display]}",
        url=row.url,
        origin=origin_view(row.slug, corpus),
    )


class ArticleIndex(Index):
    """An index of articles, newest first in each section."""

    row_types = (Count, ArticleRow)

    def section_note(self, section: str, corpus: PublicCorpus) -> str:
        """Return what stands below the title of a section."""
        raise NotImplementedError

    def shown(self, sheet: Sheet[Any], before: str | None, corpus: PublicCorpus) -> Sequence[ArticleSection]:
        """Return the sections of one page."""
        found: list[ArticleSection] = []
        for section, rows in groupby(sheet.rows, key=lambda row: row.section):
            found.append(
                ArticleSection(
                    title=self.section_title(section, corpus),
                    note=self.section_note(section, corpus),
                    anchor=self.section_anchor(section),
                    page=self.section_page(section),
                    continued=before == section and not found,
                    articles=tuple(article_view(row, corpus) for row in rows),
                )
            )
        return tuple(found)
