"""The thing counted: the noun phrase behind a number, by rules that would rather take too little.

There is no grammar here. Words are taken up to one that no noun phrase goes on with, and end at the first
plural, which is the head of what a number counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from generator.values.number_words import Form, read_number
from generator.values.quantity_tokens import Tokens

_MOST_WORDS: Final = 6
_MOST_SINGULAR: Final = 3
_STOPS: Final = frozenset(
    """
    a an the this that these those all both each every any some no none neither either another such
    i me my mine you your yours he him his she her hers it its we us our ours they them their theirs who whom
    whose which what where when while why how there here
    of in on at to from by for with without within into onto upon over under above below between among amid
    across along around about after before since until till during through throughout against towards toward
    near off out up down per via versus vs than like as aboard behind beyond beside besides despite except
    inside outside past plus minus onwards worth
    and or but nor so yet if unless because although though whether
    am is are was were be been being has have had having do does did done can could will would shall should
    may might must ought cannot can't won't wasn't weren't isn't aren't didn't don't doesn't hasn't haven't
    hadn't wouldn't couldn't shouldn't
    said says say saying told tells tell asked asks went go goes gone going came come comes coming made makes
    make took take takes taken gave give gives given got get gets saw see sees seen left leave leaves fell
    fall falls rose rise rises won win wins lost lose loses met meet meets held holds hold stood stand stands
    began begin begins begun ran run runs kept keep keeps became become becomes died die dies hit cut put set
    let led found felt thought knew brought bought sold sent spent paid wrote spoke broke chose drew
    drove grew grown flew fled fought wore sank showed shown shot killed
    not never also only just even still already now then ago later earlier early late soon again once twice
    together apiece altogether respectively today yesterday tomorrow tonight overnight nationwide worldwide
    short strong old away back forward however too very more less fewer most least further additional extra
    one ones other others
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december
    """.split()
)
_PLURALS: Final = frozenset("people men women children feet teeth lives wives policemen policewomen".split())
_ONE: Final = {
    "people": "person",
    "persons": "person",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "buses": "bus",
}
_ONE_ENDINGS: Final = (
    ("women", "woman"),
    ("men", "man"),
    ("children", "child"),
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("s", ""),
)
_PLURAL_ENDINGS: Final = ("men", "women", "children")
_COLLECTIVES: Final = frozenset(
    """
    dead wounded injured missing killed police staff personnel aircraft spacecraft sheep cattle fish deer crew
    data media infantry offspring poor homeless unemployed detained arrested displaced hospitalised
    hospitalized casualties british french dutch irish chinese japanese portuguese vietnamese lebanese
    """.split()
)
_STATES: Final = frozenset("dead missing wounded injured alive strong".split())
_NO_PLURALS: Final = frozenset("gas news politics texas christmas paris campus always perhaps plus".split())
_TIMES: Final = frozenset("seconds minutes hours days weeks months years decades".split())
_SINGULAR_IS: Final = frozenset("paris tennis debris pelvis cannabis metropolis iris louis davis".split())
_NO_NOUN_ENDINGS: Final = ("al", "ed", "ing", "ic", "ary")
_NO_NOUNS: Final = frozenset("strong fold something odd way time up".split())


class Counted(Struct, frozen=True, gc=False):
    """What is counted, and where it ends."""

    words: str
    past: int


class _Item(Struct, frozen=True, gc=False):
    """One word of a noun phrase, compounds and possessives whole."""

    lower: str
    """Its last part in lower case."""

    past: int
    possessive: bool
    capital: bool


def counted_at(tokens: Tokens, at: int, *, one: bool = False) -> Counted | None:
    """Return the thing counted that begins at a token; ``one`` where a single thing is meant."""
    if tokens.lowers[at] in ("of", "out", "in"):
        return _whole(tokens, at, one=one) or _counted_of(tokens, at)
    if tokens.is_hyphen(at):
        return _compound(tokens, at)
    if tokens.lowers[at] == "other":
        at += 1
    items = list(_items(tokens, at))
    count = _singular(items) if one else _plural(tokens, items)
    return Counted(tokens.words(at, items[count - 1].past), items[count - 1].past) if count else None


def part_of(tokens: Tokens, at: int) -> Counted | None:
    """Return what a share, or an amount of something, is of: ``of voters``, ``of the vote``."""
    if tokens.lowers[at] == "of":
        at += 1
    elif tokens.lowers[at] not in _DETERMINERS:
        return None
    if tokens.lowers[at] in _DETERMINERS:
        at += 1
    items = list(_items(tokens, at))
    count = _plural(tokens, items) or _singular(items, _MOST_WORDS)
    return Counted(tokens.words(at, items[count - 1].past), items[count - 1].past) if count else None


_DETERMINERS: Final = frozenset("the its their his her our all".split())


def _counted_of(tokens: Tokens, at: int) -> Counted | None:
    """Return what stands behind ``of``: ``four of the hostages``."""
    first = at + 1
    if tokens.lowers[at] != "of" or tokens.lowers[first] not in _DETERMINERS:
        return None
    items = list(_items(tokens, first + 1))
    count = _plural(tokens, items)
    if not count:
        return None
    # "18 of the area's districts"
    start = first if items[0].possessive else first + 1
    return Counted(tokens.words(start, items[count - 1].past), items[count - 1].past)


def _whole(tokens: Tokens, at: int, *, one: bool) -> Counted | None:
    """Return the whole that a number is a part of, with its joint: ``of 15 judges``, ``in five voters``."""
    joint = tokens.lowers[at]
    first = at + 2 if joint == "out" and tokens.lowers[at + 1] == "of" else at + 1
    if not (joint == "of" or first == at + 2 or (joint == "in" and one)):
        return None
    if joint != "in" and tokens.lowers[first] in _DETERMINERS:
        first += 1
    number = read_number(tokens, first)
    if number is None or number.form not in (Form.DIGITS, Form.WORDS) or tokens.lowers[number.past] == "%":
        return None
    items = list(_items(tokens, number.past))
    count = _plural(tokens, items)
    if (joint == "in" and not count) or (count and items[0].lower in _TIMES):
        return None
    past = items[count - 1].past if count else number.past
    return Counted(tokens.words(at, past), past)


def _compound(tokens: Tokens, at: int) -> Counted | None:
    """Return the noun of ``five-member panel``: its number counts members."""
    word = tokens.lowers[at + 1]
    if not tokens.is_word(at + 1) or tokens.is_hyphen(at + 2) or word in _STOPS or word in _NO_NOUNS:
        return None
    if word.endswith(_NO_NOUN_ENDINGS):
        return None
    return Counted(_plural_of(tokens.items[at + 1].text), at + 2)


def _plural_of(word: str) -> str:
    """Return the plural of a common noun: what ``five-judge`` counts is ``judges``."""
    if is_plural(word):
        return word
    if word in ("person", "man", "woman", "child", "foot"):
        return {"person": "people", "child": "children", "foot": "feet"}.get(word, word[:-2] + "en")
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _items(tokens: Tokens, at: int) -> Iterator[_Item]:
    """Yield the words that a noun phrase may be made of, up to one that stops it."""
    for _ in range(_MOST_WORDS):
        if not tokens.is_word(at) or tokens.lowers[at] in _STOPS:
            return
        past = at + 1
        while tokens.is_hyphen(past) and tokens.is_word(past + 1):
            past += 2
        if tokens.is_hyphen(past):
            # a name with a number, such as B-17
            return
        last = tokens.lowers[past - 1]
        possessive = last.endswith(("'s", "’s"))
        if tokens.lowers[past] in ("'", "’") and tokens.glued(past) and tokens.is_word(past + 1):
            possessive, past = last.endswith("s") and not tokens.glued(past + 1), past + 1
            if not possessive:
                return
        yield _Item(last, past, possessive, capital=tokens.items[past - 1].text[0].isupper())
        at = past


def _plural(tokens: Tokens, items: list[_Item]) -> int:
    """Return how many of the words belong to the thing counted: up to the first plural."""
    for position, item in enumerate(items):
        last = position + 1 == len(items)
        if not item.possessive and is_plural(item.lower):
            # "rights activists", but not "crews Tuesday"
            return position + 2 if not last and _goes_on(items[position + 1]) else position + 1
        ends = last or items[position + 1].lower in _STATES or _is_verb(items[position + 1].lower)
        if item.lower in _COLLECTIVES and ends:
            return position + 1
        if position and item.lower in _STATES:
            return position
    if not items or any(_is_verb(item.lower) or item.possessive for item in items):
        return 0
    ends = items[-1].past == len(tokens)
    return len(items) if ends or len(items) == 1 else 0


def _singular(items: list[_Item], most: int = _MOST_SINGULAR) -> int:
    """Return how many of the words belong to one thing: up to a verb, or a few."""
    count = 0
    for item in items:
        plural = is_plural(item.lower) and not item.capital
        if count and not item.possessive and (_is_verb(item.lower) or plural or item.lower in _STATES):
            break
        count += 1
    count = min(count, most)
    while count and items[count - 1].possessive:
        count -= 1
    if count > 1 and items[0].lower.endswith("ed") and items[1].capital:
        # "the first charged Trump" is no thing
        return 0
    return count


def is_plural(word: str) -> bool:
    """Return whether a word in lower case looks like a plural."""
    if word in _PLURALS or (word.endswith(_PLURAL_ENDINGS) and word not in ("specimen", "omen", "women's")):
        return True
    return (
        len(word) > 3  # noqa: PLR2004  # shorter ones are "its", "was", "gas"
        and word.endswith("s")
        and not word.endswith(("ss", "us", "sis", "xis", "'s", "’s"))
        and word not in _SINGULAR_IS
        and word not in _NO_PLURALS
    )


@lru_cache(maxsize=1024)
def one_of(counted: str) -> str:
    """Return a thing counted as one of it is called: what ``20 hostages`` and ``1 hostage`` share.

    Only to compare: of some words no singular comes out, but of equal words always the same.
    """
    return " ".join([_one(word) for word in counted.casefold().split()])


def _one(word: str) -> str:
    if word in _ONE:
        return _ONE[word]
    if not is_plural(word):
        return word
    for ending, instead in _ONE_ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


def _goes_on(item: _Item) -> bool:
    """Return whether a plural is not the head yet: ``rights activists``, ``Armed Forces personnel``."""
    is_head = is_plural(item.lower) or (item.lower in _COLLECTIVES and item.lower not in _STATES)
    return is_head and not item.possessive and not item.capital


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing", "ly")) and word not in _COLLECTIVES
