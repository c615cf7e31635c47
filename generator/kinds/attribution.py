"""Who said it and when, from the words around a quote.

A quote belongs to the reporting verb beside it: the one right behind it («…,» said Vance), else the last one
before it in its sentence. Its subject is the speaker. Where the sentence has no such verb, or its subject is
*he* or *she*, the paragraph is asked; where that leaves more than one actor, or somebody whom no actor stands
for, nobody is chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from generator.kinds import reporting
from generator.kinds.clauses import Sort, Token, is_inside_phrase, tokens
from generator.kinds.context import Context
from generator.kinds.paragraphs import Sentence
from generator.kinds.sayings import Saying, may_report, sayings
from generator.kinds.subjects import Subject, Sure, leading
from generator.model import ActorType
from generator.text import Source, Span
from generator.values import DateReading

_AT: Final = attrgetter("at")
_START: Final = attrgetter("start")
_MOST_VERBS: Final = 8
"""Reporting verbs before a quote that may stand in asides."""


_LONGEST_OPENING: Final = 60
"""Tokens from the beginning of a sentence to its subject."""


_MOST_BACK: Final = 50
"""Sentences before a pronoun in which whom it means is looked for."""


class Attribution(Struct, frozen=True, kw_only=True):
    """What the words around a quote say of its speaker."""

    speaker: str | None = None
    reason: str = ""
    """Why, in one phrase for a person."""

    words: Span | None = None
    """The words that name the speaker."""

    candidates: tuple[str, ...] = ()
    """Ids of the actors that it may be, where it cannot be told."""


class Surroundings:
    """The paragraph of one quote."""

    def __init__(self, context: Context, source: Source, spans: Sequence[Span]) -> None:
        """Look at the paragraph in which ``spans`` begin."""
        self._context = context
        self._paragraph = context.paragraph(source, spans[0])
        last = max(spans[0].start, spans[-1].end - 1)
        self._stretch = Span(source.sentence_at(spans[0].start).start, source.sentence_at(last).end)
        self._own = self._paragraph.sentence(self._stretch)
        self._beside = beside(self._own, spans)

    # -- who --------------------------------------------------------------------------------------------

    def attribution(self) -> Attribution:
        """Return the speaker, or whom it may be."""
        subjects = [saying.subject for saying in self._beside]
        named = tuple(dict.fromkeys([actor for subject in subjects for actor in subject.actors]))
        if len(named) == 1 and all(subject.sure is Sure.ACTOR for subject in subjects):
            return self._named(self._beside[0], "its sentence")
        if all(subject.sure in (Sure.PRONOUN, Sure.NONE) for subject in subjects):
            found = self._in_paragraph(next((each for each in self._beside if each.subject.word), None))
            if found.speaker or found.candidates:
                return found
        return Attribution(candidates=named or self._all_named())

    def _named(self, saying: Saying, where: str) -> Attribution:
        subject = saying.subject
        (speaker,) = subject.actors
        reason = f"named beside '{saying.verb.text}' in {where}"
        return Attribution(speaker=speaker, reason=reason, words=subject.mentions[0].evidence.spans[0])

    def _all_named(self) -> tuple[str, ...]:
        places = self._paragraph.places
        found = self._paragraph.first_named(lambda actor: actor not in places, is_narrow=False)
        return tuple(actor for _, actor in found)

    def _in_paragraph(self, pronoun: Saying | None) -> Attribution:
        """Return the one actor beside a reporting verb of the paragraph, else whom a pronoun means."""
        end = pronoun.verb.start if pronoun else self._paragraph.block.end
        counts = _is_somebody if pronoun is None else self._may_be_somebody
        voices = self._paragraph.voices(counts, is_narrow=pronoun is not None)
        first, named = voices.before(end)
        if first is not None:
            return self._named(first, "its paragraph")
        if pronoun is None or not voices.is_silent(end):
            return Attribution(candidates=named)
        return self._meant_by(pronoun)

    def _is_person(self, actor: str) -> bool:
        return self._context.actors[actor].type in (ActorType.PERSON, None)

    def _may_be_somebody(self, subject: Subject) -> bool:
        """Return whether a person is said to speak, or somebody who may be one."""
        is_person = not subject.actors or any(self._is_person(actor) for actor in subject.actors)
        return is_person and _is_somebody(subject)

    def _meant_by(self, pronoun: Saying) -> Attribution:
        """Return the only person named before a pronoun, if the sentences before it speak of that one."""
        end = pronoun.verb.start
        named = self._paragraph.first_named(self._is_person, is_narrow=True)
        persons = tuple(actor for start, actor in named if start < end)
        if len(persons) != 1:
            return Attribution(candidates=persons)
        for sentence in self._paragraph.sentences_before(end, _MOST_BACK):
            here = [token for token in sentence.tokens if token.start < end]
            subject = leading(here, len(here), self._paragraph.places)
            if subject.actors == persons:
                word = pronoun.subject.word
                reason = (
                    f"'{word}' beside '{pronoun.verb.text}' is the one person of whom its paragraph speaks"
                )
                words = subject.mentions[0].evidence.spans[0]
                return Attribution(speaker=subject.actors[0], reason=reason, words=words)
            if subject.sure is Sure.UNKNOWN or subject.sure is Sure.ACTOR:
                break
        return Attribution(candidates=persons)

    # -- when -------------------------------------------------------------------------------------------

    def date(self) -> DateReading | None:
        """Return the one date that stands beside the reporting verb, or opens its sentence."""
        if not self._beside:
            return None
        gaps = dict.fromkeys(self._paragraph.gap(saying.verb.start, self._stretch) for saying in self._beside)
        readings = [reading for gap in gaps for reading in self._context.dates_in(gap)]
        for is_beside in (_is_beside, _opens):
            found = [
                reading
                for reading in readings
                if any(is_beside(self._own.tokens, saying, reading) for saying in self._beside)
            ]
            if found:
                return found[0] if len({reading.date for reading in found}) == 1 else None
        return None


def _is_somebody(subject: Subject) -> bool:
    """Return whether somebody is said to speak whom the pronoun or the paragraph may mean."""
    if subject.sure is Sure.ACTOR:
        return True
    lower = subject.word.lower()
    return subject.sure is Sure.UNKNOWN and (
        not lower or subject.word[0].isupper() or lower in reporting.GROUPS or lower in reporting.TITLES
    )


def beside(sentence: Sentence, spans: Sequence[Span]) -> list[Saying]:
    """Return the reporting verbs that a quote belongs to: one, or several that disagree."""
    places = _positions(sentence.tokens, spans)
    if not places:
        return list(sentence.sayings)
    first, last = places[0], places[-1]
    start = bisect_left(sentence.sayings, first, key=_AT)
    end = bisect_left(sentence.sayings, last, key=_AT)
    inner = list(sentence.sayings[start:end])
    right = _right(sentence, last)
    left = (saying for saying in reversed(sentence.sayings[max(0, start - _MOST_VERBS) : start]))
    nearest = next((each for each in left if not _is_in_aside(sentence.tokens, each.at, first)), None)
    if nearest is not None and _is_parted(sentence.tokens, nearest.at, first):
        nearest = None
    if right is not None and _follows(sentence.tokens, last, right):
        if nearest is None or _is_detached(sentence.tokens, nearest, first):
            return [*inner, right]
        return [*inner, nearest, right]
    if inner or nearest is not None:
        return [*inner, *([nearest] if nearest else [])]
    return [right] if right is not None else []


def _positions(sentence: Sequence[Token], spans: Sequence[Span]) -> list[int]:
    """Return where the quotations stand that a quote is, or lies in."""
    found: list[int] = []
    for span in spans:
        at = max(0, bisect_left(sentence, span.start, key=_START) - 1)
        while at < len(sentence) and sentence[at].start < span.end:
            if sentence[at].sort is Sort.QUOTATION and sentence[at].end > span.start:
                found.append(at)
            at += 1
    return sorted(set(found))


def _right(sentence: Sentence, last: int) -> Saying | None:
    """Return the first reporting verb behind a quote, before another quote or clause begins."""
    at = bisect_left(sentence.sayings, last, key=_AT)
    found = sentence.sayings[at] if at < len(sentence.sayings) else None
    if found is None or found.is_participle:
        return None
    between = sentence.tokens[last + 1 : found.at]
    parted = any(
        token.sort in (Sort.QUOTATION, Sort.BREAK)
        or token.lower in reporting.CONJUNCTIONS
        or token.lower in reporting.RELATIVES
        for token in between
    )
    return None if parted else found


def _follows(sentence: Sequence[Token], last: int, saying: Saying) -> bool:
    """Return whether a reporting clause stands right behind a quote."""
    at = last + 1
    if at < len(sentence) and sentence[at].sort is Sort.COMMA:
        at += 1
    if saying.turned:
        return at == saying.at and not saying.is_passive
    token = sentence[at]
    return is_inside_phrase(token) or token.lower in reporting.PRONOUNS


def _is_in_aside(sentence: Sequence[Token], verb: int, quote: int) -> bool:
    """Return whether a verb stands in a relative clause that has ended before a quote."""
    if not any(token.sort is Sort.COMMA for token in sentence[verb + 1 : quote]):
        return False
    at = verb - 1
    while (at > 0 and sentence[at].sort is Sort.WORD) or sentence[at].sort is Sort.MENTION:
        if sentence[at].lower in reporting.RELATIVES:
            return sentence[at - 1].sort is Sort.COMMA
        at -= 1
    return False


def _is_parted(sentence: Sequence[Token], verb: int, quote: int) -> bool:
    """Return whether the clause of a verb has ended before a quote begins."""
    return any(token.sort is Sort.BREAK and token.text != ":" for token in sentence[verb + 1 : quote])


def _is_detached(sentence: Sequence[Token], saying: Saying, quote: int) -> bool:
    """Return whether a comma ends the clause of a verb before a quote: ``Though Orme said no, «…»``."""
    return (
        sentence[quote - 1].sort is Sort.COMMA
        and quote - 1 > saying.at + 1
        and sentence[saying.at].lower != reporting.ACCORDING
    )


def _is_beside(sentence: Sequence[Token], saying: Saying, reading: DateReading) -> bool:
    """Return whether nothing but listeners and channels stand between a verb and a date."""
    if saying.verb.end <= reading.start:
        end = bisect_left(sentence, reading.start, key=_START)
        names_speaker = saying.turned or saying.verb.lower in reporting.LISTENERS
        return all(_is_channel(sentence[at], names_speaker=names_speaker) for at in range(saying.at + 1, end))
    if reading.end <= saying.verb.start:
        begin = bisect_left(sentence, reading.end, key=_START)
        return all(
            sentence[at].lower in reporting.AUXILIARIES
            or sentence[at].lower in reporting.ADVERBS
            or sentence[at].lower.endswith("ly")
            for at in range(begin, saying.at)
        )
    return False


def _is_channel(token: Token, *, names_speaker: bool) -> bool:
    if token.sort is Sort.MENTION:
        return names_speaker
    if token.sort is not Sort.WORD:
        return False
    if token.lower in reporting.CHANNELS or token.lower in reporting.ADVERBS or token.is_capitalised:
        return True
    return names_speaker and (token.lower in reporting.TITLES or token.lower in reporting.GROUPS)


def _opens(sentence: Sequence[Token], saying: Saying, reading: DateReading) -> bool:
    """Return whether a date opens the sentence and the speaker follows it: ``On Monday, Vance said``.

    So it does in ``Speaking to reporters on Monday, …`` and ``In a statement on Monday, …``.
    """
    begin = saying.subject.start
    if saying.turned or saying.subject.sure is Sure.NONE or begin > _LONGEST_OPENING:
        return False
    while begin > 0 and (is_inside_phrase(sentence[begin - 1]) or sentence[begin - 1].lower == "of"):
        if sentence[begin - 1].start < reading.end:
            break
        begin -= 1
    if reading.end > sentence[begin].start:
        return False
    between = [token for token in sentence[:begin] if token.start >= reading.end]
    lead = [token for token in sentence[:begin] if token.end <= reading.start]
    if lead and lead[0].lower in reporting.PRESENT_PARTICIPLES:
        lead = lead[1:]
    is_opening = all(_is_channel(token, names_speaker=True) for token in lead)
    return is_opening and all(token.sort is Sort.COMMA for token in between)


def is_of_report(context: Context, reading: DateReading, within: Span, *, quoted: bool) -> bool:
    """Return whether a date in the words of an event says when the event was reported.

    Inside a quote it does where it stands beside a reporting verb; elsewhere the report may be the event
    itself (``announced on Monday``), unless it only trails behind: ``…, police said on Monday``.
    """
    if context.source is None:
        return False
    text, mentions = context.source.text, context.mentions_in(within)
    if not may_report(text, within, mentions):
        return False
    found = tokens(text, within, mentions, ())
    return any(
        _is_beside(found, saying, reading) and (quoted or _trails(found, saying))
        for saying in sayings(found, frozenset())
    )


def _trails(sentence: Sequence[Token], saying: Saying) -> bool:
    """Return whether a reporting clause stands behind a comma, with another clause before it."""
    begin = min(saying.at, saying.subject.start)
    while begin > 0 and is_inside_phrase(sentence[begin - 1]):
        begin -= 1
    before = sentence[: begin - 1]
    is_apart = begin > 1 and sentence[begin - 1].sort is Sort.COMMA
    return is_apart and before[0].lower not in reporting.PREPOSITIONS and before[-1] is not sentence[0]
