"""Gold of our own: marks on texts of ``../shared``, by position, without a word of them.

Each file of ``gold/`` is one text: where it stands, its hash, its day, and what is in it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.score.gold import QUOTED, Gold, Item, Kind, Number, Speaker, Value
from generator.text import Source, Span, read_plain
from generator.values import parse_edtf

_KINDS: Final = {
    "quotes": Kind.QUOTE,
    "dates": Kind.DATE,
    "quantities": Kind.QUANTITY,
    "actors": Kind.ACTOR,
}


def read_own(folder: Path, shared: Path) -> Iterator[Gold]:
    """Yield the texts of a folder of gold files whose texts are at hand and unchanged."""
    for path in sorted(folder.glob("*.yml")):
        data: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        file = shared / data["text"]
        if file.is_file():
            yield _read(path.stem, data, file)


def _read(name: str, data: Mapping[str, Any], file: Path) -> Gold:
    source = read_plain(_raw(file, data.get("row")))
    if source.sha256 != data["sha256"]:
        message = f"{name}: its text has changed since it was marked"
        raise ValueError(message)
    items = {
        kind: tuple(Item(_span(entry), _value(kind, entry, source)) for entry in data[key] or ())
        for key, kind in _KINDS.items()
        if key in data
    }
    if Kind.QUOTE in items:
        items[Kind.MARKS] = tuple(Item(quote.span, QUOTED) for quote in items[Kind.QUOTE])
    open_words = {
        kind: tuple(_span(entry) for entry in data.get("open", {}).get(key, ()))
        for key, kind in _KINDS.items()
    }
    dates = tuple(item.span for item in items.get(Kind.DATE, ()))
    open_words[Kind.QUANTITY] += dates + open_words[Kind.DATE]
    open_words[Kind.MARKS] = open_words[Kind.QUOTE]
    return Gold(
        name=name,
        corpus="ours",
        source=source,
        published=dt.date.fromisoformat(str(data["published"])),
        items=items,
        ignored=open_words,
    )


def _raw(file: Path, row: str | None) -> str:
    """Return the text of a file, or of the row of a table that has this title."""
    if row is None:
        return file.read_text("utf-8")
    with file.open(encoding="utf-8", newline="") as lines:
        return next(each["text"] for each in csv.DictReader(lines) if each["title"] == row)


def _span(entry: list[Any]) -> Span:
    return Span(entry[0], entry[1])


def _value(kind: Kind, entry: list[Any], source: Source) -> Value:
    """Return the value of an entry: ``[start, end, …]``."""
    if kind is Kind.QUOTE:
        return Speaker(tuple(_span(each).of(source.text) for each in entry[2:]))
    if kind is Kind.QUANTITY:
        numbers = [Decimal(str(number)) for number in entry[2:]]
        return Number(numbers[0], numbers[-1])
    if kind is Kind.DATE:
        date = parse_edtf(str(entry[2]))
        if date is None:
            message = f"no EDTF: {entry[2]}"
            raise ValueError(message)
        return date
    return str(entry[2])
