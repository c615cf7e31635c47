"""Who does the reporting: the subject of a verb, found by the shape of an English news sentence.

What stands right beside the verb decides. Names inside prepositional phrases, possessives, appositions and
titles are passed over, and where the one who speaks is a noun or a name that no actor bears, nobody is
guessed in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from msgspec import Struct

from generator.kinds import reporting
from generator.kinds.clauses import Sort, Token, is_inside_phrase, is_name
from generator.model import Mention

_MOST_STEPS: Final = 12
"""Phrases and asides that are passed over between a verb and its subject."""


_CLAUSES: Final = reporting.RELATIVES | {"where", "when", "that", "while", "whereas", "because"}
"""Words behind which a clause has a subject of its own."""


_TELLING: Final = reporting.PRONOUNS | reporting.RELATIVES | reporting.CONJUNCTIONS | reporting.PREPOSITIONS


class Sure(Enum):
    """What is known of a subject."""

    ACTOR = auto()
    PRONOUN = auto()
    """``He`` or ``she``."""

    UNKNOWN = auto()
    """Somebody whom no actor stands for."""

    NONE = auto()
    """No subject is there."""


class Subject(Struct, frozen=True):
    """Who a verb says speaks."""

    sure: Sure
    mentions: tuple[Mention, ...] = ()
    start: int = 0
    """Position of its last token, or of its first where it follows the verb."""

    word: str = ""

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the ids of the actors named."""
        return tuple(dict.fromkeys(actor for mention in self.mentions for actor in mention.actors))


NOBODY: Final = Subject(Sure.NONE)
_DESCRIPTIONS: Final = reporting.GROUPS | reporting.TITLES
_OPENING_ADVERBS: Final = reporting.ADVERBS - {"both", "all"}
_NOBODYS: Final = reporting.PRONOUNS - {"one"}
_UNKNOWN: Final = Subject(Sure.UNKNOWN)


def before(tokens: Sequence[Token], end: int, places: frozenset[str], steps: int = _MOST_STEPS) -> Subject:
    """Return the subject whose last token stands before ``end``, seen from the verb to the left."""
    at = _skip_verb_group(tokens, end - 1)
    if at < 0 or steps == 0:
        return NOBODY
    token = tokens[at]
    if token.sort in (Sort.QUOTATION, Sort.BREAK):
        return NOBODY
    if token.sort is Sort.COMMA:
        return _across_comma(tokens, at, places, steps - 1)
    if token.sort is Sort.WORD and token.lower in _TELLING:
        return _at_word(tokens, at, places, steps - 1)
    return _phrase(tokens, at, places, steps - 1)


def _at_word(tokens: Sequence[Token], at: int, places: frozenset[str], steps: int) -> Subject:
    """Return the subject where a word of the grammar stands before the verb."""
    lower = tokens[at].lower
    if lower in reporting.PERSONAL:
        return Subject(Sure.PRONOUN, start=at, word=tokens[at].text)
    if lower in reporting.PRONOUNS:
        return _UNKNOWN
    if lower in reporting.RELATIVES:
        return _antecedent(tokens, at)
    if lower in reporting.CONJUNCTIONS:
        return leading(tokens, at, places)
    return before(tokens, at, places, steps)


def _skip_verb_group(tokens: Sequence[Token], at: int) -> int:
    """Pass auxiliaries and adverbs; ``went on to`` with them."""
    while at >= 0 and tokens[at].sort is Sort.WORD:
        lower = tokens[at].lower
        if not (
            is_calendar(tokens, at)
            or lower in reporting.AUXILIARIES
            or lower in reporting.ADVERBS
            or (lower.endswith("ly") and not tokens[at].is_capitalised)
        ):
            break
        at -= 1
    return at


def begin_of_phrase(tokens: Sequence[Token], at: int) -> int:
    """Return where the noun phrase begins that ends at ``at``; a date before it is no part of it."""
    while at >= 0 and is_inside_phrase(tokens[at]) and not is_calendar(tokens, at):
        at -= 1
    return at + 1


def is_calendar(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token is part of a date: ``Monday``, ``May``, the ``3`` of ``May 3``."""
    token = tokens[at]
    if token.sort is not Sort.WORD:
        return False
    if token.is_capitalised:
        return token.lower in reporting.CALENDAR
    return token.text[0].isdigit() and at > 0 and tokens[at - 1].lower in reporting.CALENDAR


def _phrase(tokens: Sequence[Token], at: int, places: frozenset[str], steps: int) -> Subject:
    """Return the subject whose phrase ends at ``at``, or that stands before the preposition of the phrase."""
    begin = begin_of_phrase(tokens, at) - 1
    delimiter = tokens[begin] if begin >= 0 else None
    word = delimiter.lower if delimiter is not None and delimiter.sort is Sort.WORD else ""
    if word in reporting.PREPOSITIONS and not _is_title_of(tokens, begin, at):
        if word in {"by", "from"} and begin > 0 and tokens[begin - 1].lower in reporting.DOCUMENTS:
            return _head(tokens, at)
        return before(tokens, begin, places, steps)
    head = _head(tokens, at)
    if word in {"and", "or"} and begin > 0:
        other = _joined(tokens, begin - 1, places, steps)
        if other is not None:
            both = head.sure is Sure.ACTOR and other.sure is Sure.ACTOR
            named = (*other.mentions, *head.mentions)
            return Subject(Sure.ACTOR if both else Sure.UNKNOWN, named, at)
    return head


def _is_title_of(tokens: Sequence[Token], of: int, at: int) -> bool:
    """Return whether ``of`` belongs to a title before a name: ``Mayor of London Sadiq Khan``."""
    if tokens[of].lower not in {"of", "for", "to"} or tokens[at].sort is not Sort.MENTION or of == 0:
        return False
    office = tokens[of - 1].lower
    between = [token for token in tokens[of + 1 : at] if token.lower not in reporting.DETERMINERS]
    if not between or any(token.possessive for token in between):
        return False
    titles = [token.lower in reporting.TITLES for token in between]
    if office in reporting.INSTITUTIONS:
        return any(titles) and not titles[0]
    return office in reporting.TITLES and not any(titles)


def _head(tokens: Sequence[Token], at: int) -> Subject:
    token = tokens[at]
    if token.sort is Sort.MENTION and token.mention is not None and not token.possessive:
        return Subject(Sure.ACTOR, (token.mention,), at)
    return Subject(Sure.UNKNOWN, start=at, word=token.text)


def _joined(tokens: Sequence[Token], at: int, places: frozenset[str], steps: int) -> Subject | None:
    """Return who is joined to a name by *and*; None where *and* joins clauses."""
    if at >= 0 and tokens[at].sort is Sort.COMMA:
        at -= 1
    if at < 0 or steps == 0:
        return None
    if not (is_name(tokens[at]) or tokens[at].lower in _DESCRIPTIONS):
        return None
    if not is_inside_phrase(tokens[at]):
        return None
    found = _phrase(tokens, at, places, steps - 1)
    begin = begin_of_phrase(tokens, at) - 1
    if begin > 0 and tokens[begin].sort is Sort.COMMA and is_name(tokens[begin - 1]) and begin > 1:
        more = _joined(tokens, begin - 1, places, steps - 1)
        if more is not None and more.sure is Sure.ACTOR and found.sure is Sure.ACTOR:
            return Subject(Sure.ACTOR, (*more.mentions, *found.mentions), at)
    return found


def _antecedent(tokens: Sequence[Token], at: int) -> Subject:
    """Return what a relative pronoun stands for."""
    at -= 1
    if at >= 0 and tokens[at].sort is Sort.COMMA:
        at -= 1
    if at < 0 or not is_inside_phrase(tokens[at]):
        return _UNKNOWN
    return _head(tokens, at)


def _across_comma(tokens: Sequence[Token], closing: int, places: frozenset[str], steps: int) -> Subject:
    """Return the subject before an aside that ends at a comma, or the name that is itself the aside."""
    opening = closing - 1
    while opening >= 0 and tokens[opening].sort is not Sort.COMMA:
        if tokens[opening].sort is Sort.BREAK:
            return NOBODY
        opening -= 1
    if opening < 0:
        return before(tokens, closing, places, steps)
    aside = tokens[opening + 1 : closing]
    apposed = _apposed(aside)
    head = before(tokens, opening, places, steps)
    if head.sure is Sure.ACTOR:
        is_vague = all(actor in places for actor in head.actors)
        return Subject(Sure.ACTOR, (apposed,), closing - 1) if apposed and is_vague else head
    if apposed is not None and not all(actor in places for actor in apposed.actors):
        return Subject(Sure.ACTOR, (apposed,), closing - 1)
    return head


def _apposed(aside: Sequence[Token]) -> Mention | None:
    """Return the name that an aside consists of, titles before it aside."""
    if not aside or not all(is_inside_phrase(token) for token in aside):
        return None
    last = aside[-1]
    return last.mention if last.sort is Sort.MENTION and not last.possessive else None


def leading(tokens: Sequence[Token], end: int, places: frozenset[str]) -> Subject:
    """Return the subject that a sentence, or what follows its last break before ``end``, begins with."""
    at = end - 1
    while at >= 0 and tokens[at].sort is not Sort.BREAK:
        at -= 1
    at += 1
    if any(_takes_over(tokens, clause, end) for clause in range(at, end - 1)):
        return _UNKNOWN
    if at < end and _opens_aside(tokens[at]):
        comma = at
        while comma < end and tokens[comma].sort is not Sort.COMMA:
            comma += 1
        if comma == end:
            return NOBODY
        at = comma + 1
    while at < end and tokens[at].sort is Sort.WORD and tokens[at].lower in reporting.ADVERBS:
        at += 1
    return behind(tokens[:end], at, places)


def _takes_over(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Return whether the clause that a word begins may be the one with the subject that is looked for.

    It is not where it is an aside that a comma ends (``Vance, who came by boat, left, saying``), nor where it
    only tells which of many are meant (``with passengers who had waited, saying``).
    """
    lower = tokens[at].lower
    if lower not in _CLAUSES:
        return False
    if lower not in reporting.RELATIVES or at == 0:
        return True
    commas = sum(token.sort is Sort.COMMA for token in tokens[at : end - 1])
    return tokens[at - 1].sort is Sort.COMMA and commas == 0


def _opens_aside(token: Token) -> bool:
    """Return whether a sentence begins with a phrase before its subject: ``In London, …``."""
    lower = token.lower
    return token.sort is Sort.WORD and (
        lower in reporting.PREPOSITIONS
        or lower in reporting.CONJUNCTIONS
        or lower in _OPENING_ADVERBS
        or (lower.endswith(("ing", "ly")) and len(lower) > len("going"))
    )


def behind(tokens: Sequence[Token], at: int, places: frozenset[str]) -> Subject:
    """Return the subject whose phrase begins at ``at``: ``said the mayor of London, Sadiq Khan``."""
    held: Subject | None = None
    first = at
    while at < len(tokens):
        token = tokens[at]
        if token.sort is Sort.COMMA and held is not None:
            return _renamed(tokens, at, held, places)
        if token.sort in (Sort.BREAK, Sort.QUOTATION, Sort.COMMA):
            break
        if token.sort is Sort.MENTION:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if not token.possessive and not _goes_on(following):
                return _with_others(tokens, at)
            held = held or _UNKNOWN
        elif token.lower in reporting.PERSONAL:
            return Subject(Sure.PRONOUN, start=at, word=token.text)
        elif token.lower in _NOBODYS:
            return _UNKNOWN
        elif token.lower in reporting.PREPOSITIONS and at > first:
            return _behind_preposition(tokens, at, places)
        elif not is_inside_phrase(token) and token.lower != "one":
            break
        else:
            held = Subject(Sure.UNKNOWN, start=at, word=token.text)
        at += 1
    return held or NOBODY


def _goes_on(token: Token | None) -> bool:
    """Return whether a name before this token only describes what follows: ``Labour leader``."""
    if token is None:
        return False
    if token.sort is Sort.MENTION:
        return True
    if token.sort is not Sort.WORD:
        return False
    lower = token.lower
    if lower in reporting.TITLES or lower in reporting.GROUPS:
        return True
    return is_name(token) and lower not in reporting.ADVERBS


def _with_others(tokens: Sequence[Token], at: int) -> Subject:
    """Return a name, together with one that *and* joins to it."""
    mention = tokens[at].mention
    named = (mention,) if mention is not None else ()
    if at + 2 < len(tokens) and tokens[at + 1].lower == "and":
        other = tokens[at + 2]
        if other.mention is not None and not other.possessive and not _is_before_verb(tokens, at + 3):
            return Subject(Sure.ACTOR, (*named, other.mention), at)
    return Subject(Sure.ACTOR, named, at)


def _is_before_verb(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in reporting.VERBS


def _behind_preposition(tokens: Sequence[Token], preposition: int, places: frozenset[str]) -> Subject:
    """Go on behind ``the mayor of …``: to the name that the title stands before, or to an apposition."""
    office = tokens[preposition - 1]
    at = preposition + 1
    while at < len(tokens) and is_inside_phrase(tokens[at]):
        at += 1
    last = at - 1
    if _is_title_of(tokens, preposition, last) and last > preposition:
        return _head(tokens, last)
    if tokens[preposition].lower in {"by", "from"} and any(
        token.lower in reporting.DOCUMENTS for token in tokens[max(0, preposition - 2) : preposition]
    ):
        return behind(tokens, preposition + 1, places)
    unknown = Subject(Sure.UNKNOWN, start=preposition - 1, word=office.text)
    if at < len(tokens) and tokens[at].sort is Sort.COMMA:
        return _renamed(tokens, at, unknown, places)
    return unknown


def _renamed(tokens: Sequence[Token], comma: int, head: Subject, places: frozenset[str]) -> Subject:
    """Return the name that follows a description and a comma: ``the El Paso mayor, Dee Margo``."""
    end = comma + 1
    while end < len(tokens) and is_inside_phrase(tokens[end]):
        end += 1
    apposed = _apposed(tokens[comma + 1 : end])
    if apposed is None or all(actor in places for actor in apposed.actors):
        return head
    # «said the mayor, Ida Vance said» would be another clause.
    return head if _is_before_verb(tokens, end) else Subject(Sure.ACTOR, (apposed,), end - 1)
