"""What a kind is: a name, the attributes and standings it reads, and how it reads a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from msgspec import Struct, field

from generator.kinds.context import Context
from generator.model import Evidence, Mark, Record, Standing, Status

STATUS: Final = "status"
DRAFT_NOTE: Final = "Draft: suggested by rules, accepted by nobody yet."

COMMON: Final = {
    "title": "The fact in your own words; the words of the span otherwise.",
    "gist": "An own-words summary, shown where the words of the source may not be.",
    "note": "A remark that is published, set apart as the editor's.",
    "internal": "A remark that is never published.",
    "status": "`draft` for a suggestion that nobody has accepted: it shows on no page, unless drafts do.",
    "same": "Ids of facts that tell the same again; `slug#id` for one of another article.",
    "because": "Ids of the facts that a typed value was concluded from; it shows as *inferred*.",
}
"""Attributes of every kind."""


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of annotation: its file, its template and its line in KINDS are all of it."""

    name: str
    """What authors type: ``{.figure}``."""

    record: type[Record]
    summary: str
    """One sentence for the documentation."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    """Attributes beyond the common ones, each with a sentence for the documentation."""

    standings: frozenset[Standing] = frozenset()
    read: Callable[[int, Mark, Context], Record | None]
    """Read the mark at a position; problems go to the context. None where nothing can be made of it."""

    verified: Callable[[Any], Iterable[tuple[str, str]]] = lambda _: ()
    """What to record in ``read:`` of a record of this kind, for when the text is not at hand."""

    finish: Callable[[Context], None] | None = None
    """Settle what the records of this kind are to each other, before the next kind reads."""

    @property
    def all_attributes(self) -> Mapping[str, str]:
        """Return every attribute that the kind reads."""
        return {**self.attributes, **COMMON}


def common_fields(position: int, mark: Mark, context: Context) -> dict[str, Any]:
    """Return the fields that every record takes from its mark alone."""
    fields: dict[str, Any] = {
        "id": context.ids[position],
        "is_derived_id": mark.id is None,
        "evidence": Evidence(spans=mark.spans, words=context.words_of(mark)),
        "location": mark.location,
        "standing": Standing(mark.classes[0][0]) if mark.classes else Standing.REPORTED,
        "inside": context.parent_id(position),
    }
    if mark.attributes:
        fields |= _typed_fields(mark, context)
    return fields


def _typed_fields(mark: Mark, context: Context) -> dict[str, Any]:
    """Return the fields that come of common attributes; most marks have none, and records their defaults."""
    if COMMON.keys().isdisjoint(mark.attributes):
        return {}
    return {
        "because": context.typed_facts(mark.attributes.get("because")),
        "same": context.typed_facts(mark.attributes.get("same")),
        **{name: text(mark, name) for name in ("title", "gist", "internal")},
        "note": _note(mark),
    }


def is_draft(mark: Mark) -> bool:
    """Return whether a mark is a suggestion that nobody has accepted."""
    return STATUS in mark.attributes and text(mark, STATUS) == Status.DRAFT


def _note(mark: Mark) -> str | None:
    """Return the editor's remark; of a draft, wherever drafts show, first that it is one."""
    note = text(mark, "note")
    if not is_draft(mark):
        return note
    return f"{DRAFT_NOTE} {note}" if note else DRAFT_NOTE


def text(mark: Mark, name: str) -> str | None:
    """Return the text of an attribute; None where it is absent or blank."""
    attribute = mark.attributes.get(name)
    return (attribute.value.strip() or None) if attribute else None
