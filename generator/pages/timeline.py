"""Events of all articles, by story and date; by year when articles are many."""

from __future__ import annotations

from generator.pages.facts import FactIndex, FactRow, Heading
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord


class Timeline(FactIndex):
    """The timeline."""

    kind = "event"
    name = "timeline"
    template = "timeline.md.jinja"
    title = "Timeline"
    description = "What happened, what is planned and what is said to have happened, by date."

    def heading(self, record: PublicRecord) -> str:
        """Return nothing: events of a story are one sequence."""
        del record
        return ""

    def titled(self, heading: str, corpus: PublicCorpus) -> Heading:
        """Return no heading."""
        del heading, corpus
        return Heading()

    def group(self, row: FactRow, article: PublicArticle) -> str:
        """Return the year."""
        del article
        return f"{row.fact.year:04d}"

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the year."""
        del corpus
        return group
