"""Writing a document as W3C Web Annotations in JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent

from generator.formats.document import Document
from generator.formats.standoff import FORMAT_KEYS
from generator.formats.w3c import PREFIX, SKIP
from generator.formats.w3c_checks import REFERENCE
from generator.formats.w3c_terms import CONTEXTS, annotation, body, motivation, target, time_state
from generator.formats.yaml_tree import YamlScalar
from generator.formats.yaml_writer import front_matter
from generator.model.mark import Mark
from generator.problems import Problem
from generator.selectors import quote
from generator.text import BlockRole, Source, Span
from generator.text.normalise import VERSION


def write_w3c(
    document: Document, *, own: str | None = None, text_path: str | None = None, with_words: bool = True
) -> tuple[str | None, list[Problem]]:
    """Return an AnnotationCollection, or what it cannot say.

    ``own`` is the YAML that the metadata was read from; ``text_path`` leads from the file to its text.
    Without ``with_words`` no words of the text are written, only positions.
    """
    writer = _Writer(document, text_path, with_words=with_words)
    items = list(writer.items())
    source = document.source
    collection: dict[str, Any] = {
        "@context": CONTEXTS,
        "id": "#annotations",
        "type": "AnnotationCollection",
        "label": writer.metadata("title") or document.slug,
        "total": len(items),
        f"{PREFIX}frontMatter": front_matter(document.metadata, own, FORMAT_KEYS),
        f"{PREFIX}normalisation": VERSION,
    }
    if text_path is not None:
        collection[f"{PREFIX}text"] = text_path
    sha256 = source.sha256 if source else document.sha256
    if sha256 is not None:
        collection[f"{PREFIX}sha256"] = sha256
    roles = [
        {"role": block.role.value, "start": block.span.start, "end": block.span.end}
        for block in (source.blocks if source else ())
        if block.role is not BlockRole.PARAGRAPH
    ]
    if roles:
        collection[f"{PREFIX}blocks"] = roles
    if document.names and not with_words:
        collection[f"{PREFIX}names"] = [
            {"start": name.span.start, "end": name.span.end, "actors": " ".join(name.actors)}
            for name in document.names
        ]
    collection["first"] = {"id": "#page-1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n", []


class _Writer:
    """Writes the marks of one document as annotations."""

    def __init__(self, document: Document, text_path: str | None, *, with_words: bool) -> None:
        self._document = document
        self._with_words = with_words
        address = self.metadata("url")
        if address is None or not REFERENCE.fullmatch(address):
            address = percent(text_path) if text_path else "#text"
        self._source = address
        self._state = self._time_state()

    def metadata(self, key: str) -> str | None:
        """Return one value of the front matter."""
        entry = self._document.metadata.entries.get(key)
        node = entry.node if entry else None
        return node.value or None if isinstance(node, YamlScalar) else None

    def items(self) -> Iterator[dict[str, Any]]:
        """Yield every mark, then the boilerplate."""
        used: set[str] = set()
        for number, mark in enumerate(self._document.marks, 1):
            name = f"#fact-{percent(mark.id, safe='')}" if mark.id else f"#annotation-{number}"
            name = name if name not in used else f"#annotation-{number}-again"
            used.add(name)
            yield annotation(name, motivation(mark.kind), _body(mark), self._targets(mark.spans))
        for number, span in enumerate(self._document.source.skipped if self._document.source else (), 1):
            said = {"type": f"{PREFIX}Boilerplate", f"{PREFIX}kind": SKIP}
            yield annotation(f"#boilerplate-{number}", "classifying", said, self._targets((span,)))

    def _targets(self, spans: tuple[Span, ...]) -> list[dict[str, Any]]:
        text: Source | None = self._document.source if self._with_words else None
        return [
            target(self._source, span, quote(text.text, span) if text is not None else None, self._state)
            for span in spans
        ]

    def _time_state(self) -> dict[str, Any] | None:
        """Return when the source was as it is meant: as it was read, else as it was published."""
        day = self.metadata("retrieved") or self.metadata("published") or ""
        try:
            read = dt.date.fromisoformat(day)
        except ValueError:
            return None
        return time_state(read, self.metadata("archive_url"))


def _body(mark: Mark) -> dict[str, Any]:
    return body(
        mark.kind,
        name=mark.id,
        standings=[name for name, _ in mark.classes],
        attributes={name: each.value for name, each in mark.attributes.items()},
        read=mark.read or {},
    )
