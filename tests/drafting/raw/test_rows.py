"""Rows of tables are articles; a bad one is reported with its line."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator

import pytest

from generator.drafting.raw import read_csv, read_json_lines

_TEXT = "Talks resumed on Monday.\n\nFourteen crews are still out, said the union."


def _csv(*rows: list[str]) -> list[str]:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().splitlines(keepends=True)


def test_a_row_of_csv_is_an_article() -> None:
    """Cells give the metadata, and the text's own dateline fills what they lack."""
    rows = _csv(
        ["url", "date", "title", "text"],
        ["https://example.org/a", "2031-05-13", "Talks resume", _TEXT],
        ["", "", "Talks end", "May 14, 2031\n\n" + _TEXT],
    )
    one, two = (raw.article for raw in read_csv("a.csv", rows))
    assert one is not None
    assert two is not None
    assert (one.url, one.published, one.headline) == (
        "https://example.org/a",
        dt.date(2031, 5, 13),
        "Talks resume",
    )
    assert one.source.text == _TEXT
    assert (two.url, two.published) == (None, dt.date(2031, 5, 14))


def test_a_line_of_json_is_an_article() -> None:
    """Keys are called as people call them; a time of day beside the date does not matter."""
    lines = [
        json.dumps({"link": "https://example.org/a", "published_at": "2031-05-13T08:00:00Z", "body": _TEXT}),
        "",
        json.dumps({"Title": "Talks", "date": "13 May 2031", "content": _TEXT, "tags": None}),
    ]
    one, two = read_json_lines("a.jsonl", lines)
    assert one.article is not None
    assert one.article.url == "https://example.org/a"
    assert one.article.published == dt.date(2031, 5, 13)
    assert two.article is not None
    assert (two.article.headline, two.article.published, two.line) == ("Talks", dt.date(2031, 5, 13), 3)


def test_a_bad_row_is_reported_and_the_rest_are_read() -> None:
    """No text, other cells than columns, no JSON, a list: each is a bad-row at its line."""
    rows = _csv(
        ["title", "text"],
        ["a", "Words\nof two lines."],
        ["b", ""],
        ["c"],
        ["d", "Words.", "more"],
        ["e", "Words."],
    )
    found = list(read_csv("a.csv", rows))
    assert [raw.article is not None for raw in found] == [True, False, False, False, True]
    assert [(problem.code, problem.location.line) for raw in found for problem in raw.problems] == [
        ("bad-row", 4),
        ("bad-row", 5),
        ("bad-row", 6),
    ]
    lines = ['{"text": "Words."}', "{", "[1]", '{"title": "a"}', '"a"', '{"text": "Words."}']
    read = list(read_json_lines("a.jsonl", lines))
    assert [raw.article is not None for raw in read] == [True, False, False, False, False, True]
    assert [problem.location.line for raw in read for problem in raw.problems] == [2, 3, 4, 5]


def test_a_date_that_is_none_is_a_gap_with_a_note() -> None:
    """The row is an article all the same."""
    (raw,) = read_json_lines("a.jsonl", ['{"date": "soon", "text": "Words."}'])
    assert raw.article is not None
    assert raw.article.published is None
    assert raw.article.notes == ("the date 'soon' names no day",)


def test_rows_are_read_one_at_a_time() -> None:
    """The first article is there before the second line is asked for."""
    asked: list[int] = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(len(asked))
            yield '{"text": "Words."}'

    reader = read_json_lines("a.jsonl", endless())
    assert next(reader).article is not None
    assert asked == [0]


def test_a_cell_may_be_a_megabyte() -> None:
    """Python's limit for a cell is far below the length of articles."""
    (raw,) = read_csv("a.csv", _csv(["text"], ["Words. " * 150_000]))
    assert raw.article is not None
    assert len(raw.article.source.text) > 1_000_000


@pytest.mark.parametrize("lines", [[], ["text\n"], ["\n", "\n"]])
def test_a_table_without_rows_has_no_articles(lines: list[str]) -> None:
    """Nothing in, nothing out."""
    assert list(read_csv("a.csv", lines)) == []
