"""Whether a number or a date can stand in words at all: a quick look, before they are read."""

from __future__ import annotations

import re
from typing import Final

from generator.text.words import letters_of
from generator.values.date_cores import DATE_WORDS
from generator.values.number_tables import NUMBER_WORDS, VULGAR_FRACTIONS

_DIGIT: Final = re.compile(rf"[\d{VULGAR_FRACTIONS}]")


def may_hold_quantity(words: str) -> bool:
    """Return False only where ``read_quantities`` would find nothing."""
    return _may_hold(words, NUMBER_WORDS)


def may_hold_date(words: str) -> bool:
    """Return False only where ``read_dates`` would find nothing."""
    return _may_hold(words, DATE_WORDS)


def _may_hold(words: str, known: frozenset[str]) -> bool:
    return _DIGIT.search(words) is not None or not known.isdisjoint(letters_of(words.lower()))
