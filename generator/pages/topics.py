"""All briefings by topic."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.pages.articles import ArticleIndex, ArticleRow, article_row
from generator.pages.paging import OTHER_LETTERS, letter_of
from generator.publishing import PublicArticle, PublicCorpus


class Topics(ArticleIndex):
    """The index of topics."""

    name = "topics"
    template = "briefings.md.jinja"
    title = "Topics"
    description = "All briefings by topic, newest first."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[ArticleRow]:
        """Yield a row for each topic of an article."""
        del corpus
        return (article_row(article, topic) for topic in dict.fromkeys(article.topics))

    def group(self, row: ArticleRow, article: PublicArticle) -> str:
        """Return the first letter of the topic."""
        del article
        return letter_of(row.section)

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the letter."""
        del corpus
        return "other letters" if group == OTHER_LETTERS else group.upper()

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return the topic."""
        del corpus
        return section

    def section_anchor(self, section: str) -> str:
        """Return an anchor made of a hash: a topic may be written in any script."""
        return f"topic-{hashlib.blake2s(section.encode(), digest_size=5).hexdigest()}"

    def section_note(self, section: str, corpus: PublicCorpus) -> str:
        """Return nothing."""
        del section, corpus
        return ""
