"""Figures by measure and quotes by speaker, as a dossier shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from generator.pages.dossier.merging import Merged, MergedView, merged_views
from generator.pages.index import LAST
from generator.pages.ledger import FigureRow, Findings, findings, measure_page
from generator.publishing import PublicCorpus


class MergedPart(Struct, frozen=True, kw_only=True):
    """Facts of a story that have a measure or a speaker in common."""

    title: str
    note: str
    page: str | None
    findings: Findings
    """What comparing figures found."""

    facts: tuple[MergedView, ...]


def by_measure(facts: Iterable[Merged]) -> list[Merged]:
    """Return the figures of a story by measure and date, those of none last."""
    return sorted(
        (fact for fact in facts if fact.lead.kind == "figure"),
        key=lambda fact: (_measure(fact), fact.place),
    )


def by_speaker(facts: Iterable[Merged]) -> list[Merged]:
    """Return the quotes of a story by speaker and date, those of nobody last; who speaks most comes first."""
    quotes = [fact for fact in facts if fact.lead.kind == "quote"]
    count: dict[str, int] = {}
    for fact in quotes:
        count[_speaker(fact)] = count.get(_speaker(fact), 0) + 1
    return sorted(
        quotes,
        key=lambda fact: (
            _speaker(fact) == LAST,
            -count[_speaker(fact)],
            _speaker(fact),
            _said(fact),
            fact.place,
        ),
    )


def measure_parts(
    facts: Sequence[Merged], compared: Mapping[str, Findings], corpus: PublicCorpus
) -> tuple[MergedPart, ...]:
    """Return figures in the order given, under what they count; ``compared`` has what each measure found."""
    found: list[MergedPart] = []
    for name, of in groupby(facts, key=_measure):
        measure = corpus.measures.get(name)
        title = measure.title if measure else "Other figures"
        note = (measure.note or "") if measure else ""
        figures = list(of)
        found.append(
            MergedPart(
                title=title,
                note=note,
                page=measure_page(name) if measure else None,
                findings=compared.get(name, Findings()),
                facts=merged_views(figures),
            )
        )
    return tuple(found)


def compared_measures(facts: Iterable[Merged]) -> dict[str, Findings]:
    """Return what comparing the figures of a story found, by measure; every telling counts."""
    rows: dict[str, list[FigureRow]] = {}
    for fact in facts:
        for row in fact.tellings:
            if row.figure and row.figure.measure:
                rows.setdefault(row.figure.measure, []).append(row.figure)
    return {measure: findings(of) for measure, of in rows.items()}


def speaker_parts(facts: Sequence[Merged], corpus: PublicCorpus) -> tuple[MergedPart, ...]:
    """Return quotes in the order given, under who says them."""
    found: list[MergedPart] = []
    for name, of in groupby(facts, key=_speaker):
        actor = corpus.actors.get(name)
        role = (actor.role or "") if actor else ""
        note = role if actor is None or actor.is_named else "not named in the sources"
        found.append(
            MergedPart(
                title=actor.name if actor else "Speaker not clear",
                note=note,
                page=actor.page if actor else None,
                findings=Findings(),
                facts=merged_views(of),
            )
        )
    return tuple(found)


def _measure(fact: Merged) -> str:
    return (fact.lead.figure.measure if fact.lead.figure else "") or LAST


def _speaker(fact: Merged) -> str:
    return fact.lead.fact.said_by or LAST


def _said(fact: Merged) -> int:
    """Return the day on which a quote was said, else published."""
    day = fact.date.earliest or fact.date.latest if fact.date else None
    return day.toordinal() if day else fact.tellings[-1].published
