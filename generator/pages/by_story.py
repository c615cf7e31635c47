"""What goes by story: unrelated stories never share a list without saying so."""

from __future__ import annotations

from typing import Any

from generator.pages.index import LAST, OTHER, Index
from generator.publishing import PublicArticle, PublicCorpus


def stories_of(article: PublicArticle) -> tuple[str, ...]:
    """Return the stories of an article, or what stands for none."""
    return article.stories or (LAST,)


def story_title(story: str, corpus: PublicCorpus) -> str:
    """Return the title of a story; empty for none where no story is declared at all."""
    if story == LAST:
        return "Other briefings" if corpus.stories else ""
    declared = corpus.stories.get(story)
    return declared.title if declared else story


def story_group(story: str) -> str:
    """Return the name of the pages of a story."""
    return OTHER if story == LAST else story


def story_anchor(story: str) -> str:
    """Return the anchor of a story's heading."""
    return f"story-{story_group(story)}"


def story_page(story: str) -> str | None:
    """Return the path of a story's dossier; None for articles without a story."""
    return None if story == LAST else f"stories/{story}.md"


class StoryIndex(Index):
    """An index that goes by story; the first field of its rows is the id of one."""

    def group(self, row: Any, article: PublicArticle) -> str:  # noqa: ANN401 - each index has rows of its own
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

    def section_page(self, section: str) -> str | None:
        """Return the path of the story's dossier."""
        return story_page(section)
