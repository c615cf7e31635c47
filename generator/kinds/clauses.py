"""A sentence as attribution sees it: words, names, commas, and quotations in which nothing is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from operator import itemgetter
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.kinds import reporting
from generator.model import Mention
from generator.text import Span

_PIECE: Final = re.compile(r"[^\W_]+(?:[-.&'’][^\W_]+)*|\([^()]*\)|[^\w\s]")
_QUOTATION: Final = re.compile(
    r"""["“„«](?:(?<=")[^"]*(?:"|$)|(?<=“)[^”]*(?:”|$)|(?<=„)[^“”]*(?:[“”]|$)|(?<=«)[^»]*(?:»|$))"""
)
"""Looks back at its opening mark, so that Python skips all other characters at once."""

_BREAKS: Final = frozenset(';:!?"“”„«»…')
_ASIDES: Final = frozenset(",—–()[]")
_POSSESSIVES: Final = ("'s", "’s")
_POSSESSIVE_ENDINGS: Final = (*_POSSESSIVES, "s'", "s’")
_APOSTROPHES: Final = ("'", "’")
_BY_START: Final = itemgetter(0, 1)


class Sort(Enum):
    """What a token is."""

    WORD = auto()
    MENTION = auto()
    COMMA = auto()
    """Whatever sets a phrase apart: commas, dashes."""

    BREAK = auto()
    QUOTATION = auto()


class Token(Struct, frozen=True, gc=False):
    """One piece of a sentence."""

    sort: Sort
    start: int
    end: int
    text: str = ""
    lower: str = ""
    """The text in lower case."""

    mention: Mention | None = None
    possessive: bool = False

    @property
    def is_capitalised(self) -> bool:
        """Return whether the word begins as a name does."""
        return self.text[:1].isupper()


def quotations(text: str, block: Span, marked: Sequence[Span]) -> list[Span]:
    """Return the stretches of a paragraph that are somebody's words, marked or in quotation marks."""
    found = [Span(match.start(), match.end()) for match in _QUOTATION.finditer(text, block.start, block.end)]
    return sorted([*found, *marked])


def tokens(text: str, sentence: Span, mentions: Sequence[Mention], quoted: Sequence[Span]) -> list[Token]:
    """Return the tokens of a sentence; quotations that touch each other are one."""
    found: list[Token] = []
    position = sentence.start
    for start, _, end, mention in _stretches(text, sentence, mentions, quoted):
        if end <= position:
            continue
        if start < position and mention is not None:
            continue
        if start > position:
            found += _words(text, position, start)
        position = end
        if mention is not None:
            ending = _possessive(text, end)
            words = text[start:end]
            found.append(Token(Sort.MENTION, start, end, words, words.lower(), mention, ending > 0))
            position += ending
        elif found and found[-1].sort is Sort.QUOTATION:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(Token(Sort.QUOTATION, start, end))
    found += _words(text, position, sentence.end)
    return found


def _stretches(
    text: str, sentence: Span, mentions: Sequence[Mention], quoted: Sequence[Span]
) -> list[tuple[int, bool, int, Mention | None]]:
    """Return what is not plain words: start, whether it is a name, end, and the name.

    By start; where they begin together quotations come first.
    """
    found: list[tuple[int, bool, int, Mention | None]] = [
        (max(span.start, sentence.start), False, min(span.end, sentence.end), None)
        for span in quoted
        if span.overlaps(sentence)
    ]
    for mention in mentions:
        span = mention.evidence.spans[0]
        # A short form in brackets behind the full name: «the Port Authority (PA) said».
        if not (text[span.start - 1 : span.start] == "(" and text.startswith(")", span.end)):
            found.append((span.start, True, span.end, mention))
    return sorted(found, key=_BY_START)


def _possessive(text: str, end: int) -> int:
    """Return how many characters behind a name make it a possessive."""
    if text.startswith(_POSSESSIVES, end):
        return len(_POSSESSIVES[0])
    is_plural = text[end - 1 : end] in {"s", "S"} and text[end + 1 : end + 2] == " "
    return 1 if is_plural and text.startswith(_APOSTROPHES, end) else 0


def _words(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _PIECE.finditer(text, start, end):
        word = match[0]
        first, past = match.span()
        if word[0].isalnum():
            is_possessive = word.endswith(_POSSESSIVE_ENDINGS)
            found.append(Token(Sort.WORD, first, past, word, word.lower(), None, is_possessive))
        elif word in _ASIDES:
            found.append(Token(Sort.COMMA, first, past))
        elif word in _BREAKS:
            found.append(Token(Sort.BREAK, first, past, word, word))
    return found


def is_name(token: Token) -> bool:
    """Return whether a token names something: a mention, or a capital that no grammar asks for."""
    return token.sort is Sort.MENTION or (
        token.sort is Sort.WORD and token.is_capitalised and token.lower not in _GRAMMAR
    )


def is_inside_phrase(token: Token) -> bool:
    """Return whether a noun phrase may go on through this token."""
    if token.sort is Sort.MENTION:
        return True
    return token.sort is Sort.WORD and (
        token.lower in reporting.DETERMINERS
        or (token.lower not in _GRAMMAR and (token.lower not in reporting.VERBS or token.is_capitalised))
    )


_GRAMMAR: Final = (
    reporting.PREPOSITIONS
    | reporting.CONJUNCTIONS
    | reporting.RELATIVES
    | reporting.PRONOUNS
    | reporting.DETERMINERS
    | reporting.AUXILIARIES
    | reporting.ADVERBS
)
