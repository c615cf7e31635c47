"""The page on what the marks leave open."""

from __future__ import annotations

import re

import pytest

from generator.analysis import TITLES, Gap
from generator.pages.coverage import MOST_ARTICLES, MOST_PLACES, CoveragePage
from generator.pipeline.making import MAX_PAGE_BYTES
from generator.publishing import PublicArticle
from tests.support.example import BODY, FRONT, Example, example
from tests.support.indexes import RENDERER, copies, corpus_of, pages_of
from tests.support.records import replace

PLAIN = FRONT.replace("bottom_line", "# bottom_line")
OPEN = BODY + "\nSome 9 boats sail on Friday. And 9 boats do not.\n"
PARAGRAPHS = """\
Some 9 boats sail.

[14 crews]{.figure} strike.

["So it is."]{.quote} [It broke]{.event date=undated}.

"""
"""Three paragraphs that leave much open."""


@pytest.fixture(scope="module")
def ferry() -> Example:
    """Return the fictional article, with sentences that no mark carries."""
    return example(body=OPEN)


def one(found: Example) -> str:
    """Return the page of one article."""
    (page,) = pages_of(CoveragePage(), [found.public], found.public_corpus).values()
    return page


def test_totals_and_places(ferry: Example) -> None:
    """Each gap stands in the totals, none left out; an article's lead to its paragraphs and to its facts."""
    page = one(ferry)
    telling, carried = ferry.public.coverage.telling, ferry.public.coverage.carried
    assert f"**{carried} of {telling} sentences ({carried * 100 // telling}%)**" in page
    for gap, title in TITLES.items():
        count = len(ferry.public.coverage.gaps.get(gap, ()))
        assert f"| {title.capitalize()} | {count} | {'in 1 briefing' if count else 'nowhere'} |" in page
    assert "[¶ 6 ×2](articles/ferry.md#p-6); 1 with a date, 3 with a number</small>" in page
    assert "undated events: 1 <small>[¶ 4](articles/ferry.md#span-deal)</small>" in page
    assert "- no archived copy of the source\n" in page
    assert "second person\n" not in page.partition("## ")[2]


def test_places_are_anchors(ferry: Example) -> None:
    """Every place that is listed is an anchor of the article's page."""
    public = ferry.public
    anchors = {paragraph.anchor for paragraph in public.paragraphs}
    anchors |= {passage.anchor for record in public.records for passage in record.passages}
    linked = set(re.findall(r"ferry\.md#([^)]+)\)", one(ferry)))
    assert linked
    assert linked <= anchors


@pytest.mark.parametrize("rights", ["rights: {display: none}\n", "rights: {display: excerpts}\n"])
def test_no_words_of_a_source(rights: str) -> None:
    """Under excerpts the page says numbers and paragraphs; under any rights no word of the text."""
    page = one(example(body=OPEN, extra=rights))
    for words in ("boats", "crews", "union gave", "rained", "close to"):
        assert words not in page
    # of a text that is withheld the page must not say more with it at hand than without
    assert ("[¶ 6 ×2](articles/ferry.md#p-6)" in page) == ("none" not in rights)


def test_nothing_open() -> None:
    """An article that leaves nothing open is said to, and the totals are all zero."""
    found = example(
        front=PLAIN,
        body="[14 crews]{.figure measure=crews-out} are out.\n",
        extra="archive_url: https://example.org/copy\n",
    )
    page = one(found)
    assert "1 of 1 sentences, nothing left open" in page
    assert len(re.findall(r"\| 0 \| nowhere \|", page)) == len(Gap)


def test_without_articles(ferry: Example) -> None:
    """The page is there before the first article."""
    (page,) = CoveragePage().pages("", [], ferry.public_corpus)
    assert page.path == "coverage.md"


def test_worst_first(ferry: Example) -> None:
    """While articles are few, the one that leaves most open comes first."""
    good = replace(example(body="[14 crews]{.figure}.\n", front=PLAIN).public, slug="good", title="Good")
    corpus = corpus_of([good, ferry.public], ferry.public_corpus)
    page = pages_of(CoveragePage(), [good, ferry.public], corpus)["coverage.md"]
    assert page.index("articles/ferry.md") < page.index("articles/good.md")


def many(found: PublicArticle, count: int) -> list[PublicArticle]:
    """Return articles with long names that leave much open, a day apart."""
    return [replace(each, slug=f"{each.slug}-{'x' * 50}") for each in copies(found, count)]


def test_many_articles() -> None:
    """With many articles the first page has totals, the worst and the months; a month all of its articles."""
    made = example(body=PARAGRAPHS * 38, front=PLAIN)
    articles = many(made.public, 100)
    corpus = corpus_of(articles, made.public_corpus, is_small=False, rows_per_page=60)
    pages = pages_of(CoveragePage(), articles, corpus)
    first = pages["coverage.md"]
    assert f"| {TITLES[Gap.UNMARKED].capitalize()} | {38 * 100} | in 100 briefings |" in first
    assert first.count("- [") == MOST_ARTICLES + len({each.published.isoformat()[:7] for each in articles})
    assert "- [May 2031](coverage/2031-05.md)" in first
    assert "# Coverage: May 2031" in pages["coverage/2031-05.md"]
    for article in articles:
        month = f"coverage/{article.published.isoformat()[:7]}"
        text = "".join(page for path, page in pages.items() if path.startswith(month))
        assert f"(../articles/{article.slug}.md)" in text or f"(../../articles/{article.slug}.md)" in text
    assert f"and {38 - MOST_PLACES} more" in pages["coverage/2031-05.md"]


def test_pages_stay_small() -> None:
    """Articles that leave much open, at long addresses, fill no page too large; nor do totals of 10,000."""
    made = example(body=PARAGRAPHS * 20, front="\ntitle: A\npublished: 2031-05-13\n")
    long = [replace(made.public, slug=f"{number:05}-{'x' * 58}") for number in range(100)]
    corpus = corpus_of(long, made.public_corpus, is_small=False)
    pages = pages_of(CoveragePage(), long, corpus)
    assert len(pages) > 3
    (row,) = (row for group, row in CoveragePage().rows(long[0], corpus) if not group)
    rows = [row._replace(month=f"{1990 + number % 40}-{1 + number % 12:02}") for number in range(10_000)]
    (first,) = CoveragePage().pages("", rows, corpus)
    sizes = [len(page.encode()) for page in (*pages.values(), RENDERER.render(first))]
    assert max(sizes) < MAX_PAGE_BYTES
