"""All briefings by story, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.articles import ArticleIndex, ArticleRow, article_row
from generator.pages.by_story import StoryIndex, stories_of
from generator.publishing import PublicArticle, PublicCorpus


class AllBriefings(StoryIndex, ArticleIndex):
    """All briefings by story, newest first."""

    name = "briefings"
    template = "briefings.md.jinja"
    title = "Briefings"
    description = "All briefings by story, newest first."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[ArticleRow]:
        """Yield a row for each story of an article."""
        del corpus
        return (article_row(article, story) for story in stories_of(article))

    def section_note(self, section: str, corpus: PublicCorpus) -> str:
        """Return the summary of the story."""
        story = corpus.stories.get(section)
        return (story.summary or "") if story else ""
