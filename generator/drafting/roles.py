"""What somebody is, in words of the article: titles, words before a name, appositions behind it."""

from __future__ import annotations

import re
from typing import Final

from generator.drafting.titles import COURTESY, OCCUPATIONS, PEOPLE, PLURAL_PEOPLE
from generator.kinds import reporting
from generator.text import Source, Span

_WORDS_BEFORE: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_APPOSED: Final = re.compile(
    r", (?:(?:an?|the|its|their|his|her|who is|who was) )?([^,;:.“”\"()–—]{3,90}?)"
    r"(?=[,.;]| \(| who | that | which )"
)
_FURTHEST: Final = 60
_MOST_WORDS: Final = 5


def role_of(source: Source, name: Span, title: Span | None) -> str | None:
    """Return the role that words around a name give; None where they give none."""
    text = source.text
    if title is not None and title.of(text) not in COURTESY:
        words = title.of(text).removesuffix(".")
        if words not in COURTESY:
            return words
    before = _before(text, name)
    if before:
        return before
    match = _APPOSED.match(text, name.end)
    if match and _is_role(match.group(1)):
        return match.group(1)
    return None


def _before(text: str, name: Span) -> str | None:
    """Return a noun phrase for a person that stands right before a name: ``harbour minister``."""
    start = max(0, name.start - _FURTHEST)
    words = list(_WORDS_BEFORE.finditer(text, start, name.start))
    if not words or not _is_person(words[-1].group().lower()):
        return None
    between = text[words[-1].end() : name.start]
    if between != " " and not (between == ", " and text[name.end : name.end + 1] == ","):
        return None
    taken = 1
    while taken < min(len(words), _MOST_WORDS):
        word, following = words[-taken - 1], words[-taken]
        if text[word.end() : following.start()] != " " or not _is_of_phrase(word.group()):
            break
        taken += 1
    first = words[-taken].start()
    return text[first : words[-1].end()] if first > start or start == 0 else None


def _is_person(word: str) -> bool:
    return word in PEOPLE or word.endswith(OCCUPATIONS)


def _is_of_phrase(word: str) -> bool:
    lower = word.lower()
    return lower not in _ENDS and lower not in reporting.VERBS and not lower.endswith("ly")


_ENDS: Final = (
    reporting.PREPOSITIONS
    | reporting.CONJUNCTIONS
    | reporting.RELATIVES
    | reporting.PRONOUNS
    | reporting.DETERMINERS
    | reporting.AUXILIARIES
    | reporting.ADVERBS
    | reporting.CALENDAR
)


def _is_role(words: str) -> bool:
    """Return whether an apposition says what a person is."""
    first = words.split(maxsplit=1)[0].lower()
    if first in reporting.VERBS or first in ("who", "which", "and", "but", "in", "on", "at"):
        return False
    for word in words.split():
        lower = word.lower()
        if lower in PEOPLE or lower in PLURAL_PEOPLE or lower.endswith(OCCUPATIONS):
            return True
        is_stop = lower in reporting.PREPOSITIONS and first != "one"
        if is_stop or lower in ("said", "was", "is", "were", "has", "had", "told"):
            return False
    return False
