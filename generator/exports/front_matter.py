"""What may be shown of an article's metadata, as authors type it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.formats.yaml_writer import Data, block
from generator.model import Words
from generator.publishing import PublicActor, PublicArticle, PublicCorpus

_MARKUP: Final = re.compile(r"[\\\[\]{}*_]")
"""Characters that could be a link, emphasis or a mark in a bottom line."""


def front_matter(article: PublicArticle, corpus: PublicCorpus) -> str:
    """Return the front matter as YAML, with the actors that the article speaks of."""
    data = {key: value for key, value in _entries(article) if value}
    actors = {name: dict(_actor(corpus.actors[name])) for name in _used(article) if name in corpus.actors}
    if actors:
        data["actors"] = actors
    return "".join(f"{line}\n" for line in block(data))


def _entries(article: PublicArticle) -> Iterator[tuple[str, Data]]:
    yield "title", article.title
    yield "headline", article.headline
    yield "published", article.published.isoformat()
    yield "publisher", article.publisher
    yield "url", article.url
    yield "archive_url", article.archive_url
    yield "retrieved", article.retrieved.isoformat() if article.retrieved else None
    yield "byline", article.byline
    yield "agency", article.agency
    yield "language", article.language
    yield "topics", article.topics
    yield "stories", article.stories
    yield "supersedes", article.supersedes
    yield "correction", article.correction
    yield "text_form", article.text_form.value
    yield "checked_by", article.checked_by
    rights = {"display": article.display.value, "licence": article.licence, "notice": article.notice}
    yield "rights", {key: value for key, value in rights.items() if value}
    yield "key", article.key
    paragraphs = ("".join(_typed(words, article.slug) for words in each) for each in article.bottom_line)
    yield "bottom_line", "\n\n".join(paragraphs)


def _typed(words: Words, slug: str) -> str:
    """Return words of the bottom line as its author types them: a link to the fact that carries them."""
    text = _MARKUP.sub(r"\\\g<0>", words.text)
    if words.fact is None:
        return text
    article, _, name = words.fact.partition("#")
    return f"[{text}]({'' if article == slug else article}#{name})"


def _used(article: PublicArticle) -> list[str]:
    named: Iterable[str | None] = (
        actor for record in article.records for actor in (*record.actors, record.said_by)
    )
    return sorted({actor for actor in named if actor})


def _actor(actor: PublicActor) -> Iterator[tuple[str, Data]]:
    if actor.is_named:
        yield "name", actor.name
    elif actor.name != actor.id:
        yield "unnamed", actor.name
    if actor.type is not None:
        yield "type", actor.type.value
    if actor.role is not None:
        yield "role", actor.role
    if actor.aliases:
        yield "aliases", list(actor.aliases)
    if actor.wikidata is not None:
        yield "wikidata", actor.wikidata
