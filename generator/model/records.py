"""Evidence and the typed facts that rest on it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from generator.text import Location, Span
from generator.values import Date, Quantity


class Standing(StrEnum):
    """How the source puts a fact; without a class it is reported as having happened."""

    REPORTED = "reported"
    PLANNED = "planned"
    CONDITION = "condition"
    CLAIMED = "claimed"
    DENIED = "denied"


class QuoteMode(StrEnum):
    """How much of an utterance stands in quotation marks."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Evidence(Struct, frozen=True, array_like=True, gc=False):
    """Where the words of a fact stand. Source: W3C Web Annotation, text position and quote selectors."""

    spans: tuple[Span, ...]
    """In order, at least one."""

    words: tuple[str, ...] = ()
    """The exact words of each span; empty where the text is not at hand."""


class Reading(Struct, frozen=True, array_like=True, gc=False):
    """One thing that was inferred, for ``briefings check --explain``. A record has several."""

    field: str
    """Which field of the record: ``date``, ``speaker``, ``value`` …"""

    value: str
    """What it became, for a person."""

    reason: str
    """Why, in one phrase for a person."""

    spans: tuple[Span, ...] = ()
    """The words that it was read from, where they are not the fact's own."""


class Record(Struct, frozen=True, kw_only=True, array_like=True):
    """A typed fact. Kinds add their fields."""

    id: str
    """Unique in its article; ``article#id`` is the key of the fact everywhere else."""

    evidence: Evidence
    location: Location
    """Where the mark stands in the file."""

    title: str | None = None
    """The editor's own words for it, where typed."""

    gist: str | None = None
    """The editor's own-words summary, shown where the source's words are withheld."""

    standing: Standing = Standing.REPORTED
    inside: str | None = None
    """Id of the fact whose words enclose these most narrowly."""

    said_by: str | None = None
    """Actor id of whoever says so, inherited from an enclosing quote; None for the article itself."""

    actors: tuple[str, ...] = ()
    """Ids of the actors that take part or are spoken of."""

    because: tuple[str, ...] = ()
    """Keys (``article#id``) of the facts that a typed value was inferred from; empty where read."""

    same: tuple[str, ...] = ()
    """Keys of facts that repeat this one."""

    support: tuple[Span, ...] = ()
    """Further words of the article that carry a part of it, such as a date given elsewhere."""

    readings: tuple[Reading, ...] = ()
    note: str | None = None
    """Published remark of the editor."""

    internal: str | None = None
    """Remark of the editor that is never published."""

    is_derived_id: bool = True
    """Whether the id was made from the words, not typed."""

    @property
    def measures(self) -> tuple[str, ...]:
        """Return the ids of the registered measures that it belongs to."""
        return ()

    @property
    def inferred(self) -> bool:
        """Return whether a value was concluded from other facts, not read from these words."""
        return bool(self.because)


class Mention(Record, frozen=True, kw_only=True):
    """Words that name actors: the record of the ``actor`` kind, and of names found in the text.

    ``actors`` holds who is meant: one, or the members of a group.
    """

    found: bool = False
    """Whether the name was found in the text, not marked by hand."""


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, will, may or is said to."""

    date: Date | None = None
    """None where no date is to be found; publication bounds it."""

    outcome: tuple[str, ...] = ()
    """Keys of the planned events that this one is the outcome of."""


class Figure(Record, frozen=True, kw_only=True):
    """A number and what it counts."""

    quantity: Quantity | None = None
    """None only where an error was reported, or the words are withheld and no value recorded."""

    measure: str | None = None
    """Id of the registered measure."""

    period: Date | None = None
    """When it holds."""

    event: str | None = None
    """Id of the event whose words enclose it; the figures of one event are shown together."""

    @property
    def measures(self) -> tuple[str, ...]:
        """Return its measure, where it has one."""
        return (self.measure,) if self.measure else ()


class Quote(Record, frozen=True, kw_only=True):
    """What somebody said or wrote. ``said_by`` is its speaker; None where that cannot be told."""

    mode: QuoteMode = QuoteMode.INDIRECT
    date: Date | None = None
    """When it was said."""

    continues: str | None = None
    """Id of the quote that this one goes on with."""

    to: tuple[str, ...] = ()
    """Ids of the actors that it was said to; they are among ``actors`` too."""

    via: tuple[str, ...] = ()
    """Ids of the actors through whom the source has it; they are among ``actors`` too."""
