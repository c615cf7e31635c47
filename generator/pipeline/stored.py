"""Articles and their summaries as bytes: as the cache keeps them, and as they wait to be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, overload

from msgspec import Raw, Struct
from msgspec.structs import replace

from generator.kinds import KINDS
from generator.model import Article, FactEntry, Summary
from generator.store import decode, decode_rows, encode, encode_rows

_AT_HAND: Final = 500
"""Articles that wait to be shown as they are; further ones wait as bytes, in a third of the memory."""

_RECORDS: Final = tuple(dict.fromkeys(kind.record for kind in KINDS.values()))


@dataclass(slots=True, eq=False)
class StoredFacts(Sequence[FactEntry]):
    """The facts of a summary, fetched and decoded when somebody asks for one of them."""

    fetch: Callable[[], bytes]
    facts: tuple[FactEntry, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> FactEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FactEntry]: ...
    def __getitem__(self, index: int | slice) -> FactEntry | Sequence[FactEntry]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> tuple[FactEntry, ...]:
        if self.facts is None:
            self.facts = decode(self.fetch(), tuple[FactEntry, ...])
        return self.facts


class _Article(Struct, frozen=True, array_like=True):
    """An article in parts: its records by their class, and the place that each has among all."""

    article: Article
    records: Raw
    places: tuple[int, ...]


def encode_summary(summary: Summary) -> tuple[bytes, bytes]:
    """Return a summary as bytes in two parts: what every run looks at, and its facts, at which few look."""
    return encode(replace(summary, facts=())), encode(summary.facts)


def decode_summary(data: bytes, fetch: Callable[[], bytes]) -> Summary:
    """Return a summary that was encoded; UnpackError where the bytes are none. ``fetch`` gives its facts."""
    return replace(decode(data, Summary), facts=StoredFacts(fetch))


def encode_article(article: Article) -> bytes:
    """Return an article as bytes."""
    records = article.records
    places = sorted(range(len(records)), key=lambda place: _RECORDS.index(type(records[place])))
    parts = Raw(encode_rows(records, _RECORDS)), tuple(places)
    return encode(_Article(replace(article, records=()), *parts))


def decode_article(data: bytes) -> Article:
    """Return an article that was encoded; UnpackError where the bytes are none."""
    found = decode(data, _Article)
    records = dict(zip(found.places, decode_rows(memoryview(found.records), _RECORDS), strict=True))
    return replace(found.article, records=tuple([records[place] for place in range(len(records))]))


class Waiting:
    """Articles that were read, until somebody takes them to show them."""

    __slots__ = ("_articles",)

    def __init__(self) -> None:
        self._articles: dict[str, Article | bytes] = {}

    def put(self, article: Article) -> None:
        """Keep an article, by its path."""
        kept = article if len(self._articles) < _AT_HAND else encode_article(article)
        self._articles[article.path] = kept

    def take(self, path: str) -> Article | None:
        """Return an article, and forget it; None for one that does not wait."""
        found = self._articles.pop(path, None)
        return decode_article(found) if isinstance(found, bytes) else found
