"""One W3C annotations file for each article, beside its page: its facts, and where their words stand.

All of it comes from what may be shown, so a file quotes no word that its page does not. ``briefings convert``
reads it back. ``docs/w3c-annotations.md`` describes the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from msgspec.json import Encoder

from generator.exports.export import PlannedFile
from generator.exports.front_matter import front_matter
from generator.exports.quotes import quoted_words
from generator.formats.w3c import PREFIX
from generator.formats.w3c_terms import CONTEXTS, annotation, body, motivation, target, time_state
from generator.kinds.dating import UNDATED
from generator.kinds.recorded import verified_date, verified_quantity
from generator.model import Standing, TextForm
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord
from generator.text import Span
from generator.text.normalise import VERSION
from generator.values import Quantity

_JSON: Final = Encoder()

_END: Final = b"\n]}}\n"

_TEXT: Final = "#text"
"""Stands for a text that no address leads to: of a source without one, a paraphrase, a translation."""

_WITH_ACTORS: Final = frozenset({"event", "figure"})
"""Kinds that may be given more actors than their words name."""


class Annotations:
    """An AnnotationCollection with one page: each fact is an annotation, on a line of its own."""

    def file(self, article: PublicArticle, corpus: PublicCorpus) -> PlannedFile:
        """Return the annotations of an article."""
        lines = b",\n".join([_JSON.encode(item) for item in _items(article)])
        head = _JSON.encode(_collection(article, corpus))
        first = b'"first":{"id":"#page-1","type":"AnnotationPage","startIndex":0,"items":[\n'
        return PlannedFile(path=article.annotations, data=b"".join((head[:-1], b",\n", first, lines, _END)))


def _collection(article: PublicArticle, corpus: PublicCorpus) -> dict[str, Any]:
    """Return all but the annotations."""
    found = {
        "@context": CONTEXTS,
        "id": "#annotations",
        "type": "AnnotationCollection",
        "label": article.title,
        "total": len(article.facts),
        f"{PREFIX}frontMatter": front_matter(article, corpus),
        f"{PREFIX}normalisation": VERSION,
        f"{PREFIX}names": [
            {"start": each.passages[0].start, "end": each.passages[0].end, "actors": " ".join(each.actors)}
            for each in article.records
            if each.is_found
        ],
    }
    if article.sha256 is not None:
        found[f"{PREFIX}sha256"] = article.sha256
    return found


def _items(article: PublicArticle) -> Iterator[dict[str, Any]]:
    source = article.url if article.url and article.text_form is TextForm.ORIGINAL else _TEXT
    state = time_state(article.retrieved or article.published, article.archive_url)
    quoted = quoted_words(article)
    for record in article.facts:
        said = body(
            record.kind,
            name=record.id,
            standings=() if record.standing is Standing.REPORTED else (record.standing.value,),
            attributes=_attributes(record),
            read=dict(_read(record)),
        )
        targets = [
            target(source, Span(passage.start, passage.end), quoted.get(passage.anchor), state)
            for passage in record.passages
        ]
        yield annotation(f"#{record.anchor}", motivation(record.kind), said, targets)


def _attributes(record: PublicRecord) -> dict[str, str]:
    """Return what an author would type for a fact where its text is not at hand."""
    found: dict[str, str | None] = {}
    if record.kind == "actor":
        found["is" if record.actors[1:] else "ref"] = " ".join(record.actors)
    else:
        found["by"] = record.said_by
        found["continues"] = record.continues
        found["to"] = " ".join(record.to)
        found["via"] = " ".join(record.via)
    if record.kind in _WITH_ACTORS:
        found["actors"] = " ".join(record.actors)
        found["measure"] = record.measure
        found["date"] = _typed_date(record)
        found["value"] = _typed_value(record.quantity) if record.inferred and record.quantity else None
    found["title"] = record.title
    found["gist"] = record.gist
    found["note"] = record.note
    found["because"] = _references(record.because, record.slug)
    found["outcome"] = _references(record.outcome, record.slug)
    found["same"] = _references(record.same, record.slug)
    return {name: value for name, value in found.items() if value}


def _typed_date(record: PublicRecord) -> str:
    """Return the date of a fact as far as its words cannot give it: concluded, or none."""
    if record.date is None:
        return UNDATED if record.kind == "event" else ""
    return record.date.edtf if record.inferred and not record.support else ""


def _typed_value(quantity: Quantity) -> str:
    """Return a number that was concluded from others, or the range of it."""
    return f"{quantity.value:f}" if quantity.high is None else f"{quantity.value:f}..{quantity.high:f}"


def _read(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Yield what was read out of the words of a fact."""
    if record.mode is not None:
        yield "mode", record.mode.value
    if record.quantity is not None:
        yield from verified_quantity(record.quantity)
    yield from verified_date(record.date, [Span(each.start, each.end) for each in record.support])


def _references(keys: tuple[str, ...], slug: str) -> str:
    """Return keys as authors of the article type them."""
    return " ".join([key.removeprefix(f"{slug}#") for key in keys])
