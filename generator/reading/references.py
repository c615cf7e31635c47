"""What facts of one article say of each other, once all of them are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.kinds import Context
from generator.kinds.context import listed
from generator.model import Event, Figure, Mark, Mention, Need, Quote, Record, Standing
from generator.text import Location

_TO_COME: Final = frozenset({Standing.PLANNED, Standing.CONDITION})
_NO_VALUES: Final = frozenset(
    {"title", "gist", "note", "internal", "same", "because", "continues", "outcome", "to", "via"}
)
"""Attributes that say nothing which could be concluded from other facts."""


def check_references(context: Context) -> None:
    """Report references between facts of the article that make no sense."""
    for position, mark in enumerate(context.marks):
        record = context.records.get(position)
        if record is None or not mark.attributes:
            continue
        _check_same(record, mark, context)
        _check_outcome(record, mark, context)
        _check_because(record, mark, context)
        if isinstance(record, Quote) and record.continues is not None:
            _check_continued(record, mark, context)


def check_key(key: Iterable[tuple[str, Location]], context: Context) -> None:
    """Report ids of key figures that are no figures, nor events with figures in them, or stand twice."""
    seen: set[str] = set()
    for name, place in key:
        if "#" in name:
            message = f"key takes ids of this article, found '{name}'"
            context.problem("bad-value", message, place, "key: [14-crews]")
            continue
        found = context.fact_key(name, place)
        record = context.record_of(found) if found else None
        if name in seen:
            context.problem("bad-value", f"'{name}' stands in key twice", place, "name each figure once")
        elif record is not None and not _is_key(record, context):
            message = f"key takes figures, and events with figures in them; '{name}' is {_kind(record)}"
            context.problem("wrong-kind", message, place, "key: [14-crews]")
        seen.add(name)


def _is_key(record: Record, context: Context) -> bool:
    return isinstance(record, Figure) or (
        isinstance(record, Event)
        and any(isinstance(other, Figure) and other.event == record.id for other in context.records.values())
    )


def _kind(record: Record) -> str:
    return with_article(_kind_name(record))


def _kind_name(record: Record) -> str:
    return "actor" if isinstance(record, Mention) else type(record).__name__.lower()


def with_article(kind: str) -> str:
    """Return the name of a kind behind its article: ``an event``."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _note_need(attribute: str, name: str, record: Record, place: Location, context: Context) -> None:
    """Leave to the check of all articles what a reference asks of a fact in another one."""
    key = name.removeprefix("#")
    if "#" in key and not key.startswith(f"{context.slug}#"):
        context.needs.append(Need(attribute=attribute, key=key, kind=_kind_name(record), location=place))


def _check_same(record: Record, mark: Mark, context: Context) -> None:
    """Report facts that are the same as themselves, or as a fact of another kind."""
    attribute = mark.attributes.get("same")
    for name, place in listed(attribute) if attribute else ():
        other = _local(name, context)
        if other is record:
            context.problem("cyclic-reference", f"'{name}' cannot be the same as itself", place)
        elif other is not None and type(other) is not type(record):
            message = f"same needs {_kind(record)}, '{name}' is {_kind(other)}"
            context.problem("wrong-kind", message, place, "use because= for what it follows from")
        elif other is None:
            _note_need("same", name, record, place, context)


def _check_outcome(record: Record, mark: Mark, context: Context) -> None:
    """Report outcomes of what was never planned, and of themselves."""
    attribute = mark.attributes.get("outcome")
    for name, place in listed(attribute) if attribute else ():
        other = _local(name, context)
        if other is record:
            context.problem("cyclic-reference", f"'{name}' cannot be its own outcome", place)
        elif other is not None and not (isinstance(other, Event) and other.standing in _TO_COME):
            message = (
                f"outcome needs a planned event or a condition, '{name}' is {_kind(other)} that is neither"
            )
            context.problem("wrong-kind", message, place, "[it sailed]{.event outcome=sailing}")
        elif other is None:
            _note_need("outcome", name, record, place, context)


def _check_because(record: Record, mark: Mark, context: Context) -> None:
    """Report conclusions from no fact, and marks that conclude nothing."""
    attribute = mark.attributes.get("because")
    if attribute is None:
        return
    for name, place in listed(attribute):
        other = _local(name, context)
        if isinstance(other, Mention):
            message = f"because needs events, figures or quotes, '{name}' is an actor"
            context.problem("wrong-kind", message, place)
        elif other is None:
            _note_need("because", name, record, place, context)
    if not mark.attributes.keys() - _NO_VALUES:
        message = "because says what a typed value follows from, and none is typed"
        context.problem(
            "bad-value",
            message,
            attribute.key_location,
            "because=talks-resume date=2031-05-12, or leave it out",
        )


def _check_continued(record: Quote, mark: Mark, context: Context) -> None:
    """Report a part of a quote that goes on with a later one, or that somebody else says."""
    first = context.record_of(f"{context.slug}#{record.continues}")
    if not isinstance(first, Quote) or first is record:
        return
    if first.evidence.spans[0] > record.evidence.spans[0]:
        place = mark.attributes["continues"].location
        message = f"'{first.id}' stands behind this quote, which cannot go on with it"
        context.problem("bad-value", message, place, f"let '{first.id}' continue '{record.id}'")
    attribute = mark.attributes.get("by")
    if attribute and record.said_by and first.said_by and record.said_by != first.said_by:
        message = f"goes on with '{first.id}', which {first.said_by} says, not {record.said_by}"
        context.problem("bad-value", message, attribute.location, "leave by= out: the first part says who")


def _local(name: str, context: Context) -> Record | None:
    """Return the fact of this article that a reference means, where there is one."""
    name = name.removeprefix("#")
    return context.record_of(name if "#" in name else f"{context.slug}#{name}")
