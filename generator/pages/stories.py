"""One story: a dossier of all its articles, for a reader with ten minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final

from msgspec import Struct

from generator.pages.articles import ArticleView, article_view
from generator.pages.by_story import story_title
from generator.pages.cards import card_views
from generator.pages.dossier.actors import cast
from generator.pages.dossier.groups import (
    by_measure,
    by_speaker,
    compared_measures,
    measure_parts,
    speaker_parts,
)
from generator.pages.dossier.merging import Merged, merge, merged_views
from generator.pages.dossier.overview import overview
from generator.pages.dossier.rows import ARTICLE, SourceRow, StoryFact, StorySource, ToldRow, story_rows
from generator.pages.page import PlannedPage
from generator.pages.paging import sheets
from generator.publishing import PublicArticle, PublicCorpus

MOST_CARDS: Final = 6
_SHARE: Final = 5
"""A part with more than one in so many of a page's rows goes on pages of its own."""

_HEAVY: Final = 2
"""A fact with all of its tellings takes the room of so many rows."""


class Part(Struct, frozen=True, kw_only=True):
    """One part of a dossier, or what of it the first page shows."""

    title: str
    count: int
    """How many facts or articles it has in all."""

    all: str | None
    """Path of the pages that show all of them; None where this one does."""

    shown: Sequence[Any]


class Stories:
    """The dossiers."""

    name = "stories"
    template = "story.md.jinja"
    row_types = (StorySource, StoryFact)

    def rows(
        self, article: PublicArticle, corpus: PublicCorpus
    ) -> Iterable[tuple[str, StorySource | StoryFact]]:
        """Return what an article tells of each of its stories."""
        return story_rows(article, corpus)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the dossier of a story, and the pages of what is too long for it."""
        sources: list[SourceRow] = [row.content for row in rows if row.part == ARTICLE]
        told: list[ToldRow] = [row.content for row in rows if row.part != ARTICLE]
        if not sources:
            return
        facts = merge(told)
        title, parts = story_title(group, corpus), _Parts(group, corpus)
        today = max(source.published for source in sources)
        story = corpus.stories.get(group)
        newest = next((source for source in sources if source.bottom_line), None)
        context = {
            "title": title,
            "description": _description(title, sources, facts),
            "summary": (story.summary or "") if story else "",
            "span": _span(sources),
            "outlets": tuple(
                dict.fromkeys(row.article.publisher for row in sources if row.article.publisher)
            ),
            "bottom_line": newest.bottom_line if newest else (),
            "bottom_line_of": article_view(newest.article, corpus) if newest else None,
            "overview": overview(facts, today),
            "today": sources[0].article.published,
            "cards": card_views(((row.article, row.cards) for row in sources), corpus, MOST_CARDS),
            "cast": cast(sources, facts, corpus),
            "timeline": parts.timeline(facts),
            "figures": parts.figures(facts),
            "quotes": parts.quotes(facts),
            "sources": parts.sources(sources),
            "part": None,
        }
        yield PlannedPage(path=f"stories/{group}.md", template=self.template, context=context)
        yield from parts.pages(self.template, title)


class _Parts:
    """Cuts the long parts of a dossier off it.

    What shows a part does not hold this: all rows of a story would wait for a search for garbage.
    """

    def __init__(self, story: str, corpus: PublicCorpus) -> None:
        self._story = story
        self._corpus = corpus
        self._most = max(1, corpus.rows_per_page // _SHARE)
        self._long: list[tuple[str, str, Sequence[Any], Callable[[Sequence[Any]], Sequence[Any]]]] = []

    def timeline(self, facts: Sequence[Merged]) -> Part:
        """Return the events by date; where they are many, the last ones of those with a date."""
        events = sorted((fact for fact in facts if fact.lead.kind == "event"), key=lambda fact: fact.place)
        dated = [fact for fact in events if fact.date]
        return self._part("timeline", "Timeline", events, merged_views, (dated or events)[-self._most :])

    def figures(self, facts: Sequence[Merged]) -> Part:
        """Return the figures by measure."""
        compared = compared_measures(facts)
        show = partial(measure_parts, compared=compared, corpus=self._corpus)
        return self._part("figures", "Figures", by_measure(facts), show)

    def quotes(self, facts: Sequence[Merged]) -> Part:
        """Return the quotes by speaker."""
        show = partial(speaker_parts, corpus=self._corpus)
        return self._part("quotes", "Quotes", by_speaker(facts), show)

    def sources(self, sources: Sequence[SourceRow]) -> Part:
        """Return the articles, the newest first."""
        show = partial(_articles, corpus=self._corpus)
        return self._part("sources", "Sources", sources, show)

    def _part(
        self,
        name: str,
        title: str,
        rows: Sequence[Any],
        show: Callable[[Sequence[Any]], Sequence[Any]],
        chosen: Sequence[Any] | None = None,
    ) -> Part:
        if len(rows) <= self._most:
            return Part(title=title, count=len(rows), all=None, shown=show(rows))
        self._long.append((name, title, rows, show))
        path = f"stories/{self._story}/{name}.md"
        return Part(title=title, count=len(rows), all=path, shown=show(chosen or rows[: self._most]))

    def pages(self, template: str, story: str) -> Iterator[PlannedPage]:
        """Yield the pages of the parts that are too long."""
        for name, title, rows, show in self._long:
            size = max(1, self._corpus.rows_per_page // _HEAVY)
            for sheet in sheets(f"stories/{self._story}/{name}", rows, size):
                numbered = f"{title}, page {sheet.number}" if sheet.number > 1 else title
                context = {
                    "title": f"{story}: {numbered.lower()}",
                    "description": f"{title} of “{story}”, {len(rows)} in all.",
                    "part": name,
                    "sheet": sheet,
                    "dossier": f"stories/{self._story}.md",
                    "story": story,
                    "shown": show(sheet.rows),
                }
                yield PlannedPage(path=sheet.path, template=template, context=context)


def _articles(sources: Sequence[SourceRow], corpus: PublicCorpus) -> tuple[ArticleView, ...]:
    return tuple(article_view(row.article, corpus) for row in sources)


def _outlets(sources: Iterable[SourceRow]) -> tuple[str, ...]:
    publishers = dict.fromkeys(source.article.publisher for source in sources)
    return tuple(sorted(publisher for publisher in publishers if publisher))


def _span(sources: Sequence[SourceRow]) -> str:
    first, last = sources[-1].article.published, sources[0].article.published
    return last if first == last else f"{first} to {last}"


def _description(title: str, sources: Sequence[SourceRow], facts: Sequence[Merged]) -> str:
    articles = f"{len(sources)} article{'' if len(sources) == 1 else 's'}"
    return f"{title}: the newest, what comes next, who matters, and {len(facts)} facts out of {articles}."
