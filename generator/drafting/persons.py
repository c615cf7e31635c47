"""Whom a pronoun, a role or a description means: the nearest fitting actor, else somebody unnamed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from generator.drafting.actors import Entity
from generator.drafting.organisations import BODY_WORDS
from generator.drafting.scene import Scene
from generator.drafting.titles import FEMALE_TITLES, MALE_TITLES, PEOPLE, PLURAL_PEOPLE
from generator.drafting.verbs import is_verb
from generator.kinds import reporting
from generator.kinds.clauses import Sort, Token
from generator.kinds.sayings import Saying
from generator.kinds.subjects import Sure
from generator.model import ActorType
from generator.text import Span

_MOST_SENTENCES: Final = 8
"""How far back a pronoun reaches."""

_MOST_TOKENS: Final = 14
_TIMES: Final = frozenset("after before during since until till amid despite following".split())
"""Prepositions that tell when something was done, and never who somebody is."""

_COMPANIES: Final = frozenset(
    """
    company firm organisation organization group agency airline bank party club team union website newspaper
    network broadcaster association manufacturer carmaker maker retailer
    """.split()
)
_NEW_PEOPLE: Final = frozenset("source spokesman spokeswoman spokesperson witness resident judge".split())
"""Nouns that as a rule bring in somebody else than who has just spoken."""

_STATES: Final = frozenset("country kingdom state nation republic".split())
_GROUP_NOUNS: Final = (
    PLURAL_PEOPLE | _COMPANIES | BODY_WORDS | frozenset(["government", "ministry", "report"])
)
_ENDERS: Final = frozenset(
    """
    on in after during before when as while because since until following via by that if and but told
    yesterday today tomorrow earlier later late early at
    """.split()
)
_KEEPERS: Final = frozenset("of for from with close briefed familiar at in near".split())


class Persons:
    """Resolves the subjects of reporting verbs; remembers who spoke where."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.source.text
        self._spoken: list[tuple[int, Entity]] = []

    def note(self, offset: int, entity: Entity) -> None:
        """Remember that somebody spoke at an offset."""
        at = bisect_right(self._spoken, offset, key=lambda each: each[0])
        self._spoken.insert(at, (offset, entity))

    def meant(self, tokens: Sequence[Token], saying: Saying) -> tuple[Entity | None, str, float]:
        """Return who is the subject of a verb, why, and how sure that is."""
        subject = saying.subject
        verb = saying.verb.text
        if subject.sure is Sure.ACTOR:
            entities = [self._scene.cast.entities[actor] for actor in subject.actors]
            people = [each for each in entities if each.type is ActorType.PERSON]
            if people and people[0].gender is None:
                self._learn(people[0], saying)
            chosen = (people or entities)[0]
            return chosen, f"named beside '{verb}'", 0.9 if len(entities) == 1 else 0.6
        offset = saying.verb.start
        if subject.sure is Sure.PRONOUN:
            gender = "f" if subject.word.lower() == "she" else "m"
            found = self.pronoun(offset, gender)
            return found, f"'{subject.word}' means the nearest one that fits", 0.75
        phrase = self._phrase(tokens, saying)
        if phrase is None:
            return None, "", 0.0
        return self._described(phrase, offset)

    def _learn(self, entity: Entity, saying: Saying) -> None:
        """Nothing tells the gender here; kept for what titles in the sentence tell."""
        before = self._text[max(0, saying.verb.start - 60) : saying.verb.start].lower().split()
        words = set(before)
        if words & {"spokeswoman", "chairwoman", "actress", "mrs", "ms"}:
            entity.gender = "f"
        elif words & {"spokesman", "chairman"}:
            entity.gender = "m"

    # -- pronouns ---------------------------------------------------------------------------------------

    def pronoun(self, offset: int, gender: str) -> Entity | None:
        """Return the nearest person before an offset whom *he* or *she* can mean."""
        for span in self._sentences_before(offset):
            people = [*self._spoke_in(span), *self._scene.people_in(span)]
            fitting = [each for each in people if each.gender in (None, gender)]
            sure = [each for each in fitting if each.gender == gender] or fitting
            if sure:
                sure[0].gender = sure[0].gender or gender
                return sure[0]
        return None

    def _sentences_before(self, offset: int) -> Iterator[Span]:
        """Yield the sentence at an offset up to it, then the ones before it."""
        sentences = self._scene.source.sentences
        at = bisect_right(sentences, offset, key=lambda span: span.start) - 1
        for number in range(at, max(-1, at - _MOST_SENTENCES), -1):
            span = sentences[number]
            yield Span(span.start, max(span.start, min(span.end, offset)))

    def _spoke_in(self, span: Span) -> list[Entity]:
        at = bisect_right(self._spoken, span.start - 1, key=lambda each: each[0])
        found: list[Entity] = []
        while at < len(self._spoken) and self._spoken[at][0] < span.end:
            entity = self._spoken[at][1]
            if entity.type is ActorType.PERSON or (entity.unnamed and not _is_plural(entity.name)):
                found.append(entity)
            at += 1
        return found

    def last(self, offset: int, kinds: frozenset[ActorType]) -> Entity | None:
        """Return the actor of some types that was named last before an offset."""
        for mention in self._scene.before(offset):
            entity = self._scene.cast.entities[mention.actors[0]]
            if entity.type in kinds:
                return entity
        return None

    # -- descriptions -----------------------------------------------------------------------------------

    def _phrase(self, tokens: Sequence[Token], saying: Saying) -> Span | None:
        """Return the whole noun phrase that is the subject."""
        if saying.turned or saying.verb.lower == reporting.ACCORDING:
            first = saying.at + (2 if saying.is_passive or saying.verb.lower == reporting.ACCORDING else 1)
            return _phrase_behind(tokens, first)
        return _phrase_before(tokens, saying)

    def _described(self, phrase: Span, offset: int) -> tuple[Entity | None, str, float]:
        words = phrase.of(self._text)
        parts = words.split()
        lower = [part.lower().strip(",") for part in parts]
        if not parts:
            return None, "", 0.0
        if lower[0] in ("they", "we", "it", "i", "you") and len(parts) == 1:
            kinds = frozenset([ActorType.ORGANISATION, ActorType.STATE, ActorType.GROUP])
            if lower[0] in ("it", "they"):
                found = self._group_that_spoke(offset) or self._group_before(offset, kinds)
                return found, f"'{parts[0]}' means the nearest body", 0.6
            return None, "", 0.0
        head = _head(lower)
        if head is None:
            return None, "", 0.0
        is_definite = (
            lower[0] in ("the", "this", "that", "his", "her", "its", "their") or parts[0][0].isupper()
        )
        if is_definite and len(parts) <= 4:  # noqa: PLR2004  # a longer phrase says who is meant
            found = self._bearer(head, lower, offset)
            if found is None:
                found = self._introduced(head, offset)
            if found is not None:
                self._note_noun(found, parts)
                return found, f"'{words}' means the nearest one that fits", 0.7
        return self._unnamed(words, head, phrase), f"'{words}' is not named", 0.7

    def _note_noun(self, entity: Entity, parts: Sequence[str]) -> None:
        """Remember a definite noun as one that stands for an actor, where it is no name itself."""
        words = " ".join(["the", *parts[1:]])
        if parts[0].lower() == "the" and words.islower() and not entity.is_known and words != entity.name:
            entity.nouns.add(words)

    def _group_that_spoke(self, offset: int) -> Entity | None:
        """Return the body that the sentence before, or what comes before in this one, has speaking."""
        for span in list(self._sentences_before(offset))[:2]:
            whole = self._scene.source.sentence_at(span.start)
            sentence = self._scene.paragraph(span.start).sentence(whole)
            earlier = [saying for saying in sentence.sayings if saying.verb.start < span.end]
            for saying in reversed(earlier):
                if saying.subject.sure is Sure.ACTOR:
                    return None
                phrase = self._phrase(sentence.tokens, saying)
                words = phrase.of(self._text) if phrase else ""
                head = _head(words.lower().split())
                if phrase and head is not None and (head in BODY_WORDS or head in _GROUP_NOUNS):
                    return self._described(phrase, saying.verb.start)[0]
        return None

    def _group_before(self, offset: int, kinds: frozenset[ActorType]) -> Entity | None:
        spoken = [entity for place, entity in self._spoken if place < offset][-1:]
        if spoken and (spoken[0].type in kinds or spoken[0].unnamed):
            return spoken[0]
        return self.last(offset, kinds)

    def _bearer(self, head: str, words: Sequence[str], offset: int) -> Entity | None:
        """Return the nearest actor before whose role, name or description a noun belongs to."""
        cast = self._scene.cast.entities
        for place, entity in reversed(self._spoken):
            if place < offset and entity.unnamed and head in entity.name.lower().split():
                return entity
        seen: set[str] = set()
        for mention in self._scene.before(offset):
            entity = cast[mention.actors[0]]
            if entity.id in seen:
                continue
            seen.add(entity.id)
            if _bears(entity, head, words):
                return entity
        if head in _COMPANIES:
            return self.last(offset, frozenset([ActorType.ORGANISATION]))
        if head in _STATES:
            return self.last(offset, frozenset([ActorType.STATE]))
        if head in ("man", "woman", "actor", "actress", "singer", "star", "author", "victim", "teenager"):
            gender = "f" if head in FEMALE_TITLES else "m" if head in MALE_TITLES else None
            return self.pronoun(offset, gender) if gender else None
        return self._last_speaker(head, offset)

    def _last_speaker(self, head: str, offset: int) -> Entity | None:
        """Return who has just spoken, for another word for the same person: ``the Wooster professor``."""
        if head not in PEOPLE or head in _NEW_PEOPLE:
            return None
        sentences = list(self._sentences_before(offset))[:2]
        people = {each.id: each for span in sentences for each in self._scene.people_in(span)}
        spoke = [each for span in sentences for each in self._spoke_in(span) if not each.unnamed]
        found = spoke[0] if spoke else None
        return found if found is not None and set(people) <= {found.id} else None

    def _introduced(self, head: str, offset: int) -> Entity | None:
        """Return whom a sentence before describes by the same noun: ``a source briefed on it said``."""
        for span in self._sentences_before(offset):
            whole = self._scene.source.sentence_at(span.start)
            sentence = self._scene.paragraph(span.start).sentence(whole)
            for saying in sentence.sayings:
                if saying.verb.start >= offset or saying.subject.sure is not Sure.UNKNOWN:
                    continue
                phrase = self._phrase(sentence.tokens, saying)
                words = phrase.of(self._text) if phrase else ""
                is_other = words.split(" ")[0].lower() not in ("the", "")
                if phrase and is_other and _head(words.lower().split()) == head:
                    return self._unnamed(words, head, phrase)
        return None

    def _unnamed(self, words: str, head: str, phrase: Span) -> Entity | None:
        """Return the unnamed actor of a description; a new one the first time."""
        cast = self._scene.cast
        for entity in cast.entities.values():
            if entity.unnamed and (entity.name == words or entity.name.lower() == words.lower()):
                return entity
        if head not in PEOPLE and head not in _GROUP_NOUNS:
            return None
        kind = ActorType.PERSON if head in PEOPLE else ActorType.GROUP
        if head in BODY_WORDS or head in _COMPANIES:
            kind = ActorType.ORGANISATION
        entity = Entity(id=cast.new_id(head), name=words, type=kind, unnamed=True)
        entity.spans.append(phrase)
        entity.gender = "m" if head in MALE_TITLES else "f" if head in FEMALE_TITLES else None
        cast.entities[entity.id] = entity
        return entity


def _bears(entity: Entity, head: str, words: Sequence[str]) -> bool:
    role = (entity.role or "").lower().split()
    if entity.type is ActorType.PERSON:
        wanted = {word for word in words if word in PEOPLE}
        return head in role or (bool(wanted) and wanted <= set(role))
    if entity.type is ActorType.ORGANISATION:
        return head in BODY_WORDS and head in entity.name.lower().split()
    return False


def _head(words: Sequence[str]) -> str | None:
    """Return the noun of a description for people or bodies, the last one before a preposition."""
    found = None
    for word in words:
        if word in reporting.PREPOSITIONS and found is not None:
            break
        if word in PEOPLE or word in _GROUP_NOUNS or word in _STATES:
            found = word
    return found


def _is_plural(words: str) -> bool:
    return _head(words.lower().split()) in PLURAL_PEOPLE


def _phrase_before(tokens: Sequence[Token], saying: Saying) -> Span | None:
    """Return the words before a verb that are its subject, back to the break before them."""
    past = saying.at
    while past > 0 and (
        tokens[past - 1].lower in reporting.AUXILIARIES
        or tokens[past - 1].lower in reporting.ADVERBS
        or (tokens[past - 1].lower.endswith("ly") and tokens[past - 1].sort is Sort.WORD)
    ):
        past -= 1
    if past > 0 and tokens[past - 1].sort is Sort.COMMA:
        # an aside between subject and verb
        at = past - 2
        while at >= 0 and tokens[at].sort not in (Sort.COMMA, Sort.BREAK, Sort.QUOTATION):
            at -= 1
        past = at if at > 0 and tokens[at].sort is Sort.COMMA else past - 1
    first = past
    while first > 0 and past - first < _MOST_TOKENS:
        token = tokens[first - 1]
        if token.sort in (Sort.COMMA, Sort.BREAK, Sort.QUOTATION):
            break
        if token.lower in reporting.CONJUNCTIONS | reporting.RELATIVES | {"said", "says"}:
            break
        first -= 1
    first = _behind_date(tokens, first, past)
    past = next((at for at in range(first + 1, past) if _ends_subject(tokens[at], saying)), past)
    return Span(tokens[first].start, tokens[past - 1].end) if first < past else None


def _ends_subject(token: Token, saying: Saying) -> bool:
    """Return whether a phrase for somebody ends before a word: one of time, or the verb of its clause."""
    return token.lower in _TIMES or (saying.is_participle and is_verb(token))


def _behind_date(tokens: Sequence[Token], first: int, past: int) -> int:
    """Pass what opens a sentence before its subject: ``On Tuesday the source``."""
    for at in range(first, past - 1):
        if tokens[at].lower in reporting.CALENDAR:
            return at + 1
    return first


def _phrase_behind(tokens: Sequence[Token], first: int) -> Span | None:
    """Return the words behind a verb that are its subject."""
    at = first
    while at < len(tokens) and at - first < _MOST_TOKENS:
        token = tokens[at]
        if token.sort in (Sort.COMMA, Sort.BREAK, Sort.QUOTATION) or token.lower in reporting.CALENDAR:
            break
        if at > first and token.lower in _ENDERS and not (token.lower in _KEEPERS and _keeps(tokens, at)):
            break
        if token.lower in reporting.VERBS and at > first:
            break
        at += 1
    return Span(tokens[first].start, tokens[at - 1].end) if at > first else None


def _keeps(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a place belongs to a description: ``a doctor at the hospital``."""
    if at + 1 >= len(tokens):
        return False
    behind = {token.lower for token in tokens[at + 1 : at + 4]}
    return not behind & (
        reporting.DOCUMENTS | reporting.CALENDAR | {"interview", "speech", "conference", "briefing"}
    )
