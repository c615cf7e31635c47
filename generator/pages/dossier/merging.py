"""Facts of a story, those that several articles tell as one with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.analysis import Run, aligned, joined
from generator.model import Standing
from generator.pages.dossier.rows import ToldRow
from generator.pages.facts import Fact
from generator.pages.sorting import sortable_days
from generator.values import Date

MOST_TELLINGS: int = 5
"""Further tellings of one fact are counted, not shown: each briefing shows its own."""

TO_COME = frozenset({Standing.PLANNED, Standing.CONDITION})


class Merged(Struct, kw_only=True):
    """One fact, however many articles tell it."""

    lead: ToldRow
    """The newest telling, which says how things stand."""

    tellings: tuple[ToldRow, ...]
    """All of them, the newest first."""

    date: Date | None
    """The newest telling's that has one."""

    outcomes: tuple[ToldRow, ...] = ()
    """Facts that say what became of it, the newest first."""

    view: MergedView | None = None
    """What the template shows of it, once that was asked for: several parts of a dossier show one fact."""

    @property
    def standing(self) -> Standing:
        """Return how the newest telling puts it."""
        return self.lead.fact.status

    @property
    def articles(self) -> int:
        """Return how many articles tell it."""
        return len({row.fact.slug for row in self.tellings}) if self.tellings[1:] else 1

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the ids of who takes part or says so, each once."""
        if not self.tellings[1:]:
            return self.lead.actors
        return tuple(dict.fromkeys([actor for row in self.tellings for actor in row.actors]))

    @property
    def place(self) -> tuple[int, tuple[int, int, int, int, str], int, str, int]:
        """Return the place on a timeline: by bounds; undated facts last, those told first before others."""
        first = self.tellings[-1]
        key = self.date.sort_key if self.date else (first.published, 0, 0, 0, "")
        return (0 if self.date else 1, key, first.published, first.fact.slug, first.fact.start)


class Telling(Struct, frozen=True, kw_only=True):
    """A further telling of a fact."""

    fact: Fact
    runs: tuple[Run, ...] = ()
    """Words of an utterance, those marked that the newest version does not have; empty for other facts."""

    in_same_words: bool = False


class MergedView(Struct, kw_only=True):
    """What the template shows of it."""

    lead: Fact
    when: str
    days: str
    """First and last day of ``when``, which tables sort by."""

    others: tuple[Telling, ...]
    more: int
    """How many tellings are not shown."""

    outcomes: tuple[Fact, ...]
    """Facts that say what became of it."""

    articles: int
    note: str


def merge(rows: Sequence[ToldRow]) -> list[Merged]:
    """Return the facts of a story in the order of their newest tellings.

    Facts of two kinds are never one, whatever ``same`` says.
    """
    kinds = {key: row.kind for row in rows for key in row.keys}
    settling: dict[str, list[ToldRow]] = {}
    for row in rows:
        for key in row.settles:
            settling.setdefault(key, []).append(row)
    groups = joined(
        rows,
        lambda row: row.keys,
        lambda row: (key for key in row.same if kinds.get(key) == row.kind),
    )
    return [_merged(group, settling) for group in groups]


def _merged(group: Sequence[ToldRow], settling: Mapping[str, Sequence[ToldRow]]) -> Merged:
    found = [row for told in group for key in told.keys for row in settling.get(key, ())] if settling else ()
    outcomes = {row.keys: row for row in found if row not in group}
    return Merged(
        lead=group[0],
        tellings=tuple(group),
        date=next((row.date for row in group if row.date), None),
        outcomes=tuple(outcomes.values()),
    )


def merged_view(fact: Merged) -> MergedView:
    """Return what the template shows of a fact, made once."""
    if fact.view is None:
        fact.view = _view(fact)
    return fact.view


def _view(fact: Merged) -> MergedView:
    lead = fact.lead.fact
    others = fact.tellings[1:MOST_TELLINGS]
    return MergedView(
        lead=lead,
        when=fact.date.label if fact.date else "",
        days=sortable_days(fact.date),
        others=tuple([_telling(row.fact, lead, fact.lead.kind) for row in others]),
        more=len(fact.tellings) - len(others) - 1,
        outcomes=tuple([row.fact for row in fact.outcomes[:MOST_TELLINGS]]),
        articles=fact.articles,
        note=" ".join(dict.fromkeys([row.note for row in fact.tellings if row.note]))
        if others
        else fact.lead.note,
    )


def _telling(fact: Fact, lead: Fact, kind: str) -> Telling:
    """Return another telling; words of one utterance are aligned where both versions are a source's own."""
    is_version = kind == "quote" and not (fact.is_own_words or lead.is_own_words)
    if not is_version or fact.language != lead.language:
        return Telling(fact=fact)
    runs = aligned(fact.label, lead.label)
    return Telling(fact=fact, runs=runs, in_same_words=not any(run.differs for run in runs))


def merged_views(facts: Iterable[Merged]) -> tuple[MergedView, ...]:
    """Return the same of several facts."""
    return tuple([merged_view(fact) for fact in facts])
