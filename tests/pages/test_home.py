"""The first page."""

from __future__ import annotations

from generator.pages.home import MOST_BRIEFINGS, MOST_FIGURES, Home
from tests.support.example import example
from tests.support.indexes import copies, corpus_of, pages_of
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.told import raw, tell


def test_home_shows_stories_briefings_and_figures() -> None:
    """Stories come first, then the newest briefings, then key figures that lead to their words."""
    found = example()
    page = pages_of(Home(), [found.public], found.public_corpus)["index.md"]
    places = [page.index(f"\n## {part}\n") for part in ("Stories", "Newest briefings", "Latest key figures")]
    assert places == sorted(places)
    assert "[The ferry strike](stories/ferry-strike.md)" in page
    assert "(articles/ferry.md#span-crews)" in page


def test_home_shows_the_newest() -> None:
    """However many articles there are, the page shows the newest and says how many there are."""
    found = example()
    articles = copies(found.public, 40)
    page = pages_of(Home(), articles, corpus_of(articles, found.public_corpus))["index.md"]
    newest = page.partition("## Newest briefings")[2].partition("##")[0]
    assert newest.count("\n- ") == MOST_BRIEFINGS
    assert newest.index("ferry-39.md") < newest.index("ferry-38.md")
    assert page.count('class="bf-card"') == MOST_FIGURES
    assert "[All 40 briefings](briefings.md)" in page


def test_home_without_stories_has_no_heading_for_them() -> None:
    """A part with nothing to show is left out."""
    bare = example(front="\ntitle: Nothing\npublished: 2031-05-13\n", body="No facts.\n")
    page = pages_of(Home(), [bare.public], bare.public_corpus)["index.md"]
    assert "## Stories" not in page
    assert "## Latest key figures" not in page


def test_home_reads_alike() -> None:
    """Python-Markdown and CommonMark give the page the same anchors, links and text."""
    found = example()
    page = body(pages_of(Home(), [found.public], found.public_corpus)["index.md"])
    built, read = Shape(by_python_markdown(page)), Shape(by_commonmark(page))
    assert (built.ids, built.links, built.text) == (read.ids, read.links, read.text)


def test_overdue_plans_are_listed_by_story() -> None:
    """What was planned for a day before the newest article of its story, and is the outcome of nothing."""
    first = raw(
        "[They meet on May 12]{.event #meet .planned}. [They part on May 13]{.event #part .planned}.", day=10
    )
    second = raw('[They parted on May 13]{.event outcome="first#part"}.', day=14)
    found = tell(first=first, second=second)
    page = pages_of(Home(), found.articles, found.corpus)["index.md"]
    overdue = page.partition("## Overdue")[2].partition("\n## ")[0]
    assert "**[The strike](stories/strike.md)**" in overdue
    assert "span-meet" in overdue
    assert "span-part" not in overdue
