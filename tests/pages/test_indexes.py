"""Indexes: timeline, figures, quotes, actors, sources, topics and all briefings."""

from __future__ import annotations

import posixpath
import re

import pytest

from generator.pages import PAGES
from generator.pages.page import PageType
from tests.support.example import Example, example
from tests.support.indexes import copies, corpus_of, pages_of
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.records import replace

KINDS = {kind.name: kind for kind in PAGES}
INDEXES = (
    "timeline",
    "figures",
    "quotes",
    "quotes-by-date",
    "briefings",
    "actors/index",
    "sources",
    "topics",
)
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def ferry() -> Example:
    """Return the fictional article."""
    return example()


def one(name: str, found: Example) -> str:
    """Return the only page of an index of one article."""
    (page,) = pages_of(KINDS[name], [found.public], found.public_corpus).values()
    return page


def targets(path: str, page: str) -> set[str]:
    """Return where the links of a page lead: paths below the output folder, and anchors."""
    folder = posixpath.dirname(path)
    links = (link for link in LINK.findall(body(page)) if not link.startswith("http"))
    return {posixpath.normpath(posixpath.join(folder, link)) for link in links}


def test_timeline_leads_to_words_and_rows(ferry: Example) -> None:
    """Each event stands in its story behind its date, and leads to its words and to its row."""
    page = one("timeline", ferry)
    assert '## <a id="story-ferry-strike"></a>[The ferry strike](stories/ferry-strike.md)' in page
    assert re.search(r"^- \*\*12 May 2031\*\* .*\(articles/ferry\.md#span-talks-resume\)", page, re.MULTILINE)
    assert "[Alder Courier, 13 May 2031](articles/ferry.md#fact-talks-resume)" in page


def test_timeline_says_standings_in_words(ferry: Example) -> None:
    """A planned event says so, and who says so leads to the page of the actor."""
    (line,) = [line for line in one("timeline", ferry).splitlines() if "#span-sailing" in line]
    assert '<span class="bf-standing">planned</span>, said by [Ida Vance](actors/vance.md)' in line


def test_timeline_puts_undated_events_last(ferry: Example) -> None:
    """Undated events stand behind all dated ones of their story."""
    dates = re.findall(r"^- \*\*(.+?)\*\*", one("timeline", ferry), re.MULTILINE)
    assert "undated" in dates
    assert dates.index("undated") == len(dates) - dates.count("undated")


def test_figures_stand_under_their_measure(ferry: Example) -> None:
    """Figures are headed by what they count; those without a measure come last."""
    page = one("figures", ferry)
    headings = re.findall(r"^### (.*)$", page, re.MULTILINE)
    assert headings == [
        "[Crews on strike](measures/crews-out.md)",
        "[Length of the strike](measures/strike-length.md)",
        "Other figures",
    ]
    assert '| <data value="14">[14 crews](articles/ferry.md#span-crews)</data> |' in page


def test_editors_words_are_set_apart(ferry: Example) -> None:
    """A title that the editor typed is in italics, the source's words are not."""
    page = one("timeline", ferry)
    assert "<em>[Talks resume](articles/ferry.md#span-talks-resume)</em>" in page
    assert "** [Ferries sail on Friday](articles/ferry.md#span-sailing)" in page


def test_quotes_are_rejoined(ferry: Example) -> None:
    """A split quote is one row, with its quotation marks, under its speaker."""
    page = one("quotes", ferry)
    assert "### [Ida Vance](actors/vance.md)" in page
    assert "[“We are close, but 14 crews are still out” … “Ferries sail on Friday.”]" in page
    assert page.count("articles/ferry.md#span-") == 2


def test_actors_stand_under_their_type(ferry: Example) -> None:
    """Actors are listed by type; someone whom the source does not name stands by the description."""
    page = one("actors/index", ferry)
    assert re.findall(r"^## <a id=\"[\w-]+\"></a>(.*)$", page, re.MULTILINE) == [
        "People",
        "Organisations",
        "Unnamed in the sources",
    ]
    assert "[an official close to the talks](aide.md)" in page


def test_sources_lead_to_the_source(ferry: Example) -> None:
    """A source stands under its publisher, with its address."""
    page = one("sources", ferry)
    assert "Alder Courier" in page
    assert "[the source](https://example.org/ferry-talks)" in page


@pytest.mark.parametrize("name", INDEXES)
def test_index_reads_alike(name: str, ferry: Example) -> None:
    """Python-Markdown and CommonMark give an index the same anchors, links and text."""
    page = body(one(name, ferry))
    built, read = Shape(by_python_markdown(page)), Shape(by_commonmark(page))
    assert built.ids == read.ids
    assert built.links == read.links
    assert built.text == read.text


@pytest.mark.parametrize("name", INDEXES)
def test_index_is_there_with_nothing_to_show(name: str) -> None:
    """The navigation finds each index even where no article has anything for it."""
    bare = example(front="\ntitle: Nothing\npublished: 2031-05-13\n", body="No facts.\n")
    assert list(pages_of(KINDS[name], [bare.public], bare.public_corpus)) == [f"{name}.md"]


@pytest.mark.parametrize("name", INDEXES)
def test_long_index_is_cut(name: str, ferry: Example) -> None:
    """With many articles an index has contents and pages of at most so many rows, all within reach."""
    articles = copies(ferry.public, 30)
    corpus = corpus_of(articles, ferry.public_corpus, is_small=False, rows_per_page=10)
    pages = pages_of(KINDS[name], articles, corpus)
    assert f"{name}.md" in pages
    assert len(pages) > 1
    reached, waiting = {f"{name}.md"}, [f"{name}.md"]
    while waiting:
        path = waiting.pop()
        found = {target.partition("#")[0] for target in targets(path, pages[path])} & pages.keys()
        waiting += found - reached
        reached |= found
    assert reached == pages.keys()


def test_contents_lead_to_the_page_where_a_story_begins(ferry: Example) -> None:
    """The table of contents of the timeline leads to each story's first row in each year, not to the year."""
    first = copies(ferry.public, 12)
    second = copies(replace(ferry.public, slug="later"), 3, stories=("zebra",))
    articles = [*first, *second]
    corpus = corpus_of(articles, ferry.public_corpus, is_small=False, rows_per_page=10)
    pages = pages_of(KINDS["timeline"], articles, corpus)
    (line,) = [line for line in pages["timeline.md"].splitlines() if line.startswith("- [zebra]")]
    (target,) = LINK.findall(line)
    path, _, anchor = target.partition("#")
    assert path != "timeline/2031.md"
    assert f'<a id="{anchor}"></a>[zebra](' in pages[path]


def test_story_that_goes_on_says_so(ferry: Example) -> None:
    """A story that began on the page before is marked as continued."""
    articles = copies(ferry.public, 12)
    corpus = corpus_of(articles, ferry.public_corpus, is_small=False, rows_per_page=10)
    pages = pages_of(KINDS["timeline"], articles, corpus)
    assert "[The ferry strike](../../stories/ferry-strike.md), continued" in pages["timeline/2031/page-2.md"]
    assert "continued" not in pages["timeline/2031.md"]


def test_edit_of_words_leaves_contents(ferry: Example) -> None:
    """When articles are many, other words of a fact change no row of the table of contents."""
    corpus = replace(ferry.public_corpus, is_small=False)
    kind: PageType = KINDS["timeline"]
    records = tuple(replace(record, label=f"{record.label}!") for record in ferry.public.records)
    edited = replace(ferry.public, records=records)
    before = [row for group, row in kind.rows(ferry.public, corpus) if not group]
    assert before == [row for group, row in kind.rows(edited, corpus) if not group]


def test_page_stays_small(ferry: Example) -> None:
    """A full page of rows with long words is below 300 KB."""
    records = tuple(replace(record, label="w" * 400) for record in ferry.public.records)
    articles = copies(replace(ferry.public, records=records), 100)
    corpus = corpus_of(articles, ferry.public_corpus, is_small=False)
    for name in INDEXES:
        for path, page in pages_of(KINDS[name], articles, corpus).items():
            assert len(page.encode()) < 300 * 1024, path
