"""Lengths of time in words, as far as a date is counted by them: ``three weeks``, ``a few days``."""

from __future__ import annotations

from typing import Final

from generator.values.calendar_words import Unit
from generator.values.date_scan import Scan

_MOST: Final = 9999


def length(
    scan: Scan, index: int, *, article: bool = False
) -> tuple[int | None, tuple[int, Unit], int] | None:
    """Return amount, unit and the token behind: ``three weeks``, ``a few days``; None for a vague amount."""
    table = scan.table
    amount: int | None = None
    place = scan.skip(index, ("roughly", "about"))
    vague = scan.skip(place, ("a",))
    if scan.words[vague] in table.vague_numbers:
        place = scan.skip(vague + 1, ("of",))
        place = scan.skip(place, ("more",))
    elif article and scan.words[place] in {"a", "an"}:
        amount, place = 1, place + 1
    else:
        amount, place = _amount(scan, place)
        if amount is None and article:
            return None
    unit = table.units.get(scan.words[place])
    return (amount, unit, place + 1) if unit else None


def _amount(scan: Scan, index: int) -> tuple[int | None, int]:
    """Return a whole number in digits or words, and the token behind it; the same token without one."""
    number = scan.number(index, 1, _MOST)
    if number is not None:
        tied = scan.touches(index) and scan.words[index - 1] in {".", ",", "$", "-"}
        return (None, index) if tied else (number, index + 1)
    word = scan.words[index]
    tens = scan.table.tens.get(word)
    if tens is not None:
        ones = scan.table.numbers.get(scan.words[index + 2], 0) if scan.words[index + 1] == "-" else 0
        return (tens + ones, index + 3) if 0 < ones < 10 else (tens, index + 1)  # noqa: PLR2004 - ones of a number
    number = scan.table.numbers.get(word)
    return (number, index + 1) if number else (None, index)
