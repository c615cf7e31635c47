"""Articles and summaries as bytes come back as they were."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from generator.linking import summarise
from generator.model import Article
from generator.pipeline.build import explain
from generator.pipeline.stored import (
    Waiting,
    decode_article,
    decode_summary,
    encode_article,
    encode_summary,
)
from generator.settings import Project, Settings
from tests.support.records import replace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Return the articles of the demo: every kind, every standing, most attributes."""
    return list(explain(Project(ROOT, Settings())))


def test_articles_come_back(articles: list[Article]) -> None:
    """Records of all kinds keep their order, and everything else its type."""
    assert len(articles) > 5
    for article in articles:
        assert decode_article(encode_article(article)) == article


def test_summaries_come_back(articles: list[Article]) -> None:
    """The facts of a summary are decoded only when somebody looks at them, and are the same then."""
    for article in articles:
        summary = summarise(article)
        data, facts = encode_summary(summary)
        found = decode_summary(data, partial(bytes, facts))
        assert tuple(found.facts) == tuple(summary.facts)
        assert len(found.facts) == len(summary.facts)
        assert replace(found, facts=()) == replace(summary, facts=())


def test_articles_wait_whole_or_as_bytes(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many wait, each is given back once, equal."""
    monkeypatch.setattr("generator.pipeline.stored._AT_HAND", 2)
    waiting = Waiting()
    for article in articles:
        waiting.put(article)
    assert [waiting.take(article.path) for article in articles] == articles
    assert waiting.take(articles[0].path) is None
