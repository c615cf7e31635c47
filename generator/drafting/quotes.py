"""Quotes of a draft: quotations with their speakers.

The reporting verb beside a quotation names the speaker (``generator.kinds.attribution``); a quotation without
one belongs to whoever spoke last or next in its paragraph, or to whom the words before it speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.drafting.actors import Entity
from generator.drafting.persons import Persons
from generator.drafting.quotations import Quotation
from generator.drafting.scene import Scene
from generator.drafting.suggestion import Suggestion, Topic
from generator.kinds import reporting
from generator.kinds.attribution import beside
from generator.kinds.clauses import Sort
from generator.kinds.paragraphs import Sentence
from generator.kinds.sayings import Saying
from generator.kinds.subjects import Sure
from generator.model import ActorType
from generator.text import Span

_FULL: Final = 5
"""Words from which a quotation is one without a reporting verb too."""

_FULL_ELSEWHERE: Final = 3
_SIGNATURE: Final = re.compile(r"\s?[-–—―]{1,2}\s?(?=[A-Z])")
_BRACKETS: Final = re.compile(r"\s?\(([A-Z][^()\n]{1,80})\)(?=[.\n]|\Z)")
_ARTICLE: Final = re.compile(r"\b(?:the|an?|this|that|these|those|its|his|her|their|so-called)\s\Z")
_JUDGED: Final = re.compile(r"\s[a-z]{3}")
_MOST_ARMS_LENGTH: Final = 1
"""Words that may be held at arm's length."""

_OPENING: Final = re.compile(
    r"(?:Calling|Describing|Dubbing|Saying|Adding|Denouncing|Praising|Labelling|Labeling|Branding|Insisting|Warning)"
    r"\b[^.!?;\"“”]*"
)
"""What opens a sentence whose subject stands behind the quotation."""

_LONGEST_OPENING: Final = 90
_LEAD: Final = re.compile(r",?\s(?:(?:the|its|their|[a-z]+)\s){0,4}(?=[A-Z])")
_MOST_BEHIND: Final = 6
"""Words behind a verb that ends its sentence: to whom, when, where."""

_LONGEST_BETWEEN: Final = 160
"""Characters between the parts of a split quote."""


class Spoken(Struct, frozen=True):
    """A quotation with whoever says it."""

    quotation: Quotation
    speaker: Entity | None = None
    reason: str = "in quotation marks"
    confidence: float = 0.5
    beside: bool = False
    """Whether a reporting verb stands beside it."""


def quotes(scene: Scene, language: str = "en") -> Iterator[Suggestion]:
    """Yield a suggestion for each quotation that somebody says.

    In other languages than English, whose reporting verbs nobody knows, fewer words are taken for somebody's.
    """
    least = _FULL if language.lower().partition("-")[0] == "en" else _FULL_ELSEWHERE
    spoken = _passed_on(scene, _attributed(scene))
    earlier: Spoken | None = None
    ids: dict[int, str] = {}
    number = 0
    for each in spoken:
        if not _is_quote(each, least) or _is_at_arms_length(scene.source.text, each.quotation):
            continue
        continued = earlier is not None and _continues(scene, earlier, each)
        attributes: dict[str, str] = {}
        typed: set[str] = set()
        if each.speaker is not None:
            attributes["by"] = each.speaker.id
        if continued and earlier is not None:
            start = earlier.quotation.span.start
            if start not in ids:
                number += 1
                ids[start] = f"quote-{number}"
            attributes["continues"] = ids[start]
            typed.add("continues")
            ids[each.quotation.span.start] = ids[start]
        yield Suggestion(
            kind=Topic.QUOTE,
            spans=(each.quotation.span,),
            attributes=attributes,
            typed=frozenset(typed),
            confidence=round(each.confidence * (1.0 if each.quotation.closed else 0.6), 2),
            reason=each.reason,
        )
        earlier = each


def with_ids(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Give an id to the first part of each split quote."""
    found: list[Suggestion] = []
    last: int | None = None
    wanted: set[str] = set()
    for each in suggestions:
        if each.kind is Topic.QUOTE:
            name = each.attributes.get("continues")
            if name is None:
                last = len(found)
            elif last is not None and name not in wanted:
                wanted.add(name)
                found[last] = replace(found[last], id=name)
        found.append(each)
    return found


def _attributed(scene: Scene) -> list[Spoken]:
    persons = Persons(scene)
    found: list[Spoken] = []
    for quotation in scene.quoted:
        each = (
            _by_verb(scene, persons, quotation)
            or _by_signature(scene, quotation)
            or _by_opening(scene, quotation)
            or Spoken(quotation)
        )
        if each.speaker is not None:
            persons.note(quotation.span.start, each.speaker)
        found.append(each)
    return found


def _by_verb(scene: Scene, persons: Persons, quotation: Quotation) -> Spoken | None:
    """Return the speaker that a reporting verb in the sentence names."""
    source, span = scene.source, quotation.span
    stretch = Span(
        source.sentence_at(span.start).start, source.sentence_at(max(span.start, span.end - 1)).end
    )
    sentence = scene.paragraph(span.start).sentence(stretch)
    sayings = beside(sentence, [span]) or _trailing(sentence, span)
    for saying in sorted(sayings, key=lambda each: _distance(each, span)):
        entity, reason, sure = persons.meant(sentence.tokens, saying)
        if entity is not None:
            if entity.type is ActorType.PLACE and saying.subject.sure is not Sure.ACTOR:
                continue
            return Spoken(quotation, entity, reason, sure, beside=True)
    return Spoken(quotation, None, "beside a reporting verb", 0.4, beside=True) if sayings else None


def _by_opening(scene: Scene, quotation: Quotation) -> Spoken | None:
    """Return who is named behind a quotation that a participle opens: ``Calling it "a gift", Vance …``."""
    text, span = scene.source.text, quotation.span
    start = scene.source.sentence_at(span.start).start
    if span.start - start > _LONGEST_OPENING or _OPENING.fullmatch(text, start, span.start) is None:
        return None
    lead = _LEAD.match(text, span.end)
    if lead is None or any(word in reporting.VERBS or word.endswith("ed") for word in lead[0].split()):
        return None
    named = scene.named_in(Span(lead.end(), lead.end() + 1))
    entity = scene.cast.entities[named[0].actors[0]] if named else None
    if entity is None or entity.type is ActorType.PLACE:
        return None
    return Spoken(quotation, entity, "named behind a participle that opens the sentence", 0.7)


def _trailing(sentence: Sentence, span: Span) -> list[Saying]:
    """Return the reporting clause that ends a sentence and so covers all of it: ``…, a source said``."""
    last = sentence.sayings[-1] if sentence.sayings else None
    if last is None or last.verb.start < span.end or last.is_participle or last.is_passive:
        return []
    begin = last.at
    while begin > 0 and sentence.tokens[begin - 1].sort is not Sort.COMMA:
        begin -= 1
    behind = [token for token in sentence.tokens[last.at + 1 :] if token.sort is Sort.WORD]
    return [last] if begin > 0 and len(behind) <= _MOST_BEHIND else []


def _distance(saying: Saying, span: Span) -> int:
    if saying.verb.start >= span.end:
        return saying.verb.start - span.end
    return span.start - saying.verb.end + 1


def _by_signature(scene: Scene, quotation: Quotation) -> Spoken | None:
    """Return the speaker whom a dash or brackets behind a quotation, or a colon before it, name."""
    text, span = scene.source.text, quotation.span
    match = _BRACKETS.match(text, span.end)
    if match:
        signed = scene.people_in(Span(match.start(1), match.end(1)))
        if len(signed) == 1:
            return Spoken(quotation, signed[0], "signed in brackets", 0.8, beside=True)
    match = _SIGNATURE.match(text, span.end) or _SIGNATURE.match(text, span.end + 2)
    if match:
        named = scene.named_in(Span(match.end(), match.end() + 40))
        if named and named[0].evidence.spans[0].start - match.end() < len("Prime Minister of the Republic "):
            return Spoken(
                quotation, scene.cast.entities[named[0].actors[0]], "signed behind a dash", 0.8, beside=True
            )
    if text[max(0, span.start - 2) : span.start] == ": ":
        sentence = scene.source.sentence_at(max(0, span.start - 3))
        named = scene.named_in(Span(sentence.start, span.start))
        people = [each for each in named if scene.cast.entities[each.actors[0]].type is not ActorType.PLACE]
        if people:
            return Spoken(
                quotation, scene.cast.entities[people[0].actors[0]], "named before a colon", 0.7, beside=True
            )
    return None


def _passed_on(scene: Scene, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Give quotations without a verb the speaker of their neighbours, else whom the words before speak of."""
    found = list(spoken)
    for at, each in enumerate(found):
        if (
            each.speaker is not None
            or each.beside
            or not (each.quotation.words >= _FULL or each.quotation.ended)
        ):
            continue
        chosen = _neighbour(scene, found, at)
        if chosen is not None:
            found[at] = replace(each, speaker=chosen[0], reason=chosen[1], confidence=chosen[2])
    return found


def _neighbour(scene: Scene, found: Sequence[Spoken], at: int) -> tuple[Entity, str, float] | None:
    """Return the speaker of a quotation without a verb, why, and how sure that is."""
    each = found[at]
    span = each.quotation.span
    block = scene.source.block_at(span.start).span
    before = found[at - 1] if at else None
    if before is not None and before.speaker is not None:
        if each.quotation.follows:
            return before.speaker, "goes on from the paragraph before", 0.9
        if block.contains(before.quotation.span):
            return before.speaker, "whoever spoke just before", 0.8
    people = scene.people_in(Span(block.start, span.start))
    behind = found[at + 1] if at + 1 < len(found) else None
    if behind is not None and behind.speaker is not None and behind.beside:
        is_near = behind.quotation.span.start - span.end <= len("... ")
        if block.contains(behind.quotation.span) and (is_near or not people):
            return behind.speaker, "whoever speaks just behind", 0.7
    if people:
        return people[-1], "the person of whom the words before speak", 0.6
    return _from_above(scene, before, block) if span.start - block.start <= 1 < block.start else None


def _from_above(scene: Scene, before: Spoken | None, block: Span) -> tuple[Entity, str, float] | None:
    """Return whom the paragraph before leaves the word to."""
    earlier = scene.source.block_at(max(0, block.start - 3)).span
    if before is not None and before.speaker is not None and earlier.contains(before.quotation.span):
        return before.speaker, "whoever spoke in the paragraph before", 0.65
    sentence = scene.source.sentence_at(max(0, earlier.end - 1))
    people = scene.people_in(sentence) or scene.people_in(earlier)
    return (people[0], "the person of whom the paragraph before speaks", 0.55) if people else None


def _is_quote(each: Spoken, least: int) -> bool:
    """Return whether a quotation is somebody's words, not a title or a word held at arm's length."""
    quotation = each.quotation
    if quotation.is_title and not (quotation.ended and each.beside):
        return False
    if each.beside and each.speaker is not None:
        return quotation.words > 0
    if quotation.words >= least:
        return True
    return quotation.ended and quotation.words > 1 and each.speaker is not None


def _is_at_arms_length(text: str, quotation: Quotation) -> bool:
    """Return whether a word or two only name or judge what stands behind them: ``the "brave" crews``."""
    if quotation.ended or quotation.words > _MOST_ARMS_LENGTH:
        return False
    start, end = quotation.span.start, quotation.span.end
    return (
        _JUDGED.match(text, end) is not None and _ARTICLE.search(text, max(0, start - 12), start) is not None
    )


def _continues(scene: Scene, earlier: Spoken, each: Spoken) -> bool:
    """Return whether a quotation goes on with the one before: over paragraphs, or around ``he said``."""
    if each.quotation.follows:
        return True
    if each.speaker is None or earlier.speaker is None or each.speaker.id != earlier.speaker.id:
        return False
    if not (each.quotation.words >= _FULL or each.quotation.ended) or not earlier.quotation.ended:
        return False
    between = scene.source.text[earlier.quotation.span.end : each.quotation.span.start]
    if between.rstrip().endswith(":"):
        # «Orme quoted her as saying: "…"» tells of it anew
        return False
    return len(between) <= _LONGEST_BETWEEN and "\n" not in between and between.count(". ") <= 1
