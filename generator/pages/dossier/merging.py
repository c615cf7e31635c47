"""Facts of a story, those that several articles tell as one with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analysis import joined
from generator.model import Standing
from generator.pages.dossier.rows import ToldRow
from generator.pages.facts import FactView, fact_view
from generator.publishing import PublicCorpus
from generator.values import Date

MOST_TELLINGS: int = 5
"""Further tellings of one fact are counted, not shown: each briefing shows its own."""

TO_COME = frozenset({Standing.PLANNED, Standing.CONDITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One fact, however many articles tell it."""

    tellings: tuple[ToldRow, ...]
    """The newest first; at least one."""

    date: Date | None
    """The newest telling's that has one."""

    settled: bool
    """Whether a later fact says what became of it."""

    @property
    def lead(self) -> ToldRow:
        """Return the newest telling, which says how things stand."""
        return self.tellings[0]

    @property
    def standing(self) -> Standing:
        """Return how the newest telling puts it."""
        return self.lead.fact.standing

    @property
    def articles(self) -> int:
        """Return how many articles tell it."""
        return len({row.fact.slug for row in self.tellings})

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the ids of who takes part or says so, each once."""
        return tuple(dict.fromkeys(actor for row in self.tellings for actor in row.actors))

    @property
    def place(self) -> tuple[int, tuple[int, int, int, int, str], int, str, int]:
        """Return the place on a timeline: by bounds; undated facts last, those told first before others."""
        first = self.tellings[-1]
        key = self.date.sort_key if self.date else (first.published, 0, 0, 0, "")
        return (0 if self.date else 1, key, first.published, first.fact.slug, first.fact.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedView:
    """What the template shows of it."""

    lead: FactView
    when: str
    others: tuple[FactView, ...]
    more: int
    """How many tellings are not shown."""

    articles: int
    note: str


def merge(rows: Sequence[ToldRow]) -> list[Merged]:
    """Return the facts of a story in the order of their newest tellings.

    Facts of two kinds are never one, whatever ``same`` says.
    """
    kinds = {key: row.kind for row in rows for key in row.keys}
    settled = {key for row in rows for key in row.settles}
    groups = joined(
        rows,
        lambda row: row.keys,
        lambda row: (key for key in row.same if kinds.get(key) == row.kind),
    )
    return [_merged(group, settled) for group in groups]


def _merged(group: Sequence[ToldRow], settled: set[str]) -> Merged:
    return Merged(
        tellings=tuple(group),
        date=next((row.date for row in group if row.date), None),
        settled=any(key in settled for row in group for key in row.keys),
    )


def merged_view(fact: Merged, corpus: PublicCorpus) -> MergedView:
    """Return what the template shows of a fact."""
    shown = [fact_view(row.fact, corpus) for row in fact.tellings[:MOST_TELLINGS]]
    return MergedView(
        lead=shown[0],
        when=fact.date.label if fact.date else "",
        others=tuple(shown[1:]),
        more=len(fact.tellings) - len(shown),
        articles=fact.articles,
        note=" ".join(dict.fromkeys(row.note for row in fact.tellings if row.note)),
    )


def merged_views(facts: Iterable[Merged], corpus: PublicCorpus) -> tuple[MergedView, ...]:
    """Return the same of several facts."""
    return tuple(merged_view(fact, corpus) for fact in facts)
