"""Quotes of all articles by the day on which they were said, else published."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.pages.facts import FactIndex, FactRow, Heading
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord
from generator.values import Date


class QuotesByDate(FactIndex):
    """The index of quotes by date."""

    kind = "quote"
    name = "quotes-by-date"
    template = "quotes.md.jinja"
    title = "Quotes by date"
    description = "Who said what, by story and the day on which it was said, else published."

    def heading(self, record: PublicRecord) -> str:
        """Return nothing: quotes of a story are one sequence."""
        del record
        return ""

    def titled(self, heading: str, corpus: PublicCorpus) -> Heading:
        """Return no heading."""
        del heading, corpus
        return Heading()

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[FactRow]:
        """Yield the quotes; what says no day was said by the day of publication."""
        published = Date.day(article.published).sort_key
        for row in super().entries(article, corpus):
            fact = row.fact
            yield row._replace(fact=replace(fact, undated=False, order=published)) if fact.undated else row
