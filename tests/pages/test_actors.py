"""The page of an actor."""

from __future__ import annotations

from generator.pages.actors import Actors
from tests.support.example import example
from tests.support.indexes import copies, corpus_of, pages_of
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.records import replace
from tests.support.told import raw, tell


def test_every_actor_with_a_link_has_a_page() -> None:
    """Actors that others link to are those that have a page."""
    found = example()
    pages = pages_of(Actors(), [found.public], found.public_corpus)
    assert sorted(pages) == sorted(actor.page for actor in found.public_corpus.actors.values() if actor.page)


def test_actor_shows_what_it_says_and_does() -> None:
    """The page has names, the role in words of the source, quotes, events, figures and mentions."""
    found = example()
    page = pages_of(Actors(), [found.public], found.public_corpus)["actors/vance.md"]
    assert "Person; also called Vance, the minister." in page
    assert "[harbour minister](../articles/ferry.md#" in page
    for heading in ("Quotes", "Events", "Figures", "Named in"):
        assert f"\n## {heading}\n" in page
    assert "(../articles/ferry.md#span-close)" in page
    assert "(../articles/ferry.md#span-crews)" in page


def test_role_that_no_article_words_is_the_editors() -> None:
    """A role that stands in no text that is shown is said to be the editor's."""
    found = example()
    article = replace(found.public, roles={})
    page = pages_of(Actors(), [article], found.public_corpus)["actors/vance.md"]
    assert "harbour minister (editor’s note)" in page


def test_unnamed_actor_has_no_name() -> None:
    """Somebody whom the source does not name is shown by the description."""
    found = example()
    page = pages_of(Actors(), [found.public], found.public_corpus)["actors/aide.md"]
    assert "# an official close to the talks" in page
    assert "Unnamed in the source" in page


def test_long_page_is_cut() -> None:
    """An actor of many articles has several pages, each leading to its neighbours."""
    found = example()
    articles = copies(found.public, 20)
    corpus = corpus_of(articles, found.public_corpus, rows_per_page=25)
    pages = pages_of(Actors(), articles, corpus)
    assert "[next page](vance/page-2.md)" in pages["actors/vance.md"]
    assert "[Page before](../vance.md)" in pages["actors/vance/page-2.md"]


def test_actor_page_reads_alike() -> None:
    """Python-Markdown and CommonMark give the page the same anchors, links and text."""
    found = example()
    for page in pages_of(Actors(), [found.public], found.public_corpus).values():
        built, read = Shape(by_python_markdown(body(page))), Shape(by_commonmark(body(page)))
        assert (built.ids, built.links, built.text) == (read.ids, read.links, read.text)


def test_roles_over_time() -> None:
    """A role stands with the days of the articles that give it first and last."""
    body = "[The harbour minister Ida Vance spoke on May 9]{.event}."
    found = tell(first=raw(body, day=10), second=raw(body, day=13))
    page = pages_of(Actors(), found.articles, found.corpus)["actors/vance.md"]
    assert "(../articles/second.md#span-role.vance) (10 May 2031 to 13 May 2031)." in page


def test_company() -> None:
    """Whoever stands with an actor in most facts comes first; an article in two stories counts once."""
    both = (
        "[Ida Vance and the Ferry Union met on May 9]{.event}. "
        "[They of Port Alder met Ida Vance on May 8]{.event}."
    )
    again = "[Ida Vance called the Ferry Union on May 12]{.event}."
    found = tell(first=raw(both, day=10, more="stories: [strike, bridge]"), second=raw(again, day=13))
    page = pages_of(Actors(), found.articles, found.corpus)["actors/vance.md"]
    assert (
        "[Ferry Union](union.md) (2 facts in 2 briefings), [Port Alder](port.md) (1 fact in 1 briefing)."
        in page
    )


def test_a_crowd_is_no_company() -> None:
    """A fact with a great many actors says nothing of any two, and costs no more than its actors."""
    count = 300
    actors = "\n".join(f"  a{number}: {{name: Crew{number} Orme}}" for number in range(count))
    words = " ".join(f"Crew{number} Orme" for number in range(count))
    found = tell(
        first=raw(f"[{words} met on May 9]{{.event}}.", day=10, more=f"stories: [strike]\nactors:\n{actors}")
    )
    pages = pages_of(Actors(), found.articles, found.corpus)
    assert len(pages) == count
    assert "Appears with" not in "".join(pages.values())
