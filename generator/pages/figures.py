"""Figures of all articles, by story and measure."""

from __future__ import annotations

from generator.pages.facts import FactIndex, Heading
from generator.pages.index import LAST
from generator.pages.ledger import measure_page
from generator.publishing import PublicCorpus, PublicRecord


class Figures(FactIndex):
    """The index of figures."""

    kind = "figure"
    name = "figures"
    template = "figures.md.jinja"
    title = "Figures"
    description = "Every number, what it counts and who says so, by story and measure."

    def heading(self, record: PublicRecord) -> str:
        """Return the measure of a figure."""
        return record.measure or LAST

    def titled(self, heading: str, corpus: PublicCorpus) -> Heading:
        """Return what the measure counts."""
        measure = corpus.measures.get(heading)
        if measure is None:
            return Heading("Other figures" if heading == LAST else heading)
        return Heading(measure.title, measure.note or "", measure_page(heading))
