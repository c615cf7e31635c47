"""Files of raw articles are opened by their form; one that cannot be read is a problem."""

from __future__ import annotations

import csv
import io

import pytest

from generator.pipeline.raw import raw_articles
from tests.support.shared import SHARED, needs_shared


def _codes(path: str, data: bytes) -> list[str]:
    return [problem.code for raw in raw_articles(path, io.BytesIO(data)) for problem in raw.problems]


@pytest.mark.parametrize(
    ("path", "data", "texts"),
    [
        ("a.txt", b"\xef\xbb\xbfWords.", ["Words."]),
        ("a.csv", b'\xef\xbb\xbftitle,text\nA,One.\nB,"Two,\n\nthree."\n', ["One.", "Two,\n\nthree."]),
        ("a.jsonl", b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("-", b"---\ntitle: A\n---\nWords.\n", ["Words."]),
        ("-", b'{"text": "One."}\n', ["One."]),
    ],
)
def test_each_form_is_read(path: str, data: bytes, texts: list[str]) -> None:
    """One article a file, or one a row."""
    found = [raw.article for raw in raw_articles(path, io.BytesIO(data))]
    assert [article and article.source.text for article in found] == texts


def test_what_is_no_text_is_a_problem() -> None:
    """Other encodings, nothing at all, and bytes in the middle of a table."""
    assert _codes("a.txt", b"caf\xe9") == ["unreadable-file"]
    assert _codes("a.txt", b"") == ["unreadable-file"]
    assert _codes("a.md", b"  \n") == ["unreadable-file"]
    assert _codes("a.jsonl", b'{"text": "One."}\n' + b"\xe9\n" * 9) == ["unreadable-file"]


@needs_shared
def test_the_corpus_of_raw_news_is_read() -> None:
    """Every row of Wikinews is an article with its day, which its text names again."""
    file = SHARED / "corpora" / "wikinews" / "wikinews_2019.csv"
    with file.open("rb") as stream:
        articles = [raw.article for raw in raw_articles("wikinews.csv", stream)]
    with file.open(encoding="utf-8", newline="") as lines:
        assert len(articles) == sum(1 for _ in csv.DictReader(lines))
    assert all(article is not None and article.published and article.url for article in articles)
    dated = [article for article in articles if article is not None and article.source.skipped]
    assert len(dated) > 0.9 * len(articles)
    assert {article.language for article in dated} == {"en"}
