"""What a kind knows of its article while its marks are read.

Kinds read in the order of the KINDS table, each kind's marks in the order of the text and outer marks before
inner ones, so that whatever encloses a mark is there when the mark inherits from it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.kinds.paragraphs import Paragraph
from generator.model import (
    Actor,
    ActorType,
    Attribute,
    Mark,
    Measure,
    Mention,
    Need,
    Reading,
    Record,
    Withdrawn,
)
from generator.problems import Problem, did_you_mean
from generator.text import Location, Source, Span
from generator.values import DateReading, Preference, read_dates

RecordT = TypeVar("RecordT", bound=Record)


class Context(Struct, kw_only=True):
    """One article in the making; kinds add records, readings and problems to it."""

    slug: str
    published: dt.date
    source: Source | None
    marks: tuple[Mark, ...]
    ids: tuple[str, ...]
    """The id of each mark, typed or derived."""

    parents: tuple[int | None, ...]
    """Position of the mark that encloses each mark most narrowly."""

    actors: Mapping[str, Actor]
    """Every actor that the article may refer to: the registry's and its own."""

    measures: Mapping[str, Measure]
    named: Mapping[str, tuple[str, ...]]
    """Actor ids by every name and alias."""

    mentions: list[Mention] = field(default_factory=list)
    """Sorted by their words."""

    records: dict[int, Record] = field(default_factory=dict)
    """What each mark became, by its position."""

    problems: list[Problem] = field(default_factory=list)
    references: list[tuple[str, Location]] = field(default_factory=list)
    """Keys of facts of other articles that this one refers to, with their places."""

    needs: list[Need] = field(default_factory=list)
    """What some of these references ask of the facts."""

    colliding: frozenset[str] = frozenset()
    """Derived ids, before numbering, that several marks share."""

    _positions: dict[str, int] = field(default_factory=dict)
    _dates: dict[tuple[int, int, bool], list[DateReading]] = field(default_factory=dict)
    """By the edges of the words, which are quicker to look up than spans."""

    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    """What is withdrawn, of any article, by key or by slug."""

    _paragraphs: dict[int, Paragraph] = field(default_factory=dict)
    """By where they begin."""

    _mention_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._positions = {name: position for position, name in enumerate(self.ids)}

    # -- words ------------------------------------------------------------------------------------------

    def words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the exact words of spans; nothing where the text is not at hand."""
        if self.source is None:
            return ()
        text = self.source.text
        return tuple([text[span.start : span.end] for span in spans])

    def words_of(self, mark: Mark) -> tuple[str, ...]:
        """Return the exact words of a mark, from the text or as recorded beside it."""
        return self.words(mark.spans) or mark.words or ()

    def block(self, span: Span) -> Span:
        """Return the paragraph that a span begins in."""
        return self.source.block_at(span.start).span if self.source else span

    # -- what stands around and inside ------------------------------------------------------------------

    def enclosing(self, position: int, kind: type[RecordT]) -> RecordT | None:
        """Return the record of a kind that encloses a mark most narrowly."""
        parent = self.parents[position]
        while parent is not None:
            record = self.records.get(parent)
            if isinstance(record, kind):
                return record
            parent = self.parents[parent]
        return None

    def parent_id(self, position: int) -> str | None:
        """Return the id of whatever mark encloses this one most narrowly."""
        parent = self.parents[position]
        return None if parent is None else self.ids[parent]

    def paragraph(self, source: Source, span: Span) -> Paragraph:
        """Return the paragraph that a span begins in, as attribution sees it; names must have been found."""
        block = source.block_at(span.start).span
        known = self._paragraphs.get(block.start)
        if known is None:
            mentions = self.mentions_in(block)
            named = {actor for mention in mentions for actor in mention.actors}
            places = frozenset([actor for actor in named if self.actors[actor].type is ActorType.PLACE])
            known = Paragraph(source, block, self.marked_in("quote", block), mentions, places)
            self._paragraphs[block.start] = known
        return known

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the mentions that lie wholly inside a span, in order."""
        if len(self._mention_starts) != len(self.mentions):
            self._mention_starts = [mention.evidence.spans[0].start for mention in self.mentions]
        first = bisect_left(self._mention_starts, span.start)
        past = bisect_left(self._mention_starts, span.end, first)
        return [mention for mention in self.mentions[first:past] if mention.evidence.spans[0].end <= span.end]

    def marked_in(self, kind: str, span: Span) -> Iterator[Span]:
        """Yield the words that marks of a kind cover, for marks that begin inside a span."""
        at = bisect_left(self.marks, span.start, key=lambda mark: mark.spans[0].start)
        while at < len(self.marks) and self.marks[at].spans[0].start < span.end:
            if self.marks[at].kind == kind:
                yield from self.marks[at].spans
            at += 1

    def actors_in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the ids of the actors named in spans, in the order in which they are named."""
        found = [actor for span in spans for mention in self.mentions_in(span) for actor in mention.actors]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def dates_of(self, mark: Mark, *, future: bool = False) -> list[DateReading]:
        """Return the dates that stand in the words of a mark."""
        if len(mark.spans) == 1:
            return self.dates_in(mark.spans[0], future=future)
        return [reading for span in mark.spans for reading in self.dates_in(span, future=future)]

    def dates_in(self, span: Span, *, future: bool = False) -> list[DateReading]:
        """Return the dates that stand in a span, weekdays counted back or forth from publication."""
        if self.source is None:
            return []
        key = span.start, span.end, future
        found = self._dates.get(key)
        if found is None:
            prefer: Preference = "future" if future else "past"
            found = read_dates(self.source.text, self.published, span.start, span.end, prefer=prefer)
            self._dates[key] = found
        return found

    # -- attributes -------------------------------------------------------------------------------------

    def problem(self, code: str, message: str, location: Location, example: str | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(code=code, message=message, location=location, example=example))

    def typed_actors(self, attribute: Attribute | None) -> tuple[str, ...]:
        """Return the actors whose ids an attribute lists; unknown ones are problems and left out."""
        if attribute is None:
            return ()
        known: list[str] = []
        for actor, location in listed(attribute):
            if actor in self.actors:
                known.append(actor)
            else:
                message = f"unknown actor '{actor}'{did_you_mean(actor, self.actors)}"
                self.problem("unknown-actor", message, location)
        return tuple(known)

    def typed_actor(self, attribute: Attribute | None, example: str) -> str | None:
        """Return the one actor that an attribute names; more than one is a problem, and none is taken."""
        found = self.typed_actors(attribute)
        if attribute is not None and len(attribute.value.replace(",", " ").split()) > 1:
            message = f"expected one actor, found '{attribute.value}'"
            self.problem("bad-value", message, attribute.location, example)
            return None
        return found[0] if found else None

    def typed_facts(self, attribute: Attribute | None, *, local: bool = False) -> tuple[str, ...]:
        """Return the keys of the facts that an attribute lists.

        Whether facts of other articles exist is checked later, but for ``local`` ones, which may not be of
        another article anyway.
        """
        if attribute is None:
            return ()
        keys = (self.fact_key(name, location, local=local) for name, location in listed(attribute))
        return tuple(key for key in keys if key is not None)

    def fact_key(self, reference: str, location: Location, *, local: bool = False) -> str | None:
        """Return the key that a reference means, or None with a problem."""
        reference = reference.removeprefix("#")
        if "#" in reference and not reference.startswith(f"{self.slug}#"):
            if not local:
                self.references.append((reference, location))
            return reference
        name = reference.rpartition("#")[2]
        if name in self.colliding:
            self.problems.append(ambiguous_fact(name, location))
            return None
        if name not in self._positions and f"{self.slug}#{name}" in self.withdrawn:
            self.problems.append(withdrawn_fact(f"{self.slug}#{name}", location, self.withdrawn))
            return None
        if name not in self._positions:
            message = f"unknown fact '{name}'{did_you_mean(name, self._positions)}"
            self.problem("unknown-fact", message, location)
            return None
        return f"{self.slug}#{name}"

    def record_of(self, key: str) -> Record | None:
        """Return the record of this article with a key, where it has been read."""
        slug, _, name = key.partition("#")
        position = self._positions.get(name) if slug == self.slug else None
        return None if position is None else self.records.get(position)

    def position_of(self, key: str) -> int | None:
        """Return the position of the mark of this article with a key."""
        slug, _, name = key.partition("#")
        return self._positions.get(name) if slug == self.slug else None

    def explain(self, position: int, *readings: Reading) -> None:
        """Add readings to a record that was read before."""
        record = self.records[position]
        self.records[position] = replace(record, readings=(*record.readings, *readings))


def ambiguous_fact(name: str, location: Location) -> Problem:
    """Return the problem of a reference to an id that several marks derive from their words."""
    numbered = ", ".join(f"'{name}-{n}'" for n in range(2, 4))
    return Problem(
        code="ambiguous-fact",
        message=f"'{name}' is the derived id of several marks (later ones are {numbered} …)",
        location=location,
        example="give the mark that is meant an id: {.figure #id}",
    )


def withdrawn_fact(key: str, location: Location, withdrawn: Mapping[str, Withdrawn]) -> Problem:
    """Return the problem of a reference to a fact that is withdrawn, by itself or with its article."""
    what = key if key in withdrawn else key.partition("#")[0]
    entry = withdrawn[what]
    instead = f" ('{entry.replaced_by}' replaces it)" if entry.replaced_by else ""
    why = " ".join(entry.reason.split())
    return Problem(
        code="withdrawn-fact",
        message=f"'{what}' was withdrawn on {entry.on.isoformat()}{instead}: {why}",
        location=location,
        example=entry.replaced_by or "take the reference out",
    )


def listed(attribute: Attribute) -> Iterator[tuple[str, Location]]:
    """Yield each of the words that an attribute lists, with its place."""
    column = 0
    for word in attribute.value.replace(",", " ").split():
        column = attribute.value.index(word, column)
        place = replace(attribute.location, column=attribute.location.column + column, length=len(word))
        yield word, place
        column += len(word)
