"""What in an author's own prose must lead to a fact: numbers, dates and names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.values import NameIndex, read_dates, read_quantities


def ungated(plain: str, names: NameIndex, reference: dt.date) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what) of each number, date and name in plain text; what it is, for a person."""
    for found in read_quantities(plain):
        # "First" is a number in few of the places where it stands.
        if not (found.quantity.ordinal and found.quantity.value == 1):
            yield found.start, found.end, "number"
    for date in read_dates(plain, reference):
        yield date.start, date.end, "date"
    for name in names.find(plain):
        yield name.start, name.end, "name"
