"""Events of a draft: clauses around a dated expression, as having happened or planned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from generator.drafting.scene import Scene
from generator.drafting.suggestion import Suggestion, Topic
from generator.drafting.verbs import is_verb
from generator.kinds import reporting
from generator.kinds.clauses import Sort, Token
from generator.model import Standing
from generator.text import Span

_PLANNED: Final = re.compile(
    r"\b(?:will|would|shall|(?:is|are|plans?|planned|due|set|going|hopes?) to|scheduled|expected)\b"
)
_NEGATED: Final = re.compile(r"\b(?:if|unless|could|might|may|should)\b")
_RELATIVE: Final = frozenset({"which", "who", "that", "whom", "whose"})
_LEAST: Final = 4
"""Words of a clause that says what happened."""

_MOST: Final = 40


def events(scene: Scene, dated: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Yield a suggestion for each clause that one date stands in, outside quotations."""
    seen: set[Span] = set()
    starts = [date.spans[0].start for date in dated]
    for date in dated:
        span = date.spans[0]
        if scene.is_quoted(span):
            continue
        clause = _clause(scene, span)
        if clause is None or clause in seen:
            continue
        first = bisect_left(starts, clause.start)
        if bisect_left(starts, clause.end) - first > 1:
            continue
        seen.add(clause)
        words = clause.of(scene.source.text)
        if _NEGATED.search(words):
            continue
        planned = _PLANNED.search(words) is not None
        yield Suggestion(
            kind=Topic.EVENT,
            spans=(clause,),
            standing=Standing.PLANNED if planned else Standing.REPORTED,
            attributes={"date": date.attributes["date"]},
            confidence=0.6,
            reason=f"the clause around '{span.of(scene.source.text)}'",
        )


def _clause(scene: Scene, date: Span) -> Span | None:
    """Return the clause around a date; None where it only tells when something was said."""
    sentence = scene.paragraph(date.start).sentence(scene.source.sentence_at(date.start))
    tokens = sentence.tokens
    at = bisect_right(tokens, date.start, key=lambda token: token.end)
    if at >= len(tokens):
        return None
    first = at
    # «… by Qatar On Tuesday …»: a line that ended there was no end of a paragraph
    is_opening = tokens[at].is_capitalised and tokens[at].lower in reporting.PREPOSITIONS
    begin = _skipped_before(scene, date.start)
    while first > 0 and at - first <= _MOST and not is_opening and tokens[first - 1].start >= begin:
        if _parts(tokens, first - 1):
            break
        first -= 1
    if first and is_verb(tokens[first]) and tokens[first - 1].sort is Sort.COMMA:
        # «Ms Quist, 49, joined …»: an aside between subject and verb
        first = _begin_of_sentence(tokens, first, begin)
    past = behind = bisect_left(tokens, date.end, key=lambda token: token.start)
    if first == at and past < len(tokens) and tokens[past].sort is Sort.COMMA:
        # the date opens the clause: «On Monday, talks resumed»
        past += 1
    while past < len(tokens) and past - behind <= _MOST and not _parts(tokens, past):
        past += 1
    said = bisect_left(sentence.sayings, first, key=lambda saying: saying.at)
    is_said = said < len(sentence.sayings) and sentence.sayings[said].at < past
    if is_said or _is_torn(tokens, first, past) or not _says_something(tokens[first:past]):
        return None
    return Span(tokens[first].start, max(tokens[past - 1].end, date.end))


def _begin_of_sentence(tokens: Sequence[Token], at: int, begin: int) -> int:
    """Return where a sentence begins, as far as nothing quoted stands between."""
    while at > 0 and tokens[at - 1].start >= begin:
        if tokens[at - 1].sort in (Sort.BREAK, Sort.QUOTATION):
            break
        at -= 1
    return at


def _skipped_before(scene: Scene, offset: int) -> int:
    """Return where the boilerplate before an offset ends; no clause reaches into a dateline."""
    skipped = scene.source.skipped
    at = bisect_right(skipped, offset, key=lambda span: span.start)
    return skipped[at - 1].end if at else 0


def _is_torn(tokens: Sequence[Token], first: int, past: int) -> bool:
    """Return whether what stands beside a clause belongs to it, such as a quotation."""
    before = tokens[first - 1] if first else None
    if past < len(tokens) and tokens[past].sort is Sort.QUOTATION:
        return True
    if before is None:
        return False
    is_short = before.sort is Sort.COMMA and past - first <= _LEAST
    return is_short or before.lower in _RELATIVE or before.sort is Sort.QUOTATION


def _says_something(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.sort in (Sort.WORD, Sort.MENTION)]
    return _LEAST <= len(words) <= _MOST and any(is_verb(token) for token in words)


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause ends at a token."""
    token = tokens[at]
    if token.sort in (Sort.BREAK, Sort.QUOTATION, Sort.COMMA):
        return True
    return token.lower in _RELATIVE or token.lower in ("while", "whereas", "although", "because", "but")
