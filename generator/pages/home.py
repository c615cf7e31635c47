"""The first page: stories, newest briefings, latest key figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from msgspec import Struct

from generator.pages.articles import ArticleRow, ArticleView, article_row, article_view
from generator.pages.by_story import story_anchor, story_group, story_page, story_title
from generator.pages.cards import CardRow, card_rows, card_views
from generator.pages.dossier.merging import MergedView, merge, merged_views
from generator.pages.dossier.overview import is_overdue
from generator.pages.dossier.rows import ToldRow, plan_rows
from generator.pages.memos import memo_views
from generator.pages.page import PlannedPage
from generator.publishing import PublicArticle, PublicCorpus

MOST_STORIES: Final = 12
MOST_OF_A_STORY: Final = 4
MOST_MEMOS: Final = 4
MOST_BRIEFINGS: Final = 8
MOST_FIGURES: Final = 6
MOST_OF_AN_ARTICLE: Final = 2
MOST_OVERDUE: Final = 8


class HomeRow(NamedTuple):
    """One article; the newest sorts first."""

    newest: int
    slug: str
    stories: tuple[str, ...]
    article: ArticleRow
    cards: tuple[CardRow, ...]
    plans: tuple[ToldRow, ...]
    """What decides which plans of its stories are overdue."""


class StoryCard(Struct, frozen=True, kw_only=True):
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


class Overdue(Struct, frozen=True, kw_only=True):
    """Plans of one story whose day has passed."""

    title: str
    page: str | None
    facts: tuple[MergedView, ...]


class Home:
    """The first page."""

    name = "home"
    template = "home.md.jinja"
    row_types = (HomeRow,)

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, HomeRow]]:
        """Yield the row of an article."""
        row = article_row(article, "")
        shown = card_rows(article, corpus)[:MOST_OF_AN_ARTICLE]
        plans = tuple(plan_rows(article, corpus))
        yield "", HomeRow(row.newest, row.slug, article.stories, row, shown, plans)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the page."""
        del group
        context = {
            "title": "Briefings",
            "description": "Stories, newest briefings and latest key figures, each a click from its source.",
            "stories": tuple(_stories(rows, corpus)),
            "memos": memo_views(islice(corpus.memos.values(), MOST_MEMOS)),
            "has_changes": corpus.changes is not None,
            "memo_count": len(corpus.memos),
            "story_count": len(corpus.stories),
            "total": len(rows),
            "articles": tuple(article_view(row.article, corpus) for row in rows[:MOST_BRIEFINGS]),
            "overdue": tuple(_overdue(rows, corpus)),
            "figures": card_views(((row.article, row.cards) for row in rows), corpus, MOST_FIGURES),
        }
        yield PlannedPage(path="index.md", template=self.template, context=context)


def _overdue(rows: Sequence[HomeRow], corpus: PublicCorpus) -> Iterator[Overdue]:
    """Yield the stories with plans whose day has passed and of which nothing is told, newest story first."""
    today: dict[str, int] = {}
    told: defaultdict[str, list[ToldRow]] = defaultdict(list)
    for row in rows:
        for story in dict.fromkeys(row.stories):
            today.setdefault(story, -row.newest)
            told[story] += row.plans
    left = MOST_OVERDUE
    for story, plans in told.items():
        late = [fact for fact in merge(plans) if is_overdue(fact, today[story])]
        late = sorted(late, key=lambda fact: fact.place, reverse=True)[:left]
        left -= len(late)
        if late:
            yield Overdue(
                title=story_title(story, corpus),
                page=story_page(story),
                facts=merged_views(late),
            )


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
