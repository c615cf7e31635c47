"""Writing a document as annotations beside their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.formats.document import Document
from generator.formats.standoff import FORMAT_KEYS, MARK_KEYS
from generator.formats.yaml_writer import Data, flow, front_matter, scalar
from generator.model.mark import Mark
from generator.problems import Problem
from generator.selectors import quote
from generator.text import BlockRole, Location, Source, Span, normalise

_ROOM: Final = 100
"""Characters of a line, beyond which an entry takes several."""


def write_standoff(
    document: Document, *, own: str | None = None, text_path: str | None = None, with_words: bool = True
) -> tuple[str | None, list[Problem]]:
    """Return the text of a standoff file, or what it cannot say.

    ``own`` is the YAML that the metadata was read from, carried over as it stands; ``text_path`` leads from
    the file to its text. Without ``with_words`` no words of the text are written, only positions.
    """
    problems = list(_unsayable(document))
    if problems:
        return None, problems
    parts = [front_matter(document.metadata, own, FORMAT_KEYS, more=True)]
    source = document.source
    sha256 = source.sha256 if source else document.sha256
    if text_path is not None:
        parts.append(f"text: {scalar(text_path)}\n")
    if sha256 is not None:
        parts.append(f"sha256: {sha256}\n")
    if source is not None:
        parts += _listed("blocks", _roles(source, with_words))
        parts += _listed("skip", (_selector(span, None, source, with_words) for span in source.skipped))
    if not with_words:
        starts = [block.span.start for block in source.blocks] if source else document.paragraphs
        parts += [f"paragraphs: {flow(starts)}\n"] if starts else []
        names = ({**_positions(name.span), "actors": list(name.actors)} for name in document.names)
        parts += _listed("names", names)
    entries = (_entry(mark, source, with_words) for mark in document.marks)
    parts += _listed("annotations", entries)
    return "".join(parts), []


def _roles(source: Source, with_words: bool) -> Iterator[dict[str, Data]]:  # noqa: FBT001 (as its caller)
    for block in source.blocks:
        if block.role is BlockRole.PARAGRAPH:
            continue
        words = block.span.of(source.text)
        # by its words a heading is found again in an edited text
        is_told = with_words and normalise(words) == words
        yield {"role": block.role.value, **({"exact": words} if is_told else {}), **_positions(block.span)}


def _listed(key: str, entries: Iterator[dict[str, Data]]) -> Iterator[str]:
    """Yield a key and the lines of its list; nothing where the list is empty."""
    for number, entry in enumerate(entries):
        if number == 0:
            yield f"{key}:\n"
        line = f"  - {flow(entry)}\n"
        if len(line) <= _ROOM:
            yield line
            continue
        for position, (name, value) in enumerate(entry.items()):
            yield f"  {'-' if position == 0 else ' '} {scalar(name)}: {flow(value)}\n"


def _entry(mark: Mark, source: Source | None, with_words: bool) -> dict[str, Data]:  # noqa: FBT001 (as its caller)
    entry: dict[str, Data] = {"kind": mark.kind}
    if mark.id is not None:
        entry["id"] = mark.id
    standings = [name for name, _ in mark.classes]
    if standings:
        entry["standing"] = standings[0] if len(standings) == 1 else standings
    words = mark.words or (None,) * len(mark.spans)
    selectors = [
        _selector(span, recorded, source, with_words)
        for span, recorded in zip(mark.spans, words, strict=True)
    ]
    entry.update(selectors[0] if len(selectors) == 1 else {"spans": selectors})
    entry.update({name: attribute.value for name, attribute in mark.attributes.items()})
    if mark.read:
        entry["read"] = dict(mark.read)
    return entry


def _selector(span: Span, recorded: str | None, source: Source | None, with_words: bool) -> dict[str, Data]:  # noqa: FBT001 (as its caller)
    """Return the W3C selectors of a span."""
    found: dict[str, Data] = {}
    if with_words and source is not None:
        exact, prefix, suffix = quote(source.text, span)
        found = {"exact": exact, "prefix": prefix, "suffix": suffix}
    elif with_words and recorded is not None:
        found = {"exact": recorded}
    return {**{key: value for key, value in found.items() if value}, **_positions(span)}


def _positions(span: Span) -> dict[str, Data]:
    return {"start": span.start, "end": span.end}


def _unsayable(document: Document) -> Iterator[Problem]:
    """Yield what would be read as something else, or not at all."""
    for key in sorted(FORMAT_KEYS & document.metadata.entries.keys()):
        place = document.metadata.entries[key].key_location
        yield _problem(f"the key '{key}' means something else in a standoff file", place)
    for mark in document.marks:
        for key in sorted(MARK_KEYS & mark.attributes.keys()):
            place = mark.attributes[key].key_location
            yield _problem(f"the attribute '{key}' means something else in a standoff file", place)
        if document.source is not None and any(
            normalise(words := span.of(document.source.text)) != words for span in mark.spans
        ):
            message = "its words begin or end with a space or byte order mark, which normalising takes off"
            yield _problem(message, mark.location)
    if document.source is not None and normalise(document.source.text) != document.source.text:
        message = "the text begins with a byte order mark, which normalising takes off"
        yield _problem(message, Location(document.path))


def _problem(message: str, location: Location) -> Problem:
    return Problem(code="not-convertible", message=message, location=location)
