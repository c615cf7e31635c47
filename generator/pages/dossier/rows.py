"""What an article puts on the dossiers of its stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from generator.model import Standing
from generator.pages.article import bottom_line
from generator.pages.articles import ArticleRow, article_row
from generator.pages.briefing.line import Link, lines_of
from generator.pages.cards import CardRow, card_rows
from generator.pages.facts import Fact, Told, told_facts
from generator.pages.ledger import FigureRow, figure_rows
from generator.pages.once import once
from generator.publishing import PublicArticle, PublicCorpus
from generator.values import Date

ARTICLE, FACT = range(2)


class SourceRow(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """One article of a story."""

    article: ArticleRow
    published: int
    """Day of publication, as a number that grows."""

    bottom_line: tuple[tuple[Link, ...], ...]
    cards: tuple[CardRow, ...]
    """Its key figures, as far as they say what they count."""

    mentions: tuple[tuple[str, int], ...]
    """Ids of the actors that it names, and how often."""


class ToldRow(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
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
    fact: Fact


class StorySource(NamedTuple):
    """An article on a dossier; articles stand before facts, the newest first."""

    part: int
    newest: int
    slug: str
    content: SourceRow


class StoryFact(NamedTuple):
    """A fact on a dossier; those of the newest article first, in the order of their words."""

    part: int
    newest: int
    slug: str
    number: int
    content: ToldRow


def story_rows(article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, StorySource | StoryFact]]:
    """Yield the rows of an article, each with the id of its story."""
    if not article.stories:
        return
    newest = -article.published.toordinal()
    found: list[StorySource | StoryFact] = [
        StorySource(ARTICLE, newest, article.slug, _source(article, corpus))
    ]
    for number, row in enumerate(told_rows(article, corpus)):
        if row.kind != "actor":
            found.append(StoryFact(FACT, newest, article.slug, number, row))
    for story in dict.fromkeys(article.stories):
        yield from ((story, row) for row in found)


def plan_rows(article: PublicArticle, corpus: PublicCorpus) -> Iterator[ToldRow]:
    """Yield what decides which plans are overdue: plans, what repeats a fact, and outcomes."""
    if not article.stories:
        return
    for told, row in zip(told_facts(article, corpus), told_rows(article, corpus), strict=True):
        is_told_of = told.record.standing is Standing.PLANNED or told.same or told.outcome
        if row.kind == "event" and is_told_of:
            yield row


def _source(article: PublicArticle, corpus: PublicCorpus) -> SourceRow:
    mentions = Counter(
        actor for record in article.records if record.kind == "actor" for actor in record.actors
    )
    return SourceRow(
        article=article_row(article, ""),
        published=article.published.toordinal(),
        bottom_line=tuple(tuple(paragraph) for paragraph in bottom_line(lines_of(article, corpus))),
        cards=tuple(card for card in card_rows(article, corpus) if card.counted),
        mentions=tuple(sorted(mentions.items())),
    )


@once
def told_rows(article: PublicArticle, corpus: PublicCorpus) -> tuple[ToldRow, ...]:
    """Return a row for each fact that an article tells."""
    figures, published = figure_rows(article, corpus), article.published.toordinal()
    return tuple(
        [_told(told, figures.get(told.record.key), published) for told in told_facts(article, corpus)]
    )


def _told(told: Told, figure: FigureRow | None, published: int) -> ToldRow:
    record = told.record
    who = dict.fromkeys((*((record.said_by,) if record.said_by else ()), *record.actors))
    return ToldRow(
        kind=record.kind,
        keys=told.keys,
        same=tuple([key for key in told.same if key not in told.keys]),
        settles=told.outcome,
        actors=tuple(who),
        published=published,
        date=record.date,
        figure=figure,
        is_part=record.event is not None,
        note=record.note or "",
        fact=told.fact,
    )
