"""Reporting verbs of a sentence, each with whoever does the reporting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from generator.kinds import reporting
from generator.kinds.clauses import Sort, Token, is_inside_phrase, is_name
from generator.kinds.subjects import NOBODY, Subject, Sure, before, begin_of_phrase, behind, leading
from generator.model import Mention
from generator.text import Span
from generator.text.words import letters_of

_TURNED: Final = frozenset(
    """
    said says wrote writes announced reported reports tweeted added claimed argued warned explained noted
    insisted predicted recalled suggested
    """.split()
)
"""Verbs that may stand before their speaker outside quotation marks: ``…, said an official``."""


_BEFORE_VERBS: Final = frozenset(
    {
        *(reporting.ADVERBS - {"all", "both", "no"}),
        *reporting.PERSONAL,
        *reporting.RELATIVES,
        *reporting.TITLES,
        "it",
    }
)
_PLAIN_PREPOSITIONS: Final = reporting.PREPOSITIONS - reporting.ADVERBS
_HELPERS: Final = reporting.AUXILIARIES | reporting.PRONOUNS
_BEFORE_PARTICIPLES: Final = reporting.BE | {"as"}


class Saying(Struct, frozen=True):
    """A reporting verb."""

    at: int
    """Position of its token."""

    verb: Token
    subject: Subject
    turned: bool = False
    """Whether the speaker stands behind it."""

    is_passive: bool = False
    """Whether the speaker is its agent: ``reported by``."""

    @property
    def is_participle(self) -> bool:
        """Return whether it hangs on another clause: ``…, adding that``."""
        return self.verb.lower in reporting.PRESENT_PARTICIPLES


def may_report(text: str, span: Span, mentions: Iterable[Mention]) -> bool:
    """Return False only where no reporting verb stands in a span: a quick look before its tokens are made."""
    words = letters_of(text[span.start : span.end].lower())
    return not reporting.VERBS.isdisjoint(words) or any(
        _is_inside_word(text, edge)
        for mention in mentions
        for edge in (mention.evidence.spans[0].start, mention.evidence.spans[0].end)
    )


def _is_inside_word(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at + 1].isalnum()


def sayings(tokens: Sequence[Token], places: frozenset[str]) -> list[Saying]:
    """Return the reporting verbs of a sentence in order; ``places`` are ids of actors that are places."""
    found: list[Saying] = []
    for at, token in enumerate(tokens):
        # A capital inside a sentence is a name's: «the Warning», «Mark Read».
        if token.sort is not Sort.WORD or token.lower not in reporting.VERBS or (at and token.is_capitalised):
            continue
        saying = _saying(tokens, at, places, found)
        if saying is not None and saying.subject.sure is not Sure.NONE:
            found.append(saying)
    return found


def _saying(
    tokens: Sequence[Token], at: int, places: frozenset[str], earlier: Sequence[Saying]
) -> Saying | None:
    """Return the saying at a position; None where the word reports nothing there."""
    verb = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if verb.lower == reporting.ACCORDING or (verb.lower in reporting.PAST_PARTICIPLES and following == "by"):
        is_passive = following == "by"
        if not is_passive and following != "to":
            return None
        return Saying(at, verb, behind(tokens, at + 2, places), turned=True, is_passive=is_passive)
    if _is_no_verb(tokens, at) or (verb.lower in reporting.PAST_PARTICIPLES and _is_passive(tokens, at)):
        return None
    if verb.lower in reporting.PRESENT_PARTICIPLES:
        return Saying(at, verb, _of_participle(tokens, at, places, earlier))
    turned = _turned(tokens, at, places)
    if turned is not None:
        return Saying(at, verb, turned, turned=True)
    return Saying(at, verb, before(tokens, at, places))


def _is_no_verb(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word that may be a verb is a noun, an adjective or an infinitive of purpose here."""
    lower = tokens[at].lower
    if lower == "held" and not (at + 1 < len(tokens) and tokens[at + 1].lower == "that"):
        return True
    previous = tokens[at - 1] if at else None
    if previous is None or previous.sort in (Sort.COMMA, Sort.QUOTATION, Sort.BREAK):
        return lower in reporting.NOUNS_OFTEN or lower in reporting.INFINITIVES
    if previous.possessive or previous.lower in reporting.DETERMINERS:
        return True
    if lower in reporting.INFINITIVES:
        return _is_purpose(tokens, at)
    if lower in reporting.NOUNS_OFTEN:
        return not (is_name(previous) or previous.lower in _BEFORE_VERBS)
    return previous.lower in _PLAIN_PREPOSITIONS and lower in reporting.PAST_PARTICIPLES


def _is_purpose(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an infinitive tells what is meant to be said, not what was (``went on to say``)."""
    previous = tokens[at - 1]
    if previous.lower == "to":
        return tokens[max(0, at - 2)].lower not in {"on", "far", "as"}
    is_helped = previous.lower in _HELPERS
    return not (is_helped or is_inside_phrase(previous))


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a form of *to be* stands before a past participle: ``was later told``."""
    at -= 1
    while at >= 0 and tokens[at].sort is Sort.WORD:
        lower = tokens[at].lower
        if lower in reporting.BE:
            return True
        if not (lower in reporting.ADVERBS or lower.endswith("ly") or lower in reporting.AUXILIARIES):
            return False
        at -= 1
    return False


def _of_participle(
    tokens: Sequence[Token], at: int, places: frozenset[str], earlier: Sequence[Saying]
) -> Subject:
    """Return who is *saying* something: whoever said the rest of the sentence, or its subject."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return NOBODY
    if previous.lower in _BEFORE_PARTICIPLES:
        return before(tokens, at, places)
    if previous.sort is Sort.MENTION:
        begin = begin_of_phrase(tokens, at - 1) - 1
        if begin < 0 or tokens[begin].lower == "with":
            return before(tokens, at, places) if begin < 0 else behind(tokens[:at], begin + 1, places)
    known = [saying.subject for saying in earlier if saying.subject.sure is not Sure.NONE]
    return known[-1] if known else leading(tokens, at, places)


def _turned(tokens: Sequence[Token], at: int, places: frozenset[str]) -> Subject | None:
    """Return the speaker behind a verb; None where verb and speaker stand in the usual order."""
    previous = at - 1
    while previous >= 0 and tokens[previous].lower in reporting.ADVERBS:
        previous -= 1
    if previous < 0 or tokens[at].lower in reporting.LISTENERS:
        return None
    is_comma = tokens[previous].sort is Sort.COMMA
    if tokens[previous].sort is Sort.QUOTATION or (
        is_comma and previous and tokens[previous - 1].sort is Sort.QUOTATION
    ):
        found = behind(tokens, at + 1, places)
        is_vague = found.sure is Sure.UNKNOWN and not is_comma and tokens[at].lower not in _TURNED
        return None if found.sure is Sure.NONE or is_vague else found
    if not is_comma or tokens[at].lower not in _TURNED:
        return None
    found = behind(tokens, at + 1, places)
    if found.sure is Sure.NONE:
        return None
    if not any(token.sort is Sort.COMMA for token in tokens[:previous]):
        return found
    return found if found.sure is Sure.ACTOR and _ends(tokens, found.start + 1) else None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].sort in (Sort.COMMA, Sort.BREAK)
