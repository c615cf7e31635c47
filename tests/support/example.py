"""A small fictional article, annotated, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.formats.documents import read_document
from generator.linking import link, summarise
from generator.model import Article, Corpus, Registries
from generator.pages.article import ArticlePage
from generator.pages.page import PlannedPage
from generator.publishing import PublicArticle, PublicCorpus, publish_article, publish_corpus
from generator.reading.article import read_article
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary

MEASURES = """
crews-out: {title: Crews on strike, counted: crews}
strike-length: {title: Length of the strike, unit: d}
"""

STORIES = "ferry-strike: {title: The ferry strike}"

FRONT = """
title: Ferry talks resume in Port Alder
headline: Crews and ministry back at the table
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/ferry-talks
topics: [transport, labour]
stories: [ferry-strike]
actors:
  vance: {name: Ida Vance, type: person, role: harbour minister, aliases: [Vance, the minister]}
  union: {name: Ferry Workers' Union, type: organisation}
  aide: {unnamed: an official close to the talks}
bottom_line: Talks [are on again](#talks-resume); [14 crews](#crews) are still out.
checked_by: M. Reyes
"""

BODY = """\
Talks between the Ferry Workers' Union and harbour minister Ida Vance
[[resumed on Monday]{.event #talks-resume title="Talks resume"} after
[nearly three weeks]{.figure measure=strike-length}]{.quote #aide-words by=aide} without crossings, said an
official close to the talks.

Nothing stands in this paragraph. It has two sentences of its own.

["We are close, but [14 crews]{.figure #crews measure=crews-out} are still out,"]{.quote #close}
the minister said. It rained all day.
["[Ferries sail on Friday]{.event #sailing .planned}."]{.quote continues=close}

[The union gave [14 berths]{.figure #berths} for
[9 ships]{.figure #ships}]{.event #deal date=undated note="Not signed."}.

[Related: How the strike began]{.skip}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article in every form that it takes on its way."""

    article: Article
    corpus: Corpus
    public: PublicArticle
    public_corpus: PublicCorpus
    page: PlannedPage


def example(front: str = FRONT, body: str = BODY, *, extra: str = "") -> Example:
    """Return the example, or an article of that front matter and body, with ``extra`` keys."""
    registries, problems = read_registries(
        {"measures": ("seeds/measures.yml", MEASURES), "stories": ("seeds/stories.yml", STORIES)}
    )
    assert not problems
    return _made(f"---{front}{extra}---\n{body}", registries)


def _made(raw: str, registries: Registries) -> Example:
    document, problems = read_document("seeds/ferry.md", raw, lambda _: (None, []))
    assert document is not None, problems
    article, problems = read_article(document, Vocabulary.of(registries))
    assert article is not None, problems
    corpus, _ = link(registries, [summarise(article)])
    public, public_corpus = publish_article(article, corpus), publish_corpus(corpus)
    kind = ArticlePage()
    ((group, row),) = kind.rows(public, public_corpus)
    (page,) = kind.pages(group, [row], public_corpus)
    return Example(article=article, corpus=corpus, public=public, public_corpus=public_corpus, page=page)
