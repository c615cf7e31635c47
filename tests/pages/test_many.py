"""Very much of everything: pages stay small enough to open on a phone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pytest

from generator.pages import PAGES
from generator.pages.article import ArticlePage
from generator.pages.page import PageType
from generator.pipeline.making import MAX_PAGE_BYTES
from generator.publishing import PublicArticle, PublicCorpus
from tests.support.indexes import RENDERER
from tests.support.records import replace
from tests.support.told import raw, tell

_MANY: Final = 10_000
_DAYS: Final = 3_000
_TOGETHER: Final = [kind for kind in PAGES if kind.name != ArticlePage.name]


def _sizes(
    kind: PageType, articles: Sequence[PublicArticle], corpus: PublicCorpus
) -> Iterator[tuple[str, int]]:
    """Yield the path and the size of each page of a type."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in articles:
        for group, row in kind.rows(article, corpus):
            groups[group].append(row)
    for group, rows in groups.items():
        for page in kind.pages(group, sorted(rows), corpus):
            yield page.path, len(RENDERER.render(page).encode())


def test_ten_thousand_actors_in_one_article_fit_on_pages() -> None:
    """Each has a page, they share pages of their letter, and no page of many articles is too large."""
    names = [f"Crew{number} Orme" for number in range(_MANY)]
    actors = "\n".join(f"  a{number}: {{name: {name}}}" for number, name in enumerate(names))
    text = raw(
        f"{', '.join(names)} [met on May 9]{{.event}}.", day=10, more=f"stories: [strike]\nactors:\n{actors}"
    )
    found = tell(first=text)
    assert not found.problems
    paths = set()
    for kind in _TOGETHER:
        for path, size in _sizes(kind, found.articles, found.corpus):
            assert size <= MAX_PAGE_BYTES, path
            paths.add(path)
    assert {f"actors/a{number}.md" for number in range(_MANY)} <= paths


@pytest.fixture(scope="module")
def many() -> tuple[list[PublicArticle], PublicCorpus]:
    """Return ten thousand short articles of forty stories over eight years."""
    text = (
        "The [union met on May 9]{.event}: [14 crews]{.figure measure=crews-out}. "
        'Ida Vance said: ["We go on."]{.quote}'
    )
    found = tell(first=raw(text, day=10, more="stories: [strike]\ntopics: [ports]\nactors: {}"))
    assert not found.problems
    article = found.articles[0]
    articles = []
    for number in range(_MANY):
        slug = f"ferry-{number:05}"
        articles.append(
            replace(
                article,
                slug=slug,
                title=f"Talks number {number}, on crews and on what the ministry offers them",
                published=article.published + dt.timedelta(days=number % _DAYS),
                stories=(f"s{number % 40}",),
                records=tuple(replace(each, key=f"{slug}#{each.id}") for each in article.records),
            )
        )
    corpus = found.corpus
    return articles, replace(
        corpus,
        titles={each.slug: each.title for each in articles},
        stories={f"s{number}": corpus.stories["strike"] for number in range(40)},
        origins={each.slug: corpus.origins["first"] for each in articles},
        is_small=False,
    )


@pytest.mark.parametrize("kind", _TOGETHER, ids=lambda kind: kind.name)
def test_no_page_of_ten_thousand_articles_is_too_large(
    many: tuple[list[PublicArticle], PublicCorpus], kind: PageType
) -> None:
    """Each index and dossier goes on as many pages as it needs."""
    pages = dict(_sizes(kind, *many))
    assert max(pages.values(), default=0) <= MAX_PAGE_BYTES
