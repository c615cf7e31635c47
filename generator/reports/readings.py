"""What was inferred in an article, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Record
from generator.reports.text import shown


def format_readings(article: Article) -> str:
    """Return a line for every value that nobody typed, in the order of the words; empty where all was typed.

    Each is ``seeds/ferry.md:12:31: crews-out: value = 14: its words``.
    """
    return "".join(f"{line}\n" for record in article.records for line in _lines(article, record))


def _lines(article: Article, record: Record) -> Iterator[str]:
    text = article.source.text if article.source else ""
    for reading in record.readings:
        words = [f"‘{span.of(text)}’" for span in reading.spans if text]
        behind = f" ({', '.join(words)})" if words else ""
        yield shown(
            f"{record.location}: {record.id}: {reading.field} = {reading.value}: {reading.reason}{behind}"
        )
