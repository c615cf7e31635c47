"""What is left of what was withdrawn: where its links led, when and why it went, and what replaces it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from generator.pages.briefing.line import Link
from generator.pages.page import PlannedPage
from generator.publishing import PublicArticle, PublicCorpus, PublicWithdrawal
from generator.values import Date


class Tombstone(Struct, frozen=True, kw_only=True):
    """What stands in place of a fact, or of an article."""

    anchors: tuple[str, ...]
    """Of the fact's row and of its words; none for an article."""

    day: str
    reason: str
    instead: Link | None


def tombstones(slug: str, corpus: PublicCorpus) -> list[Tombstone]:
    """Return what is left of what was withdrawn of an article; of the article itself first."""
    return [_tombstone(each) for each in corpus.withdrawn.get(slug, ())]


def _tombstone(gone: PublicWithdrawal) -> Tombstone:
    instead = gone.instead
    return Tombstone(
        anchors=(f"fact-{gone.id}", f"span-{gone.id}") if gone.id else (),
        day=Date.day(gone.on).label,
        reason=gone.reason,
        instead=Link(text=instead.text, page=instead.page, anchor=instead.anchor) if instead else None,
    )


class WithdrawnArticles:
    """The pages of articles that are withdrawn whole; no index lists them."""

    name = "withdrawn"
    template = "withdrawn.md.jinja"
    row_types = ()

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, Any]]:
        """Yield nothing: an article that is there is not withdrawn."""
        del article, corpus
        yield from ()

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield a page for each article that is withdrawn whole."""
        del group, rows
        for slug, gone in corpus.withdrawn.items():
            if not gone[0].id and slug not in corpus.titles:
                yield PlannedPage(
                    path=f"articles/{slug}.md",
                    template=self.template,
                    context={"tombstones": tombstones(slug, corpus)},
                )
