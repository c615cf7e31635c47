"""Which facts of different articles may be the same: proposals for ``same=``, which nothing ever assumes.

Facts meet in buckets of what they would have to share: a story and, for events, a day and an actor; for
figures a value and what it counts; for quotes a speaker and three words in a row. In a bucket each is
compared with a few before it, so that the work is linear however often a fact is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from msgspec import Struct
from rapidfuzz import fuzz

from generator.analysis.joining import joined
from generator.model import Article, Event, Figure, Mention, Quote, Record
from generator.text import Location
from generator.values import Date

_MOST_COMPARED: Final = 8
"""Facts of a bucket that one is compared with: those just before it."""

_MOST_DAYS: Final = 7
"""Days of a range that an event is looked for on, one by one; longer ones go by month."""

_RUN: Final = 3
_EVENTS_ALIKE: Final = 0.5
_EVENTS_ALIKE_WITHOUT_ACTORS: Final = 0.75
_QUOTES_ALIKE: Final = 0.7
_NO_ACTOR: Final = ""
_WORDS: Final = re.compile(r"\w+")


class Suggestion(Struct, frozen=True, kw_only=True):
    """Two facts that may be the same."""

    location: Location
    """Where the later article marks it: where ``same=`` would stand."""

    fact: str
    """Key of that fact."""

    same: str
    """Key of the earlier one, the value of ``same=``."""

    kind: str
    score: int
    """How likely, from 1 to 100: to sort by, no probability."""

    reasons: tuple[str, ...]
    words: str
    """Of the later fact."""

    other: str
    """Words of the earlier one."""


class _Fact(Struct, frozen=True, kw_only=True):
    """What is compared of a fact."""

    order: tuple[int, str, int]
    """Day of publication, slug, offset."""

    slug: str
    key: str
    record: Record
    words: str
    same: tuple[str, ...]
    is_shared: bool
    """Whether several marks derive its id, so that nothing can refer to it."""


def suggestions(articles: Iterable[Article]) -> list[Suggestion]:
    """Return the pairs that may be the same and are not joined yet, the likeliest first."""
    buckets: defaultdict[tuple[str, ...], list[_Fact]] = defaultdict(list)
    facts: list[_Fact] = []
    for article in articles:
        for fact in _facts(article):
            facts.append(fact)
            for story in article.metadata.stories:
                for key in _keys(fact.record, fact.words):
                    buckets[story, *key].append(fact)
    group = _groups(facts)
    found: dict[tuple[str, str], Suggestion] = {}
    for bucket in buckets.values():
        bucket.sort(key=lambda fact: fact.order)
        for later, earlier in _pairs(bucket):
            pair = (later.key, earlier.key)
            if pair in found or group[later.key] == group[earlier.key]:
                continue
            suggestion = _compared(later, earlier)
            if suggestion:
                found[pair] = suggestion
    return sorted(found.values(), key=lambda each: (-each.score, each.location, each.same))


def _facts(article: Article) -> Iterator[_Fact]:
    for record in article.facts:
        if isinstance(record, Mention):
            continue
        yield _Fact(
            order=(article.metadata.published.toordinal(), article.slug, record.evidence.spans[0].start),
            slug=article.slug,
            key=article.key(record),
            record=record,
            words=" ".join(record.evidence.words) or record.title or record.gist or "",
            same=record.same,
            is_shared=record.id in article.shared_ids,
        )


def _groups(facts: list[_Fact]) -> dict[str, int]:
    """Return which facts are joined already: the number of its group, by key."""
    groups = joined(facts, lambda fact: (fact.key,), lambda fact: fact.same)
    return {fact.key: number for number, group in enumerate(groups) for fact in group}


def _pairs(bucket: list[_Fact]) -> Iterator[tuple[_Fact, _Fact]]:
    """Yield each fact with some that earlier articles tell."""
    for position, later in enumerate(bucket):
        for earlier in bucket[max(0, position - _MOST_COMPARED) : position]:
            if earlier.slug != later.slug and not earlier.is_shared:
                yield later, earlier


def _keys(record: Record, words: str) -> Iterator[tuple[str, ...]]:
    """Yield the buckets of a fact within its story."""
    if isinstance(record, Event):
        for day in _days(record.date):
            for actor in record.actors or (_NO_ACTOR,):
                yield "event", day, actor
    elif isinstance(record, Figure) and record.quantity:
        quantity = record.quantity
        counted = record.measure or (quantity.counted or "").casefold()
        if counted or quantity.unit:
            yield "figure", f"{quantity.value}", quantity.bound.value, counted, f"{quantity.unit}"
    elif isinstance(record, Quote):
        runs = _WORDS.findall(words.casefold())
        for start in range(max(1, len(runs) - _RUN + 1)):
            yield "quote", record.said_by or _NO_ACTOR, " ".join(runs[start : start + _RUN])


def _days(date: Date | None) -> Iterator[str]:
    """Yield the days that a date may be, or its months; all dates of one month meet in that month too."""
    if date is None or date.earliest is None or date.latest is None:
        return
    length = (date.latest - date.earliest).days
    if length < _MOST_DAYS:
        for number in range(length + 1):
            yield (date.earliest + timedelta(days=number)).isoformat()
    yield f"{date.earliest:%Y-%m}"
    if (date.latest.year, date.latest.month) != (date.earliest.year, date.earliest.month):
        yield f"{date.latest:%Y-%m}"


def _compared(later: _Fact, earlier: _Fact) -> Suggestion | None:
    one, other = later.record, earlier.record
    if one.standing is not other.standing:
        return None
    words = later.words.casefold(), earlier.words.casefold()
    # the first alone takes a short fact for part of every long one with the same names
    alike = (fuzz.token_set_ratio(*words) + fuzz.token_sort_ratio(*words)) / 200
    if isinstance(one, Event) and isinstance(other, Event):
        said = _events(one, other, alike)
    elif isinstance(one, Figure) and isinstance(other, Figure):
        said = _figures(one, other)
    elif isinstance(one, Quote) and isinstance(other, Quote):
        said = _quotes(one, other, fuzz.ratio(*words) / 100)
    else:
        return None
    if said is None:
        return None
    score, reasons = said
    return Suggestion(
        location=one.location,
        fact=later.key,
        same=earlier.key,
        kind=type(one).__name__.lower(),
        score=round(score * 100),
        reasons=tuple(reasons),
        words=later.words,
        other=earlier.words,
    )


def _events(one: Event, other: Event, alike: float) -> tuple[float, list[str]] | None:
    if one.date is None or other.date is None or not one.date.overlaps(other.date):
        return None
    shared = sorted(set(one.actors) & set(other.actors))
    if alike < (_EVENTS_ALIKE if shared else _EVENTS_ALIKE_WITHOUT_ACTORS):
        return None
    is_same_day = one.date.label == other.date.label
    share = len(shared) / max(1, len({*one.actors, *other.actors}))
    dates = one.date.label if is_same_day else f"{one.date.label} and {other.date.label} may be one"
    reasons = [dates, *([f"both with {', '.join(shared)}"] if shared else []), _alike(alike)]
    return 0.5 * alike + (0.3 if is_same_day else 0.15) + 0.2 * share, reasons


def _figures(one: Figure, other: Figure) -> tuple[float, list[str]] | None:
    if one.quantity is None or other.quantity is None:
        return None
    if one.quantity.increment is not other.quantity.increment:
        return None
    if one.period and other.period and not one.period.overlaps(other.period):
        return None
    is_dated = bool(one.period and other.period)
    reasons = [
        f"both {one.quantity.label}",
        f"measure {one.measure}" if one.measure else "the same thing counted",
    ]
    if one.period and other.period:
        reasons.append("dates that may be one")
    return (0.6 if one.measure else 0.45) + (0.3 if is_dated else 0.0), reasons


def _quotes(one: Quote, other: Quote, alike: float) -> tuple[float, list[str]] | None:
    if alike < _QUOTES_ALIKE or one.said_by != other.said_by:
        return None
    if one.date and other.date and not one.date.overlaps(other.date):
        return None
    by = f"both said by {one.said_by}" if one.said_by else "neither with a speaker"
    return 0.9 * alike + (0.1 if one.said_by else 0.0), [by, _alike(alike)]


def _alike(share: float) -> str:
    return f"words {round(share * 100)}% alike"
