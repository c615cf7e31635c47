"""What an export is: it maps what may be shown to the bytes of files."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from generator.publishing import PublicArticle, PublicCorpus


class PlannedFile(Struct, frozen=True, kw_only=True):
    """A file that is to be written; engines copy it into the site as it stands."""

    path: str
    """Path below the output folder, with forward slashes; never one of a page."""

    data: bytes


class ArticleExport(Protocol):
    """One file for each article, made again whenever the article's page is."""

    def file(self, article: PublicArticle, corpus: PublicCorpus) -> PlannedFile:
        """Return the file of an article: the same bytes for the same article."""
        ...
