"""Who a text speaks of: names merged into actors, each with type, aliases and role."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from generator.drafting.company import in_company
from generator.drafting.given_names import FEMALE, GIVEN, MALE, PARTICLES
from generator.drafting.names import Found, is_thing
from generator.drafting.organisations import KNOWN
from generator.drafting.roles import role_of
from generator.drafting.states import states
from generator.drafting.suggestion import ProposedActor
from generator.drafting.titles import FEMALE_TITLES, MALE_TITLES
from generator.model import Actor, ActorType
from generator.model.forms import RESERVED_NAMES
from generator.text import Source, Span
from generator.values import Name, NameIndex

_MOST_ROLE: Final = 90
_MOST_KIN: Final = 20
"""Actors with one last word that a name is held against."""

_PERSONAL: Final = re.compile(r", (?:who\b|whose\b|\d{1,3}[,.])")
"""What stands behind the names of people alone: ``, who``, or an age."""

_CAPITALISED: Final = re.compile(r"\b[A-Z][\w&]*")
_SHORT: Final = re.compile(r"\s\(([A-Z][A-Za-z&.-]{1,9})\)")


class Entity(Struct, kw_only=True):
    """One actor in the making."""

    id: str
    name: str
    type: ActorType | None
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    role: str | None = None
    gender: str | None = None
    """``m`` or ``f``, where a name or a title tells."""

    nouns: set[str] = field(default_factory=set)
    """Definite nouns that stand for the actor in this text: ``the source``."""

    unnamed: bool = False
    spoke: bool = False
    located: int = 0
    is_known: bool = False

    def take(self, found: Found) -> None:
        """Add a name that means this actor."""
        self.forms[found.text] += 1
        self.spans.append(found.span)
        self.spoke |= found.spoke
        self.located += found.located
        self.type = self.type or found.type


class Cast(Struct):
    """All actors of a text."""

    entities: dict[str, Entity] = field(default_factory=dict)
    """By id, in the order of the text."""

    numbers: Counter[str] = field(default_factory=Counter)
    """How many ids were tried for each base: thousands may bear one last name."""

    def new_id(self, words: str) -> str:
        """Return an id that nobody has."""
        base = _slug(words)
        while True:
            self.numbers[base] += 1
            number = self.numbers[base]
            chosen = base if number == 1 else f"{base}-{number}"
            if chosen not in self.entities and chosen not in RESERVED_NAMES:
                return chosen


def cast_of(source: Source, found: Sequence[Found], known: Mapping[str, Actor], index: NameIndex) -> Cast:
    """Return the actors of a text: those of the registry that are named, and those that names suggest."""
    cast = Cast()
    taken = _known(cast, source, known, index)
    free = list(in_company(source.text, [each for each in found if not _overlaps(each.span, taken)]))
    kin = _Kin()
    whole = sorted((each for each in free if len(each.words) > 1 or each.type), key=_strength)
    forms: dict[str, Entity] = {}
    for entity in cast.entities.values():
        forms.update(dict.fromkeys(entity.forms, entity))
    for each in whole:
        if each.type is ActorType.PERSON and len(each.words) == 1:
            continue
        if is_thing(each.words) and each.type is not ActorType.PERSON:
            continue
        entity = forms.get(each.text) or kin.same(each, forms) or _new(cast, each)
        forms[each.text] = entity
        kin.add(each.text, entity)
        entity.take(each)
    _singles(cast, free, forms)
    _abbreviate(source, cast, forms)
    _shorten(source, cast, forms)
    _settle(source, cast, free)
    cast.entities = {each.id: each for each in sorted(cast.entities.values(), key=_first) if _is_worth(each)}
    return cast


def proposed(cast: Cast) -> dict[str, ProposedActor]:
    """Return the actors that no registry knows, as the front matter would declare them."""
    found: dict[str, ProposedActor] = {}
    borne = Counter(noun for entity in cast.entities.values() for noun in entity.nouns)
    shared = {noun for noun, bearers in borne.items() if bearers > 1}
    for entity in cast.entities.values():
        if entity.is_known:
            continue
        aliases = tuple(form for form in entity.forms if form != entity.name)
        actor = Actor(
            name=None if entity.unnamed else entity.name,
            unnamed=entity.name if entity.unnamed else None,
            type=entity.type,
            role=entity.role,
            aliases=aliases,
            weak_aliases=tuple(sorted(entity.nouns - shared)),
        )
        sure = 0.9 if entity.type in (ActorType.STATE, ActorType.PERSON) else 0.7
        found[entity.id] = ProposedActor(actor=actor, confidence=sure, reason=_reason(entity))
    return found


def _reason(entity: Entity) -> str:
    if entity.unnamed:
        return "speaks and is not named"
    return f"named {sum(entity.forms.values())} times"


def _known(cast: Cast, source: Source, known: Mapping[str, Actor], index: NameIndex) -> list[Span]:
    """Take in the actors of the registry that are named; return where."""
    spans: list[Span] = []
    for found in index.find(source.text, source.skipped):
        span = Span(found.start, found.end)
        spans.append(span)
        if len(found.actors) > 1:
            continue
        name = found.actors[0]
        actor = known[name]
        entity = cast.entities.get(name)
        if entity is None:
            title = actor.name or actor.unnamed or name
            entity = Entity(id=name, name=title, type=actor.type, role=actor.role, is_known=True)
            entity.gender = _gender(title.split()[0])
            cast.entities[name] = entity
            entity.forms[title] += 0
        entity.forms[span.of(source.text)] += 1
        entity.spans.append(span)
    return spans


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of sorted spans."""
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(taken) and taken[low].start < span.end


def _strength(found: Found) -> tuple[bool, int, int]:
    """Sort titled and typed names first, then longer ones, then by place."""
    return found.type is None, -len(found.words), found.span.start


class _Kin:
    """Actors by the last word of each of their names."""

    def __init__(self) -> None:
        self._by_last: dict[str, dict[str, Entity]] = {}
        self._states: dict[str, Entity] = {}

    def add(self, form: str, entity: Entity) -> None:
        """Remember a name."""
        self._by_last.setdefault(form.rpartition(" ")[2], {})[form] = entity
        if entity.type is ActorType.STATE:
            self._states[entity.name] = entity

    def same(self, found: Found, forms: Mapping[str, Entity]) -> Entity | None:
        """Return an actor that a longer or a fuller form of the name means."""
        if found.type is ActorType.STATE:
            return self._states.get(states()[found.text].name)
        bare = found.text.removeprefix("The ")
        if bare in forms:
            return forms[bare]
        for form, entity in list(self._by_last.get(found.words[-1], {}).items())[:_MOST_KIN]:
            if found.type in (ActorType.PERSON, None) and entity.type is ActorType.PERSON:
                if _is_part(found.words, entity.name.split()):
                    return entity
            elif found.type is entity.type is ActorType.ORGANISATION and _shortens(bare, form):
                return entity
        return None


def _shortens(name: str, form: str) -> bool:
    """Return whether a body's name ends a fuller one of its own: «Board of Harbour Holdings» is another's."""
    before = form.removesuffix(f" {name}")
    return before != form and before.rpartition(" ")[2] not in ("of", "for")


def _is_part(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether words are the end of a name, or its first and last word."""
    if len(words) >= len(name):
        return False
    if [word.lower() for word in name[-len(words) :]] == [word.lower() for word in words]:
        return True
    return len(words) > 1 and words[0] == name[0] and words[-1] == name[-1]


def _new(cast: Cast, found: Found) -> Entity:
    name = states()[found.text].name if found.type is ActorType.STATE else found.text
    basis = found.words[-1] if found.type is ActorType.PERSON else name
    entity = Entity(id=cast.new_id(basis), name=name, type=found.type)
    cast.entities[entity.id] = entity
    return entity


def _singles(cast: Cast, free: Sequence[Found], forms: dict[str, Entity]) -> None:
    """Give single words to the people whose names they end, else make actors of their own."""
    by_last: dict[str, list[Entity]] = {}
    by_first: dict[str, list[Entity]] = {}
    for entity in cast.entities.values():
        if entity.type in (ActorType.PERSON, None) and " " in entity.name:
            by_last.setdefault(_bare(entity.name.split()[-1]), []).append(entity)
            by_first.setdefault(entity.name.split()[0], []).append(entity)
    counts = Counter(
        each.text for each in free if len(each.words) == 1 and each.type in (None, ActorType.PERSON)
    )
    for each in free:
        if len(each.words) != 1 or each.type not in (None, ActorType.PERSON) or is_thing(each.words):
            continue
        word = each.text
        fitting = by_last.get(_bare(word)) or (by_first.get(word, []) if each.type is None else [])
        if fitting and (len(fitting) == 1 or word not in by_first):
            # of several who share a last name the one that the text speaks of most
            fitting = [max(fitting, key=lambda one: sum(one.forms.values()))]
            forms[word] = fitting[0]
            fitting[0].type = ActorType.PERSON if word not in by_first else fitting[0].type
            fitting[0].take(each)
            continue
        is_sure = each.type or each.spoke or each.located or counts[word] > 1 or word in GIVEN
        if word in forms or is_sure:
            entity = forms.get(word) or _new(cast, each)
            forms[word] = entity
            entity.take(each)


def _bare(word: str) -> str:
    """Return a last name without a particle that is tied to it."""
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and head.lower() in PARTICLES else word


def _abbreviate(source: Source, cast: Cast, forms: dict[str, Entity]) -> None:
    """Join ``Federal Security Service (FSB)`` and the FSB that follows."""
    for entity in list(cast.entities.values()):
        if entity.unnamed or entity.id not in cast.entities or entity.type is ActorType.STATE:
            continue
        short = None
        for span in entity.spans[:3]:
            match = _SHORT.match(source.text, span.end)
            if match:
                short = match.group(1)
        initials = "".join(word[0] for word in entity.name.split() if word[0].isupper())
        if short is None and len(initials) > 2 and initials in forms:  # noqa: PLR2004  # two letters mean many
            short = initials
        other = forms.get(short) if short else None
        if other is None or other is entity or other.is_known:
            continue
        entity.forms.update(other.forms)
        entity.spans = sorted([*entity.spans, *other.spans])
        entity.spoke |= other.spoke
        entity.type = entity.type or ActorType.ORGANISATION
        cast.entities.pop(other.id, None)


def _shorten(source: Source, cast: Cast, forms: Mapping[str, Entity]) -> None:
    """Let the first word of one body's name mean it where that is a name by itself: ``Boeing Airliners``."""
    longer: dict[str, list[Entity]] = {}
    for entity in cast.entities.values():
        first = entity.name.partition(" ")[0]
        if entity.type is ActorType.ORGANISATION and first != entity.name and first in KNOWN:
            longer.setdefault(first, []).append(entity)
    words = Counter(_CAPITALISED.findall(source.text)) if longer else Counter[str]()
    for first, entities in longer.items():
        is_free = len(entities) == 1 and first not in forms and not entities[0].is_known
        if is_free and words[first] > sum(entities[0].forms.values()):
            entities[0].forms[first] += 0


def _settle(source: Source, cast: Cast, free: Iterable[Found]) -> None:
    """Give each actor a type, a gender and a role."""
    titles = {each.span: each.title for each in free if each.title}
    for entity in cast.entities.values():
        entity.spans.sort()
        words = entity.name.split()
        if entity.type is None:
            entity.type = _guess(entity, words)
        if len(words) in (2, 3) and entity.spans and entity.type is None:
            first = entity.spans[0]
            is_person = role_of(source, first, None) or _PERSONAL.match(source.text, first.end)
            entity.type = ActorType.PERSON if is_person else None
        if entity.type is not ActorType.PERSON:
            continue
        entity.gender = entity.gender or _gender(words[0])
        for span in entity.spans:
            title = titles.get(span)
            last = title.of(source.text).split()[-1].lower() if title else ""
            entity.gender = entity.gender or (
                "m" if last in MALE_TITLES else "f" if last in FEMALE_TITLES else None
            )
            if entity.role is None:
                role = role_of(source, span, title)
                if role and len(role) <= _MOST_ROLE:
                    entity.role = role


def _guess(entity: Entity, words: Sequence[str]) -> ActorType | None:
    if entity.located * 2 >= sum(entity.forms.values()) and entity.located and not entity.spoke:
        return ActorType.PLACE
    if len(words) in (2, 3) and (entity.spoke or len(entity.forms) > 1):
        return ActorType.PERSON
    if len(words) == 1:
        return ActorType.PERSON if words[0] in GIVEN else ActorType.ORGANISATION
    return None


def _gender(word: str) -> str | None:
    return "m" if word in MALE else "f" if word in FEMALE else None


def _is_worth(entity: Entity) -> bool:
    """Return whether an actor is sure enough to be suggested."""
    return entity.is_known or entity.unnamed or entity.type is not None


def _first(entity: Entity) -> tuple[int, str]:
    return (entity.spans[0].start if entity.spans else 0), entity.id


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower().replace("'", "")
    parts = re.findall(r"[a-z0-9]+", plain)
    found = "-".join(parts[:4])[:40].strip("-")
    return found if found[:1].isalpha() else f"actor-{found}" if found else "actor"


def index_of(cast: Cast, known: Mapping[str, Actor]) -> Iterator[Name]:
    """Yield the names by which the suggested actors are found, those of the registry aside."""
    for entity in cast.entities.values():
        if entity.id not in known:
            for form in {entity.name: 1, **entity.forms}:
                yield Name(text=form, actor=entity.id)
