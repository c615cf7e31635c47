"""MEANTIME: Wikinews with actors and dates, in NAF; its sample with quantities, in CAT XML.

The annotators went through the headline, the dateline and the four sentences behind them, so only those are
read. The text is tokenised there, and put together here.
"""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final

from benchmarks.score.gold import Gold, Item, Kind, Number, source_of
from benchmarks.score.names import capitals, name_in, nested
from benchmarks.score.timex import read_timex
from benchmarks.score.tokens import Text, around
from generator.text import BlockRole, Source, Span
from generator.values import Date, parse_edtf

_ANNOTATED: Final = 6
"""Sentences: headline, dateline, and four more."""

_TYPES: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(slots=True)
class _Laid:
    """A text put together from tokens."""

    source: Source
    published: dt.date
    spans: Mapping[str, Span] = field(default_factory=dict)
    """By the id of the token; without those of the dateline."""


def read_meantime(folder: Path) -> Iterator[Gold]:
    """Yield the texts of a folder of NAF files, in the order of their names."""
    for path in sorted(folder.rglob("*.naf")):
        tree = ET.parse(path).getroot()  # noqa: S314  # a corpus, not the net
        gold = _read_naf(path.stem, tree)
        if gold is not None:
            yield gold


def _read_naf(name: str, tree: ET.Element) -> Gold | None:
    tokens = [
        (word.get("id", ""), int(word.get("sent", "0")), word.text or "")
        for word in tree.iterfind("text/wf")
        if int(word.get("sent", "0")) <= _ANNOTATED
    ]
    times = [
        (each.get("value", ""), _targets(each, "span/target", "id"))
        for each in tree.iterfind("timeExpressions/timex3")
    ]
    laid = _lay(tokens, times)
    if laid is None:
        return None
    dates, no_dates = _dates(times, laid.spans)
    actors, no_actors = _actors(tree, laid.spans, {key: word for key, _, word in tokens})
    return Gold(
        name=name,
        corpus="MEANTIME",
        source=laid.source,
        published=laid.published,
        items={Kind.DATE: dates, Kind.ACTOR: actors},
        ignored={Kind.DATE: no_dates, Kind.ACTOR: no_actors},
    )


def _targets(element: ET.Element, path: str, key: str) -> list[str]:
    return [target.get(key, "") for target in element.iterfind(path)]


def _lay(tokens: Sequence[tuple[str, int, str]], times: Sequence[tuple[str, list[str]]]) -> _Laid | None:
    """Put sentences together: the headline, then one paragraph; the dateline becomes the day."""
    by_sentence: dict[int, list[tuple[str, str]]] = {}
    for key, sentence, word in tokens:
        by_sentence.setdefault(sentence, []).append((key, word))
    dateline: int | None = None
    day: Date | None = None
    for value, targets in times:
        for number, words in by_sentence.items():
            if [key for key, _ in words] == targets:
                dateline, day = number, read_timex(value)
    if dateline is None or day is None or day.earliest is None:
        return None
    spans: dict[str, Span] = {}
    paragraphs: list[tuple[BlockRole, str]] = []
    headline = [words for number, words in by_sentence.items() if number < dateline]
    body = [words for number, words in by_sentence.items() if number > dateline]
    start = 0
    for role, sentences in ((BlockRole.HEADING, headline), (BlockRole.PARAGRAPH, body)):
        if sentences:
            text = Text(start)
            spans |= {key: text.add(word) for words in sentences for key, word in words}
            paragraphs.append((role, text.words))
            start += len(text.words) + 2
    return _Laid(source_of(paragraphs), day.earliest, spans)


def _dates(
    times: Sequence[tuple[str, list[str]]], spans: Mapping[str, Span]
) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    found: list[Item] = []
    ignored: list[Span] = []
    for value, targets in times:
        if not targets or not all(target in spans for target in targets):
            continue
        span, date = around(spans[target] for target in targets), read_timex(value)
        if date is None:
            ignored.append(span)
        else:
            found.append(Item(span, date))
    return tuple(sorted(found, key=lambda item: item.span)), tuple(ignored)


def _actors(
    tree: ET.Element, spans: Mapping[str, Span], words: Mapping[str, str]
) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    """Return named actors; mentions without a name, products and sums of money are ignored words."""
    found: dict[Span, Item] = {}
    ignored: list[Span] = []
    order = {key: number for number, key in enumerate(spans)}
    mentions = [
        (_TYPES.get(entity.get("type", "")), sorted(order[key] for key in targets if key in order))
        for entity in tree.iterfind("entities/entity")
        for reference in entity.iterfind("references/span")
        if (targets := _targets(reference, "target", "id"))
    ]
    keys = list(spans)
    for (kind, numbers), taken in zip(mentions, nested([each for _, each in mentions]), strict=True):
        if not numbers:
            continue
        at = [words[keys[number]] for number in numbers]
        proper = [is_name and n not in taken for n, is_name in zip(numbers, capitals(at), strict=True)]
        part = name_in(at, proper) if kind else None
        if kind is None or part is None:
            ignored.append(around(spans[keys[number]] for number in numbers))
        else:
            span = around(spans[keys[number]] for number in numbers[part.start : part.stop])
            found.setdefault(span, Item(span, kind))
    return tuple(found[span] for span in sorted(found)), tuple(ignored)


def read_timeml_sample(path: Path) -> Iterator[Gold]:
    """Yield the one text that has quantities."""
    if not path.is_file():
        return
    tree = ET.parse(path).getroot()  # noqa: S314  # a corpus, not the net
    tokens = [
        (word.get("t_id", ""), int(word.get("sentence", "0")), word.text or "")
        for word in tree.iter("token")
        if word.get("offsets") is not None and int(word.get("sentence", "0")) < _ANNOTATED - 2
    ]
    day = next(
        date
        for each in tree.iter("TIMEX3")
        if each.get("functionInDocument") == "CREATION_TIME" and (date := parse_edtf(each.get("value", "")))
    )
    text = Text()
    spans = {key: text.add(word) for key, _, word in tokens}
    times = [(each.get("value", ""), _targets(each, "token_anchor", "t_id")) for each in tree.iter("TIMEX3")]
    dates, no_dates = _dates(times, spans)
    if day.earliest is not None:
        yield Gold(
            name=path.stem,
            corpus="TimeML sample",
            source=source_of([(BlockRole.PARAGRAPH, text.words)]),
            published=day.earliest,
            items={Kind.DATE: dates, Kind.QUANTITY: tuple(_values(tree, spans, text.words))},
            ignored={Kind.DATE: no_dates, Kind.QUANTITY: tuple(item.span for item in dates)},
        )


_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def _values(tree: ET.Element, spans: Mapping[str, Span], text: str) -> Iterator[Item]:
    """Yield quantities; the sample marks their words alone, so the value is read from the digits."""
    for each in tree.iter("VALUE"):
        targets = [key for key in _targets(each, "token_anchor", "t_id") if key in spans]
        if targets:
            span = around(spans[key] for key in targets)
            words = span.of(text)
            digits = "".join(letter for letter in words if letter.isdigit() or letter == ".")
            value = Decimal(digits) if digits else Decimal(_NUMBERS[words.lower()])
            yield Item(span, Number(value, value))
