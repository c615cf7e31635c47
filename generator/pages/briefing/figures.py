"""Figures as rows of a table, and the key ones as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from generator.pages.briefing.line import UNDATED, Line, Lines, Part
from generator.pages.sorting import sortable_days, sortable_number
from generator.publishing import PublicCorpus, PublicRecord

MOST_CARDS: Final = 6
Group = Sequence[PublicRecord]


class FigureLine(Struct, frozen=True, kw_only=True):
    """One row of the table of figures."""

    line: Line
    value: Part
    counted: str
    measure: str | None
    number: str
    """What tables sort by: the value in the base of its unit; empty where there is none."""

    days: str
    """First and last day of its date, for the same; empty where there is none."""

    @property
    def is_dated(self) -> bool:
        """Return whether a date is known."""
        return self.line.date != UNDATED


class Card(Struct, frozen=True, kw_only=True):
    """One key figure, or the figures of one exchange."""

    values: tuple[Part, ...]
    between: str
    """What stands between the values: ``for`` in an exchange."""

    counted: tuple[str, ...]
    line: Line


def figure_line(group: Group, lines: Lines) -> FigureLine:
    """Return the row of figures that tell the same."""
    first = group[0]
    measure = lines.corpus.measures.get(first.measure) if first.measure else None
    counted = counted_words(first, lines.corpus)
    title = measure.title if measure else None
    is_said = title is not None and title.casefold() == counted.casefold()
    return FigureLine(
        line=lines.line(group),
        value=value_part(first),
        counted=counted,
        measure=None if is_said else title,
        number=sortable_number(first.quantity) if first.quantity else "",
        days=sortable_days(first.date),
    )


def counted_words(record: PublicRecord, corpus: PublicCorpus) -> str:
    """Return what a figure counts: its own words for it, else those of its measure or title.

    Where its words are withheld, the title tells more than the measure does.
    """
    measure = corpus.measures.get(record.measure) if record.measure else None
    if record.quantity and record.quantity.counted:
        return record.quantity.counted
    if record.title and not record.passages[0].text:
        return record.title
    if measure:
        return measure.counted or measure.title
    return record.label if record.is_own_words and not record.is_neutral else ""


def value_part(record: PublicRecord) -> Part:
    """Return the value of a figure, leading to its words."""
    text = record.quantity.amount if record.quantity else record.label
    return Part(text=text, anchor=record.passage, paragraph=record.passages[0].paragraph)


def cards(figures: Sequence[Group], lines: Lines) -> tuple[Card, ...]:
    """Return the key figures: those that the front matter names, else those of measures, then the first."""
    article = lines.article
    by_id = {record.id: group for group in figures for record in group}
    by_event: dict[str, list[Group]] = {}
    for group in figures:
        if group[0].event:
            by_event.setdefault(group[0].event, []).append(group)
    if article.key:
        chosen = [by_event.get(name) or ([by_id[name]] if name in by_id else []) for name in article.key]
    else:
        ranked = sorted(figures, key=lambda group: group[0].measure is None)
        chosen = [[group] for group in ranked if group[0].quantity and not group[0].quantity.ordinal]
    found: list[Card] = []
    shown: set[str] = set()
    for wanted in chosen:
        together = _exchange(wanted, by_event, lines)
        fresh = [group for group in together if group[0].id not in shown]
        shown.update(group[0].id for group in fresh)
        if fresh and len(found) < MOST_CARDS:
            found.append(_card(fresh, lines))
    return tuple(found)


def _exchange(wanted: list[Group], by_event: dict[str, list[Group]], lines: Lines) -> list[Group]:
    """Return the figures that belong on one card with those wanted."""
    event = wanted[0][0].event if wanted else None
    if event is None or event not in lines.article.swaps:
        return wanted
    return [group for group in by_event[event] if _counts_things(group[0])]


def _counts_things(record: PublicRecord) -> bool:
    quantity = record.quantity
    return quantity is not None and quantity.unit is None and not quantity.ordinal


def _card(together: Sequence[Group], lines: Lines) -> Card:
    first = together[0][0]
    is_swap = len(together) > 1 and first.event in lines.article.swaps
    counted = tuple(counted_words(group[0], lines.corpus) for group in together)
    return Card(
        values=tuple(value_part(group[0]) for group in together),
        between=" for " if is_swap else ", ",
        counted=tuple(dict.fromkeys(word for word in counted if word)),
        line=lines.line(together[0]),
    )
