"""What a name is, by its form and by the noun before it: a person, a body, a state, a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.drafting.given_names import GIVEN, PARTICLES
from generator.drafting.organisations import BODY_WORDS, COMPANY_NOUNS, ENDINGS, HEADS, KNOWN
from generator.drafting.pieces import Token
from generator.drafting.places import PLACE_NOUNS, PLACE_WORDS, places
from generator.drafting.states import states
from generator.drafting.titles import OCCUPATIONS, PLURAL_PEOPLE, is_title
from generator.model import ActorType

_TWO_SYLLABLES: Final = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")
"""Given names of Chinese and Korean people, as newspapers write them."""


def is_body(texts: Sequence[str]) -> bool:
    """Return whether words have the form of an organisation's name."""
    if len(texts) < 2 or (is_title(texts[0]) and texts[0].lower() not in BODY_WORDS):  # noqa: PLR2004  # alone it is a noun
        return False
    last = texts[-1].lower()
    heads = [texts[at - 1].lower() for at in range(1, len(texts)) if texts[at] in ("of", "for")]
    return last in BODY_WORDS or texts[-1] in ENDINGS or any(head in HEADS for head in heads)


def type_of(texts: Sequence[str]) -> ActorType | None:
    """Return what a name is by its form."""
    whole = " ".join(texts)
    last = texts[-1].lower()
    if whole in states():
        return ActorType.STATE
    is_known = whole in KNOWN or whole.removeprefix("The ") in KNOWN
    is_known |= texts[0] == "Air" and len(texts) > 1
    is_known |= texts[0] in KNOWN and texts[0] not in GIVEN and len(texts) > 1
    if is_known or (whole not in places() and is_body(texts)):
        return ActorType.ORGANISATION
    if whole in places():
        return ActorType.PLACE
    return _type_by_word(texts, last)


def _type_by_word(texts: Sequence[str], last: str) -> ActorType | None:
    """Return what a name is by one of its words."""
    if len(texts) > 1 and (
        last in PLACE_WORDS or texts[0].lower() in ("lake", "mount", "fort", "cape", "port")
    ):
        return ActorType.PLACE
    if len(texts) == 1:
        letters = texts[0].replace(".", "").replace("-", "")
        return ActorType.ORGANISATION if letters.isupper() and len(letters) > 1 else None
    is_hyphened = len(texts) == 2 and _TWO_SYLLABLES.fullmatch(texts[1]) is not None  # noqa: PLR2004 - Lam Cheuk-ting
    if (
        is_hyphened
        or texts[0] in GIVEN
        or any(text.lower() in PARTICLES for text in texts[1:-1])
        or "." in texts
    ):
        return ActorType.PERSON
    return None


def type_by_noun(tokens: Sequence[Token], first: int, past: int) -> ActorType | None:
    """Return what the noun before a name says: ``flag carrier Aeroflot``, ``the village of Tarn``."""
    before = tokens[first - 1].text
    if before in COMPANY_NOUNS:
        return ActorType.ORGANISATION
    if before == "of" and first > 1 and tokens[first - 2].text in PLACE_NOUNS:
        return ActorType.PLACE
    is_people = before.lower() in PLURAL_PEOPLE or before.endswith(OCCUPATIONS)
    return ActorType.PERSON if is_people and past - first in (2, 3) else None
