"""What a page type is: it maps each article to rows, and the rows of one page to a planned page.

Because pages are made of rows, an edited article costs its own rows and the pages they stand on, not the
whole corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from generator.publishing import PublicArticle, PublicCorpus


class PlannedPage(Struct, frozen=True, kw_only=True):
    """A page that is to be written."""

    path: str
    """Path below the output folder, with forward slashes, ending in ``.md``."""

    template: str
    """Name of the Jinja template."""

    context: Mapping[str, Any]
    """What the template shows: plain values, none of them escaped yet."""


class PageType(Protocol):
    """One type of page; its file in this package, its template and its line in PAGES are all of it."""

    name: str
    template: str

    @property
    def row_types(self) -> tuple[type, ...]:
        """Return the records that its rows are; the cache gives each back as what it was."""
        ...

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterable[tuple[str, Any]]:
        """Yield (group, row) for each row that the article puts on a page of this type.

        A group is the name of one page or of one run of pages (``2031``, ``vance``). Rows are plain data,
        and sort themselves.
        """
        ...

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the pages of one group from all of its rows, sorted."""
        ...
