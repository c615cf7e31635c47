"""Pages of measures."""

from __future__ import annotations

from generator.pages.measures import Measures
from tests.support.indexes import copies, corpus_of, pages_of
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.records import replace
from tests.support.told import raw, tell

FIRST = raw(
    "[14 crews]{.figure measure=crews-out} are out, [at least 20 crews]{.figure measure=crews-out} will be. "
    "[Two weeks]{.figure measure=length} have passed. [$2 million]{.figure measure=cost} is lost.",
    day=10,
)
SECOND = raw("[9 crews]{.figure measure=crews-out} are out, the Ferry Union said.", day=13)


def test_a_change_over_time_is_shown() -> None:
    """Each figure stands with its day, its outlet and its passage; what differs is said above."""
    found = tell(first=raw("[14 crews]{.figure measure=crews-out} are out.", day=10), second=SECOND)
    page = pages_of(Measures(), found.articles, found.corpus)["measures/crews-out.md"]
    assert '<strong class="bf-change">Changed over time:</strong> [14](../articles/first.md#' in page
    assert "→ [9](../articles/second.md#" in page
    assert (
        '<data value="14">[14 crews](../articles/first.md#span-14-crews)</data> | <span class="bf-published">'
        in page
    )
    assert page.index(">10 May 2031</span> |") < page.index(">13 May 2031</span> |")


def test_conflicts_are_shown_apart() -> None:
    """Two sources of one day that nothing fits together are set against each other."""
    found = tell(first=FIRST, second=raw("[9 crews]{.figure measure=crews-out} are out.", day=10))
    page = pages_of(Measures(), found.articles, found.corpus)["measures/crews-out.md"]
    assert '<strong class="bf-conflict">In conflict:</strong>' in page
    assert " against " in page


def test_other_units_stand_beside_the_original() -> None:
    """Two weeks are shown as they are, with the days of the measure beside them."""
    found = tell(first=FIRST)
    pages = pages_of(Measures(), found.articles, found.corpus)
    assert "<small>= 14 days</small>" in pages["measures/length.md"]
    assert "<small>=" not in pages["measures/cost.md"]


def test_figures_of_two_stories_are_not_compared() -> None:
    """A measure that two stories share has a table for each, and no finding between them."""
    other = raw("[9 crews]{.figure measure=crews-out} are out.", day=10, more="stories: [bridge]")
    found = tell(first=raw("[14 crews]{.figure measure=crews-out} are out.", day=10), other=other)
    page = pages_of(Measures(), found.articles, found.corpus)["measures/crews-out.md"]
    assert page.count("| Figure | As of |") == 2
    assert "bf-findings" not in page


def test_what_is_withheld_is_compared_with_nothing() -> None:
    """The thing counted is words of the source: where they are withheld nobody knows that it is the same."""
    found = tell(first=raw("[14 crews]{.figure measure=crews-out} are out.", day=10), second=SECOND)
    hidden = replace(
        found.articles[1],
        records=tuple(
            replace(record, passages=tuple(replace(passage, text="") for passage in record.passages))
            for record in found.articles[1].records
        ),
    )
    page = pages_of(Measures(), [found.articles[0], hidden], found.corpus)["measures/crews-out.md"]
    assert "bf-findings" not in page


def test_clashing_units_make_a_good_page() -> None:
    """Days and dollars of one measure stand in one table, each as it is, and are not compared."""
    text = "[9 days]{.figure measure=cost}, [$3 million]{.figure measure=cost}, [€4]{.figure measure=cost}."
    found = tell(first=raw(text, day=10))
    page = pages_of(Measures(), found.articles, found.corpus)["measures/cost.md"]
    assert "9 days" in page
    assert "bf-findings" not in page


def test_a_title_does_not_hide_the_number() -> None:
    """Where the editor's words name a figure its value stands before them."""
    found = tell(first=raw('[14 crews]{.figure measure=crews-out title="Crews that stay"} are out.', day=10))
    page = pages_of(Measures(), found.articles, found.corpus)["measures/crews-out.md"]
    assert (
        '| <data value="14">[14](../articles/first.md#span-crews-that-stay) <em>Crews that stay</em></data> |'
        in page
    )


def test_long_measures_are_cut() -> None:
    """A measure of thousands of figures has pages of a size, the findings on the first of its story."""
    found = tell(first=FIRST, second=SECOND)
    articles = [each for article in found.articles for each in copies(article, 300)]
    pages = pages_of(Measures(), articles, corpus_of(articles, found.corpus))
    assert max(map(len, pages.values())) < 300 * 1024
    assert "bf-findings" in pages["measures/crews-out.md"]
    assert "bf-findings" not in pages["measures/crews-out/page-2.md"]
    assert ", continued" in pages["measures/crews-out/page-2.md"]


def test_measure_reads_alike() -> None:
    """Python-Markdown and CommonMark give the page the same anchors, links and text."""
    found = tell(first=FIRST, second=SECOND)
    for page in pages_of(Measures(), found.articles, found.corpus).values():
        built, read = Shape(by_python_markdown(body(page))), Shape(by_commonmark(body(page)))
        assert (built.ids, built.links) == (read.ids, read.links)
