"""A draft held against the reader: what that reads by itself is not typed, what it refuses is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.drafting.suggestion import Draft, Suggestion, Topic
from generator.drafting.writing import to_document
from generator.formats.inline import read_inline
from generator.formats.inline_writer import write_inline
from generator.formats.yaml_writer import Data
from generator.model import Article, Quote
from generator.problems import Problem, Severity
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary
from generator.text import Span

_TRIAL: Final[Mapping[str, Data]] = {"title": "none", "published": "2000-01-01"}
_MOST_ROUNDS: Final = 3


def refined(draft: Draft, vocabulary: Vocabulary) -> Draft:
    """Return a draft whose marks say no more than they have to, and raise no errors."""
    draft = replace(draft, suggestions=tuple(_nested(draft.suggestions)))
    for _ in range(_MOST_ROUNDS):
        article, problems = _read(draft, vocabulary)
        wrong = {(each.location.line, each.location.column) for each in problems}
        if article is None:
            return draft
        suggestions = tuple(_settled(draft, article, wrong))
        is_done = not wrong
        draft = replace(draft, suggestions=suggestions)
        if is_done:
            return draft
    return draft


def _nested(suggestions: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Yield suggestions in order; marks that cross one before them are not written."""
    opened: list[Span] = []
    for each in suggestions:
        span = each.spans[0]
        if each.is_marked:
            while opened and opened[-1].end <= span.start:
                opened.pop()
            if opened and not opened[-1].contains(span):
                yield replace(each, is_marked=False)
                continue
            opened.append(span)
        yield each


def _read(draft: Draft, vocabulary: Vocabulary) -> tuple[Article | None, list[Problem]]:
    """Return what the format makes of a draft, and the errors in it."""
    published = {"published": draft.published.isoformat()} if draft.published else {}
    document = to_document(draft, {**_TRIAL, **published}, path="", slug="draft")
    written, problems = write_inline(document)
    if written is None:
        return None, problems
    document_read, _ = read_inline("", written)
    if document_read is None:
        return None, []
    article, problems = read_article(document_read, vocabulary, drafts=True)
    return article, [each for each in problems if each.severity is Severity.ERROR]


def _settled(draft: Draft, article: Article, wrong: set[tuple[int, int]]) -> Iterator[Suggestion]:
    """Yield the suggestions with what has to be typed; a mark that is wrong is left out."""
    records = {(type(each).__name__.lower(), each.evidence.spans): each for each in article.records}
    for each in draft.suggestions:
        record = records.get((each.kind.value, each.spans)) if each.is_marked else None
        if record is None:
            yield each
            continue
        if (record.location.line, record.location.column) in wrong:
            yield replace(each, is_marked=False)
            continue
        if each.kind is Topic.QUOTE and isinstance(record, Quote):
            speaker = each.attributes.get("by")
            is_read = record.said_by == speaker and "by" not in each.typed
            if speaker is not None and not is_read and "by" not in each.typed:
                yield replace(each, typed=each.typed | {"by"})
                continue
        yield each
