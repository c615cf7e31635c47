"""YAML as a tree that keeps the place of every key and value; every scalar is text.

The tree is built from parser events, one at a time: PyYAML's C loader crashes when it composes deep nesting,
drops equal keys without a word and reads ``12:30`` as a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeAlias

import yaml
from msgspec import Struct, field

from generator.formats.yaml_messages import explain
from generator.problems import Problem
from generator.text import LineIndex, Location

MAX_DEPTH: Final = 20
"""Mappings and sequences inside one another; no article needs more, and hostile files ask for thousands."""

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_FORBIDDEN: Final = re.compile(
    "\\A\ufeff|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)


class YamlScalar(Struct, frozen=True):
    """One value, as text; ``plain`` where no quotes stood around it."""

    value: str
    location: Location
    plain: bool = True


class YamlList(Struct, frozen=True):
    """A sequence."""

    items: tuple[YamlNode, ...]
    location: Location


class YamlMap(Struct, frozen=True):
    """A mapping; keys are text."""

    entries: Mapping[str, YamlEntry] = field(default_factory=dict)
    location: Location | None = None


class YamlEntry(Struct, frozen=True):
    """One key with its value."""

    key_location: Location
    node: YamlNode


YamlNode: TypeAlias = YamlScalar | YamlList | YamlMap
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"


def parse_yaml(text: str, path: str, *, first_line: int = 1) -> tuple[YamlNode | None, list[Problem]]:
    """Return the tree of a YAML text, with all that is wrong in it.

    The node is None for a text without any value, and where the text cannot be parsed. Lines count from
    ``first_line``: front matter begins on the second line of its file. Of equal keys the first stands.
    """
    text = text.removeprefix("\ufeff")
    refused = _FORBIDDEN.search(text)
    if refused:
        place = LineIndex(path, text).location(refused.start())
        place = Location(path, place.line + first_line - 1, place.column)
        message = f"expected text, found the control character U+{ord(refused.group()):04X}; take it out"
        return None, [Problem(code="broken-front-matter", message=message, location=place)]
    builder = _Builder(path, text, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                return None, builder.problems
    except yaml.MarkedYAMLError as error:
        index, message, example = explain(error, text)
        builder.report("broken-front-matter", message, builder.place(index, index + 1), example)
        return None, builder.problems
    except yaml.YAMLError as error:
        # a character that YAML forbids and the search above lets pass: its position is in bytes
        builder.report("broken-front-matter", f"cannot be read as YAML: {error}", builder.place(0, 1))
        return None, builder.problems
    return builder.root, builder.problems


def to_plain(node: YamlNode) -> Plain:
    """Return the tree as dicts, lists and text; an unquoted ``null``, ``~`` or nothing becomes None."""
    if isinstance(node, YamlMap):
        return {key: to_plain(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, YamlList):
        return [to_plain(item) for item in node.items]
    return None if node.plain and node.value in _NULLS else node.value


def locate(node: YamlNode, path: Sequence[str | int], *, key: bool = False) -> Location:
    """Return where the value at a path of keys and list positions stands; with ``key``, where its key does.

    Where the path leads nowhere: the key of the deepest mapping or sequence that it does lead to, since that
    is where something is missing; the node itself at the top.
    """
    at_key: Location | None = None
    here = node
    for step in path:
        if isinstance(here, YamlMap) and str(step) in here.entries:
            entry = here.entries[str(step)]
            at_key, here = entry.key_location, entry.node
        elif isinstance(here, YamlList) and isinstance(step, int) and 0 <= step < len(here.items):
            at_key, here = None, here.items[step]
        else:
            return at_key or here.location or Location("")
    return (at_key if key else None) or here.location or Location("")


class _Mark(Protocol):
    """A place as the parser gives it: both of its marks, of Python and of C, have this."""

    @property
    def index(self) -> int:
        """Return the offset in code points."""
        ...


class _Frame(Struct):
    """A mapping or sequence that is still open."""

    location: Location
    entries: dict[str, YamlEntry] | None = None
    items: list[YamlNode] = field(default_factory=list)
    key: str | None = None
    key_location: Location | None = None
    is_duplicate: bool = False


class _Builder:
    """Takes parser events in order and puts the tree together."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: YamlNode | None = None
        self._first_line = first_line
        self._text = text
        self._lines: LineIndex | None = None
        # YAML ends lines at these three as well, editors and LineIndex do not
        self._plain_lines = not any(mark in text for mark in "\x85\u2028\u2029")
        self._stack: list[_Frame] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take one event; return False where reading must stop."""
        if isinstance(event, yaml.ScalarEvent):
            self._properties(event)
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._properties(event)
            return self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "an alias (*name) is not read here", "write the value out, or quote it")
            self._add(YamlScalar("", self._location(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "expected one document, found a second one", "take the line --- out")
                return False
        return True

    def report(self, code: str, message: str, location: Location, example: str | None = None) -> None:
        """Collect one problem."""
        self.problems.append(Problem(code=code, message=message, location=location, example=example))

    def place(self, start: int, end: int) -> Location:
        """Return the place of a stretch of the text, given by offsets; its length ends with its line."""
        self._lines = self._lines or LineIndex(self.path, self._text)
        found = self._lines.location(start)
        left = len(self._lines.line(found.line)) - found.column + 1
        length = max(1, min(end - start, left))
        return Location(self.path, found.line + self._first_line - 1, found.column, length)

    def _location(self, event: yaml.Event) -> Location:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Location(self.path, self._first_line)
        if self._plain_lines and start.line == end.line:
            length = max(1, end.column - start.column)
            return Location(self.path, start.line + self._first_line, start.column + 1, length)
        return self.place(start.index, end.index)

    def _properties(self, event: yaml.NodeEvent) -> None:
        """Refuse what stands before a value: an anchor, a tag."""
        if event.anchor is not None:
            self._refuse(event, "an anchor (&name) is not read here", "take it out, or quote the value")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "a tag (!name) is not read here", "take it out, or quote the value")

    def _refuse(self, event: yaml.Event, found: str, instead: str) -> None:
        place = self._location(event)
        self.report("broken-front-matter", f"{found}; {instead}", place)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.entries is not None and frame.key is None:
            self._key(frame, event.value, self._location(event))
            return
        style = event.style
        if style in ("|", ">"):
            location = self._block_location(event.start_mark, event.end_mark)
        elif not event.value and not style:
            # nothing stands there, and the parser may have run past the end to find that out
            at = event.start_mark.index if event.start_mark else 0
            location = (frame.key_location if frame else None) or self.place(at, at)
        else:
            location = self._location(event)
        # only an escape in double quotes can bring one in
        refused = _FORBIDDEN.search(event.value) if style == '"' else None
        if refused:
            found = f"expected text, found the control character U+{ord(refused.group()):04X}"
            self.report("bad-value", found, location)
        self._add(YamlScalar(event.value, location, plain=not style))

    def _block_location(self, start: _Mark | None, end: _Mark | None) -> Location:
        """Return the place of the first line of text of a block scalar, not that of its sign."""
        text, first = self._text, start.index if start else 0
        at, last = first, end.index if end else len(self._text)
        while at < last and text[at] not in "\r\n":
            at += 1
        while at < last and text[at].isspace():
            at += 1
        return self.place(at, last) if at < last else self.place(first, at)

    def _key(self, frame: _Frame, key: str, location: Location) -> None:
        frame.key, frame.key_location = key, location
        first = frame.entries.get(key) if frame.entries is not None else None
        frame.is_duplicate = first is not None
        if first is not None:
            message = f"the key '{key}' stands twice, first on line {first.key_location.line}"
            related = (first.key_location,)
            self.problems.append(
                Problem(code="duplicate-key", message=message, location=location, related=related)
            )

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        location = self._location(event)
        if len(self._stack) >= MAX_DEPTH:
            message = f"expected at most {MAX_DEPTH} mappings and lists inside one another"
            self.report("broken-front-matter", message, location)
            return False
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.entries is not None and frame.key is None:
            self.report("broken-front-matter", "expected text as a key, found a mapping or list", location)
            return False
        entries: dict[str, YamlEntry] | None = {} if isinstance(event, yaml.MappingStartEvent) else None
        self._stack.append(_Frame(location, entries))
        return True

    def _close(self, event: yaml.Event) -> None:
        frame = self._stack.pop()
        location = self._extended(frame, event)
        if frame.entries is not None:
            self._add(YamlMap(frame.entries, location))
        else:
            self._add(YamlList(tuple(frame.items), location))

    def _extended(self, frame: _Frame, event: yaml.Event) -> Location:
        """Return the place of a mapping or list: all of it on one line, else its first key with the value."""
        place, end = frame.location, event.end_mark
        if not self._stack:
            return place
        if end is not None and self._plain_lines and end.line + self._first_line == place.line:
            return Location(place.path, place.line, place.column, max(1, end.column + 1 - place.column))
        first = next(iter(frame.entries.values()), None) if frame.entries else None
        shown = first.node.location if first is not None else None
        if first is not None and (shown is None or shown.line != place.line):
            shown = first.key_location
        if shown is None or shown.line != place.line:
            return place
        return Location(place.path, place.line, place.column, shown.column + shown.length - place.column)

    def _add(self, node: YamlNode) -> None:
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        if frame.entries is None:
            frame.items.append(node)
        elif frame.key is not None and frame.key_location is not None:
            if not frame.is_duplicate:
                frame.entries[frame.key] = YamlEntry(frame.key_location, node)
            frame.key = frame.key_location = None
        else:
            # an alias as a key was reported already; it stands for one that nothing reads
            self._key(frame, "*", node.location or Location(self.path))
