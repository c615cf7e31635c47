"""A draft held against the reader: what that reads by itself is not typed, what it refuses is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from msgspec.structs import replace

from generator.drafting.suggestion import Draft, Suggestion
from generator.drafting.writing import to_document
from generator.formats.yaml_tree import YamlMap
from generator.model import Article, Metadata, Quote
from generator.problems import Severity
from generator.reading.article import read_declared
from generator.reading.vocabulary import Vocabulary
from generator.text import Location, Span

_ANY_DAY: Final = dt.date(2000, 1, 1)
"""Stands for a day of publication that nobody knows."""

_MOST_ROUNDS: Final = 3
_FIRST_LINE: Final = 1_000_000
"""Of the marks, behind all lines of the front matter: by its line a problem is known to be a mark's."""


def refined(draft: Draft, vocabulary: Vocabulary) -> Draft:
    """Return a draft whose marks say no more than they have to, and raise no errors."""
    draft = replace(draft, suggestions=tuple(_nested(draft.suggestions)))
    metadata = Metadata(
        title="none",
        published=draft.published or _ANY_DAY,
        actors={name: proposed.actor for name, proposed in draft.actors.items()},
    )
    for _ in range(_MOST_ROUNDS):
        document = to_document(draft, YamlMap(), path="", slug="draft", first_line=_FIRST_LINE)
        document = replace(document, places=_Places())
        article, problems = read_declared(document, metadata, {}, vocabulary, drafts=True)
        if article is None:
            return draft
        wrong = {each.location.line for each in problems if each.severity is Severity.ERROR}
        suggestions = tuple(_settled(draft, article, wrong))
        is_done = sum(each.is_marked for each in suggestions) == len(document.marks)
        draft = replace(draft, suggestions=suggestions)
        if is_done:
            return draft
    return draft


class _Places:
    """Names found in the text stand in no file yet: all of them on the first line."""

    def location(self, span: Span) -> Location:
        """Return where a name stands."""
        return Location("", 1, span.start + 1)


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


def _settled(draft: Draft, article: Article, wrong: set[int]) -> Iterator[Suggestion]:
    """Yield the suggestions with what has to be typed; a mark that is wrong is left out."""
    records = {each.location.line: each for each in article.records}
    lines = count(_FIRST_LINE)
    for each in draft.suggestions:
        if not each.is_marked:
            yield each
            continue
        line = next(lines)
        record = records.get(line)
        if line in wrong:
            yield replace(each, is_marked=False)
        elif isinstance(record, Quote) and _has_to_be_typed(each, record):
            yield replace(each, typed=each.typed | {"by"})
        else:
            yield each


def _has_to_be_typed(quote: Suggestion, record: Quote) -> bool:
    """Return whether the speaker of a quote is another one than the reader finds by itself."""
    speaker = quote.attributes.get("by")
    return speaker is not None and record.said_by != speaker and "by" not in quote.typed
