"""Checks of whether the words can carry the fact that rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model import Article, Event, Figure, Mention, Quote, Record
from generator.problems import Problem
from generator.text import BlockRole, Source, Span

_PRONOUNS: Final = frozenset(
    """
    he him his she her hers it its they them their theirs we us our ours you your yours i me my mine who whom
    whose which this that these those himself herself itself themselves there here
    """.split()
)
_COMMON: Final = frozenset(
    """
    a an the and or but not no yes so if as at by for from in of on to up with is was are were be been has had
    have do did does will would can could may might must shall should more most all any some such than then
    very well now just also only even still okay ok
    """.split()
)
_TELLING: Final = (Event, Figure, Quote)
_LONGEST_WORD: Final = 60
"""Characters; longer stretches need no look at their words."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def weak_words(article: Article) -> Iterator[Problem]:
    """Yield facts whose words cannot carry them: a heading, a bare pronoun, one common word."""
    source = article.source
    if source is None:
        return
    has_headings = any(block.role is BlockRole.HEADING for block in source.blocks)
    for record in article.facts:
        if not isinstance(record, _TELLING):
            # a pronoun may well name an actor
            continue
        if has_headings and _stands_in_headings(record, source):
            weakness: str | None = "its words stand in a heading"
        else:
            weakness = _weakness(record, source)
        if weakness:
            yield Problem(
                code="weak-words",
                message=f"{weakness}, which carries no {type(record).__name__.lower()}",
                location=record.location,
                example="mark the words of the sentence that says so",
            )


def _stands_in_headings(record: Record, source: Source) -> bool:
    return all(source.block_at(span.start).role is BlockRole.HEADING for span in record.evidence.spans)


def _weakness(record: Record, source: Source) -> str | None:
    spans = record.evidence.spans
    if sum([span.end - span.start for span in spans]) > _LONGEST_WORD:
        return None
    words = " ".join(record.evidence.words)
    first, _, others = words.partition(" ")
    if first[-1:].isalnum() and others[:1].isalnum():
        # two words at least, as nearly always
        return None
    only = _WORD.search(words)
    if only is None or _WORD.search(words, only.end()):
        return None
    word = only[0]
    found = None
    if word.lower() in _PRONOUNS:
        found = "is a bare pronoun"
    elif isinstance(record, Figure):
        # one word is enough for a number
        pass
    elif word.lower() in _COMMON:
        found = "is one common word"
    elif isinstance(record, Quote) and _stands_often(word, source):
        found = "is one word that stands in the text more than once"
    return f"'{word}' {found}" if found else None


def _stands_often(word: str, source: Source) -> bool:
    """Return whether a word stands in the text a second time, as a word."""
    first = source.text.find(word)
    return any(
        match.group() == word and match.start() != first
        for match in _WORD.finditer(source.text, max(0, first))
    )


def far_speakers(article: Article) -> Iterator[Problem]:
    """Yield quotes whose speaker is named neither in their paragraph nor in one beside it.

    A paragraph in which the same speaker went on counts as one that names them.
    """
    source = article.source
    if source is None:
        return
    quotes = [(each.said_by, each) for each in article.of(Quote) if each.said_by and each.continues is None]
    near: dict[str, set[int]] = {speaker: set() for speaker, _ in quotes}
    for mention in article.of(Mention) if quotes else ():
        for actor in near.keys() & mention.actors:
            near[actor].update(_blocks(mention.evidence.spans, source))
    for speaker, quote in quotes:
        own = _blocks(quote.evidence.spans, source)
        named = near[speaker]
        if named & {number + step for number in own for step in (-1, 0, 1)}:
            named |= own
            continue
        where = "nowhere in the text" if not named else "far from the quote"
        yield Problem(
            code="far-speaker",
            message=f"the speaker '{speaker}' is named {where}",
            location=quote.location,
            example="mark who is meant: [the minister]{.actor ref=" + speaker + "}",
        )


def _blocks(spans: tuple[Span, ...], source: Source) -> set[int]:
    """Return the numbers of the paragraphs that spans stand in."""
    found: set[int] = set()
    for span in spans:
        number = source.block_number(span.start)
        found.add(number)
        if span.end > source.blocks[number - 1].span.end:
            found.update(range(number + 1, source.block_number(span.end - 1) + 1))
    return found
