"""What holds for any annotated article, however it is written."""

from __future__ import annotations

from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import check_article
from generator.formats.documents import read_document
from generator.linking import link, summarise
from generator.model import Actor, Article, Measure, Registries, Story
from generator.problems import Problem
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary
from generator.text import LineIndex

_REGISTRIES: Final = Registries(
    actors={"vance": Actor(name="Ida Vance", aliases=("the minister",)), "union": Actor(name="the Union")},
    measures={"crews": Measure(title="Crews")},
    stories={"strike": Story(title="Strike")},
)
_VOCABULARY: Final = Vocabulary.of(_REGISTRIES)
_HEAD: Final = "---\ntitle: T\npublished: 2031-05-13\npublisher: P\nurl: https://example.org\n---\n"
_PIECES: Final = (
    *("[", "]", "{", "}", "[[", "]{.figure}", "]{.event}", "]{.quote}", "]{.actor}", "]{.skip}", "]{.thing}"),
    *("]{.event .planned}", "]{.figure #a}", "]{.quote #b}", "]{.quote continues=b}", "]{.figure sum=a}"),
    *("]{.event date=2031-05-12}", ']{.event date="on Monday"}', "]{.figure value=3 because=a}", "]{.figure"),
    *(
        ']{.event date=""}',
        ']{.figure #c sum="a c"}',
        ']{.figure unit=d bound="at least"}',
        "]{.quote #d same=d}",
    ),
    *(
        ", who ",
        "Vance's ",
        "she added, ",
        "saying ",
        "was told by ",
        "of ",
        "(the Union) ",
        " and ",
        "mayor ",
    ),
    *(
        "]{.figure measure=crews of=x unit=km}",
        ']{.actor is="vance union"}',
        "]{.quote by=vanse}",
        "]{.event",
    ),
    *(
        "Ida Vance ",
        "the minister ",
        "said ",
        "according to ",
        "told the Union ",
        '"We go" ',
        "“Ja” ",
        "on Monday ",
    ),
    *(
        "14 crews ",
        "at least three ",
        "a fifth ",
        "50 for 150 ",
        "\n\n",
        "\n",
        "> ",
        "- ",
        "# ",
        "1. ",
        "*",
        "`",
    ),
    *(
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202e",
        "مرحبا ",
        "\u00a0",
        "\t",
        "\\",
        "\\[",
        "&amp;",
        "<b>",
        ". ",
        "? ",
        "“",
        "’",
    ),
)


def _read(body: str) -> tuple[str, Article | None, list[Problem]]:
    raw = _HEAD + body
    document, problems = read_document("seeds/a.md", raw, lambda _: (None, []))
    assert document is not None
    article, found = read_article(document, _VOCABULARY)
    if article is not None:
        corpus, more = link(_REGISTRIES, [summarise(article)])
        assert set(corpus.summaries) == {"a"}
        problems = [*problems, *more, *check_article(article)]
    return raw, article, [*problems, *found]


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_anything_typed_is_read_or_reported_where_it_stands(body: str) -> None:
    """Reading never fails; every problem stands inside the file, and every fact on the words that it says."""
    raw, article, problems = _read(body)
    lines = LineIndex("seeds/a.md", raw)
    count = raw.count("\n") + 1
    for problem in problems:
        assert problem.location.path == "seeds/a.md"
        assert 1 <= problem.location.line <= count
        assert 1 <= problem.location.column <= len(lines.line(problem.location.line)) + 1
    assert article is not None
    assert article.source is not None
    for record in article.records:
        words = tuple(span.of(article.source.text) for span in record.evidence.spans)
        assert record.evidence.words == words
        assert all(words)
    ids = [record.id for record in article.facts]
    assert len(ids) == len(set(ids))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(body: str) -> None:
    """No character makes reading fail."""
    _, article, _ = _read(body)
    assert article is not None


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_reading_twice_gives_the_same(body: str) -> None:
    """Equal bytes give equal articles and equal problems."""
    assert _read(body) == _read(body)
