"""Figures of one measure as pages show them: each as it was given, then what comparing them found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from generator.analysis import Finding, Found, Point, compare
from generator.pages.briefing.figures import counted_words
from generator.pages.facts import Fact, Told, told_facts
from generator.pages.once import once
from generator.publishing import PublicArticle, PublicCorpus
from generator.values import Date, Quantity
from generator.values.conversion import converted
from generator.values.units import UNITS

MOST_FINDINGS: Final = 10
MOST_STEPS: Final = 6
MOST_OF_A_STEP: Final = 4

TITLES: Final = {
    Finding.AGREEMENT: "Agreement",
    Finding.COMPATIBLE: "No conflict",
    Finding.REVISION: "Revised",
    Finding.CHANGE: "Changed over time",
    Finding.CONFLICT: "In conflict",
}
BETWEEN: Final = {
    Finding.AGREEMENT: ", ",
    Finding.COMPATIBLE: ", ",
    Finding.REVISION: " → ",
    Finding.CHANGE: " → ",
    Finding.CONFLICT: " against ",
}


def measure_page(measure: str) -> str:
    """Return the path of a measure's page."""
    return f"measures/{measure}.md"


class FigureRow(Struct, frozen=True, order=True, array_like=True, gc=False, kw_only=True):
    """One figure as one article gives it."""

    key: str
    published: int
    """Day of publication, as a number that grows."""

    quantity: Quantity | None
    measure: str
    counted: str
    """What it counts, in words."""

    period: Date | None
    is_whole: bool
    """Whether all that decides what it may be compared with may be shown."""

    fact: Fact


class Step(Struct, frozen=True, kw_only=True):
    """Figures of one finding that stand together."""

    figures: tuple[Fact, ...]
    values: tuple[str, ...]
    """Value of each, in words."""

    more: int
    """How many are not shown."""


class FindingView(Struct, frozen=True, kw_only=True):
    """What comparing found."""

    kind: str
    title: str
    between: str
    """What stands between its steps."""

    steps: tuple[Step, ...]
    more: int
    """How many steps before these are not shown."""


class Findings(Struct, frozen=True, kw_only=True):
    """All of one measure in one story."""

    shown: tuple[FindingView, ...] = ()
    more: int = 0
    """How many earlier ones are not shown."""


@once
def figure_rows(article: PublicArticle, corpus: PublicCorpus) -> dict[str, FigureRow]:
    """Return the figures that an article tells, each once, by their keys."""
    published = article.published.toordinal()
    found = (told for told in told_facts(article, corpus) if told.record.kind == "figure")
    return {told.record.key: _figure_row(told, published, corpus) for told in found}


def _figure_row(told: Told, published: int, corpus: PublicCorpus) -> FigureRow:
    """Return the row of a figure.

    Where its words are withheld, so is the thing that it counts: without a unit it is compared with nothing.
    """
    record = told.record
    quantity = record.quantity
    has_words = any(passage.text for passage in record.passages)
    return FigureRow(
        key=record.key,
        published=published,
        quantity=quantity,
        measure=record.measure or "",
        counted=counted_words(record, corpus),
        period=record.date,
        is_whole=has_words or (quantity is not None and quantity.unit is not None),
        fact=told.fact,
    )


def findings(rows: Sequence[FigureRow]) -> Findings:
    """Return what comparing the figures of one story finds, the newest where that is much.

    Figures of no measure are compared with none.
    """
    by_key = {row.key: row for row in rows}
    points = (_point(row, row.quantity) for row in rows if row.quantity and row.measure)
    found = compare(points)
    newest = sorted(range(len(found)), key=lambda at: (-_day(found[at], by_key), at))[:MOST_FINDINGS]
    return Findings(
        shown=tuple(_view(found[at], by_key) for at in sorted(newest)),
        more=len(found) - len(newest),
    )


def _day(found: Found, by_key: dict[str, FigureRow]) -> int:
    """Return the day of the newest figure that a finding is about."""
    return max(by_key[key].published for key in found.steps[-1])


def _point(row: FigureRow, quantity: Quantity) -> Point:
    return Point(
        key=row.key,
        as_of=row.published,
        quantity=quantity,
        measure=row.measure,
        counted=row.counted,
        period=row.period,
        standing=row.fact.status,
        is_whole=row.is_whole,
    )


def _view(found: Found, by_key: dict[str, FigureRow]) -> FindingView:
    steps = found.steps[-MOST_STEPS:]
    return FindingView(
        kind=found.finding.value,
        title=TITLES[found.finding],
        between=BETWEEN[found.finding],
        steps=tuple([_step([by_key[key] for key in step]) for step in steps]),
        more=len(found.steps) - len(steps),
    )


def _step(rows: Sequence[FigureRow]) -> Step:
    shown = rows[:MOST_OF_A_STEP]
    return Step(
        figures=tuple([row.fact for row in shown]),
        values=tuple(value_words(row) for row in shown),
        more=len(rows) - len(shown),
    )


def value_words(row: FigureRow) -> str:
    """Return the value of a figure with its bound and unit, for a person."""
    return row.quantity.amount if row.quantity else row.fact.label


def beside(row: FigureRow, corpus: PublicCorpus) -> str:
    """Return a figure in the unit of its measure, where it is given in another one; never in other money."""
    quantity, measure = row.quantity, corpus.measures.get(row.measure)
    if quantity is None or measure is None or not quantity.unit or not measure.unit:
        return ""
    if quantity.unit == measure.unit:
        return ""
    values = [converted(each, quantity.unit, measure.unit) for each in _ends(quantity)]
    unit = UNITS.get(measure.unit)
    if None in values or unit is None:
        return ""
    number = "–".join(f"{value:,f}" for value in values if value is not None)
    return f"{number}{'' if unit.symbol == '%' else ' '}{unit.singular if number == '1' else unit.plural}"


def _ends(quantity: Quantity) -> Iterable[Decimal]:
    return (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)
