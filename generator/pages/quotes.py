"""Quotes of all articles, by story and speaker."""

from __future__ import annotations

from generator.pages.facts import FactIndex, Heading
from generator.pages.index import LAST
from generator.publishing import PublicCorpus, PublicRecord


class Quotes(FactIndex):
    """The index of quotes."""

    kind = "quote"
    name = "quotes"
    template = "quotes.md.jinja"
    title = "Quotes"
    description = "Who said what, in the words of the sources, by story and speaker."

    def heading(self, record: PublicRecord) -> str:
        """Return the speaker of a quote."""
        return record.said_by or LAST

    def titled(self, heading: str, corpus: PublicCorpus) -> Heading:
        """Return the speaker's name and role."""
        speaker = corpus.actors.get(heading)
        if speaker is None:
            return Heading("Speaker not known")
        return Heading(speaker.name, speaker.role or "", speaker.page)
