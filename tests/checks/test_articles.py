"""Checks of one article."""

from __future__ import annotations

import pytest

from generator.checks.articles import circular_inference, happened_after_publication
from generator.formats.documents import read_document
from generator.model import Actor, Article, Registries
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary

_HEAD = "---\ntitle: T\npublished: 2031-05-13\npublisher: P\nurl: https://example.org\n---\n"
_VOCABULARY = Vocabulary.of(Registries(actors={"vance": Actor(name="Ida Vance")}))


def _article(body: str) -> Article:
    document, _ = read_document("seeds/f.md", f"{_HEAD}{body}\n", lambda _: (None, []))
    assert document is not None
    article, _ = read_article(document, _VOCABULARY)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("[They met on 20 May 2031]{.event}", 1),
        ("[They met on 13 May 2031]{.event}", None),
        ("[They met in May 2031]{.event}", None),
        ("[They meet on 20 May 2031]{.event .planned}", None),
        ("[They met on 1 May 2031]{.event .planned}", None),
        ("[They met on 20 May 2031]{.event .denied}", None),
        ('Ida Vance said on 20 May 2031 ["no"]{.quote}', 31),
        ('Ida Vance said on 20 May 2031 ["no"]{.quote .denied}', 31),
        ('Ida Vance said ["no on 20 May 2031"]{.quote}', None),
    ],
)
def test_after_publication(body: str, column: int | None) -> None:
    """What happened or was said did so before it was printed; plans, claims and denials may lie ahead."""
    found = list(happened_after_publication(_article(body)))
    assert [problem.location.column for problem in found] == ([] if column is None else [column])


@pytest.mark.parametrize(
    ("because", "circles"),
    [
        ({}, 0),
        ({"a": "b", "b": "c"}, 0),
        ({"a": "a"}, 1),
        ({"a": "b", "b": "a"}, 1),
        ({"a": "b c", "b": "d", "c": "d"}, 0),
        ({"a": "b", "b": "c", "c": "b", "d": "a"}, 1),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, 2),
        ({"a": "other#x"}, 0),
    ],
)
def test_circular_inference(because: dict[str, str], circles: int) -> None:
    """Each circle of facts that follow from each other is one problem, whoever leads into it."""
    body = "; ".join(
        f'[crews {name}]{{.figure #{name} value=3 because="{because[name]}"}}'
        if name in because
        else f"[3 crews]{{.figure #{name}}}"
        for name in "abcd"
    )
    assert len(list(circular_inference(_article(body)))) == circles


def test_long_chain() -> None:
    """A chain of a thousand conclusions is followed without recursion."""
    body = "".join(f"[x{n}]{{.figure #f{n} value=1 because=f{n + 1}}} " for n in range(1000))
    assert list(circular_inference(_article(body + "[1]{.figure #f1000}"))) == []
