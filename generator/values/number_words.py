"""Numbers in words and digits: cardinals, ordinals and fractions, exactly."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from enum import Enum
from typing import Final

from msgspec import Struct

from generator.values.number_tables import (
    DENOMINATORS,
    GLUED_SCALES,
    GROUP,
    HUNDRED,
    MONEY_SCALES,
    ORDINALS,
    SCALES,
    SMALL,
    STARTS,
    TEN,
    VULGAR,
)
from generator.values.quantity_tokens import Tokens

EXACT: Final = Context(prec=60)
"""Wide enough for every number that is read: no product of two is ever rounded."""

SHARES: Final = Context(prec=28)
"""For fractions that no decimal number gives exactly, such as a third."""

_MOST_DIGITS: Final = 24
_SLASHED: Final = frozenset([2, 3, 4, 5, 8, 10])
"""Denominators of fractions in digits: 9/11 is a day."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?")
_SPACED: Final = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})++(?:\.\d++)?")
_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}+")
_SIMPLE: Final = re.compile(r"\d++(?:\.\d++)?")


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


class Number(Struct, frozen=True, gc=False):
    """A number that stands in a text."""

    value: Decimal
    form: Form
    start: int
    """Position of its first token."""

    past: int
    """Position just after its last token."""

    scale: int = 1
    """The scale word or letter that closes it: 1,000,000 for ``1.5 million``."""

    plain: str = ""
    """Its digits, where it is a whole number without separators: it may be a year, a day or a name."""


def may_be_number(tokens: Tokens, at: int) -> bool:
    """Return False only where no number begins at a token, which most words tell by themselves."""
    return tokens.lowers[at] in STARTS or tokens.items[at].kind == "number"


def read_number(tokens: Tokens, at: int, *, money: bool = False) -> Number | None:
    """Return the number that begins at a token; ``money`` where a currency stands before it (``$5m``)."""
    if tokens.is_number(at):
        return _slashed(tokens, at) or _digit_ordinal(tokens, at) or _digits(tokens, at, money=money)
    if tokens.lowers[at] not in STARTS:
        return None
    if tokens.items[at].text in VULGAR:
        return _fraction(tokens, at, at + 1, *VULGAR[tokens.items[at].text])
    return (
        _half(tokens, at) or _word_fraction(tokens, at) or _word_ordinal(tokens, at) or _cardinal(tokens, at)
    )


def parse_value(text: str) -> Decimal | None:
    """Return the number that a person typed: digits, with separators and a sign; None otherwise."""
    text = text.strip().replace("\u2212", "-")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    if _SPACED.fullmatch(digits):
        digits = digits.replace(" ", "").replace("\u00a0", "")
    value = _decimal(digits)
    return None if value is None else value.copy_negate() if sign else value


def _decimal(digits: str) -> Decimal | None:
    """Return the value of digits with separators; None where they are something else, such as a version."""
    if len(digits) > _MOST_DIGITS:
        return None
    if digits.isdecimal():
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _DOTTED.fullmatch(digits):
        return Decimal(digits.replace(".", ""))
    return Decimal(digits) if _SIMPLE.fullmatch(digits) else None


def _digits(tokens: Tokens, at: int, *, money: bool) -> Number | None:
    digits, past = tokens.items[at].text, at + 1
    if digits.isdecimal() and len(digits) <= GROUP and digits[0] != "0":
        while _is_thousands(tokens, past) and len(digits) <= _MOST_DIGITS:
            digits, past = digits + tokens.items[past].text, past + 1
    value = _decimal(digits)
    if value is None:
        return None
    plain = digits if past == at + 1 and digits.isdecimal() else ""
    number = Number(value=value, form=Form.DIGITS, start=at, past=past, plain=plain)
    if tokens.items[past].text in VULGAR and plain:
        number = _plus(number, past + 1, *VULGAR[tokens.items[past].text])
    return _scaled(tokens, _and_a_half(tokens, number), money=money)


def _is_thousands(tokens: Tokens, at: int) -> bool:
    """Return whether three digits stand one space behind the last ones."""
    token = tokens.items[at]
    return (
        token.kind == "number"
        and len(token.text) == GROUP
        and token.text.isdecimal()
        and tokens.items[at - 1].end + 1 == token.start
        and tokens.text[token.start - 1] != "\n"
    )


def _scaled(tokens: Tokens, number: Number, *, money: bool = False) -> Number:
    """Take in the scale behind a number: a word, or letters that touch it."""
    at = number.past + 1 if tokens.is_hyphen(number.past) else number.past
    word = tokens.lowers[at]
    scale = SCALES.get(word, 1)
    if scale == 1 and tokens.is_word(at) and at == number.past:
        letters = GLUED_SCALES | (MONEY_SCALES if money else {})
        if tokens.glued(at) or money or word == "bn":
            scale = letters.get(word, 1)
        if word == "m" and tokens.glued(at) and tokens.lowers[at + 1] in ("people", "voters", "jobs"):
            scale = MONEY_SCALES["m"]
    if scale == 1:
        return number
    value = EXACT.multiply(number.value, Decimal(scale))
    value = value.to_integral_value() if value == value.to_integral_value() else value.normalize(EXACT)
    found = Number(value=value, form=number.form, start=number.start, past=at + 1, scale=scale)
    return _and_a_half(tokens, found, scale)


def _and_a_half(tokens: Tokens, number: Number, scale: int = 1) -> Number:
    """Take in ``and a half``, ``-and-a-half``, ``and three quarters`` behind a number."""
    at = number.past + 1 if tokens.is_hyphen(number.past) else number.past
    if tokens.lowers[at] != "and" or scale == SCALES["dozen"]:
        return number
    at = at + 2 if tokens.is_hyphen(at + 1) else at + 1
    parts = {"a": 1, "one": 1, "two": 2, "three": 3}.get(tokens.lowers[at])
    at = at + 2 if tokens.is_hyphen(at + 1) else at + 1
    whole = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}.get(tokens.lowers[at])
    if parts is None or whole is None or parts >= whole or (parts > 1) != tokens.lowers[at].endswith("s"):
        return number
    return _plus(number, at + 1, parts * scale, whole)


def _plus(number: Number, past: int, parts: int, whole: int) -> Number:
    value = EXACT.add(number.value, SHARES.divide(Decimal(parts), Decimal(whole)))
    return Number(value=value, form=number.form, start=number.start, past=past, scale=number.scale)


def _cardinal(tokens: Tokens, at: int) -> Number | None:
    """Return a number in words, such as ``two hundred and six thousand``, ``a dozen``, ``two and a half``."""
    counted = _Words()
    past = at
    if tokens.lowers[at] in ("a", "an"):
        if not (tokens.lowers[at + 1] == "hundred" or tokens.lowers[at + 1] in SCALES):
            return None
        counted.take("one")
        past = at + 1
    while True:
        here = past + 1 if past > at and tokens.is_hyphen(past) else past
        if past > at and tokens.lowers[here] == "and" and counted.may_take_and:
            here = here + 2 if tokens.is_hyphen(here + 1) else here + 1
            if SMALL.get(tokens.lowers[here], 0) == 0:
                break
        if not tokens.is_word(here) or not counted.take(tokens.lowers[here]):
            break
        past = here + 1
    if past == at:
        return None
    number = Number(
        value=Decimal(counted.value), form=Form.WORDS, start=at, past=past, scale=counted.last_scale
    )
    if tokens.lowers[past] == "point" and tokens.lowers[past + 1] in SMALL:
        number = _scaled(tokens, _point(tokens, number))
    scale = number.scale if number.scale > HUNDRED else 1
    with_half = _and_a_half(tokens, number, scale)
    return with_half if with_half is number or scale > 1 else _scaled(tokens, with_half)


def _point(tokens: Tokens, number: Number) -> Number:
    """Take in ``point five`` behind a number in words."""
    past, digits = number.past + 1, ""
    while SMALL.get(tokens.lowers[past], TEN) < TEN and len(digits) < _MOST_DIGITS:
        digits, past = digits + str(SMALL[tokens.lowers[past]]), past + 1
    if not digits:
        return number
    return Number(value=Decimal(f"{number.value}.{digits}"), form=Form.WORDS, start=number.start, past=past)


class _Words:
    """The value of number words, taken one by one."""

    def __init__(self) -> None:
        self.last_scale = 1
        """The scale that the words close with; 1 where they close with a small number."""
        self._least_scale = 10**18
        self._total = 0
        self._group: int | None = None

    @property
    def value(self) -> int:
        return self._total + (self._group or 0)

    @property
    def may_take_and(self) -> bool:
        if self._group is None:
            return self.last_scale >= SCALES["thousand"]
        return self._group > 0 and self._group % 100 == 0

    def take(self, word: str) -> bool:
        """Take one more word; return False where it does not go on with the number."""
        if word in SMALL:
            return self._take_small(SMALL[word])
        if word == "hundred":
            if self._group is None or not 0 < self._group < HUNDRED:
                return False
            self._group *= HUNDRED
            self.last_scale = HUNDRED
            return True
        scale = SCALES.get(word)
        if not scale or not self._group or scale >= self._least_scale:
            return False
        self._total += self._group * scale
        self._group, self.last_scale, self._least_scale = None, scale, scale
        return True

    def _take_small(self, small: int) -> bool:
        if self._group is None:
            if self._least_scale == SCALES["dozen"] or (self._total and not small):
                return False
            self._group = small
        elif (self._group and self._group % 100 == 0 and small) or (
            self._group % 100 > TEN and self._group % 10 == 0 and 0 < small < TEN
        ):
            self._group += small
        else:
            return False
        self.last_scale = 1
        return True


def _digit_ordinal(tokens: Tokens, at: int) -> Number | None:
    suffix = tokens.items[at + 1]
    if suffix.lower not in ("st", "nd", "rd", "th") or not tokens.glued(at + 1):
        return None
    value = _decimal(tokens.items[at].text)
    if value is None or value != value.to_integral_value():
        return None
    return Number(value=value, form=Form.ORDINAL, start=at, past=at + 2, plain=tokens.items[at].text)


def _word_ordinal(tokens: Tokens, at: int) -> Number | None:
    word = tokens.lowers[at]
    if word in ORDINALS:
        return Number(value=Decimal(ORDINALS[word]), form=Form.ORDINAL, start=at, past=at + 1)
    ones = ORDINALS.get(tokens.lowers[at + 2], TEN)
    if word.endswith("ty") and word in SMALL and tokens.is_hyphen(at + 1) and ones < TEN:
        return Number(value=Decimal(SMALL[word] + ones), form=Form.ORDINAL, start=at, past=at + 3)
    return None


def _slashed(tokens: Tokens, at: int) -> Number | None:
    """Return a fraction in digits, such as ``1/2``."""
    top, bottom = tokens.items[at].text, tokens.items[at + 2].text
    joined = tokens.lowers[at + 1] in ("/", "⁄") and tokens.glued(at + 1) and tokens.glued(at + 2)
    if not joined or not (top.isdecimal() and bottom.isdecimal()) or len(top + bottom) > GROUP:
        return None
    if int(bottom) not in _SLASHED or not 0 < int(top) < int(bottom):
        return None
    return _fraction(tokens, at, at + 3, int(top), int(bottom))


def _half(tokens: Tokens, at: int) -> Number | None:
    """Return ``half a dozen``, ``half of``, ``a half-million`` and the like; not the half of a match."""
    start = at
    if tokens.lowers[at] in ("a", "one"):
        at = at + 2 if tokens.is_hyphen(at + 1) else at + 1
    if tokens.lowers[at] != "half" or (start < at and tokens.lowers[start - 1] == "and"):
        return None
    hyphen = tokens.is_hyphen(at + 1)
    article = tokens.lowers[at + 1] in ("a", "an")
    scale_at = at + 2 if hyphen or article else at + 1
    scale = SCALES.get(tokens.lowers[scale_at], 1)
    if scale > 1:
        value = Decimal(scale // 2)
        return Number(value=value, form=Form.WORDS, start=start, past=scale_at + 1, scale=scale)
    if hyphen:
        return None
    following = ("of", "the", "its", "their", "all", "his", "her", "our", "these", "those")
    if article or tokens.lowers[at + 1] in following or start < at or _is_all(tokens, start, at + 1):
        past = at + 2 if article else at + 1
        return _fraction(tokens, start, past, 1, 2)
    return None


def _word_fraction(tokens: Tokens, at: int) -> Number | None:
    """Return ``a fifth of``, ``one third``, ``two-thirds``, ``three quarters``; not ``a fifth had left``."""
    article = tokens.lowers[at] in ("a", "an")
    parts = 1 if article else SMALL.get(tokens.lowers[at], 0)
    if not 0 < parts < 2 * TEN:
        return None
    hyphen = tokens.is_hyphen(at + 1)
    last = at + 2 if hyphen else at + 1
    word = tokens.lowers[last]
    plural = word.endswith("s")
    whole = DENOMINATORS.get(word.removesuffix("s"), 0)
    if whole <= parts or plural != (parts > 1):
        return None
    if parts == 1 and not hyphen and (article or word == "quarter") and not _is_share(tokens, at, last + 1):
        return None
    return _fraction(tokens, at, last + 1, parts, whole)


def _is_share(tokens: Tokens, at: int, past: int) -> bool:
    """Return whether ``a fifth`` is a part of something here, not a place in a row."""
    if tokens.lowers[past] == "of":
        return True
    if past == len(tokens) and tokens.is_share:
        return True
    return not tokens.is_word(past) and tokens.lowers[at - 1] in _BEFORE_SHARES


_BEFORE_SHARES: Final = frozenset("by than about around roughly nearly almost over under least most".split())


def _fraction(tokens: Tokens, start: int, past: int, parts: int, whole: int) -> Number:
    value = SHARES.divide(Decimal(parts), Decimal(whole))
    number = Number(value=value, form=Form.FRACTION, start=start, past=past)
    # a quarter of a million
    scale = SCALES.get(tokens.lowers[past + 2], 1)
    if tokens.lowers[past] == "of" and tokens.lowers[past + 1] == "a" and parts * scale % whole == 0:
        value = Decimal(parts * scale // whole)
        return Number(value=value, form=Form.WORDS, start=start, past=past + 3, scale=scale)
    return number


def _is_all(tokens: Tokens, start: int, past: int) -> bool:
    """Return whether these tokens are all that there are: then somebody marked just them."""
    return start == 0 and past == len(tokens)
