"""What an article puts on the dossiers of its stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Standing
from generator.pages.article import bottom_line
from generator.pages.articles import ArticleRow, article_row
from generator.pages.briefing.figures import counted_words
from generator.pages.briefing.line import Lines, Link
from generator.pages.cards import CardRow, card_rows
from generator.pages.facts import FactRow, Told, fact_row, told_groups
from generator.pages.ledger import FigureRow, figure_row
from generator.publishing import PublicArticle, PublicCorpus
from generator.values import Date

ARTICLE, FACT = range(2)


class SourceRow(NamedTuple):
    """One article of a story."""

    article: ArticleRow
    published: int
    """Day of publication, as a number that grows."""

    bottom_line: tuple[tuple[Link, ...], ...]
    cards: tuple[CardRow, ...]
    """Its key figures, as far as they say what they count."""

    mentions: tuple[tuple[str, int], ...]
    """Ids of the actors that it names, and how often."""


class ToldRow(NamedTuple):
    """One fact as one article tells it."""

    kind: str
    keys: tuple[str, ...]
    """Of every mark of the article that tells it."""

    same: tuple[str, ...]
    """Keys of facts that it repeats."""

    settles: tuple[str, ...]
    """Keys of planned events that it is the outcome of."""

    actors: tuple[str, ...]
    """Ids of who takes part or says so, each once."""

    published: int
    date: Date | None
    figure: FigureRow | None
    """None for what is no figure."""

    is_part: bool
    """Whether it is a figure inside an event, which tells more."""

    note: str
    fact: FactRow


class StoryRow(NamedTuple):
    """A row of a dossier; articles before facts, the newest first, facts in the order of their words."""

    part: int
    newest: int
    slug: str
    number: int
    content: SourceRow | ToldRow


def story_rows(article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, StoryRow]]:
    """Yield the rows of an article, each with the id of its story."""
    if not article.stories:
        return
    lines = Lines(article, corpus)
    newest = -article.published.toordinal()
    found: list[StoryRow] = [StoryRow(ARTICLE, newest, article.slug, 0, _source(article, lines))]
    for number, told in enumerate(told_groups(article)):
        if told.record.kind != "actor":
            row = _told(told, lines)
            found.append(StoryRow(FACT, newest, article.slug, number, row))
    for story in dict.fromkeys(article.stories):
        yield from ((story, row) for row in found)


def plan_rows(article: PublicArticle, corpus: PublicCorpus) -> Iterator[ToldRow]:
    """Yield what decides which plans are overdue: plans, what repeats a fact, and outcomes."""
    if not article.stories:
        return
    lines = Lines(article, corpus)
    for told in told_groups(article, "event"):
        if told.record.standing is Standing.PLANNED or told.same or told.outcome:
            yield _told(told, lines)


def _source(article: PublicArticle, lines: Lines) -> SourceRow:
    mentions = Counter(
        actor for record in article.records if record.kind == "actor" for actor in record.actors
    )
    return SourceRow(
        article=article_row(article, ""),
        published=article.published.toordinal(),
        bottom_line=tuple(tuple(paragraph) for paragraph in bottom_line(lines)),
        cards=tuple(card for card in card_rows(article, lines.corpus) if card.counted),
        mentions=tuple(sorted(mentions.items())),
    )


def _told(told: Told, lines: Lines) -> ToldRow:
    record = told.record
    who = dict.fromkeys((*((record.said_by,) if record.said_by else ()), *record.actors))
    fact = fact_row(lines.article, record, "", "")
    figure: FigureRow | None = None
    if record.kind == "figure":
        figure = figure_row(lines.article, record, counted_words(record, lines), fact)
    return ToldRow(
        kind=record.kind,
        keys=told.keys,
        same=tuple(key for key in told.same if key not in told.keys),
        settles=told.outcome,
        actors=tuple(who),
        published=lines.article.published.toordinal(),
        date=record.date,
        figure=figure,
        is_part=record.event is not None,
        note=record.note or "",
        fact=fact,
    )
