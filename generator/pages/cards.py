"""Key figures of several articles, each on a card that leads to its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from generator.pages.articles import ArticleRow
from generator.pages.briefing.figures import cards
from generator.pages.briefing.line import groups, lines_of
from generator.pages.once import once
from generator.publishing import PublicArticle, PublicCorpus


class CardRow(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """A key figure, or the figures of one exchange."""

    values: tuple[tuple[str, str], ...]
    """Words of each value, and the anchor of its passage."""

    between: str
    counted: str
    date: str
    standing: str
    speaker: str
    anchor: str


class CardView(Struct, frozen=True, kw_only=True):
    """A key figure as the template shows it."""

    card: CardRow
    title: str
    page: str
    published: str


@once
def card_rows(article: PublicArticle, corpus: PublicCorpus) -> tuple[CardRow, ...]:
    """Return the key figures of an article as rows."""
    figures = [group for group in groups(article) if group[0].kind == "figure"]
    return tuple(
        CardRow(
            values=tuple([(part.text, part.anchor) for part in card.values]),
            between=card.between,
            counted=card.between.join(card.counted),
            date=card.line.date,
            standing=card.line.standing,
            speaker=card.line.says.text if card.line.says else "",
            anchor=card.line.anchors[0],
        )
        for card in cards(figures, lines_of(article, corpus))
    )


def card_views(
    found: Iterable[tuple[ArticleRow, Sequence[CardRow]]], corpus: PublicCorpus, most: int
) -> tuple[CardView, ...]:
    """Return at most so many cards out of articles, in their order."""
    views = (
        CardView(
            card=card,
            title=corpus.titles[row.slug],
            page=f"articles/{row.slug}.md",
            published=row.published,
        )
        for row, of_article in found
        for card in of_article
    )
    return tuple(islice(views, most))
