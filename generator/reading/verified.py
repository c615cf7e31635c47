"""What was verified with the text at hand, put beside the marks for when it is not."""

from __future__ import annotations

from msgspec.structs import replace

from generator.formats.document import Document, RecordedName
from generator.kinds import KINDS
from generator.model import Article, Mark, Mention, Record


def with_verified(document: Document, article: Article, *, with_ids: bool = True) -> Document:
    """Return a document whose marks record what was read from their words, and ``with_ids`` under which ids.

    Without its text it gives the same records as with it. The article is the one that the document gave.
    """
    records = {record.location: record for record in article.records if not _is_found(record)}
    marks = tuple(_recorded(mark, records.get(mark.location), with_id=with_ids) for mark in document.marks)
    names = tuple(
        RecordedName(span=record.evidence.spans[0], actors=record.actors, location=record.location)
        for record in article.records
        if _is_found(record)
    )
    return replace(document, marks=marks, names=tuple(sorted(names, key=lambda name: name.span)))


def _recorded(mark: Mark, record: Record | None, *, with_id: bool) -> Mark:
    if record is None:
        return mark
    values = {key: value for key, value in KINDS[mark.kind].verified(record) if not _is_typed(mark, key)}
    return replace(mark, id=record.id if with_id else mark.id, read=values or None)


def _is_typed(mark: Mark, key: str) -> bool:
    """Return whether the author typed what would be recorded, so that it is there without the text, too."""
    if key == "actors":
        return bool(mark.attributes.keys() & {"ref", "is"})
    return key == "by" and key in mark.attributes


def _is_found(record: Record) -> bool:
    return isinstance(record, Mention) and record.found
