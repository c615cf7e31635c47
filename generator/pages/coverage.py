"""What the marks leave open: in total, and article by article with links to the passages.

Places are paragraph numbers, so that nothing withheld is told. With many articles the first page holds the
totals and the articles that leave most open; all articles stand on pages by month of publication.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec import Struct

from generator.analysis import OF_AN_ARTICLE, TITLES, Gap, Holding, Place
from generator.pages.page import PlannedPage
from generator.pages.paging import Sheet, sheets
from generator.publishing import PublicArticle, PublicCorpus, PublicPassage
from generator.values.date_label import date_label

MOST_PLACES: Final = 8
"""Places of one gap that an article lists; the others are counted."""

MOST_ARTICLES: Final = 20
"""Articles on the first page where articles are many."""

_PATH: Final = "coverage"
_DESCRIPTION: Final = "What the marks leave open, counted from the texts: a list to work through."


class PlaceRow(NamedTuple):
    """One paragraph, or one fact, to look at."""

    label: str
    anchor: str
    """On the page of the article."""


class GapRow(NamedTuple):
    """One thing that an article leaves open."""

    gap: Gap
    times: int
    holds: tuple[tuple[str, int], ...] = ()
    """How many of the sentences hold what."""

    places: tuple[PlaceRow, ...] = ()
    more: int = 0
    """Places beyond those listed."""


class CoverageRow(NamedTuple):
    """One article; the newest sorts first."""

    newest: int
    slug: str
    facts: int
    telling: int
    carried: int
    counts: tuple[tuple[Gap, int], ...]
    gaps: tuple[GapRow, ...] = ()
    """Left out on a first page that shows totals."""

    @property
    def open(self) -> int:
        """Return how many things are left open."""
        return sum(count for _, count in self.counts)


class MonthRow(NamedTuple):
    """How much the articles of a month leave open."""

    month: str
    """As its page is called: ``2031-05``."""

    row: CoverageRow


class GapView(Struct, frozen=True, kw_only=True):
    """One line below an article."""

    title: str
    """What is left open, and how often."""

    holds: tuple[tuple[str, int], ...]
    places: tuple[PlaceRow, ...]
    more: int


class ArticleView(Struct, frozen=True, kw_only=True):
    """One article, or the part of it that stands on this page."""

    title: str
    page: str
    telling: int
    carried: int
    open: int
    gaps: tuple[GapView, ...]


class Total(Struct, frozen=True, kw_only=True):
    """One thing that all articles together leave open."""

    title: str
    count: int
    articles: int


class Month(Struct, frozen=True, kw_only=True):
    """The page of a month."""

    title: str
    page: str
    articles: int
    open: int


class CoveragePage:
    """The page on coverage."""

    name = "coverage"
    template = "coverage.md.jinja"
    row_types = (MonthRow,)

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, Any]]:
        """Yield the row of an article, with its places on the first page or on that of its month."""
        row = _row(article)
        month = article.published.isoformat()[:7]
        if corpus.is_small:
            yield "", MonthRow(month, row)
        else:
            yield "", MonthRow(month, row._replace(gaps=()))
            yield month, MonthRow(month, row)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the first page and, while articles are few, those behind it; or the pages of a month."""
        found = [row.row for row in rows]
        if group:
            title = f"Coverage: {date_label(group, None, None)}"
            yield from _sheets(f"{_PATH}/{group}", title, sorted(found), corpus, {})
            return
        worst = sorted(found, key=lambda row: (-row.open, row))
        totals = _totals(found)
        if corpus.is_small:
            yield from _sheets(_PATH, "Coverage", worst, corpus, totals)
            return
        (first,) = sheets(_PATH, worst[:MOST_ARTICLES], MOST_ARTICLES)
        shown = {
            "articles": tuple(_view(row, (), corpus) for row in first.rows),
            "months": tuple(_months(rows)),
        }
        yield _page(first, "Coverage", {**shown, **totals})


def _row(article: PublicArticle) -> CoverageRow:
    found = article.coverage
    passages = {record.id: record.passages[0] for record in article.records}
    return CoverageRow(
        newest=-article.published.toordinal(),
        slug=article.slug,
        facts=found.facts,
        telling=found.telling,
        carried=found.carried,
        counts=tuple((gap, len(places)) for gap, places in found.gaps.items()),
        gaps=tuple(_gap(gap, places, passages) for gap, places in found.gaps.items()),
    )


def _gap(gap: Gap, places: Sequence[Place], passages: Mapping[str, PublicPassage]) -> GapRow:
    holds = Counter(each for place in places for each in place.holds)
    rows = Counter(row for place in places if (row := _place(place, passages)))
    listed = [
        row._replace(label=f"{row.label} ×{count}") if count > 1 else row for row, count in rows.items()
    ]
    return GapRow(
        gap=gap,
        times=len(places),
        holds=tuple((each.value, holds[each]) for each in Holding if holds[each]),
        places=tuple(listed[:MOST_PLACES]),
        more=max(0, len(listed) - MOST_PLACES),
    )


def _place(place: Place, passages: Mapping[str, PublicPassage]) -> PlaceRow | None:
    """Return where to look; None where the whole article is meant."""
    passage = passages.get(place.fact) if place.fact else None
    if passage is not None:
        number = place.paragraph
        label = f"¶ {number}" if number else f"characters {passage.start}–{passage.end}"
        return PlaceRow(label, passage.anchor)
    return PlaceRow(f"¶ {place.paragraph}", f"p-{place.paragraph}") if place.paragraph else None


def _sheets(
    base: str,
    title: str,
    rows: Iterable[CoverageRow],
    corpus: PublicCorpus,
    totals: Mapping[str, Any],
) -> Iterator[PlannedPage]:
    """Yield the pages of a run; a line is one gap of one article, so that no page grows too long."""
    lines = [(row, gap) for row in rows for gap in row.gaps or (None,)]
    for sheet in sheets(base, lines, corpus.rows_per_page):
        articles = tuple(
            _view(row, [gap for _, gap in found if gap], corpus)
            for row, found in groupby(sheet.rows, key=lambda line: line[0])
        )
        yield _page(sheet, title, {"articles": articles, **(totals if sheet.number == 1 else {})})


def _page(sheet: Sheet[Any], title: str, shown: Mapping[str, Any]) -> PlannedPage:
    context = {
        "title": f"{title}, page {sheet.number}" if sheet.number > 1 else title,
        "description": _DESCRIPTION,
        "sheet": sheet,
        "index": f"{_PATH}.md",
        "totals": (),
        "months": (),
        "facts": 0,
        "telling": 0,
        "carried": 0,
        "count": 0,
        **shown,
    }
    return PlannedPage(path=sheet.path, template=CoveragePage.template, context=context)


def _totals(rows: Sequence[CoverageRow]) -> dict[str, Any]:
    counts: Counter[Gap] = Counter()
    articles: Counter[Gap] = Counter()
    for row in rows:
        for gap, count in row.counts:
            counts[gap] += count
            articles[gap] += 1
    return {
        "totals": tuple(Total(title=TITLES[gap], count=counts[gap], articles=articles[gap]) for gap in Gap),
        "facts": sum(row.facts for row in rows),
        "telling": sum(row.telling for row in rows),
        "carried": sum(row.carried for row in rows),
        "count": len(rows),
    }


def _view(row: CoverageRow, gaps: Iterable[GapRow], corpus: PublicCorpus) -> ArticleView:
    return ArticleView(
        title=corpus.titles[row.slug],
        page=f"articles/{row.slug}.md",
        telling=row.telling,
        carried=row.carried,
        open=row.open,
        gaps=tuple(_gap_view(gap) for gap in gaps),
    )


def _gap_view(row: GapRow) -> GapView:
    return GapView(
        title=OF_AN_ARTICLE.get(row.gap) or f"{TITLES[row.gap]}: {row.times}",
        holds=row.holds,
        places=row.places,
        more=row.more,
    )


def _months(rows: Sequence[MonthRow]) -> Iterator[Month]:
    """Yield the months, the newest first."""
    of_month: defaultdict[str, list[CoverageRow]] = defaultdict(list)
    for each in rows:
        of_month[each.month].append(each.row)
    for month, found in sorted(of_month.items(), reverse=True):
        yield Month(
            title=date_label(month, None, None),
            page=f"{_PATH}/{month}.md",
            articles=len(found),
            open=sum(row.open for row in found),
        )
