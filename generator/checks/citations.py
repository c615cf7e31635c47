"""Whether what a memo says of a fact is what the fact says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Article, Display, Event, Figure, Quote, Record
from generator.problems import Problem
from generator.reading.bottom_line import Cited, quoted_phrases
from generator.text import Span
from generator.values import Date, DateReading, NameIndex, read_dates, read_quantities

_QUOTES = str.maketrans("“”„«»‹›‘’", '"""""""\'\'')


class _Carried:
    """What a fact carries: its own words and values, those of facts that it rests on, and of those in it."""

    def __init__(self, article: Article, record: Record) -> None:
        by_key = {article.key(each): each for each in article.facts}
        causes = [by_key[key] for key in record.because if key in by_key]
        self.records = [record, *causes, *_within(article, record)]
        self._article = article
        spans = [span for each in (record, *causes) for span in (*each.evidence.spans, *each.support)]
        self.words = [span.of(article.source.text) for span in spans] if article.source else []
        self.words += [word for each in (record, *causes) for word in each.evidence.words]
        self._own = [word for each in self.records for word in (each.title, each.gist, each.note) if word]

    def numbers(self) -> set[Decimal]:
        found = {value for text in (*self.words, *self._own) for value in _numbers(text)}
        for record in self.records:
            if isinstance(record, Figure) and record.quantity:
                found |= {record.quantity.value, *([record.quantity.high] if record.quantity.high else [])}
        return found

    def dates(self) -> list[Date]:
        published = self._article.metadata.published
        found = [
            reading.date for text in (*self.words, *self._own) for reading in read_dates(text, published)
        ]
        return found + [date for record in self.records if (date := _date(record))]

    def actors(self) -> set[str]:
        return {name for record in self.records for name in (*record.actors, record.said_by) if name}


def check_citation(cited: Cited, article: Article, names: NameIndex, day: dt.date) -> Iterator[Problem]:
    """Yield the numbers, dates, names and quoted phrases under a link that the fact behind it does not carry.

    ``day`` is that of the memo: what its dates are counted from.
    """
    record = next((each for each in article.facts if article.key(each) == cited.key), None)
    if record is None:
        return
    carried = _Carried(article, record)
    dates = list(read_dates(cited.text, day))
    yield from _dates(cited, dates, carried)
    yield from _counts(cited, dates, carried)
    yield from _names(cited, names, carried)
    yield from _quotes(cited, article, carried)


def _dates(cited: Cited, dates: list[DateReading], carried: _Carried) -> Iterator[Problem]:
    own = carried.dates() if dates else []
    for reading in dates:
        if not any(reading.date.overlaps(date) for date in own):
            said = ", ".join(dict.fromkeys(date.label for date in own)) or "no date"
            yield _problem(cited, reading.start, reading.end, "date", said)


def _counts(cited: Cited, dates: list[DateReading], carried: _Carried) -> Iterator[Problem]:
    numbers = carried.numbers()
    for found in read_quantities(cited.text):
        in_date = any(found.start < date.end and date.start < found.end for date in dates)
        is_first = found.quantity.ordinal and found.quantity.value == 1
        if not in_date and not is_first and found.quantity.value not in numbers:
            said = ", ".join(f"{value:f}" for value in sorted(numbers)) or "no number"
            yield _problem(cited, found.start, found.end, "number", said)


def _names(cited: Cited, names: NameIndex, carried: _Carried) -> Iterator[Problem]:
    actors = carried.actors()
    for found in names.find(cited.text):
        is_meant = actors.intersection(found.actors)
        if not is_meant and not _stands_in(cited.text[found.start : found.end], carried):
            said = ", ".join(sorted(actors)) or "no name"
            yield _problem(cited, found.start, found.end, "name", said)


def _quotes(cited: Cited, article: Article, carried: _Carried) -> Iterator[Problem]:
    is_withheld = article.metadata.rights.display is Display.NONE
    for start, end in quoted_phrases(cited.text):
        if is_withheld:
            said = "words that may not be shown: say it in your own"
            yield _problem(cited, start, end, "quoted phrase", said)
        elif not _stands_in(cited.text[start:end], carried):
            said = "; ".join(dict.fromkeys(carried.words)) or "no words"
            yield _problem(cited, start, end, "quoted phrase", said)


def _stands_in(words: str, carried: _Carried) -> bool:
    phrase = _plain(words).strip("\"' ,.")
    return any(phrase in _plain(text) for text in carried.words)


def _plain(words: str) -> str:
    return " ".join(words.casefold().translate(_QUOTES).split())


def _within(article: Article, record: Record) -> Iterator[Record]:
    """Yield the records whose words stand in those of a fact: mentions, figures, events."""
    for each in article.records:
        if each is not record and _is_inside(each.evidence.spans, record.evidence.spans):
            yield each


def _is_inside(spans: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return all(any(span.contains(each) for span in outer) for each in spans)


def _date(record: Record) -> Date | None:
    if isinstance(record, Event | Quote):
        return record.date
    return record.period if isinstance(record, Figure) else None


def _numbers(text: str) -> Iterator[Decimal]:
    for found in read_quantities(text):
        yield found.quantity.value
        if found.quantity.high is not None:
            yield found.quantity.high


def _problem(cited: Cited, start: int, end: int, what: str, said: str) -> Problem:
    found = cited.text[start:end]
    shown = found if what == "quoted phrase" else f"'{found}'"
    return Problem(
        code="uncarried-words",
        message=f"the fact '{cited.key}' does not carry the {what} {shown}; it has {said}",
        location=cited.place(start, end),
        example="say what the fact says, or link to the one that carries it",
    )
