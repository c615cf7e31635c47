"""Pages of an index out of articles, as the pipeline makes them: rows, sorted, rendered."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from generator.pages.page import PageType
from generator.publishing import PublicArticle, PublicCorpus
from generator.rendering import Renderer
from generator.store import decode_rows, encode_rows
from tests.support.records import replace

RENDERER: Final = Renderer(None)


def copies(article: PublicArticle, count: int, **changes: Any) -> list[PublicArticle]:  # noqa: ANN401 - any field
    """Return articles of other slugs and days with the same facts."""
    return [
        replace(
            article,
            slug=f"{article.slug}-{number}",
            title=f"{article.title} {number}",
            published=article.published + dt.timedelta(days=number),
            records=tuple(
                replace(record, key=f"{article.slug}-{number}#{record.id}") for record in article.records
            ),
            **changes,
        )
        for number in range(count)
    ]


def corpus_of(articles: Iterable[PublicArticle], corpus: PublicCorpus, **changes: Any) -> PublicCorpus:  # noqa: ANN401 - any field
    """Return a corpus that knows the titles of these articles."""
    return replace(corpus, titles={article.slug: article.title for article in articles}, **changes)


def pages_of(kind: PageType, articles: Sequence[PublicArticle], corpus: PublicCorpus) -> dict[str, str]:
    """Return the Markdown of all pages of a type, by path."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in articles:
        for group, row in kind.rows(article, corpus):
            groups[group].append(row)
    planned = [
        page for group, rows in groups.items() for page in kind.pages(group, sorted(kept(kind, rows)), corpus)
    ]
    assert len({page.path for page in planned}) == len(planned)
    return {page.path: RENDERER.render(page) for page in planned}


def kept(kind: PageType, rows: Sequence[Any]) -> list[Any]:
    """Return rows as they come back from the cache."""
    return decode_rows(encode_rows(rows, kind.row_types), kind.row_types)
