"""Several fictional articles of one story, read and published."""

from __future__ import annotations

from dataclasses import dataclass

from generator.formats.documents import read_document
from generator.linking import link, summarise
from generator.problems import Problem
from generator.publishing import PublicArticle, PublicCorpus, publish_article, publish_corpus
from generator.reading.article import read_article
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary

ACTORS = """
vance: {name: Ida Vance, type: person, role: harbour minister, aliases: [the minister]}
union: {name: Ferry Union, type: organisation}
aide: {unnamed: an official close to the talks}
port: {name: Port Alder, type: place}
"""
MEASURES = """
crews-out: {title: Crews out, counted: crews}
length: {title: Length of the strike, unit: d}
cost: {title: Cost of the strike}
"""
STORIES = "strike: {title: The strike, summary: Boats stay in port.}\nbridge: {title: The bridge}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Articles and what pages know of all of them."""

    articles: list[PublicArticle]
    corpus: PublicCorpus
    problems: list[Problem]


def raw(body: str, *, day: int, more: str = "") -> str:
    """Return an article of May 2031 in the story of the strike."""
    front = [
        f"title: Article of day {day}",
        f"published: 2031-05-{day:02}",
        "publisher: Alder Courier",
        "url: https://example.org/a",
        more or "stories: [strike]",
        "rights: {display: full}",
    ]
    return "\n".join(["---", *front, "---", body, ""])


def tell(rows_per_page: int = 0, /, **raws: str) -> Telling:
    """Return articles, each by its slug; pages have 200 rows unless told otherwise."""
    registries, problems = read_registries(
        {
            "actors": ("seeds/actors.yml", ACTORS),
            "measures": ("seeds/measures.yml", MEASURES),
            "stories": ("seeds/stories.yml", STORIES),
        }
    )
    articles = []
    for slug, text in raws.items():
        document, found = read_document(f"seeds/{slug}.md", text, lambda _: (None, []))
        assert document is not None, found
        article, more = read_article(document, Vocabulary.of(registries))
        assert article is not None, more
        problems += [*found, *more]
        articles.append(article)
    corpus, found = link(registries, [summarise(article) for article in articles])
    return Telling(
        articles=[publish_article(article, corpus) for article in articles],
        corpus=publish_corpus(corpus, rows_per_page or 200),
        problems=[*problems, *found],
    )
