"""Plain text is paragraphs; what its head says of it is found and left out of what it tells."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.drafting.raw import Gap, RawArticle, RawForm, read_raw
from generator.drafting.raw.plain import read_plain_article
from generator.text import BlockRole
from tests.support.work import is_linear

_BODY = "Talks in Port Alder resumed on Monday, and the crews of the ferries were told that it would be soon."


def _skipped(article: RawArticle) -> list[str]:
    return [span.of(article.source.text) for span in article.source.skipped]


@pytest.mark.parametrize(
    ("head", "published", "agency"),
    [
        ("date 2031-05-13 ", dt.date(2031, 5, 13), None),
        ("Published: 2031-05-13 ", dt.date(2031, 5, 13), None),
        ("Published on: Tuesday, 13 May 2031 ", dt.date(2031, 5, 13), None),
        ("date 13.05.2031 ", dt.date(2031, 5, 13), None),
        ("PORT ALDER, May 13, 2031 (Courier News) — ", dt.date(2031, 5, 13), "Courier News"),
        ("PORT ALDER, 13 May 2031 – ", dt.date(2031, 5, 13), None),
        ("PORT ALDER (CN) -- ", None, "CN"),
        ("(Courier News) - ", None, "Courier News"),
        ("", None, None),
    ],
)
def test_a_dateline_is_read_and_skipped(head: str, published: dt.date | None, agency: str | None) -> None:
    """Day and agency come from the dateline, whose words stay in the text as boilerplate."""
    article = read_plain_article(head + _BODY)
    assert (article.published, article.agency) == (published, agency)
    assert article.source.text == head + _BODY
    assert _skipped(article) == ([head.rstrip()] if head else [])


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Tuesday, May 13, 2031", dt.date(2031, 5, 13)),
        ("13 May 2031", dt.date(2031, 5, 13)),
        ("Published on May 13, 2031", dt.date(2031, 5, 13)),
        ("2031-05-13", dt.date(2031, 5, 13)),
        ("13. Mai 2031", dt.date(2031, 5, 13)),
        ("Publié le 13 mai 2031", dt.date(2031, 5, 13)),
        ("martes, 13 de mayo de 2031", dt.date(2031, 5, 13)),
        ("31. Februar 2031", None),
        ("May 2031", None),
    ],
)
def test_a_line_that_is_a_day_is_the_dateline(line: str, published: dt.date | None) -> None:
    """The first paragraph may be the day alone; a month is none."""
    article = read_plain_article(f"{line}\n\n{_BODY}")
    assert article.published == published
    assert bool(_skipped(article)) == (published is not None)


def test_headline_byline_and_day_are_told_apart() -> None:
    """A short first line that ends as no sentence does is the headline; a byline names who wrote it."""
    article = read_plain_article(f"Ferry talks resume\n\nBy Jo Ray, Alder Courier\n\nMay 13, 2031\n\n{_BODY}")
    assert (article.headline, article.byline) == ("Ferry talks resume", "Jo Ray, Alder Courier")
    assert article.published == dt.date(2031, 5, 13)
    assert article.source.blocks[0].role is BlockRole.HEADING
    assert _skipped(article) == ["By Jo Ray, Alder Courier", "May 13, 2031"]
    assert article.gaps == (Gap.PUBLISHER, Gap.URL)


@pytest.mark.parametrize(
    ("head", "note"),
    [
        ("date 2031-02-30 ", "the dateline 'date 2031-02-30' names no day that the calendar has"),
        (
            "Friday, May 13, 2031\n\n",
            "the dateline 'Friday, May 13, 2031' names a Friday, but 2031-05-13 is a Tuesday",
        ),
        ("PORT ALDER, May 13 (CN) — ", "the dateline says 'May 13', but not which year"),
        ("PORT ALDER, February 30 (CN) — ", "the dateline 'February 30' names no day that the calendar has"),
        ("date 13/13/2031 ", "the dateline '13/13/2031' names no day that the calendar has"),
        (
            "Published: Wednesday, 13 May 2031 ",
            "the dateline 'Wednesday, 13 May 2031' names a Wednesday, but 2031-05-13 is a Tuesday",
        ),
        ("PORT ALDER, May 33, 2031 — ", "the dateline 'May 33, 2031' names no day that the calendar has"),
    ],
)
def test_a_wrong_dateline_is_a_gap_with_a_note(head: str, note: str) -> None:
    """A day that does not exist, another weekday or no year: nothing is guessed."""
    article = read_plain_article(head + _BODY)
    assert article.published is None
    assert article.notes == (note,)
    assert Gap.PUBLISHED in article.gaps


@pytest.mark.parametrize(
    "text",
    [
        "May 13 was a good day for the ferries.",
        "By Monday all crews were out.",
        "US - the country - is far away from here.",
        "Dates are a fruit.",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    """Words that begin like a dateline and go on as a sentence are part of the text."""
    article = read_plain_article(f"{text} {_BODY}")
    assert _skipped(article) == []
    assert article.published is None


def test_lines_with_bullets_are_items() -> None:
    """A paragraph that begins with a bullet is an item; its words stay as they are."""
    article = read_plain_article(f"{_BODY}\n\n- 14 crews are out\n\n• two came back")
    assert [block.role for block in article.source.blocks[1:]] == [BlockRole.ITEM, BlockRole.ITEM]
    assert article.source.text.endswith("- 14 crews are out\n\n• two came back")


def test_an_empty_text_is_a_problem() -> None:
    """White space alone is no article."""
    for text in ("", " \n\n\t", "\ufeff"):
        raw = read_raw("a.txt", text, RawForm.PLAIN)
        assert raw.article is None
        assert [problem.code for problem in raw.problems] == ["unreadable-file"]


@pytest.mark.parametrize(
    "piece",
    ["A", "By A. ", "PORT ALDER, ", "May 13, ", "Word and word. ", "\n\n- x", "(((", "date 2031-05-13 "],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """No text, hostile or not, takes more than its length."""
    assert is_linear(read_plain_article, piece)


def test_a_text_of_ten_megabytes_is_read() -> None:
    """Size alone stops nothing, in one line or in many."""
    for end in (" ", "\n\n"):
        article = read_plain_article((_BODY + end) * 40_000)
        assert len(article.source.text) > 4_000_000
        assert article.language == "en"
