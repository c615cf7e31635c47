"""W3C Web Annotations in JSON-LD: other people's, and our own with all that a mark says.

``docs/w3c-annotations.md`` describes the vocabulary.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.formats.document import Document, RecordedName
from generator.formats.json_tree import Json, parse_json
from generator.formats.standoff import LoadText
from generator.formats.w3c_anchors import Anchors
from generator.formats.w3c_model import Annotation, Annotations, Target, listed, read_annotations, types_of
from generator.formats.yaml_tree import YamlMap, parse_yaml
from generator.formats.yaml_writer import scalar
from generator.kinds import KINDS
from generator.model.mark import Attribute, Mark
from generator.problems import Problem, Severity
from generator.text import Block, BlockRole, Location, Source, Span, read_plain

PREFIX: Final = "briefings:"
SKIP: Final = "skip"
ENDING: Final = ".annotations.jsonld"
"""What the name of a file that is published beside a page ends in; before it stands the slug."""

_NAMING: Final = frozenset({"tagging", "classifying", "identifying"})
_REMARKS: Final = frozenset({"commenting", "replying", "questioning", "assessing"})


class _Body(Struct, frozen=True):
    """What the bodies of one annotation say."""

    kind: str
    place: Location
    id: tuple[str, Location] | None
    standings: tuple[tuple[str, Location], ...]
    attributes: Mapping[str, Attribute]
    read: Mapping[str, str] | None


def read_w3c(
    path: str, raw: str, load_text: LoadText, text_path: str | None = None
) -> tuple[Document | None, list[Problem]]:
    """Read annotations; the document is None where the JSON or an annotation cannot be read.

    The text is the one at ``text_path`` (relative to the project), else the one that the file names.
    """
    tree, problems = parse_json(raw, path)
    if tree is None:
        return None, problems
    found, wrong = read_annotations(tree)
    problems += wrong
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, sorted(problems, key=lambda problem: problem.order)
    reader = _Reader(path, found, problems)
    document = reader.document(load_text, text_path)
    return document, sorted(reader.problems, key=lambda problem: problem.order)


class _Reader:
    """Makes marks of annotations."""

    def __init__(self, path: str, found: Annotations, problems: list[Problem]) -> None:
        self.problems = problems
        self._path = path
        self._found = found
        self._source = next(
            (
                target.source
                for annotation in found.annotations
                for target in annotation.targets
                if target.selectors
            ),
            None,
        )

    def document(self, load_text: LoadText, text_path: str | None) -> Document:
        """Read the whole file."""
        members = self._found.members
        named = self._text(members, "text")
        if text_path is None and named is not None:
            text_path = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), named))
        raw: str | None = None
        if text_path is not None:
            raw, problems = load_text(text_path)
            self.problems += problems
        is_ours = PREFIX + "frontMatter" in members
        anchors = Anchors(raw, is_ours=is_ours)
        marks: list[Mark] = []
        skipped: list[Span] = []
        for annotation in self._found.annotations:
            body = self._body(annotation)
            spans = self._spans(annotation, anchors) if body else ()
            if body is None or not spans:
                continue
            if body.kind == SKIP:
                skipped += spans
            else:
                marks.append(_mark(annotation, body, spans))
        self.problems += anchors.problems
        marks.sort(key=lambda mark: (mark.spans[0].start, -mark.spans[-1].end))
        sha256 = self._text(members, "sha256")
        return Document(
            path=self._path,
            slug=PurePosixPath(self._path.removesuffix(ENDING)).stem,
            metadata=self._metadata(members),
            source=self._read_source(raw, tuple(sorted(skipped))) if raw is not None else None,
            text_path=text_path if raw is not None else None,
            sha256=sha256,
            marks=tuple(marks),
            names=tuple(self._names(members)),
        )

    def _names(self, members: Mapping[str, Json]) -> Iterator[RecordedName]:
        for node in listed(members.get(PREFIX + "names")):
            name = node.value if isinstance(node.value, dict) else {}
            start, end, actors = (
                name[key].value if key in name else None for key in ("start", "end", "actors")
            )
            is_span = isinstance(start, int) and isinstance(end, int)
            if (
                is_span
                and isinstance(actors, str)
                and actors.split()
                and 0 <= int(str(start)) < int(str(end))
            ):
                span = Span(int(str(start)), int(str(end)))
                yield RecordedName(span=span, actors=tuple(actors.split()), location=node.location)
            else:
                self._report("bad-annotation", "expected start, end and actors of a name", node.location)

    def _read_source(self, raw: str, skipped: tuple[Span, ...]) -> Source:
        source = read_plain(raw, skipped)
        recorded = self._text(self._found.members, "sha256")
        if recorded is not None and recorded != source.sha256:
            place = self._found.members[PREFIX + "sha256"].location
            message = f"the text is not the one that was annotated: its hash is {source.sha256}"
            self._report("hash-mismatch", message, place)
        roles = {block.span: block.role for block in source.blocks}
        for node in listed(self._found.members.get(PREFIX + "blocks")):
            block = node.value if isinstance(node.value, dict) else {}
            role, start, end = (
                block[key].value if key in block else None for key in ("role", "start", "end")
            )
            span = next((known for known in roles if (known.start, known.end) == (start, end)), None)
            if span is not None and isinstance(role, str) and role in set(BlockRole):
                roles[span] = BlockRole(role)
            else:
                message = "expected the role and positions of a paragraph"
                self._report("bad-annotation", message, node.location)
        return replace(source, blocks=tuple(Block(*each) for each in roles.items()))

    def _metadata(self, members: Mapping[str, Json]) -> YamlMap:
        """Return the front matter; of other people's files what they say of themselves."""
        front = self._text(members, "frontMatter")
        if front is None:
            lines = []
            label = members.get("label")
            if label is not None and isinstance(label.value, str) and label.value.strip():
                lines.append(f"title: {scalar(label.value)}\n")
            if self._source is not None and self._source.startswith(("http://", "https://")):
                lines.append(f"url: {scalar(self._source)}\n")
            lines += self._states()
            front = "".join(lines)
        tree, problems = parse_yaml(front, self._path)
        self.problems += problems
        return tree if isinstance(tree, YamlMap) else YamlMap({}, Location(self._path))

    def _states(self) -> Iterator[str]:
        """Yield when the source was read and where it is kept, if all targets that tell agree."""
        targets = [target for annotation in self._found.annotations for target in annotation.targets]
        told = [target for target in targets if target.source == self._source]
        days = {day for target in told for day in target.days}
        copies = {address for target in told for address in target.cached}
        if len(days) == 1:
            yield f"retrieved: {scalar(*days)}\n"
        if len(copies) == 1 and next(iter(copies)).startswith(("http://", "https://")):
            yield f"archive_url: {scalar(*copies)}\n"

    def _body(self, annotation: Annotation) -> _Body | None:
        """Return what the bodies say; None, with a warning, where they name no kind of ours."""
        remarks: list[Json] = []
        tag: Json | None = None
        for node in annotation.bodies:
            members = node.value if isinstance(node.value, dict) else {}
            if PREFIX + "kind" in members:
                return self._own(node, members)
            value = members.get("value")
            if value is None or not isinstance(value.value, str) or "TextualBody" not in types_of(members):
                continue
            purposes = {each.value for each in listed(members.get("purpose"))}
            if purposes & _NAMING and value.value.lower() in (*KINDS, SKIP):
                tag = tag or value
            elif not purposes or purposes & _REMARKS:
                remarks.append(value)
        if tag is None:
            message = f"no body names a kind: expected a tag such as {', '.join(KINDS)}"
            self._report("left-out", message, annotation.location)
            return None
        attributes: dict[str, Attribute] = {}
        if remarks:
            text = " ".join(" ".join(str(remark.value).split()) for remark in remarks)
            attributes["internal"] = Attribute(text, remarks[0].location, remarks[0].location)
        return _Body(str(tag.value).lower(), tag.location, None, (), attributes, None)

    def _own(self, node: Json, members: Mapping[str, Json]) -> _Body | None:
        kind, identifier = self._text(members, "kind"), self._text(members, "id")
        if not kind:
            self._report("bad-annotation", "expected a kind, such as figure", node.location)
            return None
        standings = [
            (each.value, each.location)
            for each in listed(members.get(PREFIX + "standing"))
            if isinstance(each.value, str)
        ]
        attributes = {
            key: Attribute(value, place, place) for key, value, place in self._texts(members, "attributes")
        }
        read = {key: value for key, value, _ in self._texts(members, "read")}
        place = members[PREFIX + "kind"].location
        return _Body(
            kind=kind,
            place=place,
            id=(identifier, members[PREFIX + "id"].location) if identifier else None,
            standings=tuple(standings),
            attributes=attributes,
            read=read or None,
        )

    def _texts(self, members: Mapping[str, Json], key: str) -> Iterator[tuple[str, str, Location]]:
        node = members.get(PREFIX + key)
        values = node.value if node is not None else {}
        if not isinstance(values, dict):
            message = f"expected texts by name for '{PREFIX}{key}'"
            self._report("bad-annotation", message, members[PREFIX + key].location)
            return
        for name, each in values.items():
            if isinstance(each.value, str):
                yield name, each.value, each.location
            else:
                self._report("bad-annotation", f"expected text for '{name[:40]}'", each.location)

    def _spans(self, annotation: Annotation, anchors: Anchors) -> tuple[Span, ...]:
        """Return the stretches of all targets; none where one of them cannot be told."""
        spans: list[Span] = []
        for target in annotation.targets:
            if not self._is_about_text(target):
                message = f"is about another source than the others: '{(target.source or '')[:60]}'"
                self._report("left-out", message, target.location)
                return ()
            span = anchors.span(target)
            if span is None:
                return ()
            spans.append(span)
        spans.sort()
        if any(one.overlaps(other) for one, other in pairwise(spans)):
            self._report("bad-position", "expected targets apart", annotation.location)
            return ()
        return tuple(spans)

    def _is_about_text(self, target: Target) -> bool:
        return not target.selectors or target.source == self._source

    def _text(self, members: Mapping[str, Json], key: str) -> str | None:
        node = members.get(PREFIX + key)
        if node is None or isinstance(node.value, str):
            return str(node.value) if node is not None else None
        self._report("bad-annotation", f"expected text for '{PREFIX}{key}'", node.location)
        return None

    def _report(self, code: str, message: str, location: Location) -> None:
        self.problems.append(Problem(code=code, message=message, location=location))


def _mark(annotation: Annotation, body: _Body, spans: tuple[Span, ...]) -> Mark:
    return Mark(
        kind=body.kind,
        spans=spans,
        location=annotation.location,
        kind_location=body.place,
        id=body.id[0] if body.id else None,
        id_location=body.id[1] if body.id else None,
        classes=body.standings,
        attributes=body.attributes,
        read=body.read,
    )
