"""What a draft is made of: suggestions, each with how sure it is and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from generator.model import Actor, Standing
from generator.text import Source, Span


class Topic(StrEnum):
    """What a suggestion is about: the kinds of annotation, and dates, which are no kind of their own."""

    ACTOR = "actor"
    QUOTE = "quote"
    EVENT = "event"
    FIGURE = "figure"
    DATE = "date"


class Suggestion(Struct, frozen=True, kw_only=True):
    """One thing that the words seem to say; not a fact until a person accepts it."""

    kind: Topic
    spans: tuple[Span, ...]
    """Its words in the normalised text: one stretch in one paragraph, a quote with its quotation marks."""

    id: str | None = None
    """Only where another suggestion refers to it."""

    standing: Standing = Standing.REPORTED
    attributes: Mapping[str, str] = field(default_factory=dict)
    """All that is known of it, in the words of the format: ``by``, ``continues`` of a quote; ``ref`` of an
    actor; ``date`` in EDTF; ``value``, ``high``, ``bound``, ``unit``, ``of`` of a figure."""

    typed: frozenset[str] = frozenset()
    """Those of the attributes that a mark has to carry, since the format would not read them by itself."""

    is_marked: bool = True
    """Whether a mark is written. Names that the format finds, and dates, need none."""

    confidence: float
    """From 0 to 1: how often suggestions made for this reason are right, as a rule."""

    reason: str
    """In one phrase for a person."""


class ProposedActor(Struct, frozen=True, kw_only=True):
    """Somebody the text speaks of whom no registry knows."""

    actor: Actor
    confidence: float
    reason: str


class Draft(Struct, frozen=True, kw_only=True):
    """All suggestions for one text."""

    source: Source
    published: dt.date | None
    language: str
    known: Mapping[str, Actor]
    """Actors of the registry, by id."""

    actors: Mapping[str, ProposedActor]
    """Actors that are suggested, by id, in the order of the text; none of them is among ``known``."""

    suggestions: tuple[Suggestion, ...]
    """By their first words, outer ones before inner ones."""

    notes: tuple[str, ...] = ()
    """What a person should know of the whole, such as a language that the rules do not read."""

    def actor(self, name: str) -> Actor:
        """Return a suggested or a known actor by its id."""
        return self.actors[name].actor if name in self.actors else self.known[name]

    def of(self, kind: Topic) -> tuple[Suggestion, ...]:
        """Return the suggestions of one kind."""
        return tuple(each for each in self.suggestions if each.kind is kind)
