"""What the right answers look like, and what a system answers: the same thing, a value on a span."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from generator.text import Block, BlockRole, Source, Span, normalise
from generator.text.normalise import PARAGRAPH_BREAK
from generator.values import Date

_UNSEEN_SHARE: Final = 3
"""One text in three is held out."""


QUOTED: Final = "quoted"
"""The value of quotation marks whose speaker nobody asked for."""


class Kind(StrEnum):
    """What is scored."""

    QUOTE = "quotes with the right speaker"
    MARKS = "quotation marks"
    DATE = "dated expressions with the right value"
    QUANTITY = "quantities with the right value"
    ACTOR = "actors with the right type"


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity's value; both ends of a range."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote, by every name that is used of him: for an answer, those it gives."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The answer of a library that knows days alone, also where the words name a month or a year."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class Readings:
    """The answer of a library that leaves several dates open."""

    dates: tuple[Date, ...]


Value: TypeAlias = Date | Day | Readings | Number | Speaker | str
"""A date, a number, a speaker, or the type of an actor: ``person``, ``organisation`` or ``place``."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value on words."""

    span: Span
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One text with its right answers."""

    name: str
    corpus: str
    source: Source
    published: dt.date
    items: Mapping[Kind, tuple[Item, ...]]
    """Only of the kinds that someone annotated in this text; an empty tuple says that there are none."""

    ignored: Mapping[Kind, tuple[Span, ...]] = field(default_factory=dict)
    """Words on which an answer is neither right nor wrong."""

    @property
    def is_unseen(self) -> bool:
        """Return whether no rule may be written from this text: by the hash of its name."""
        digest = hashlib.sha256(self.name.encode()).digest()
        return digest[0] % _UNSEEN_SHARE == 0


def source_of(paragraphs: list[tuple[BlockRole, str]]) -> Source:
    """Return a source of paragraphs that are normalised already."""
    blocks: list[Block] = []
    start = 0
    for role, words in paragraphs:
        blocks.append(Block(Span(start, start + len(words)), role))
        start += len(words) + len(PARAGRAPH_BREAK)
    text = PARAGRAPH_BREAK.join(words for _, words in paragraphs)
    if normalise(text) != text:
        message = f"not normalised: {text[:60]!r}"
        raise ValueError(message)
    return Source.of(text, tuple(blocks))
