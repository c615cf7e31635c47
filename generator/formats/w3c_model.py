"""Web annotations as the W3C's model has them: read out of JSON, and checked.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Nothing is ever fetched: contexts,
pages and selectors that are addresses stay addresses.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct, field

from generator.formats.json_tree import Json
from generator.formats.w3c_checks import Checks, named
from generator.problems import Problem
from generator.text import Location

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"

_SETS: Final = frozenset({"Choice", "Composite", "List", "Independents"})
_WITH_VALUE: Final = frozenset({"FragmentSelector", "CssSelector", "XPathSelector", "HttpRequestState"})
_POSITIONS: Final = frozenset({"TextPositionSelector", "DataPositionSelector"})
_DIRECTIONS: Final = ("ltr", "rtl", "auto")
_TIMES: Final = ("created", "modified", "generated")
_STATE_TIMES: Final = ("sourceDate", "sourceDateStart", "sourceDateEnd")
_CACHED: Final = "cached"
_DAY: Final = len("2031-05-13")
_SPECIFIC: Final = frozenset({"source", "selector", "state", "styleClass", "renderedVia", "scope"})
_RESOURCE_KEYS: Final = ("format", "language", "processingLanguage", "textDirection")


class Selector(Struct, frozen=True, kw_only=True):
    """What says which part of a source is meant."""

    type: str
    """Its class, such as ``TextQuoteSelector``; empty for one that stands elsewhere."""

    location: Location
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    value: str = ""
    refined_by: Selector | None = None
    ends: tuple[Selector, Selector] | None = None
    """Start and end of a range."""


class Target(Struct, frozen=True, kw_only=True):
    """What an annotation is about."""

    source: str | None
    selectors: tuple[Selector, ...] = ()
    """Each of them means the same part."""

    days: tuple[str, ...] = ()
    """When the source was as it is meant (``TimeState``): days of ISO 8601."""

    cached: tuple[str, ...] = ()
    """Addresses at which it is kept as it was."""

    location: Location


class Annotation(Struct, frozen=True, kw_only=True):
    """One annotation."""

    id: str | None
    location: Location
    bodies: tuple[Json, ...] = ()
    targets: tuple[Target, ...] = ()


class Annotations(Struct):
    """All annotations of one file, and what it says of itself."""

    annotations: list[Annotation] = field(default_factory=list)
    members: Mapping[str, Json] = field(default_factory=dict)
    """Members of the outermost object."""


def read_annotations(root: Json) -> tuple[Annotations, list[Problem]]:
    """Return the annotations of a tree: one, a page, a collection, or a list of annotations."""
    reader = _Reader()
    if isinstance(root.value, list):
        for node in root.value:
            reader.top(node)
    else:
        reader.top(root)
    members = root.value if isinstance(root.value, dict) else {}
    return Annotations(reader.annotations, members), reader.problems


def types_of(members: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the classes that an object names."""
    return tuple(node.value for node in listed(members.get("type")) if isinstance(node.value, str))


def listed(node: Json | None) -> list[Json]:
    """Return one value or a list of values as a list."""
    if node is None:
        return []
    return node.value if isinstance(node.value, list) else [node]


class _Reader(Checks):
    """Reads objects and collects what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self.annotations: list[Annotation] = []
        self._ids: dict[str, Location] = {}

    def top(self, node: Json) -> None:
        """Read one outermost object."""
        if not isinstance(node.value, dict):
            self._report("expected an object with a type, such as an Annotation", node.location)
            return
        contexts = [each.value for each in listed(node.value.get("@context"))]
        if CONTEXT not in contexts:
            place = node.value["@context"].location if "@context" in node.value else node.location
            self._report(f"expected the @context {CONTEXT}", place)
        self._thing(node)

    def _thing(self, node: Json, *expected: str) -> None:
        expected = expected or ("Annotation", "AnnotationPage", "AnnotationCollection")
        members = node.value
        if not isinstance(members, dict):
            self._report(f"expected {' or '.join(expected)}, found {named(node.value)}", node.location)
            return
        found = [name for name in types_of(members) if name in expected]
        if len(found) != 1:
            place = members["type"].location if "type" in members else node.location
            self._report(f"expected the type {' or '.join(expected)}", place)
        if found == ["AnnotationCollection"]:
            self._collection(node.location, members)
        elif found == ["AnnotationPage"]:
            self._page(node.location, members)
        else:
            self._annotation(node.location, members)

    def _collection(self, place: Location, members: Mapping[str, Json]) -> None:
        self._id(members)
        self._number(members, "total")
        if "first" not in members and "items" not in members and "total" not in members:
            self._report("expected the first page of the collection", place)
        for key in ("first", "last"):
            if key in members:
                self._page_or_address(members[key])

    def _page_or_address(self, node: Json) -> None:
        if isinstance(node.value, dict) and "items" in node.value:
            self._thing(node, "AnnotationPage")
        else:
            self._reference_or_object(node, "a page")

    def _page(self, place: Location, members: Mapping[str, Json]) -> None:
        self._id(members)
        self._number(members, "startIndex")
        if "items" not in members:
            self._report("expected the items of the page", place)
        for item in listed(members.get("items")):
            if not isinstance(item.value, str):
                self._thing(item, "Annotation")

    def _annotation(self, place: Location, members: Mapping[str, Json]) -> None:
        identifier = self._id(members)
        if identifier is not None and self._ids.setdefault(identifier, place) != place:
            self._report(f"two annotations have the id '{identifier[:60]}'", members["id"].location)
        self._about(members)
        bodies = listed(members.get("body"))
        if "bodyValue" in members:
            if bodies:
                self._report("expected body or bodyValue, found both", members["bodyValue"].location)
            self._text(members, "bodyValue")
        for body in bodies:
            self._resource(body, "body")
        if not listed(members.get("target")):
            self._report("expected a target, found none", place)
        targets = tuple(target for node in listed(members.get("target")) for target in self._targets(node))
        self.annotations.append(
            Annotation(id=identifier, location=place, bodies=tuple(bodies), targets=targets)
        )

    def _about(self, members: Mapping[str, Json]) -> None:
        """Check what is said of who made it and when."""
        for key in ("creator", "generator"):
            for node in listed(members.get(key)):
                self._reference_or_object(node, f"{key}: an address, or an object")
        for key in _TIMES:
            if key in members:
                self._time(members[key], key)
        for key in ("rights", "via", "canonical"):
            for node in listed(members.get(key)):
                self._reference(node, key)
        if isinstance(members["canonical"].value if "canonical" in members else None, list):
            self._report("expected one canonical address", members["canonical"].location)
        for key in ("motivation", "purpose"):
            for node in listed(members.get(key)):
                self._reference(node, key)

    def _resource(self, node: Json, what: str) -> None:
        """Check a body, or a target that is a whole resource."""
        members = node.value
        if not isinstance(members, dict):
            self._reference(node, what)
            return
        self._id(members)
        self._about(members)
        types = types_of(members)
        sets = [name for name in types if name in _SETS]
        if len(sets) > 1 or ("items" in members and not sets):
            message = f"expected one of {', '.join(sorted(_SETS))} for what has items"
            self._report(message, members["type"].location if "type" in members else node.location)
        for item in listed(members.get("items")):
            self._resource(item, what)
        if "TextualBody" in types:
            self._text(members, "value", node.location)
        self._described(members)
        if "SpecificResource" in types or "source" in members:
            self._source(node, members)

    def _described(self, members: Mapping[str, Json]) -> None:
        """Check format, language and direction."""
        for key, node in members.items():
            near = difflib.get_close_matches(key, _RESOURCE_KEYS, n=1, cutoff=0.85)
            if not near:
                continue
            if near[0] != key:
                self._report(f"unknown key '{key}' (did you mean '{near[0]}'?)", node.location)
            is_one = near[0] in ("processingLanguage", "textDirection")
            if is_one and isinstance(node.value, list):
                self._report(f"expected one {near[0]}, found several", node.location)
                continue
            for each in listed(node):
                if not isinstance(each.value, str):
                    self._report(f"expected text for '{near[0]}', found {named(each.value)}", each.location)
                elif near[0] == "textDirection" and each.value not in _DIRECTIONS:
                    expected = ", ".join(_DIRECTIONS)
                    self._report(f"expected one of {expected}, found '{each.value[:40]}'", each.location)

    def _targets(self, node: Json) -> Iterator[Target]:
        members = node.value
        if not isinstance(members, dict):
            yield Target(source=self._reference(node, "a target"), location=node.location)
            return
        if "items" in members or _SETS & set(types_of(members)):
            self._resource(_without_items(node), "target")
            for item in listed(members.get("items")):
                yield from self._targets(item)
            return
        self._id(members)
        self._described(members)
        if "SpecificResource" not in types_of(members) and not _SPECIFIC & members.keys():
            if "id" not in members and "value" not in members:
                self._report("expected an id or a source of this target", node.location)
            address = members["id"].value if "id" in members else None
            yield Target(source=address if isinstance(address, str) else None, location=node.location)
            return
        source = self._source(node, members)
        selectors = tuple(
            found for each in listed(members.get("selector")) if (found := self._selector(each))
        )
        states = [state for each in listed(members.get("state")) for state in self._state(each)]
        yield Target(
            source=source,
            selectors=selectors,
            days=tuple(value[:_DAY] for key, value in states if key != _CACHED),
            cached=tuple(value for key, value in states if key == _CACHED),
            location=node.location,
        )

    def _source(self, node: Json, members: Mapping[str, Json]) -> str | None:
        sources = listed(members.get("source"))
        if len(sources) != 1:
            found = "none" if not sources else "several"
            self._report(f"expected one source of a specific resource, found {found}", node.location)
            return None
        if isinstance(sources[0].value, dict):
            return self._id(sources[0].value)
        return self._reference(sources[0], "a source")

    def _selector(self, node: Json) -> Selector | None:
        members = node.value
        if not isinstance(members, dict):
            self._reference(node, "a selector")
            return Selector(type="", location=node.location)
        name = next(iter(types_of(members)), "")
        if not name and "id" not in members:
            self._report("expected the type of a selector", node.location)
        refined = self._selector(members["refinedBy"]) if "refinedBy" in members else None
        if name == "TextQuoteSelector":
            return self._quote(node.location, members, refined)
        if name in _POSITIONS:
            return self._position(name, node.location, members, refined)
        if name == "RangeSelector":
            return self._range(node.location, members, refined)
        value = ""
        if name in _WITH_VALUE:
            value = self._text(members, "value", node.location) or ""
        return Selector(type=name, location=node.location, value=value, refined_by=refined)

    def _quote(
        self, place: Location, members: Mapping[str, Json], refined: Selector | None
    ) -> Selector | None:
        exact = self._text(members, "exact", place)
        around = [self._text(members, key) if key in members else "" for key in ("prefix", "suffix")]
        if exact == "":
            self._report("expected some words", place)
        if not exact:
            return None
        return Selector(
            type="TextQuoteSelector",
            location=place,
            exact=exact,
            prefix=around[0] or "",
            suffix=around[1] or "",
            refined_by=refined,
        )

    def _range(
        self, place: Location, members: Mapping[str, Json], refined: Selector | None
    ) -> Selector | None:
        start, end = (
            self._selector(members[key]) if key in members else None
            for key in ("startSelector", "endSelector")
        )
        if start is None or end is None:
            self._report("expected startSelector and endSelector", place)
            return None
        return Selector(type="RangeSelector", location=place, ends=(start, end), refined_by=refined)

    def _position(
        self, name: str, place: Location, members: Mapping[str, Json], refined: Selector | None
    ) -> Selector | None:
        start, end = (self._number(members, key, place) for key in ("start", "end"))
        if start is None or end is None:
            return None
        if end < start:
            self._report(f"expected 'end' behind 'start' ({start}), found {end}", members["end"].location)
            return None
        return Selector(type=name, location=place, start=start, end=end, refined_by=refined)

    def _state(self, node: Json) -> Iterator[tuple[str, str]]:
        """Yield the times and copies of a state, each with its key."""
        members = node.value
        if not isinstance(members, dict):
            self._reference(node, "a state")
            return
        types = types_of(members)
        if "HttpRequestState" in types:
            self._text(members, "value", node.location)
        for key in (*_STATE_TIMES, _CACHED):
            read = self._reference if key == _CACHED else self._time
            for each in listed(members.get(key)):
                value = read(each, key)
                if value is not None:
                    yield key, value
        if "refinedBy" in members:
            for each in listed(members["refinedBy"]):
                names = types_of(each.value) if isinstance(each.value, dict) else ()
                if any(name.endswith("Selector") for name in names):
                    self._selector(each)
                else:
                    yield from self._state(each)


def _without_items(node: Json) -> Json:
    """Return an object without its items, which are read as targets."""
    if not isinstance(node.value, dict):
        return node
    return Json({key: value for key, value in node.value.items() if key != "items"}, node.location)
