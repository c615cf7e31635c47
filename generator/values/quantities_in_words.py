"""All quantities of a text: numbers with their bound, unit and thing counted.

Linear in the length of the text: each token is read a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.values.not_quantities import (
    begins_days,
    days_past,
    is_change,
    is_date,
    is_no_place,
    is_no_quantity,
    is_period,
    is_year,
    phone_past,
)
from generator.values.number_words import EXACT, Form, Number, may_be_number, read_number
from generator.values.quantity import Bound, Quantity, QuantityReading, plain_amount
from generator.values.quantity_bounds import (
    Limit,
    bound_behind,
    increment_behind,
    is_bound_of_time,
    limit_before,
)
from generator.values.quantity_tokens import Tokens
from generator.values.things_counted import Counted, counted_at, is_plural, part_of
from generator.values.units import LONGEST_UNIT, UNITS, Unit, may_be_unit, unit_at

_MOST_KEPT: Final = 48
"""Characters of words that are kept with what was read in them; longer ones seldom come again."""

_DASHES: Final = ("-", "‐", "‑", "–", "—", "−")


class _Found(Struct, kw_only=True):
    """A quantity in the making."""

    number: Number
    first: int
    """Position of the first token that belongs to it."""

    past: int
    """Position just after the last one."""

    limit: Limit
    value: Decimal
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    bound_words: str = ""
    unit: Unit | None = None
    increment: str = ""
    counted: Counted | None = None


def read_quantities(text: str, start: int = 0, end: int | None = None) -> list[QuantityReading]:
    """Return the quantities in ``text[start:end]``, in order; offsets count from the start of ``text``."""
    words = text[start:end]
    # all that counts outside the words: "a fifth" is a share where "of" follows
    is_share = text.startswith(" of ", start + len(words.rstrip()))
    found = (_few_words if len(words) <= _MOST_KEPT else _all_words)(words, is_share)
    if start == 0:
        return list(found)
    return [replace(each, start=start + each.start, end=start + each.end) for each in found]


def _all_words(words: str, is_share: bool) -> Sequence[QuantityReading]:  # noqa: FBT001  # see _few_words
    """Return the quantities in words; ``is_share`` where the text goes on with ``of``."""
    tokens = Tokens(words, is_share=is_share)
    readings: list[QuantityReading] = []
    at = floor = 0
    while at < len(tokens):
        if not may_be_number(tokens, at):
            at += 1
            continue
        if (past := phone_past(tokens, at)) > at:
            at = floor = past
            continue
        currency = _currency_before(tokens, at, floor)
        number = read_number(tokens, at, money=currency is not None)
        if number is None:
            at += 1
            continue
        if is_date(tokens, number) or begins_days(tokens, number):
            at = floor = days_past(tokens, number)
            continue
        found = _read(tokens, number, floor, currency)
        at = number.past if found is None else found.past
        floor = at
        if found is not None:
            readings.append(_reading(tokens, found))
    return readings


_few_words: Final = lru_cache(maxsize=4096)(_all_words)
"""The same of words as they are marked, which come again and again: ``two people``, ``at least 50``."""


def read_quantity(words: str) -> tuple[QuantityReading | None, int]:
    """Return the one quantity of marked words, and how many they hold; None unless just one."""
    found = read_quantities(words)
    return (found[0] if len(found) == 1 else None), len(found)


def _read(tokens: Tokens, number: Number, floor: int, currency: Unit | None) -> _Found | None:
    """Return the quantity around a number and the currency before it; None where it is something else."""
    first = number.start - (currency is not None)
    value = number.value
    if first - 1 >= floor and _is_minus(tokens, first):
        first, value = first - 1, value.copy_negate()
    limit = limit_before(tokens, first, floor)
    found = _Found(
        number=number,
        first=limit.start,
        past=number.past,
        limit=limit,
        value=value,
        bound=limit.bound,
        bound_words=limit.words,
        unit=currency,
        increment=limit.increment,
    )
    if number.form is Form.ORDINAL:
        return _place(tokens, found)
    if number.form is not Form.FRACTION and not _range(tokens, found, floor):
        return None
    _behind(tokens, found)
    if found.unit and found.unit.is_time and not is_bound_of_time(tokens, limit):
        found.first, found.bound, found.bound_words = first, Bound.EXACT, ""
    limited = found.bound is not Bound.EXACT or currency is not None
    counted = found.counted is not None and _fits(tokens, found)
    if tokens.lowers[first - 1] == "per" or is_no_quantity(
        tokens, number, limited=limited, measured=found.unit is not None, counted=counted
    ):
        return None
    return None if _is_pronoun(tokens, found) else found


def _fits(tokens: Tokens, found: _Found) -> bool:
    """Return whether the thing counted goes with the number: ``3 rockets``, unlike ``Falcon 9 rocket``."""
    if found.value == 1 or found.counted is None:
        return True
    return is_plural(tokens.lowers[found.past - 1])


def _currency_before(tokens: Tokens, at: int, floor: int) -> Unit | None:
    """Return the currency whose sign or code stands before a number."""
    token = tokens.items[at - 1]
    if at - 1 < floor or not (token.kind == "currency" or token.text in UNITS):
        return None
    unit = unit_at([token.text])
    return unit[0] if unit and unit[0].is_currency else None


def _is_minus(tokens: Tokens, at: int) -> bool:
    word = tokens.lowers[at - 1]
    sign = word in ("-", "−") and tokens.glued(at) and not tokens.glued(at - 1)
    return sign or word in ("minus", "negative")


def _range(tokens: Tokens, found: _Found, floor: int) -> bool:
    """Take in the upper end of a range; return False for a score, a period and the like."""
    number = found.number
    before = tokens.lowers[found.first - 1] if found.first > floor else ""
    unit = _unit(tokens, found, number.past)
    for at in [number.past] if unit is None else [number.past, unit[1]]:
        place, joint = at, tokens.lowers[at]
        if tokens.is_hyphen(place) and tokens.lowers[place + 1] == "to" and tokens.is_hyphen(place + 2):
            # a vote of 230-to-197, or two-to-three
            joint, place = "to", at + 2
        dash = joint in _DASHES and tokens.glued(place) == tokens.glued(place + 1)
        between = joint == "and" and before == "between"
        if not (dash or between or joint in ("to", "or")):
            continue
        is_money = tokens.items[place + 1].kind == "currency"
        if is_money and found.unit is None and unit is not None:
            continue
        upper_at = place + (2 if is_money else 1)
        upper = read_number(tokens, upper_at, money=found.unit is not None)
        if upper is None or upper.form not in (Form.DIGITS, Form.WORDS):
            continue
        low, high = _ends(found.value, number, upper)
        is_bare = unit is None and found.unit is None
        if is_bare and (is_period(number, upper) or (before == "in" and is_year(number))):
            return False
        if low >= high and (dash or tokens.is_hyphen(place)) and tokens.glued(place):
            return False
        if low >= high or (before == "from" and joint == "to" and is_change(tokens, found.first - 1)):
            return True
        found.value, found.high, found.bound, found.past = low, high, Bound.RANGE, upper.past
        found.bound_words = joint
        found.first -= between or (before == "from" and joint == "to")
        return True
    return True


def _ends(value: Decimal, number: Number, upper: Number) -> tuple[Decimal, Decimal]:
    """Return both ends; in ``10 to 12 million`` the scale belongs to both."""
    if number.scale == 1 and upper.scale > 1:
        scaled = EXACT.multiply(value, Decimal(upper.scale))
        if scaled < upper.value:
            return scaled, upper.value
    return value, upper.value


def _behind(tokens: Tokens, found: _Found) -> None:
    """Take in what stands behind the number: bound, increment, unit, thing counted."""
    _take_bound(tokens, found)
    if word := increment_behind(tokens, found.past):
        found.increment, found.past = word, found.past + 1
    if found.unit is None and (unit := _unit(tokens, found, found.past)):
        found.unit, found.past = unit
        _take_bound(tokens, found)
        if word := increment_behind(tokens, found.past):
            found.increment, found.past = word, found.past + 1
    if found.unit is None and found.number.form is not Form.FRACTION:
        one = found.value == 1 and found.high is None
        found.counted = counted_at(tokens, found.past, one=one)
    elif found.unit is None or not (found.unit.is_time or found.unit.is_currency):
        is_of = tokens.lowers[found.past] == "of" or found.number.form is Form.FRACTION
        found.counted = part_of(tokens, found.past) if is_of else None
    if found.counted:
        found.past = found.counted.past


def _take_bound(tokens: Tokens, found: _Found) -> None:
    behind = bound_behind(tokens, found.past) if found.bound is Bound.EXACT else None
    if behind:
        found.bound, found.past, found.bound_words = behind


def _unit(tokens: Tokens, found: _Found, at: int) -> tuple[Unit, int] | None:
    """Return the unit at a token, and the position past it; ``-day`` of ``four-day`` too."""
    hyphen = tokens.is_hyphen(at)
    at += hyphen
    unit = unit_at(tokens.texts(at, LONGEST_UNIT)) if may_be_unit(tokens.items[at].text) else None
    if unit is None:
        return None
    name, past = unit[0], at + unit[1]
    singular = tokens.words(at, past).lower() == name.singular.lower() != name.plural.lower()
    if singular and not hyphen and abs(found.value) > 1 and name.code == "s":
        # "two second homes"
        return None
    return name, past


def _is_pronoun(tokens: Tokens, found: _Found) -> bool:
    """Return whether ``one`` stands for something named before, and counts nothing."""
    number = found.number
    if tokens.lowers[number.start] != "one" or number.past != number.start + 1 or found.high is not None:
        return False
    if tokens.lowers[number.start - 1] == "no" or (tokens.lowers[number.past] == "of" and not found.counted):
        return True
    if found.increment == "another" and not found.unit and not found.counted:
        return True
    if found.unit or found.increment or found.bound is not Bound.EXACT:
        return False
    if found.counted:
        # "one of 15 judges" counts, "one of the hostages" and "one of the five demands" do not
        of_whole = tokens.lowers[number.past] == "of" and tokens.items[number.past + 1].text.isdecimal()
        return tokens.lowers[number.past] == "of" and not of_whole
    return len(tokens) > 1


def _place(tokens: Tokens, found: _Found) -> _Found | None:
    """Return a place in a row: ``a fifth``, ``the eleventh governor``."""
    number = found.number
    counted = counted_at(tokens, number.past, one=True)
    if is_no_place(tokens, number, counted.words if counted else ""):
        return None
    found.first = number.start - (tokens.lowers[number.start - 1] in ("a", "an"))
    found.counted = counted
    found.past = counted.past if counted else number.past
    found.bound, found.bound_words, found.increment = Bound.EXACT, "", ""
    return found


def _reading(tokens: Tokens, found: _Found) -> QuantityReading:
    quantity = Quantity(
        value=found.value,
        high=found.high,
        bound=found.bound,
        unit=found.unit.code if found.unit else None,
        counted=found.counted.words if found.counted else None,
        ordinal=found.number.form is Form.ORDINAL,
        increment=bool(found.increment),
    )
    return QuantityReading(
        quantity=quantity,
        start=tokens.items[found.first].start,
        end=tokens.items[found.past - 1].end,
        words=tokens.words(found.first, found.past),
        reason=_reason(tokens, found, quantity),
    )


def _reason(tokens: Tokens, found: _Found, quantity: Quantity) -> str:
    """Return how the words became the quantity."""
    surface = tokens.words(found.number.start, found.number.past)
    amount = plain_amount(quantity.value, quantity.high, ordinal=quantity.ordinal)
    parts = [f"'{surface}' is the {amount} in a row" if quantity.ordinal else f"'{surface}' is {amount}"]
    if quantity.bound is Bound.RANGE:
        parts = [f"'{found.bound_words}' makes a range of {amount}"]
    elif found.bound_words:
        parts.append(f"'{found.bound_words}' makes it {quantity.bound.value} that")
    if found.unit:
        parts.append(f"in {found.unit.plural}")
    if found.increment:
        parts.append(f"'{found.increment}' makes it an increment")
    if found.counted:
        parts.append(f"what is counted: '{found.counted.words}'")
    return ", ".join(parts)
