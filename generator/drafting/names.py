"""Names in a text: runs of capitals that no grammar asks for, cut into titles and names.

Linear: each token is looked at a bounded number of times, and runs have a greatest length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from generator.drafting.given_names import GIVEN, PARTICLES
from generator.drafting.name_types import is_body, type_by_noun, type_of
from generator.drafting.organisations import BODY_WORDS, HEADS, KNOWN, WORKS
from generator.drafting.pieces import Token, block_tokens, is_heading
from generator.drafting.places import places
from generator.drafting.states import demonyms, states
from generator.drafting.titles import PEOPLE, PLURAL_PEOPLE, is_title, may_be_in_title
from generator.kinds import reporting
from generator.model import ActorType
from generator.text import Source, Span

_LOWER: Final = re.compile(r"\b[a-z]+\b")
_MOST: Final = 9
"""Words of one name."""

_SHORT_STATES: Final = frozenset("US U.S. UK U.K.".split())
"""States before the names of their bodies: ``US Central Intelligence Agency``."""

_LEADS: Final = frozenset("al Al el bin van von ibn abu de".split())
_PORTFOLIOS: Final = frozenset(
    """
    State Defense Defence Commerce Energy Labor Labour Transportation Education Health Interior Homeland
    """.split()
)
NO_NAMES: Final = frozenset(
    """
    utc gmt est pst usd eur gbp tv ceo cfo coo dna aids hiv covid-19 covid am pm a.m p.m id uk-based
    us-based i i'm i've i'll i'd it's that's there's what's let's he's she's we're they're you're we've
    they've don't according addressing although another both certain citing dear during each earlier
    early either even every first following four former further given having hello here how however image
    including instead just last late later like live local many may meanwhile more most much need nearly
    new next no none nor not nothing now ok okay oh once one only other others our out over people
    perhaps photo picture please police read recent related residents responding second several similarly
    since six some soon speaking still such ten thank thanks then there therefore these they this those
    three thus today together tomorrow two under until update upon video voters was we well were what
    when where whether which while who why will with within workers would yes yesterday yet you
    authorities critics experts officials protesters researchers scientists witnesses north south east
    west northern southern eastern western god internet earth christmas easter ramadan olympic olympics
    english christian christians muslim muslims jewish jews jew catholic catholics islamic sunni shia
    shiite protestant hindu buddhist arab arabs european europeans african africans asian asians
    """.split()
)


_PEOPLES: Final = frozenset(
    """
    north south east west northern southern eastern western christian muslim jewish catholic islamic
    sunni shia protestant hindu buddhist arab european african asian english earth new first
    """.split()
)
"""Words that are no name alone and begin many."""

_MONTHS_OR_NAMES: Final = frozenset({"may", "march", "august"})
_BEFORE_MONTHS: Final = frozenset("in since until till of last next this early mid late through".split())


class Found(Struct, frozen=True, kw_only=True):
    """One name where it stands."""

    span: Span
    words: tuple[str, ...]
    type: ActorType | None
    """None where nothing tells."""

    title: Span | None = None
    """Title before it."""

    spoke: bool = False
    """Whether a reporting verb stands beside it."""

    located: bool = False
    """Whether a preposition of place stands before it."""

    @property
    def text(self) -> str:
        """Return the name as one text."""
        return " ".join(self.words)


def names(source: Source) -> list[Found]:
    """Return the names of a text in order, outside boilerplate and headings."""
    common = frozenset(_LOWER.findall(source.text))
    blocks = [
        block_tokens(source.text, block.span) for block in source.blocks if not is_heading(source.text, block)
    ]
    inner = frozenset(
        token.text for tokens in blocks for token in tokens if not token.opens and token.text[0].isupper()
    )
    found = [each for tokens in blocks for each in _block_names(tokens, common, inner)]
    return [each for each in found if not source.is_skipped(each.span)] if source.skipped else found


def _block_names(
    tokens: Sequence[Token], common: frozenset[str], capitals: frozenset[str]
) -> Iterator[Found]:
    at = 0
    while at < len(tokens):
        text = tokens[at].text
        if not (text[0].isupper() or text in _LEADS or "-" in text):
            at += 1
            continue
        past = _run(tokens, at)
        if past == at:
            at += 1
            continue
        first = _without_opening(tokens, at, past, common, capitals)
        if first < past and not _is_month(tokens, first, past):
            yield from _cut(tokens, first, past)
        at = past


def _is_month(tokens: Sequence[Token], first: int, past: int) -> bool:
    """Return whether a run is a month alone that people are called by, too: ``in March``."""
    is_alone = past == first + 1 and tokens[first].text.lower() in _MONTHS_OR_NAMES
    return is_alone and first > 0 and tokens[first - 1].text.lower() in _BEFORE_MONTHS


def _is_capital(token: Token) -> bool:
    head, hyphen, tail = token.text.partition("-")
    is_capital = token.text[0].isupper() or (bool(hyphen) and head in PARTICLES and tail[:1].isupper())
    return is_capital and token.text.lower() not in reporting.CALENDAR - _MONTHS_OR_NAMES


def _is_first_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a month is the first name of somebody: ``April Orme``, not ``in April Orme left``."""
    if tokens[at].text not in ("April", "June") or at + 1 >= len(tokens) or not _is_capital(tokens[at + 1]):
        return False
    before = tokens[at - 1].text.lower() if at else ""
    return before not in _BEFORE_MONTHS and not before.isdigit()


def _is_dollars(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a state only says whose dollars are meant: ``US$16``, ``$9 US dollars``."""
    if tokens[at].text not in ("US", "U.S.", "A", "C") or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    is_tied = following.text == "$" and following.start == tokens[at].end
    return is_tied or following.text in ("dollar", "dollars")


def _run(tokens: Sequence[Token], at: int) -> int:
    """Return where the run of capitals ends that begins at a token; the token itself where none does."""
    if _is_dollars(tokens, at):
        return at
    is_lead = tokens[at].text in _LEADS and at + 1 < len(tokens) and _is_capital(tokens[at + 1])
    is_first = _is_capital(tokens[at]) or _is_first_name(tokens, at)
    if not (is_first or (is_lead and tokens[at].text != "de")):
        return at
    past = at + 1
    while past < len(tokens) and past - at < _MOST:
        if tokens[past - 1].possessive and not _is_owned_body(tokens, past):
            break
        step = _step(tokens, at, past)
        if step == 0:
            break
        past += step
    return past


def _is_owned_body(tokens: Sequence[Token], past: int) -> bool:
    """Return whether a possessive is part of a name: ``Ferry Workers' Union``."""
    after = past + 1 if tokens[past].text in ("'", "’") else past
    is_plural = after > past and after < len(tokens)
    return is_plural and _is_capital(tokens[after]) and tokens[after].text.lower() in BODY_WORDS


def _step(tokens: Sequence[Token], first: int, past: int) -> int:
    """Return how many tokens the run goes on by; 0 where it ends."""
    token, last = tokens[past], tokens[past - 1].text
    following = tokens[past + 1] if past + 1 < len(tokens) else None
    if _is_capital(token) and not token.opens and token.text != "I":
        return 1
    if token.text == "." and following is not None and _is_capital(following) and not following.opens:
        return 2
    if following is None:
        return 0
    if token.text in ("'", "’") and tokens[past - 1].possessive:
        return 2
    is_tied = token.text == "&" or (token.text.lower() in PARTICLES and not is_title(last))
    if is_tied and _is_capital(following):
        return 2
    return _joint(tokens, first, past)


def _joint(tokens: Sequence[Token], first: int, past: int) -> int:
    """Return how many tokens a name goes on by behind ``of``, ``for`` or ``and``; 0 where it ends."""
    token, following = tokens[past], tokens[past + 1]
    lower = tokens[past - 1].text.lower()
    if token.text in ("of", "for"):
        begin = past + 2 if following.text == "the" else past + 1
        portfolio = following.text in _PORTFOLIOS and lower in ("secretary", "minister", "department")
        if (lower in HEADS or portfolio) and begin < len(tokens) and _is_capital(tokens[begin]):
            return begin + 1 - past
    joined = {each.text.lower() for each in tokens[first:past]}
    if token.text == "and" and _is_capital(following) and joined & {"of", "for"} and joined & HEADS:
        behind = tokens[past + 2].text.lower() if past + 2 < len(tokens) else ""
        return 0 if is_title(following.text) or behind in reporting.VERBS else 2
    return 0


def _without_opening(
    tokens: Sequence[Token], first: int, past: int, common: frozenset[str], capitals: frozenset[str]
) -> int:
    """Return where a run begins once a word is left out that is only written large at the beginning."""
    while first < past:
        token = tokens[first]
        lower = token.text.lower()
        is_single = past == first + 1
        grammar = lower in _GRAMMAR or (lower in NO_NAMES and (is_single or lower not in _PEOPLES))
        if grammar and (token.opens or lower in reporting.DETERMINERS or is_single):
            first += 1
            continue
        if token.text[0].islower() or not token.opens or _is_known(token.text) or token.text.isupper():
            return first
        if lower in PLURAL_PEOPLE and not is_single:
            first += 1
            continue
        if is_title(token.text) and not is_single:
            return first
        if token.text in _LEADS and not is_single:
            return first
        if lower in common and token.text not in GIVEN:
            first += 1
            continue
        if (
            is_single
            and token.text not in capitals
            and not _speaks(tokens, first, past)
            and not token.possessive
        ):
            return past
        if lower.endswith("ly") and token.text not in capitals | GIVEN:
            first += 1
            continue
        return first
    return first


_GRAMMAR: Final = (
    reporting.PREPOSITIONS
    | reporting.CONJUNCTIONS
    | reporting.RELATIVES
    | reporting.PRONOUNS
    | reporting.DETERMINERS
    | reporting.AUXILIARIES
    | reporting.ADVERBS
) - {"may", "will"}


def _is_known(word: str) -> bool:
    return word in states() or word in KNOWN or word in places() or word in demonyms()


def _speaks(tokens: Sequence[Token], first: int, past: int) -> bool:
    """Return whether a reporting verb stands right behind a name, or right before it behind a quotation."""
    following = tokens[past].text.lower() if past < len(tokens) else ""
    if following in reporting.VERBS:
        return True
    if following == "," and first and tokens[first - 1].text == "," and past + 1 < len(tokens):
        # «the head of the league, Ida Vance, said»
        return tokens[past + 1].text.lower() in reporting.VERBS
    before = tokens[first - 1].text.lower() if first else ""
    return before in ("said", "says", "told", "added", "wrote", "asked") or (
        before == "to" and first > 1 and tokens[first - 2].text.lower() == reporting.ACCORDING
    )


def _cut(tokens: Sequence[Token], first: int, past: int) -> Iterator[Found]:
    """Yield the names of a run: a title parts what stands before it from the person behind it."""
    title = _title(tokens, first, past)
    if title is not None:
        begin, end = title
        before = list(_plain(tokens, first, begin)) if begin > first else []
        if before and before[-1].type is None and before[-1].span.end == tokens[begin - 1].end:
            # an office that the tables do not know: «Emergencies Minister»
            begin -= len(before.pop().words)
        yield from before
        if end < past:
            words = Span(tokens[begin].start, tokens[end - 1].end)
            yield _found(tokens, end, past, ActorType.PERSON, words)
        return
    yield from _plain(tokens, first, past)


def _title(tokens: Sequence[Token], first: int, past: int) -> tuple[int, int] | None:
    """Return where the last title of a run begins and ends; None where there is none, or a body has it."""
    texts = [token.text for token in tokens[first:past]]
    if is_body(texts):
        return None
    for at in range(past - 1, first - 1, -1):
        if not is_title(tokens[at].text) or (at == past - 1 and at > first and tokens[at].text in GIVEN):
            continue
        begin, end = at, at + 1
        while begin > first and may_be_in_title(tokens[begin - 1].text):
            begin -= 1
        while end < past and tokens[end].text in (".", "of", *_PORTFOLIOS):
            end += 1
        return begin, end
    return None


def _plain(tokens: Sequence[Token], first: int, past: int) -> Iterator[Found]:
    """Yield the names of a run without titles: a state before other words is a name of its own."""
    texts = [token.text for token in tokens[first:past]]
    if " ".join(texts) in demonyms() or (len(texts) == 1 and texts[0].lower() in NO_NAMES):
        return
    for count in range(min(4, len(texts) - 1), 0, -1):
        head = " ".join(texts[:count])
        rest = texts[count:]
        is_one = is_body(texts) and not (head in _SHORT_STATES and len(rest) > 1)
        is_parted = not is_one and " ".join(texts) not in KNOWN | places()
        if is_parted and (head in demonyms() or head in states() or head in places()):
            if head not in demonyms():
                yield _found(tokens, first, first + count, type_of([head]))
            if rest[0] not in ("of", "for", "and", "&", "."):
                yield from _plain(tokens, first + count, past)
            return
    yield _found(tokens, first, past, type_of(texts))


def _found(
    tokens: Sequence[Token], first: int, past: int, kind: ActorType | None, title: Span | None = None
) -> Found:
    before = tokens[first - 1].text.lower() if first else ""
    if kind is None and first:
        kind = type_by_noun(tokens, first, past)
    return Found(
        span=Span(tokens[first].start, tokens[past - 1].end),
        words=_words(tokens[first:past]),
        type=kind,
        title=title,
        spoke=_speaks(tokens, first, past),
        located=before in ("in", "near", "at", "outside", "across", "throughout", "from", "around"),
    )


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words of a name; an apostrophe and a full stop belong to the word before."""
    found: list[str] = []
    for token in tokens:
        if token.text in ("'", "’", ".") and found:
            found[-1] += token.text
        else:
            found.append(token.text)
    return tuple(found)


def is_thing(words: Sequence[str]) -> bool:
    """Return whether a name is a law's, a war's or a prize's."""
    return words[-1].lower() in WORKS or words[-1].lower() in PEOPLE
