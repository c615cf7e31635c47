"""All briefings by story, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.articles import ArticleIndex, ArticleRow, article_row
from generator.pages.facts import stories_of, story_anchor, story_group, story_title
from generator.pages.index import LAST, OTHER
from generator.publishing import PublicArticle, PublicCorpus


class AllBriefings(ArticleIndex):
    """All briefings by story, newest first."""

    name = "briefings"
    template = "briefings.md.jinja"
    title = "Briefings"
    description = "All briefings by story, newest first."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[ArticleRow]:
        """Yield a row for each story of an article."""
        del corpus
        return (article_row(article, story) for story in stories_of(article))

    def group(self, row: ArticleRow, article: PublicArticle) -> str:
        """Return the run of pages of a row's story."""
        del article
        return story_group(row.section)

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the title of the story."""
        return story_title(LAST if group == OTHER else group, corpus) or "all"

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return the title of the story."""
        return story_title(section, corpus)

    def section_anchor(self, section: str) -> str:
        """Return the anchor of the story."""
        return story_anchor(section)

    def section_note(self, section: str, corpus: PublicCorpus) -> str:
        """Return the summary of the story."""
        story = corpus.stories.get(section)
        return (story.summary or "") if story else ""
