"""Many articles become one corpus."""

from __future__ import annotations

import pytest

from generator.formats.documents import read_document
from generator.linking import link, summarise
from generator.model import Actor, ActorType, Corpus, Registries, Summary
from generator.problems import Problem
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary

_REGISTRIES = Registries(actors={"vance": Actor(name="Ida Vance")})


def _summary(slug: str, body: str = "Ida Vance left.", front: str = "", folder: str = "seeds") -> Summary:
    head = f"---\ntitle: {slug}\npublished: 2031-05-13\npublisher: P\nurl: https://example.org\n{front}---\n"
    document, problems = read_document(f"{folder}/{slug}.md", f"{head}{body}\n", lambda _: (None, []))
    assert document is not None
    article, more = read_article(document, Vocabulary.of(_REGISTRIES))
    assert article is not None
    assert problems + more == []
    return summarise(article)


def _link(*summaries: Summary) -> tuple[Corpus, list[Problem]]:
    return link(_REGISTRIES, summaries)


def test_facts_of_all_articles() -> None:
    """Every fact of every article is found by its key, and nothing else is."""
    corpus, problems = _link(_summary("a", "[3 crews]{.figure #x}"), _summary("b", "[2 boats]{.figure}"))
    assert problems == []
    assert sorted(corpus.facts) == ["a#x", "b#2-boats"]
    assert len(corpus.facts) == 2
    assert corpus.facts["a#x"].kind == "figure"
    assert "a#y" not in corpus.facts
    assert "c#x" not in corpus.facts


@pytest.mark.parametrize(
    ("reference", "code", "message"),
    [
        ("a#x", None, ""),
        ("a#xx", "unknown-fact", "unknown fact 'a#xx' (did you mean 'a#x'?)"),
        ("aa#x", "unknown-article", "unknown article 'aa'"),
        ("a#x#y", "unknown-fact", "unknown fact 'a#x#y'"),
        ("a#2-boats", "ambiguous-fact", "'a#2-boats' is the derived id of several marks"),
    ],
)
def test_references(reference: str, code: str | None, message: str) -> None:
    """A reference to another article leads to a fact there, or is reported where it stands, once."""
    other = _summary("b", f'[4 crews]{{.figure same="{reference}"}}')
    first = _summary("a", "[3 crews]{.figure #x}, [2 boats]{.figure}; [2 boats]{.figure}")
    _, problems = _link(first, other)
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert problem.message.startswith(message)
        assert (problem.location.line, problem.location.column) == (7, 25)


def test_bottom_line_of_another_article() -> None:
    """A link of the bottom line to another article is followed like any reference."""
    other = _summary("b", front='bottom_line: "[crews](#nope)"\n'.replace("#nope", "a#nope"))
    _, problems = _link(_summary("a", "[3 crews]{.figure #x}"), other)
    assert [(problem.code, problem.location.line) for problem in problems] == [("unknown-fact", 6)]


def test_one_address_for_two_files() -> None:
    """Of two files with one slug the first by path is kept, and the other one is reported."""
    corpus, problems = _link(_summary("a", folder="seeds/2031"), _summary("a"))
    assert corpus.summaries["a"].path == "seeds/2031/a.md"
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("duplicate-slug", "seeds/a.md")
    ]


@pytest.mark.parametrize(
    ("chain", "reported"),
    [
        ({"a": "b"}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b", "c"]),
    ],
)
def test_articles_replaced(chain: dict[str, str], reported: list[str]) -> None:
    """No article replaces itself, by way of others either; what leads into a circle is not blamed."""
    summaries = [
        _summary(slug, front=f"supersedes: {chain[slug]}\n" if slug in chain else "") for slug in "abc"
    ]
    _, problems = _link(*summaries)
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("cyclic-reference", f"seeds/{slug}.md") for slug in reported
    ]


def test_actors_of_several_articles() -> None:
    """Declarations of one actor are merged; where two disagree the later is told of the first."""
    first = _summary("a", "Orme left.", "actors: {orme: {name: Orme, aliases: [Ann Orme]}}\n")
    second = _summary("b", "Orme left.", "actors: {orme: {name: Orme, role: mayor, type: person}}\n")
    corpus, problems = _link(second, first)
    assert problems == []
    assert corpus.actors["orme"] == Actor(
        name="Orme", aliases=("Ann Orme",), role="mayor", type=ActorType.PERSON
    )
    third = _summary("c", "Ada left.", "actors: {orme: {name: Ada}}\n")
    _, problems = _link(first, second, third)
    assert [(each.code, each.location.path, each.related[0].path) for each in problems] == [
        ("conflicting-actor", "seeds/c.md", "seeds/a.md")
    ]


def test_order_of_articles_does_not_matter() -> None:
    """The same articles in another order give the same corpus and the same problems."""
    summaries = [_summary(slug, '[4 crews]{.figure same="z#x"}') for slug in "abc"]
    forward, backward = _link(*summaries), _link(*reversed(summaries))
    assert list(forward[0].summaries) == list(backward[0].summaries)
    assert forward[1] == backward[1]
