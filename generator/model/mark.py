"""An annotation as written: words, kind and attributes, nothing resolved."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.text import Location, Span


class Attribute(Struct, frozen=True):
    """One ``key=value`` of a mark."""

    value: str
    location: Location
    """Where the value begins."""

    key_location: Location


class Mark(Struct, frozen=True, kw_only=True):
    """One annotation: nothing in it is resolved or checked against a kind."""

    kind: str
    """First class of the mark."""

    spans: tuple[Span, ...]
    """At least one, in order, not empty."""

    location: Location
    """Where the mark begins: its opening bracket, or its entry in the list."""

    kind_location: Location
    id: str | None = None
    id_location: Location | None = None
    classes: tuple[tuple[str, Location], ...] = ()
    """The later classes: standings."""

    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    words: tuple[str, ...] | None = None
    """The recorded words of each span, for a text that is not at hand; None for an inline mark."""

    read: Mapping[str, str] | None = None
    """Values verified earlier against a text that may not be at hand now; they do not count as typed."""
