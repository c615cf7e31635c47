"""Actors, measures and names that an article may use: the registry's, and its own beside them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model import Actor, Measure, Registries, Story, Withdrawn
from generator.problems import Problem
from generator.text import Location
from generator.values import Name, NameIndex

ValueT = TypeVar("ValueT")


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Made once from the registries, and widened for each article that declares actors."""

    actors: Mapping[str, Actor]
    measures: Mapping[str, Measure]
    stories: Mapping[str, Story]
    index: NameIndex
    named: Mapping[str, tuple[str, ...]]
    """Actor ids by every name, alias and description."""

    locations: Mapping[tuple[str, str], Location] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)

    @classmethod
    def of(cls, registries: Registries) -> Vocabulary:
        """Make the vocabulary of the registries alone."""
        return cls(
            actors=registries.actors,
            measures=registries.measures,
            stories=registries.stories,
            index=NameIndex.of(_names(registries.actors)),
            named=_by_name(registries.actors, {}),
            locations=registries.locations,
            withdrawn=registries.withdrawn,
        )

    def widened(
        self, own: Mapping[str, Actor], place: Mapping[str, Location]
    ) -> tuple[Vocabulary, list[Problem]]:
        """Return the vocabulary with an article's own actors; ``place`` tells where each is declared."""
        if not own:
            return self, []
        problems: list[Problem] = []
        merged: dict[str, Actor] = {}
        for name, actor in own.items():
            known = self.actors.get(name)
            if known is None:
                merged[name] = actor
                continue
            merged[name], fields = merge(known, actor)
            if fields:
                problems.append(conflict(name, fields, place[name], self.locations.get(("actors", name))))
        wider = Vocabulary(
            actors=_over(merged, self.actors),
            measures=self.measures,
            stories=self.stories,
            index=self.index.merged(_names(own)),
            named=_over(_by_name(own, self.named), self.named),
            locations=self.locations,
            withdrawn=self.withdrawn,
        )
        return wider, problems


def merge(first: Actor, second: Actor) -> tuple[Actor, list[str]]:
    """Return two declarations of one actor as one, and the fields in which they disagree.

    Lists are joined; a field that only one declares is taken; of two that differ the first one stays. Roles
    may differ: they change over time, and each article shows its own.
    """
    updates: dict[str, Any] = {}
    disagreeing: list[str] = []
    for name in first.__struct_fields__:
        left, right = getattr(first, name), getattr(second, name)
        if isinstance(left, tuple):
            updates[name] = tuple(dict.fromkeys((*left, *right)))
        elif left is None:
            updates[name] = right
        elif right is not None and left != right and name != "role":
            disagreeing.append(name)
    return replace(first, **updates), disagreeing


def conflict(name: str, fields: list[str], location: Location, other: Location | None) -> Problem:
    """Return the problem of two declarations of one actor that disagree."""
    message = f"actor '{name}' is declared elsewhere with another {' and '.join(fields)}"
    related = (other,) if other else ()
    return Problem(code="conflicting-actor", message=message, location=location, related=related)


def names_of(actor: Actor) -> Iterator[tuple[str, bool]]:
    """Yield each name of an actor, with whether it is a weak one."""
    for name in (actor.name, actor.unnamed, *actor.aliases):
        if name:
            yield name, False
    for name in actor.weak_aliases:
        yield name, True


def _names(actors: Mapping[str, Actor]) -> Iterator[Name]:
    for identifier, actor in actors.items():
        for name, weak in names_of(actor):
            yield Name(text=name, actor=identifier, weak=weak)


def _by_name(actors: Mapping[str, Actor], known: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the ids of actors by their names, together with those that are known by the same names."""
    found: dict[str, tuple[str, ...]] = {}
    for identifier, actor in actors.items():
        for name, _ in names_of(actor):
            earlier = found.get(name) or known.get(name, ())
            found[name] = tuple(dict.fromkeys((*earlier, identifier)))
    return found


def _over(own: dict[str, ValueT], shared: Mapping[str, ValueT]) -> Mapping[str, ValueT]:
    """Lay an article's own entries over the shared ones, which may be ten thousand and are not copied."""
    # ChainMap only ever writes to its first map.
    return ChainMap(own, cast("dict[str, ValueT]", shared))
