"""Numbers that are no quantities: dates, years, clock times, names, versions, telephone numbers."""

from __future__ import annotations

from typing import Final

from generator.values.number_words import Form, Number
from generator.values.plurals import looks_plural
from generator.values.quantity_tokens import Tokens

_MONTHS: Final = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
_WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CLOCKS: Final = frozenset(
    "am pm a.m. p.m. a.m p.m o'clock o’clock gmt utc est edt cet cest bst b.c. a.d. c.e. b.c.e. bce".split()
)
_BEFORE_YEARS: Final = frozenset(
    """
    in since by of from until till during before after early late mid the around circa to through for and or
    this january february march april may june july august september october november december spring summer
    autumn winter fall between year fiscal
    """.split()
)
_BEFORE_WEEKS: Final = frozenset(
    """
    in by since until till from to of for during before after through throughout and between on calendar iso
    early late
    """.split()
)
_LABELS: Final = frozenset(
    """
    article section chapter flight channel number no resolution route version grade phase stage season
    episode volume boeing airbus apollo falcon formula highway interstate clause proposition tier category
    """.split()
)
_WEAK_LABELS: Final = frozenset(
    """
    page room apartment type level group platform gate act bill paragraph part figure table line area
    """.split()
)
"""Labels unless something is counted: ``page 5``, but not ``in the room 5 people``."""

_JOINING: Final = frozenset("-–—&,")
_DETERMINERS: Final = frozenset("the a an this that his her its their our my your every each".split())
_RATES: Final = frozenset(["a", "an", "per", "every"])
_AUXILIARIES: Final = frozenset("was were is are has have had will would could can may might did".split())
_PERIODS: Final = ("half", "quarter", "century")
_ADVERBS: Final = 3
"""First, second and third stand as adverbs as well."""

_GROUP: Final = 3
_MOST_GROUPS: Final = 8
"""Of digits between separators: more of them are no number."""

_SIGNS_BEFORE: Final = frozenset("#@№§/\\_=&+°.~^*")
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2099
_MOST_DAYS: Final = 31
_PHONE_PARTS: Final = 3


def phone_past(tokens: Tokens, at: int) -> int:
    """Return the position past a telephone number or the like that begins at a token; the token if none."""
    if not tokens.is_number(at) or not tokens.items[at].text.isdecimal():
        return at
    past, parts, thousands = at + 1, 1, True
    while True:
        here = past + 1 if tokens.is_hyphen(past) else past
        if (
            not tokens.is_number(here)
            or tokens.items[here].start - tokens.items[here - 1].end > 1
            or tokens.glued(here) == (here == past)
        ):
            break
        thousands = thousands and _is_thousands(tokens, here)
        past, parts = here + 1, parts + 1
    local = parts == _PHONE_PARTS - 1 and tokens.is_hyphen(at + 1)
    sizes = (len(tokens.items[at].text), len(tokens.items[past - 1].text))
    is_phone = parts >= _PHONE_PARTS or (local and sizes == (_GROUP, _GROUP + 1))
    return past if is_phone and (not thousands or parts > _MOST_GROUPS) else at


def is_no_place(tokens: Tokens, number: Number, counted: str) -> bool:
    """Return whether an ordinal names no place in a row: an adverb, a name, a time, a part of a compound."""
    at, past = number.start, number.past
    before = tokens.lowers[at - 1]
    spelled = not tokens.is_number(at)
    determined = before in _DETERMINERS or before.endswith(("'s", "’s")) or before in ("'", "’")
    alone = past == len(tokens)
    return (
        tokens.is_hyphen(past)
        or counted.lower() in _PERIODS
        or is_no_quantity(tokens, number, limited=False, measured=False, counted=bool(counted))
        # First Minister
        or (spelled and tokens.items[at].text[0].isupper() and tokens.items[past].text[:1].isupper())
        # a second, every second
        or (before in _RATES and not counted and not alone and tokens.lowers[past] not in _AUXILIARIES)
        # first, they said
        or (
            not determined
            and ((spelled and number.value <= _ADVERBS) or not counted)
            and not (alone and at == 0)
        )
        or (number.value == 1 and tokens.lowers[past] == "time")
        # on the 14th
        or (not spelled and not counted and tokens.lowers[at - 2] == "on" and before == "the")
    )


def is_month(tokens: Tokens, at: int) -> bool:
    """Return whether a month is named at a token."""
    token = tokens.items[at]
    return token.lower in _MONTHS and token.kind == "word" and token.text[:1].isupper()


def is_no_quantity(tokens: Tokens, number: Number, *, limited: bool, measured: bool, counted: bool) -> bool:
    """Return whether a number is something else than a quantity.

    ``limited``: a bound or a currency stands before it; ``measured``: a unit stands behind it;
    ``counted``: a thing counted does.
    """
    if _is_in_code(tokens, number, measured=measured) or _is_footnote(tokens, number):
        return True
    if _is_clock(tokens, number) or is_date(tokens, number):
        return True
    if limited or measured:
        return False
    if _is_year(tokens, number, counted=counted):
        return True
    return _is_name(tokens, number, counted=counted)


def is_date(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is the day of a month or of a week."""
    at, past = number.start, number.past
    if (
        number.form is Form.FRACTION
        or number.value > _MOST_DAYS
        or (number.form is Form.DIGITS and not number.plain)
    ):
        return False
    before = at - 2 if tokens.lowers[at - 1] == "." else at - 1
    if tokens.lowers[before] == "the":
        before -= 1
    if is_month(tokens, before) or (number.form is not Form.WORDS and tokens.lowers[before] in _WEEKDAYS):
        return True
    if is_month(tokens, past) and number.form is not Form.WORDS:
        return True
    return tokens.lowers[past] == "of" and number.form is Form.ORDINAL and is_month(tokens, past + 1)


def days_past(tokens: Tokens, number: Number) -> int:
    """Return the position past a row of days that begins with a date, such as ``October 14–16``."""
    past = number.past
    while True:
        joined = tokens.lowers[past] in ("to", "and", "or") or tokens.lowers[past] in _JOINING
        if not joined or not _is_day(tokens, past + 1):
            return past
        certain = tokens.lowers[past] == "to" or (tokens.lowers[past] in "-–—" and tokens.glued(past))
        follower = tokens.items[past + 2]
        if not certain and follower.kind == "word" and not is_month(tokens, past + 2):
            return past
        past += 2


def begins_days(tokens: Tokens, number: Number) -> bool:
    """Return whether days of a month begin here, the month behind the last one: ``14 and 16 October``."""
    if not number.plain or number.value > _MOST_DAYS or number.form is not Form.DIGITS:
        return False
    past = number.past
    for _ in range(4):
        if tokens.lowers[past] not in ("to", "and", "or", *_JOINING) or not _is_day(tokens, past + 1):
            return False
        past += 2
        if is_month(tokens, past):
            return True
    return False


def is_year(number: Number) -> bool:
    """Return whether a number is written like a year."""
    return len(number.plain) == 4 and _FIRST_YEAR <= number.value <= _LAST_YEAR  # noqa: PLR2004


def is_period(number: Number, upper: Number) -> bool:
    """Return whether two numbers are years: ``2008 to 2016``, ``2019–20``."""
    return is_year(number) and len(upper.plain) in (2, 4) and upper.value <= _LAST_YEAR


def is_change(tokens: Tokens, at: int) -> bool:
    """Return whether ``from`` at a token begins a change (``rose from 50 to 80``), not a range."""
    for position in range(at - 1, max(-1, at - 9), -1):
        token = tokens.items[position]
        if token.kind == "sign" and token.text in ".;!?":
            return False
        if token.lower.startswith(_CHANGES):
            return True
    return False


_CHANGES: Final = tuple(
    """
    rose rise rising increas grew grow climb jump fell fall drop declin decreas reduc rais lower extend expand
    cut chang went up down doubl swell swollen shrank shrink slash lift boost mov shift improv slid
    """.split()
)


def _is_day(tokens: Tokens, at: int) -> bool:
    text = tokens.items[at].text
    return tokens.is_number(at) and text.isdecimal() and len(text) < _GROUP and 0 < int(text) <= _MOST_DAYS


def _is_in_code(tokens: Tokens, number: Number, *, measured: bool) -> bool:
    """Return whether the number is a part of something longer: ``G20``, ``COVID-19``, ``1990s``."""
    at, past = number.start, number.past
    before, after = tokens.items[at - 1], tokens.items[past]
    if tokens.glued(at):
        if before.kind in ("word", "number") or before.text in _SIGNS_BEFORE:
            return True
        if before.text in "-‐‑–" and tokens.glued(at - 1) and tokens.items[at - 2].kind in ("word", "number"):
            return True
    if not tokens.glued(past) or measured:
        return False
    if after.kind in ("word", "number"):
        return True
    return (
        after.text in ("/", "_", "@", ":", "\\")
        and tokens.glued(past + 1)
        and bool(tokens.items[past + 1].text)
    )


def _is_footnote(tokens: Tokens, number: Number) -> bool:
    return tokens.lowers[number.start - 1] == "[" and tokens.lowers[number.past] == "]"


def _is_clock(tokens: Tokens, number: Number) -> bool:
    if tokens.lowers[number.past] in _CLOCKS or (
        tokens.lowers[number.past] == "o" and tokens.lowers[number.past + 1] in "'’"
    ):
        return number.form in (Form.DIGITS, Form.WORDS)
    return len(number.plain) == 4 and number.plain[0] == "0"  # noqa: PLR2004  # 0600


def _is_year(tokens: Tokens, number: Number, *, counted: bool) -> bool:
    if len(number.plain) != 4 or not _FIRST_YEAR <= number.value <= _LAST_YEAR:  # noqa: PLR2004  # a year
        return False
    if not counted or tokens.lowers[number.start - 1] in _BEFORE_YEARS:
        return True
    following = tokens.items[number.past]
    if not following.text.islower():
        return True
    return number.value % 100 != 0 and not looks_plural(following.lower)


def _numbers_a_week(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is that of a week: ``in week 20``, ``calendar week 12``, ``week two of``.

    In ``last week 20 crews left`` crews are counted.
    """
    at = number.start - 1
    if tokens.lowers[at] not in ("week", "weeks") or tokens.glued(number.start):
        return False
    return at == 0 or tokens.lowers[at - 1] in _BEFORE_WEEKS or tokens.begins_sentence(at)


def _is_thousands(tokens: Tokens, at: int) -> bool:
    return len(tokens.items[at].text) == _GROUP and tokens.text[tokens.items[at].start - 1] == " "


def _is_name(tokens: Tokens, number: Number, *, counted: bool) -> bool:
    """Return whether a number belongs to a name: ``Article 50``, ``Channel Four``, ``Boeing 737``."""
    if _numbers_a_week(tokens, number):
        return True
    before = tokens.items[number.start - 1]
    label = tokens.items[number.start - 2] if before.text == "." else before
    is_label = label.lower in _LABELS or (label.lower in _WEAK_LABELS and not counted)
    if is_label and not tokens.glued(number.start):
        return True
    if number.form is Form.WORDS or number.form is Form.ORDINAL:
        first = tokens.items[number.start].text
        return first[:1].isupper() and not tokens.begins_sentence(number.start)
    if not number.plain or counted:
        return False
    following = tokens.items[number.past]
    if following.kind == "word" and following.text[0].isupper() and following.lower not in _WEEKDAYS:
        # an address, such as 10 Downing Street
        return not tokens.glued(number.past)
    return (
        before.kind == "word"
        and before.text[0].isupper()
        and before.lower not in _WEEKDAYS
        and not tokens.begins_sentence(number.start - 1)
    )
