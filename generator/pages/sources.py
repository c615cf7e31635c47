"""All sources by publisher; by first letter when articles are many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.pages.articles import ArticleIndex, ArticleRow, article_row
from generator.pages.index import LAST
from generator.pages.paging import OTHER_LETTERS, letter_of
from generator.publishing import PublicArticle, PublicCorpus


class Sources(ArticleIndex):
    """The index of sources."""

    name = "sources"
    template = "sources.md.jinja"
    title = "Sources"
    description = "Every source that a briefing rests on, by publisher."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[ArticleRow]:
        """Yield the row of an article."""
        del corpus
        yield article_row(article, article.publisher or LAST)

    def group(self, row: ArticleRow, article: PublicArticle) -> str:
        """Return the first letter of the publisher."""
        del article
        return letter_of(row.publisher)

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the letter."""
        del corpus
        return "other letters" if group == OTHER_LETTERS else group.upper()

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return the name of the publisher."""
        del corpus
        return "Publisher not given" if section == LAST else section

    def section_anchor(self, section: str) -> str:
        """Return an anchor made of a hash: a name may be written in any script."""
        return f"publisher-{hashlib.blake2s(section.encode(), digest_size=5).hexdigest()}"

    def section_note(self, section: str, corpus: PublicCorpus) -> str:
        """Return nothing."""
        del section, corpus
        return ""
