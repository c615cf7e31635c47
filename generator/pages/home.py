"""The first page: stories, newest briefings, latest key figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple

from generator.pages.articles import ArticleRow, ArticleView, article_row, article_view
from generator.pages.by_story import story_anchor, story_group, story_page
from generator.pages.cards import CardRow, card_rows, card_views
from generator.pages.memos import memo_views
from generator.pages.page import PlannedPage
from generator.publishing import PublicArticle, PublicCorpus

MOST_STORIES: Final = 12
MOST_OF_A_STORY: Final = 4
MOST_MEMOS: Final = 4
MOST_BRIEFINGS: Final = 8
MOST_FIGURES: Final = 6
MOST_OF_AN_ARTICLE: Final = 2


class HomeRow(NamedTuple):
    """One article; the newest sorts first."""

    newest: int
    slug: str
    stories: tuple[str, ...]
    article: ArticleRow
    cards: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """One story with its newest briefings."""

    title: str
    summary: str
    anchor: str
    dossier: str
    """Path of its dossier."""

    page: str
    """Path of the page that lists all of its briefings."""

    count: int
    articles: tuple[ArticleView, ...]


class Home:
    """The first page."""

    name = "home"
    template = "home.md.jinja"

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, HomeRow]]:
        """Yield the row of an article."""
        row = article_row(article, "")
        yield (
            "",
            HomeRow(
                row.newest,
                row.slug,
                article.stories,
                row,
                tuple(card_rows(article, corpus))[:MOST_OF_AN_ARTICLE],
            ),
        )

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the page."""
        del group
        context = {
            "title": "Briefings",
            "description": "Stories, newest briefings and latest key figures, each a click from its source.",
            "stories": tuple(_stories(rows, corpus)),
            "memos": memo_views(islice(corpus.memos.values(), MOST_MEMOS)),
            "memo_count": len(corpus.memos),
            "story_count": len(corpus.stories),
            "total": len(rows),
            "articles": tuple(article_view(row.article, corpus) for row in rows[:MOST_BRIEFINGS]),
            "figures": card_views(((row.article, row.cards) for row in rows), corpus, MOST_FIGURES),
        }
        yield PlannedPage(path="index.md", template=self.template, context=context)


def _stories(rows: Sequence[HomeRow], corpus: PublicCorpus) -> Iterator[StoryCard]:
    """Yield the stories with the newest briefings first."""
    of_story: defaultdict[str, list[HomeRow]] = defaultdict(list)
    for row in rows:
        for story in row.stories:
            of_story[story].append(row)
    for story, found in list(of_story.items())[:MOST_STORIES]:
        declared = corpus.stories.get(story)
        yield StoryCard(
            title=declared.title if declared else story,
            summary=(declared.summary or "") if declared else "",
            anchor=story_anchor(story),
            dossier=story_page(story) or "",
            page="briefings.md" if corpus.is_small else f"briefings/{story_group(story)}.md",
            count=len(found),
            articles=tuple(article_view(row.article, corpus) for row in found[:MOST_OF_A_STORY]),
        )
