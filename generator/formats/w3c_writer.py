"""Writing a document as W3C Web Annotations in JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote as percent

from generator.formats.document import Document
from generator.formats.standoff import FORMAT_KEYS
from generator.formats.w3c import PREFIX, SKIP
from generator.formats.w3c_checks import REFERENCE
from generator.formats.w3c_model import CONTEXT
from generator.formats.yaml_tree import YamlScalar
from generator.formats.yaml_writer import front_matter
from generator.model.mark import Mark
from generator.problems import Problem
from generator.selectors import quote
from generator.text import BlockRole, Source, Span
from generator.text.normalise import VERSION

NAMESPACE: Final = "urn:uuid:5d0a9c5e-6f0b-4c37-9a51-7d1c2b8e4f60#"
"""Of our own terms: a name that needs no host."""

_SCHEMA: Final = "https://schema.org/"
_CLASSES: Final = {
    "actor": ("briefings:Actor", "schema:Thing"),
    "event": ("briefings:Event", "schema:Event"),
    "figure": ("briefings:Figure", "schema:QuantitativeValue"),
    "quote": ("briefings:Quote", "schema:Quotation"),
}
_TERMS: Final = {
    "high": "schema:maxValue",
    "unit": "schema:unitCode",
    "of": "schema:unitText",
    "date": "schema:temporalCoverage",
}


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
        "@context": [CONTEXT, {"schema": _SCHEMA, "briefings": NAMESPACE}],
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
            motivation = "identifying" if mark.kind == "actor" else "describing"
            yield self._annotation(name, motivation, _body(mark), mark.spans)
        for number, span in enumerate(self._document.source.skipped if self._document.source else (), 1):
            body = {"type": f"{PREFIX}Boilerplate", f"{PREFIX}kind": SKIP}
            yield self._annotation(f"#boilerplate-{number}", "classifying", body, (span,))

    def _annotation(
        self, name: str, motivation: str, body: Mapping[str, Any], spans: tuple[Span, ...]
    ) -> dict[str, Any]:
        targets = [self._target(span) for span in spans]
        return {
            "id": name,
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": targets[0] if len(targets) == 1 else targets,
        }

    def _target(self, span: Span) -> dict[str, Any]:
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        target: dict[str, Any] = {"type": "SpecificResource", "source": self._source}
        text: Source | None = self._document.source if self._with_words else None
        if text is not None:
            exact, prefix, suffix = quote(text.text, span)
            words = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
            target["selector"] = [{key: value for key, value in words.items() if value}, position]
        else:
            target["selector"] = position
        if self._state:
            target["state"] = self._state
        return target

    def _time_state(self) -> dict[str, Any] | None:
        """Return when the source was as it is meant: as it was read, else as it was published."""
        day = self.metadata("retrieved") or self.metadata("published") or ""
        try:
            read = dt.date.fromisoformat(day)
        except ValueError:
            return None
        state = {"type": "TimeState", "sourceDate": f"{read.isoformat()}T00:00:00Z"}
        archive = self.metadata("archive_url")
        if archive is not None and REFERENCE.fullmatch(archive):
            state["cached"] = archive
        return state


def _body(mark: Mark) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": list(_CLASSES.get(mark.kind, (f"{PREFIX}Fact",))),
        f"{PREFIX}kind": mark.kind,
    }
    if mark.id is not None:
        body[f"{PREFIX}id"] = mark.id
    if mark.classes:
        body[f"{PREFIX}standing"] = [name for name, _ in mark.classes]
    if mark.attributes:
        body[f"{PREFIX}attributes"] = {name: each.value for name, each in mark.attributes.items()}
    if mark.read:
        body[f"{PREFIX}read"] = dict(mark.read)
        body.update(_described(mark.read))
    return body


def _described(read: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield what was read from the words in terms of schema.org."""
    if "value" in read:
        yield "schema:minValue" if "high" in read else "schema:value", read["value"]
    for key, term in _TERMS.items():
        if key in read:
            yield term, read[key]
    if "by" in read:
        yield "schema:creator", {f"{PREFIX}actor": read["by"]}
