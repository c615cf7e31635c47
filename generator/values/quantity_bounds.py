"""What stands before or behind a number and limits it, or makes it an increment."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.values.quantity import Bound
from generator.values.quantity_tokens import Tokens

_BEFORE: Final = {
    tuple(words.split()): bound
    for bound, phrases in {
        Bound.AT_LEAST: "at least|at the very least|a minimum of|minimum of|no fewer than|no less than"
        "|not fewer than|not less than",
        Bound.MORE_THAN: "more than|over|just over|well over|greater than|in excess of|upwards of|upward of"
        "|exceeding|above|slightly more than|slightly over|north of|longer than|well above",
        Bound.AT_MOST: "at most|up to|no more than|not more than|as many as|as much as|as few as|as long as"
        "|as high as|as large as|a maximum of"
        "|maximum of|within|at the most|no longer than|not exceeding",
        Bound.LESS_THAN: "less than|fewer than|under|just under|below|short of|just short of|just below"
        "|slightly less than|slightly fewer than|shorter than",
        Bound.ABOUT: "about|around|some|roughly|approximately|approx|circa|close to|an estimated|estimated"
        "|in the region of|more or less|presumably|perhaps|or so",
        Bound.NEARLY: "nearly|almost|not quite|approaching",
    }.items()
    for words in phrases.split("|")
}
_LONGEST: Final = max(map(len, _BEFORE))
_LAST_WORDS: Final = {words[-1] for words in _BEFORE}
_BEHIND: Final = {
    ("or", "more"): Bound.AT_LEAST,
    ("and", "more"): Bound.AT_LEAST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
    ("-", "plus"): Bound.AT_LEAST,
    ("-", "odd"): Bound.ABOUT,
}
_INCREMENTS: Final = frozenset("another additional extra further".split())
_INCREMENTS_BEHIND: Final = frozenset("more further additional extra".split())
# How long, rather than during which time: "over three weeks" may be either.
_MEASURING: Final = frozenset(
    "for took takes take taking lasted lasts lasting last after been is was are were well just already waited"
    " spent than".split()
)
_AMBIGUOUS_FOR_TIMES: Final = frozenset(["over", "around", "about", "under"])


class Limit(Struct, frozen=True, gc=False):
    """What stands before a number."""

    start: int
    """Position of the first token that belongs to the quantity."""

    bound: Bound = Bound.EXACT
    words: str = ""
    """The words of the bound."""

    increment: str = ""
    """The word that makes it an increment."""


def limit_before(tokens: Tokens, at: int, floor: int) -> Limit:
    """Return what limits the number at ``at``, looking back no further than ``floor``."""
    start, increment = at, ""
    if at - 1 >= floor and tokens.lowers[at - 1] in _INCREMENTS:
        start, increment = at - 1, tokens.lowers[at - 1]
        if start - 1 >= floor and tokens.lowers[start - 1] in ("a", "an"):
            start -= 1
    if start - 1 >= floor and tokens.lowers[start - 1] in _LAST_WORDS:
        for length in range(min(_LONGEST, start - floor), 0, -1):
            words = tuple(tokens.lowers[position] for position in range(start - length, start))
            if words in _BEFORE:
                return Limit(
                    start=start - length, bound=_BEFORE[words], words=" ".join(words), increment=increment
                )
    return Limit(start=start, increment=increment)


def is_bound_of_time(tokens: Tokens, limit: Limit) -> bool:
    """Return whether a bound also limits a time: ``for over two weeks``, not ``killed over two days``.

    It does where the words to be read begin with it: whoever marked them as a figure meant it.
    """
    return limit.words != "over" or limit.start == 0 or tokens.lowers[limit.start - 1] in _MEASURING


def bound_behind(tokens: Tokens, at: int) -> tuple[Bound, int, str] | None:
    """Return a bound behind a number (``10 or more``, ``50+``), the position past it, and its words."""
    if tokens.lowers[at] == "+" and tokens.glued(at):
        return Bound.AT_LEAST, at + 1, "+"
    words = (tokens.lowers[at], tokens.lowers[at + 1])
    bound = _BEHIND.get(words)
    if bound is None or (words[0] == "-" and not tokens.is_hyphen(at)):
        return None
    return bound, at + 2, " ".join(words).replace("- ", "-")


def increment_behind(tokens: Tokens, at: int) -> str:
    """Return the word behind a number that makes it an increment, or nothing."""
    word = tokens.lowers[at]
    return word if word in _INCREMENTS_BEHIND and tokens.lowers[at + 1] != "than" else ""
