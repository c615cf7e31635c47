"""Whether a page would show more of a text than its rights allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Article, Display, Excerpts, Record
from generator.problems import Problem
from generator.text import Location, Source, Span, sentences_around

SHARE: Final = 33
"""Percent of a text that excerpts may show where nothing else is agreed: a quotation, not a reprint."""

CHARACTERS: Final = 2_500
"""Most characters of a long text: about 400 words."""

FLOOR: Final = 500
"""Characters that may be shown of any text, however short, where no share is agreed: some sentences."""

_MOST_NAMED: Final = 5


def allowed_characters(budget: Excerpts, total: int) -> int:
    """Return how many of a text's characters excerpts may show.

    What is agreed holds as it is written; the floor for short texts goes with the default share alone.
    """
    share = total * (budget.share or SHARE) // 100
    if budget.share is None:
        share = max(share, FLOOR)
    return min(share, budget.characters or CHARACTERS)


def too_much_shown(article: Article) -> Iterator[Problem]:
    """Yield the problem of excerpts that show more than allowed, at the mark where the limit is passed.

    Each sentence that a fact rests on counts once and whole, wherever pages show it. Boilerplate is no part
    of the text. Nothing is shown, and nothing counts, where the text is not at hand.
    """
    source, rights = article.source, article.metadata.rights
    if source is None or rights.display is not Display.EXCERPTS:
        return
    sentences = _first_of(article, source)
    total = sum(len(each) for each in source.sentences if each in sentences or not source.is_skipped(each))
    allowed = allowed_characters(rights.excerpts, total)
    shown = sum(map(len, sentences))
    if shown <= allowed:
        return
    beyond = list(_beyond(sentences, allowed))
    places = [
        article.locations.get(key) or Location(article.path)
        for key in ("rights.excerpts", "rights.display", "rights")
    ]
    declared = next((place for place in places if place != Location(article.path)), places[0])
    yield Problem(
        code="too-much-shown",
        message=(
            f"excerpts would show {shown:,} of {total:,} characters ({_percent(shown, total)}); allowed are "
            f"{allowed:,} ({_percent(allowed, total)}), which this mark's sentence passes"
        ),
        location=beyond[0].location,
        example="rights: {display: none}, or the excerpts that you may show: {excerpts: {share: 50%}}",
        related=(declared, *(record.location for record in beyond[1 : 1 + _MOST_NAMED])),
    )


def _first_of(article: Article, source: Source) -> dict[Span, Record]:
    """Return the sentences that are shown, in order, each with the first fact that rests on it."""
    found: dict[Span, Record] = {}
    for record, span in article.carrying:
        for sentence in sentences_around(source, span):
            found.setdefault(sentence, record)
    return dict(sorted(found.items()))


def _beyond(sentences: dict[Span, Record], allowed: int) -> Iterator[Record]:
    """Yield the facts whose sentences do not fit any more, each once."""
    shown, named = 0, set()
    for sentence, record in sentences.items():
        shown += len(sentence)
        if shown > allowed and record.id not in named:
            named.add(record.id)
            yield record


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / max(whole, 1))}%"
