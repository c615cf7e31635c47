"""Annotations beside their text: for texts that may not be copied, for overlaps, and for tools.

``seeds/<slug>.yml`` holds the metadata of an article, ``text:`` (a path relative to the file), ``sha256:`` of
the normalised text, ``skip:``, ``blocks:`` (those that are no paragraphs: ``{role: heading, start, end}``),
``paragraphs:`` and ``names:`` (where each block begins, and names stand, in a text that is not at hand) and
``annotations:``, each ``{kind, id, standing, exact,
prefix, suffix, start, end, spans, read, …attributes}``. Source: W3C Web Annotation, selectors, in YAML.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from msgspec.structs import replace

from generator.formats.document import Document, RecordedName
from generator.formats.places import TextPlaces
from generator.formats.targets import SELECTOR_KEYS, Targets
from generator.formats.yaml_tree import YamlList, YamlMap, YamlNode, YamlScalar, parse_yaml
from generator.model.mark import Attribute, Mark
from generator.problems import Problem
from generator.text import Block, BlockRole, Location, Source, read_plain

LoadText: TypeAlias = Callable[[str], tuple[str | None, list[Problem]]]
"""From a path relative to the project to the text there, or None, with what hinders reading it."""

FORMAT_KEYS: Final = frozenset({"text", "sha256", "blocks", "skip", "paragraphs", "names", "annotations"})
"""Keys of the file that are no metadata."""

MARK_KEYS: Final = SELECTOR_KEYS | {"kind", "id", "standing", "standings", "spans", "read"}
"""Keys of an annotation that are no attributes."""

_OFFSET: Final = re.compile(r"[0-9]{1,9}")
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
_EXAMPLE: Final = "- {kind: figure, exact: 14 crews, start: 189, end: 197}"


def read_standoff(path: str, raw: str, load_text: LoadText) -> tuple[Document | None, list[Problem]]:
    """Read standoff annotations; the document is None where the YAML cannot be read.

    Where the text is at hand, its hash, every position and the recorded words are checked against it, and
    annotations without positions are found by their words.
    """
    tree, problems = parse_yaml(raw, path)
    if not isinstance(tree, YamlMap):
        if not problems:
            place = tree.location if tree is not None else Location(path)
            message = "expected keys and values, such as title: and annotations:"
            problems.append(Problem(code="broken-front-matter", message=message, location=place))
        return None, problems
    reader = _Reader(path, problems)
    document = reader.read(tree, load_text)
    return document, sorted(reader.problems, key=lambda problem: problem.order)


class _Reader:
    """Reads the entries of one file and collects what is wrong."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.problems = problems
        self._path = path
        self._text_path: str | None = None

    def read(self, tree: YamlMap, load_text: LoadText) -> Document:
        """Read the whole file."""
        source, places = self._source(tree, load_text)
        sha256 = self._hash(tree, source)
        targets = Targets(source.text if source else None, places, self.problems)
        skipped = [span for entry in self._list(tree, "skip") for span in targets.spans(entry)]
        if source is not None:
            blocks = self._blocks(tree, source, targets)
            source = replace(source, blocks=blocks, skipped=tuple(sorted(skipped)))
        marks = [mark for entry in self._list(tree, "annotations") if (mark := self._mark(entry, targets))]
        marks.sort(key=lambda mark: (mark.spans[0].start, -mark.spans[-1].end))
        if source is not None and "sha256" not in tree.entries and targets.unrecorded:
            self._report_unrecorded(targets.unrecorded)
        rest = {key: entry for key, entry in tree.entries.items() if key not in FORMAT_KEYS}
        return Document(
            path=self._path,
            slug=PurePosixPath(self._path).stem,
            metadata=YamlMap(rest, tree.location),
            source=source,
            text_path=self._text_path,
            sha256=sha256,
            marks=tuple(marks),
            places=places,
            paragraphs=self._paragraphs(tree, source),
            names=tuple(self._names(tree, targets)),
        )

    def _blocks(self, tree: YamlMap, source: Source, targets: Targets) -> tuple[Block, ...]:
        """Return the blocks of the text with the roles that a plain text cannot show."""
        roles = {block.span: block.role for block in source.blocks}
        for entry in self._list(tree, "blocks"):
            role = self._scalar(entry, "role")
            place = role.location if role else entry.location or Location(self._path)
            if role is None or role.value not in set(BlockRole):
                message = f"expected a role, one of {', '.join(BlockRole)}"
                self._report("bad-value", message, place, "{role: heading, start: 0, end: 15}")
                continue
            for span in targets.spans(entry):
                if span in roles:
                    roles[span] = BlockRole(role.value)
                else:
                    message = f"expected the positions of a whole paragraph, found {span.start}–{span.end}"
                    self._report("bad-position", message, place)
        return tuple(Block(span, role) for span, role in roles.items())

    def _paragraphs(self, tree: YamlMap, source: Source | None) -> tuple[int, ...]:
        """Return where the blocks begin, as recorded for a text that is not at hand."""
        if "paragraphs" not in tree.entries:
            return ()
        node = tree.entries["paragraphs"].node
        place = node.location or tree.entries["paragraphs"].key_location
        values = [scalar.value for scalar in self._scalars(node)]
        starts = tuple(int(value) for value in values if _OFFSET.fullmatch(value))
        wanted = tuple(block.span.start for block in source.blocks) if source else starts
        if len(starts) == len(values) and starts == tuple(sorted({*starts})) == wanted:
            return starts
        message = "expected the offsets at which the paragraphs begin, in order"
        self._report("bad-position", message, place, "leave it out, and convert the file anew: --no-text")
        return ()

    def _names(self, tree: YamlMap, targets: Targets) -> Iterator[RecordedName]:
        for entry in self._list(tree, "names"):
            place = entry.location or Location(self._path)
            actors = self._scalars(entry.entries["actors"].node) if "actors" in entry.entries else []
            if not actors:
                self._report("missing-key", "expected 'actors', whom the name means", place)
            for span in targets.spans(entry) if actors else ():
                named = tuple(scalar.value for scalar in actors)
                yield RecordedName(span=span, actors=named, location=place)

    def _source(self, tree: YamlMap, load_text: LoadText) -> tuple[Source | None, TextPlaces | None]:
        node = self._scalar(tree, "text")
        if node is None:
            return None, None
        if not node.value or node.value.startswith("/") or "\\" in node.value or ":" in node.value:
            message = f"expected a path relative to this file, found '{node.value}'"
            self._report("bad-value", message, node.location, "text: ../texts/ferry.txt")
            return None, None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), node.value))
        self._text_path = path
        text, problems = load_text(path)
        self.problems.extend(problems)
        if text is None:
            if not problems and not _may_be_absent(tree):
                message = f"the text is not at hand ({node.value}); nothing can be read from its words"
                self._report("text-missing", message, node.location)
            return None, None
        return read_plain(text), TextPlaces(path, text)

    def _hash(self, tree: YamlMap, source: Source | None) -> str | None:
        node = self._scalar(tree, "sha256")
        if node is None:
            return None
        if not _SHA256.fullmatch(node.value):
            message = "expected 64 hexadecimal digits, the SHA-256 of the normalised text"
            self._report("bad-value", message, node.location)
            return None
        recorded = node.value.lower()
        if source is not None and source.sha256 != recorded:
            message = f"the text is not the one that was annotated: its hash is {source.sha256}"
            self._report("hash-mismatch", message, node.location, "briefings repair, which tells what moved")
        return recorded

    def _report_unrecorded(self, entries: Sequence[Location]) -> None:
        """Report once that nothing tells whether the text still is the one that was annotated."""
        more = len(entries) - 1
        others = f" (and so {'does 1 other' if more == 1 else f'do {more} others'})" if more else ""
        message = (
            f"this records positions alone{others}, and the file no hash: a change of the text would pass"
        )
        self._report(
            "unverified-words", message, entries[0], "add exact: with the words, or sha256: of the text"
        )

    def _mark(self, entry: YamlMap, targets: Targets) -> Mark | None:
        place = entry.location or Location(self._path)
        kind = self._scalar(entry, "kind")
        if kind is None or not kind.value:
            if kind is not None or "kind" not in entry.entries:
                self._report("missing-key", "expected a kind, such as figure", place, _EXAMPLE)
            return None
        found = targets.read_all(entry)
        if not found:
            return None
        identifier = self._scalar(entry, "id")
        return Mark(
            kind=kind.value,
            spans=tuple(target.span for target in found),
            location=place,
            kind_location=kind.location,
            id=identifier.value if identifier else None,
            id_location=identifier.location if identifier else None,
            classes=self._standings(entry),
            attributes=self._attributes(entry),
            words=tuple(target.words for target in found if target.words is not None)
            if all(target.words is not None for target in found)
            else None,
            read=self._read(entry),
        )

    def _standings(self, entry: YamlMap) -> tuple[tuple[str, Location], ...]:
        scalars = [
            scalar
            for key in ("standing", "standings")
            if key in entry.entries
            for scalar in self._scalars(entry.entries[key].node)
        ]
        return tuple((scalar.value, scalar.location) for scalar in scalars if scalar.value)

    def _attributes(self, entry: YamlMap) -> dict[str, Attribute]:
        found: dict[str, Attribute] = {}
        for key, value in entry.entries.items():
            if key in MARK_KEYS:
                continue
            scalars = self._scalars(value.node)
            if scalars:
                # a list is what inline marks write as words in quotes: because="id id"
                words = " ".join(scalar.value for scalar in scalars)
                found[key] = Attribute(words, scalars[0].location, value.key_location)
        return found

    def _read(self, entry: YamlMap) -> dict[str, str] | None:
        if "read" not in entry.entries:
            return None
        node = entry.entries["read"].node
        if not isinstance(node, YamlMap):
            self._report("bad-value", "expected verified values by name", node.location, "read: {value: 50}")
            return None
        values: dict[str, str] = {}
        for key, value in node.entries.items():
            scalars = self._scalars(value.node)
            if scalars:
                values[key] = " ".join(scalar.value for scalar in scalars)
        return values

    def _scalars(self, node: YamlNode) -> list[YamlScalar]:
        """Return one value as a list, or the values of a list."""
        if isinstance(node, YamlScalar):
            return [node]
        if isinstance(node, YamlList):
            scalars = [item for item in node.items if isinstance(item, YamlScalar)]
            if len(scalars) == len(node.items):
                return scalars
        self._report("bad-value", "expected text, or a list of it", node.location or Location(self._path))
        return []

    def _scalar(self, tree: YamlMap, key: str) -> YamlScalar | None:
        if key not in tree.entries:
            return None
        entry = tree.entries[key]
        if isinstance(entry.node, YamlScalar):
            return entry.node
        self._report("bad-value", f"expected text for '{key}'", entry.node.location or entry.key_location)
        return None

    def _list(self, tree: YamlMap, key: str) -> list[YamlMap]:
        """Return the mappings of a list; an absent or empty one has none."""
        if key not in tree.entries:
            return []
        entry = tree.entries[key]
        if isinstance(entry.node, YamlScalar) and entry.node.plain and entry.node.value in ("", "~", "null"):
            return []
        if not isinstance(entry.node, YamlList):
            message = f"expected a list for '{key}'"
            self._report("bad-value", message, entry.node.location or entry.key_location, _EXAMPLE)
            return []
        found = []
        for item in entry.node.items:
            if isinstance(item, YamlMap):
                found.append(item)
            else:
                self._report("bad-value", "expected keys and values in each entry", item.location, _EXAMPLE)
        return found

    def _report(self, code: str, message: str, location: Location, example: str | None = None) -> None:
        self.problems.append(Problem(code=code, message=message, location=location, example=example))


def _may_be_absent(tree: YamlMap) -> bool:
    """Return whether no page shows the text anyway, and its hash verifies it where it is at hand."""
    rights = tree.entries["rights"].node if "rights" in tree.entries else None
    display = rights.entries.get("display") if isinstance(rights, YamlMap) else None
    is_withheld = (
        display is not None and isinstance(display.node, YamlScalar) and display.node.value == "none"
    )
    return is_withheld and "sha256" in tree.entries
