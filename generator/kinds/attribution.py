"""Who said it and when, from the words around a quote.

A reporting verb ("said", "according to") has a speaker beside it: right behind it where verb and speaker are
turned round ("said an official"), else the last actor named before it in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.context import Context
from generator.model import Mention
from generator.text import Span
from generator.values import DateReading

REPORTING_VERBS: Final = frozenset(
    """
    acknowledge accuse add admit affirm allege announce answer argue ask assert blame boast call caution
    cite claim comment complain concede conclude confirm contend counter criticise criticize declare
    demand deny describe disclose emphasise emphasize estimate explain express hint indicate
    inform insist joke maintain mention note observe pledge post predict proclaim promise pronounce propose
    quip read reaffirm recall recount refuse reiterate remark remind repeat reply report request respond
    reveal say signal state stress suggest swear tell testify threaten tweet urge vow warn welcome write
    """.split()
)
"""Base forms; what is regular is inflected below."""

_IRREGULAR: Final = frozenset(
    "said saying says told tells telling wrote written writes writing swore sworn according".split()
)


def _inflected() -> Iterator[str]:
    for verb in REPORTING_VERBS:
        stem = verb.removesuffix("e")
        third = verb[:-1] + "ies" if verb.endswith("y") and verb != "say" else verb + "s"
        past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
        yield from (third, past, stem + "ing")
    yield from ("admitted", "admitting", "quipped", "quipping")


# "read", "report", "call", "post" and the like in their base form are nouns as often as verbs in news.
_FORMS: Final = frozenset({*_inflected(), *_IRREGULAR}) - {"posts", "reports", "calls", "notes", "states"}
_WORD: Final = re.compile(r"[^\W\d_]+")
_BREAK: Final = re.compile(r"[.;:!?\"“”„«»()\[\]]")
_MOST_WORDS_BETWEEN: Final = 9
_MOST_WORDS_BEHIND: Final = 5
_MOST_CHARACTERS_TO_DATE: Final = 30


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting verb with the actors beside it."""

    verb: Span
    actors: tuple[str, ...]
    words: Span
    """The mention that names them."""


def reporting_verbs(text: str, span: Span) -> Iterator[Span]:
    """Yield the reporting verbs in a stretch of text, in order."""
    for match in _WORD.finditer(text, span.start, span.end):
        if match.group().lower() in _FORMS:
            yield Span(match.start(), match.end())


def attributions(context: Context, within: Span, outside: Iterable[Span]) -> list[Attribution]:
    """Return the reporting verbs of a stretch, outside the quote itself, each with its speaker."""
    if context.source is None:
        return []
    taken = list(outside)
    text = context.source.text
    mentions = [
        mention for mention in context.mentions_in(within) if not _in_any(mention.evidence.spans[0], taken)
    ]
    verbs = [verb for verb in reporting_verbs(text, within) if not _in_any(verb, taken)]
    found = (_speaker(text, verb, mentions, taken) for verb in verbs)
    return [attribution for attribution in found if attribution is not None]


def _speaker(text: str, verb: Span, mentions: list[Mention], quotes: list[Span]) -> Attribution | None:
    """Return the actor beside a reporting verb."""
    before: Mention | None = None
    behind: Mention | None = None
    for mention in mentions:
        stretch = mention.evidence.spans[0]
        if stretch.end <= verb.start:
            before = mention
        elif stretch.start >= verb.end:
            behind = mention
            break
    if before and not _is_near(text[before.evidence.spans[0].end : verb.start], _MOST_WORDS_BETWEEN):
        before = None
    if behind and not _is_near(text[verb.end : behind.evidence.spans[0].start], _MOST_WORDS_BEHIND):
        behind = None
    if text[verb.start : verb.end].lower() == "according" or (
        behind and _is_inverted(text, verb, behind.evidence.spans[0], quotes)
    ):
        chosen = behind
    else:
        chosen = before
    return Attribution(verb, chosen.actors, chosen.evidence.spans[0]) if chosen else None


def date_beside_verb(context: Context, within: Span, outside: Iterable[Span]) -> DateReading | None:
    """Return the one date of a sentence that stands beside a reporting verb, or opens the sentence of one."""
    if context.source is None:
        return None
    taken = list(outside)
    text = context.source.text
    verbs = [verb for verb in reporting_verbs(text, within) if not _in_any(verb, taken)]
    if not verbs:
        return None
    found = [
        reading
        for reading in context.dates_in(within)
        if not _in_any(Span(reading.start, reading.end), taken)
        and (_is_beside(text, reading, verbs) or not text[within.start : reading.start].strip(" \"'“‘"))
    ]
    return found[0] if len({reading.date for reading in found}) == 1 else None


def is_beside_verb(context: Context, reading: DateReading, within: Span) -> bool:
    """Return whether a date stands right beside a reporting verb."""
    text = context.source.text if context.source else ""
    return _is_beside(text, reading, list(reporting_verbs(text, within)))


def _is_beside(text: str, reading: DateReading, verbs: list[Span]) -> bool:
    for verb in verbs:
        if verb.end <= reading.start:
            gap = text[verb.end : reading.start]
        elif reading.end <= verb.start:
            gap = text[reading.end : verb.start]
        else:
            continue
        if len(gap) <= _MOST_CHARACTERS_TO_DATE and not _BREAK.search(gap) and "," not in gap:
            return True
    return False


def _is_inverted(text: str, verb: Span, speaker: Span, quotes: list[Span]) -> bool:
    """Return whether the speaker follows the verb: «…, said an official.»."""
    before = text[max(0, verb.start - 2) : verb.start].rstrip()[-1:]
    if before in {*'"”’»'} or any(0 <= verb.start - quote.end <= len(", ") for quote in quotes):
        return True
    return before == "," and not text[speaker.end : speaker.end + 2].strip(" ")[:1].isalnum()


def _is_near(gap: str, most_words: int) -> bool:
    """Return whether nothing but a few words of one clause stands between."""
    return len(gap) < most_words * 16 and not _BREAK.search(gap) and len(_WORD.findall(gap)) <= most_words


def _in_any(span: Span, others: list[Span]) -> bool:
    return any(other.contains(span) for other in others)
