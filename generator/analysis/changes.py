"""What became of an article's facts from one reading of it to a later one: ids and values, no words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from generator.model import Article, Event, Figure, Mention, Quote, Record


class ChangeKind(StrEnum):
    """What happened to a fact."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class ChangedPart(StrEnum):
    """Which part of a fact is another one now."""

    KIND = "kind"
    VALUE = "value"
    DATE = "date"
    STANDING = "standing"
    SPEAKER = "speaker"
    WORDS = "words"


class FactChange(Struct, frozen=True, kw_only=True):
    """One thing that happened to one fact."""

    id: str
    kind: ChangeKind
    part: ChangedPart | None = None
    """None where the whole fact came or went."""

    before: str = ""
    """A value, a date in words, a standing or an actor's id; empty for none, and for words."""

    after: str = ""


def article_changes(before: Article, after: Article) -> tuple[FactChange, ...]:
    """Return what happened to the facts of an article, in the order of their words; those gone come last.

    A fact is the same as long as its id is. Marks of actors are no facts here.
    """
    old = {record.id: record for record in before.facts if not isinstance(record, Mention)}
    new = {record.id: record for record in after.facts if not isinstance(record, Mention)}
    found: list[FactChange] = []
    for name, record in new.items():
        if name in old:
            found += _differences(old[name], record)
        else:
            found.append(FactChange(id=name, kind=ChangeKind.ADDED))
    found += [FactChange(id=name, kind=ChangeKind.WITHDRAWN) for name in old if name not in new]
    return tuple(found)


def _differences(old: Record, new: Record) -> Iterator[FactChange]:
    pairs = (
        (ChangedPart.KIND, type(old).__name__.lower(), type(new).__name__.lower()),
        (ChangedPart.VALUE, _value(old), _value(new)),
        (ChangedPart.DATE, _date(old), _date(new)),
        (ChangedPart.STANDING, old.standing.value, new.standing.value),
        (ChangedPart.SPEAKER, old.said_by or "", new.said_by or ""),
    )
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    for part, before, after in differing:
        yield FactChange(id=new.id, kind=ChangeKind.CHANGED, part=part, before=before, after=after)
    if not differing and old.evidence.words != new.evidence.words:
        yield FactChange(id=new.id, kind=ChangeKind.CHANGED, part=ChangedPart.WORDS)


def _value(record: Record) -> str:
    return record.quantity.amount if isinstance(record, Figure) and record.quantity else ""


def _date(record: Record) -> str:
    if isinstance(record, Event | Quote):
        return record.date.label if record.date else ""
    return record.period.label if isinstance(record, Figure) and record.period else ""
