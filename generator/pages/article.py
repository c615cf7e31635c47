"""The briefing: one article, in the order in which someone with four minutes reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from generator.model import Standing
from generator.pages.briefing.figures import cards, figure_line
from generator.pages.briefing.line import UNDATED, Line, Lines, Link, groups, lines_of
from generator.pages.briefing.meta import description, meta
from generator.pages.briefing.parties import parties
from generator.pages.briefing.passages import passages, positions
from generator.pages.briefing.quotes import speakers
from generator.pages.briefing.solid import solid
from generator.pages.page import PlannedPage
from generator.pages.withdrawn import tombstones
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord

Group = Sequence[PublicRecord]

_TO_COME: Final = frozenset({Standing.PLANNED, Standing.CONDITION})
_IN_PARTS: Final = frozenset({"actor", "event", "figure", "quote"})
"""Kinds that have a part of the briefing to themselves; facts of others are shown together."""


class ArticlePage:
    """One page an article."""

    name = "article"
    template = "article.md.jinja"
    row_types = (PublicArticle,)

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterable[tuple[str, Any]]:
        """Yield the article itself: its page is one row."""
        del corpus
        yield article.slug, article

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the briefing."""
        del group
        for article in rows:
            yield PlannedPage(path=article.page, template=self.template, context=_context(article, corpus))


def _context(article: PublicArticle, corpus: PublicCorpus) -> dict[str, Any]:
    lines = lines_of(article, corpus)
    together = groups(article)
    events = [group for group in together if group[0].kind == "event"]
    figures = [group for group in together if group[0].kind == "figure"]
    return {
        "article": article,
        "description": description(article),
        "meta": meta(lines),
        "bottom_line": bottom_line(lines),
        "next": to_come(together, lines),
        "cards": cards(figures, lines),
        "parties": parties(lines),
        "timeline": [lines.line(group) for group in sorted(events, key=by_date)],
        "figures": [figure_line(group, lines) for group in figures],
        "speakers": speakers(lines),
        "others": [lines.line(group) for group in together if group[0].kind not in _IN_PARTS],
        "solid": solid(lines),
        "passages": passages(lines),
        "positions": () if article.paragraphs else positions(lines),
        "tombstones": tombstones(article.slug, corpus),
        "undated": UNDATED,
        "is_english": article.language.partition("-")[0].lower() == "en",
    }


def by_date(group: Group) -> tuple[int, tuple[int, int, int, int, str]]:
    """Sort by bounds; undated facts come last, in the order of the text."""
    date = next((record.date for record in group if record.date), None)
    return (0, date.sort_key) if date else (1, (0, 0, 0, 0, ""))


def to_come(together: Sequence[Group], lines: Lines) -> list[Line]:
    """Return what is planned or a condition: events, and figures that stand in none of these.

    What the article tells the outcome of does not come any more.
    """
    settled = {key for group in together for record in group for key in record.outcome}
    planned = [
        group
        for group in together
        if group[0].standing in _TO_COME
        and group[0].mode is None
        and not _is_past(group, lines)
        and settled.isdisjoint(record.key for record in group)
    ]
    ids = {record.id for group in planned if group[0].kind == "event" for record in group}
    return [
        lines.line(group)
        for group in sorted(planned, key=by_date)
        if group[0].kind == "event" or (group[0].event not in ids and group[0].inside not in ids)
    ]


def _is_past(group: Group, lines: Lines) -> bool:
    """Return whether what was planned lay before publication."""
    dates = [record.date for record in group if record.date]
    return any(date.latest is not None and date.latest < lines.article.published for date in dates)


def bottom_line(lines: Lines) -> list[list[Link]]:
    """Return the author's summary; its linked words lead to the words of the source."""
    return [
        [_summed_up(words.text, words.fact, lines) for words in paragraph]
        for paragraph in lines.article.bottom_line
    ]


def _summed_up(text: str, key: str | None, lines: Lines) -> Link:
    slug, _, name = (key or "").partition("#")
    record = lines.by_id.get(name)
    other = lines.corpus.facts.get(key or "")
    if slug == lines.article.slug and record is not None:
        first = record.passages[0]
        return Link(text=text, page=lines.article.page, anchor=first.anchor, paragraph=first.paragraph)
    if other is not None:
        return Link(text=text, page=other.page, anchor=other.anchor)
    return Link(text=text, page=None)
