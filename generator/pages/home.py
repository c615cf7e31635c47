"""The first page: stories, newest briefings, latest key figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from generator.pages.articles import ArticleRow, ArticleView, article_row, article_view
from generator.pages.briefing.figures import cards
from generator.pages.briefing.line import Lines, groups
from generator.pages.facts import story_anchor, story_group
from generator.pages.page import PlannedPage
from generator.publishing import PublicArticle, PublicCorpus

MOST_STORIES: Final = 12
MOST_OF_A_STORY: Final = 4
MOST_BRIEFINGS: Final = 8
MOST_FIGURES: Final = 6
MOST_OF_AN_ARTICLE: Final = 2


class CardRow(NamedTuple):
    """A key figure, or the figures of one exchange."""

    values: tuple[tuple[str, str], ...]
    """Words of each value, and the anchor of its passage."""

    between: str
    counted: str
    date: str
    standing: str
    speaker: str
    anchor: str


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
    page: str
    """Path of the page that lists all of its briefings."""

    count: int
    articles: tuple[ArticleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A key figure as the template shows it."""

    card: CardRow
    title: str
    page: str
    published: str


class Home:
    """The first page."""

    name = "home"
    template = "home.md.jinja"

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, HomeRow]]:
        """Yield the row of an article."""
        row = article_row(article, "")
        yield "", HomeRow(row.newest, row.slug, article.stories, row, tuple(_cards(article, corpus)))

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the page."""
        del group
        context = {
            "title": "Briefings",
            "description": "Stories, newest briefings and latest key figures, each a click from its source.",
            "stories": tuple(_stories(rows, corpus)),
            "story_count": len(corpus.stories),
            "total": len(rows),
            "articles": tuple(article_view(row.article, corpus) for row in rows[:MOST_BRIEFINGS]),
            "figures": tuple(_figures(rows, corpus)),
        }
        yield PlannedPage(path="index.md", template=self.template, context=context)


def _cards(article: PublicArticle, corpus: PublicCorpus) -> Iterator[CardRow]:
    figures = [group for group in groups(article) if group[0].kind == "figure"]
    for card in cards(figures, Lines(article, corpus))[:MOST_OF_AN_ARTICLE]:
        yield CardRow(
            values=tuple((part.text, part.anchor) for part in card.values),
            between=card.between,
            counted=card.between.join(card.counted),
            date=card.line.date,
            standing=card.line.standing,
            speaker=card.line.says.text if card.line.says else "",
            anchor=card.line.anchors[0],
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
            page="briefings.md" if corpus.is_small else f"briefings/{story_group(story)}.md",
            count=len(found),
            articles=tuple(article_view(row.article, corpus) for row in found[:MOST_OF_A_STORY]),
        )


def _figures(rows: Sequence[HomeRow], corpus: PublicCorpus) -> Iterator[CardView]:
    found = ((row, card) for row in rows for card in row.cards)
    for (row, card), _ in zip(found, range(MOST_FIGURES), strict=False):
        yield CardView(
            card=card,
            title=corpus.titles[row.slug],
            page=f"articles/{row.slug}.md",
            published=row.article.published,
        )
