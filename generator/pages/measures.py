"""One measure: every figure of it as it was given, by story and day, and what comparing them found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import Measure
from generator.pages.by_story import stories_of, story_anchor, story_page, story_title
from generator.pages.facts import Fact
from generator.pages.ledger import FigureRow, Findings, beside, figure_rows, findings
from generator.pages.page import PlannedPage
from generator.pages.paging import sheets
from generator.publishing import PublicArticle, PublicCorpus
from generator.values.units import UNITS


class MeasureRow(NamedTuple):
    """One figure in one story; the first published sorts first."""

    story: str
    published: int
    slug: str
    start: int
    key: str
    figure: FigureRow


class FigureView(Struct, frozen=True, kw_only=True):
    """What the template shows of a figure."""

    fact: Fact
    counted: str
    beside: str
    """Its value in the unit of the measure; empty where that is its own."""


class MeasureStory(Struct, frozen=True, kw_only=True):
    """Figures of one story."""

    title: str
    anchor: str
    page: str | None
    continued: bool
    findings: Findings
    """Of the whole story, where its figures begin."""

    figures: tuple[FigureView, ...]


class Measures:
    """The pages of measures."""

    name = "measures"
    template = "measure.md.jinja"
    row_types = (MeasureRow,)

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterable[tuple[str, MeasureRow]]:
        """Yield the figures of registered measures."""
        for figure in figure_rows(article, corpus).values():
            if figure.measure:
                slug, start = figure.fact.slug, figure.fact.start
                for story in stories_of(article):
                    yield figure.measure, MeasureRow(story, figure.published, slug, start, figure.key, figure)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the pages of one measure."""
        measure = corpus.measures.get(group)
        if measure is None or not rows:
            return
        found = {
            story: findings([row.figure for row in of])
            for story, of in groupby(rows, key=lambda row: row.story)
        }
        before: str | None = None
        for sheet in sheets(f"measures/{group}", rows, max(1, corpus.rows_per_page // 2)):
            stories = tuple(_stories(sheet.rows, before, found, corpus))
            before = sheet.rows[-1].story
            context = {
                "title": f"{measure.title}, page {sheet.number}" if sheet.number > 1 else measure.title,
                "description": f"{measure.title}: what each source says as of which day, where they differ.",
                "measure": measure,
                "unit": _unit(measure),
                "total": len(rows),
                "stories": stories,
                "sheet": sheet,
                "index": "figures.md",
            }
            yield PlannedPage(path=sheet.path, template=self.template, context=context)


def _stories(
    rows: Sequence[MeasureRow],
    before: str | None,
    found: dict[str, Findings],
    corpus: PublicCorpus,
) -> Iterator[MeasureStory]:
    for story, of_story in groupby(rows, key=lambda row: row.story):
        yield MeasureStory(
            title=story_title(story, corpus),
            anchor=story_anchor(story),
            page=story_page(story),
            continued=story == before,
            findings=Findings() if story == before else found[story],
            figures=tuple(_figure(row.figure, corpus) for row in of_story),
        )


def _figure(row: FigureRow, corpus: PublicCorpus) -> FigureView:
    measure = corpus.measures[row.measure]
    counted = "" if row.counted in {measure.title, row.fact.label} else row.counted
    return FigureView(fact=row.fact, counted=counted, beside=beside(row, corpus))


def _unit(measure: Measure) -> str:
    unit = UNITS.get(measure.unit or "")
    return unit.plural if unit else measure.unit or ""
