"""The terms that our annotations are written in: W3C's, schema.org's, and our own for what neither has.

``docs/w3c-annotations.md`` describes them. Source: Web Annotation Data Model and Vocabulary, 2017.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.formats.w3c import PREFIX
from generator.formats.w3c_checks import REFERENCE
from generator.formats.w3c_model import CONTEXT
from generator.text import Span

NAMESPACE: Final = "urn:uuid:5d0a9c5e-6f0b-4c37-9a51-7d1c2b8e4f60#"
"""Of our own terms: a name that needs no host."""

CONTEXTS: Final = (CONTEXT, {"schema": "https://schema.org/", "briefings": NAMESPACE})
"""What the names of a file of ours mean."""

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


def annotation(name: str, motivation: str, body: Mapping[str, Any], targets: Sequence[Any]) -> dict[str, Any]:
    """Return one annotation; ``name`` is its address in the file."""
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def motivation(kind: str) -> str:
    """Return why a mark of a kind was made, in the model's words."""
    return "identifying" if kind == "actor" else "describing"


def body(
    kind: str,
    *,
    name: str | None,
    standings: Sequence[str],
    attributes: Mapping[str, str],
    read: Mapping[str, str],
) -> dict[str, Any]:
    """Return what a mark says: its id, what was typed, and what was read from its words."""
    found: dict[str, Any] = {"type": _CLASSES.get(kind, (f"{PREFIX}Fact",)), f"{PREFIX}kind": kind}
    if name is not None:
        found[f"{PREFIX}id"] = name
    if standings:
        found[f"{PREFIX}standing"] = standings
    if attributes:
        found[f"{PREFIX}attributes"] = attributes
    if read:
        found[f"{PREFIX}read"] = read
        found.update(_described(read))
    return found


def target(
    source: str, span: Span, words: tuple[str, str, str] | None, state: Mapping[str, str] | None
) -> dict[str, Any]:
    """Return where a span stands; ``words`` are (exact, prefix, suffix), None where they are not written."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    found: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if words is not None:
        exact, prefix, suffix = words
        quoted = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        found["selector"] = [{key: value for key, value in quoted.items() if value}, position]
    else:
        found["selector"] = position
    if state:
        found["state"] = state
    return found


def time_state(day: dt.date | None, archive: str | None) -> dict[str, str] | None:
    """Return on which day the source was as it is meant, and where it is kept as it was."""
    if day is None:
        return None
    state = {"type": "TimeState", "sourceDate": f"{day.isoformat()}T00:00:00Z"}
    if archive is not None and REFERENCE.fullmatch(archive):
        state["cached"] = archive
    return state


def _described(read: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield what was read from the words in terms of schema.org."""
    if "value" in read:
        yield "schema:minValue" if "high" in read else "schema:value", read["value"]
    for key, term in _TERMS.items():
        if key in read:
            yield term, read[key]
    if "by" in read:
        yield "schema:creator", {f"{PREFIX}actor": read["by"]}
