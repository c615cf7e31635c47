"""Ids of facts."""

from __future__ import annotations

from functools import partial

import pytest

from generator.model import Mark
from generator.reading.identifiers import identify, slug
from generator.text import Location, Span
from tests.support.work import lines_run

_HERE = Location("seeds/ferry.md")


def _mark(name: str | None = None, kind: str = "figure") -> Mark:
    return Mark(kind=kind, id=name, spans=(Span(0, 1),), location=_HERE, kind_location=_HERE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("14 crews", "14-crews"),
        ("Ferries sail on Friday at last", "ferries-sail-on-friday"),
        ("20,000 workers", "20000-workers"),
        ("the union's vote", "the-unions-vote"),
        ("Café São João", "cafe-sao-joao"),
        ("“We are close”", "we-are-close"),
        ("東京", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
    ],
)
def test_a_slug_is_at_most_four_plain_words(words: str, expected: str) -> None:
    """A slug holds lower-case ASCII letters, digits and hyphens, of the first four words."""
    assert slug(words) == expected


def test_equal_words_are_numbered_in_the_order_of_the_text() -> None:
    """The first of several equal ids keeps the plain form, and referring to it is ambiguous."""
    ids, colliding = identify([_mark(), _mark(), _mark()], ["14 crews", "14 crews", "no crews"])
    assert ids == ("14-crews", "14-crews-2", "no-crews")
    assert colliding == {"14-crews"}


def test_a_typed_id_is_never_renumbered() -> None:
    """A derived id makes room for a typed one that comes later, and the typed one stays unambiguous."""
    ids, colliding = identify([_mark(), _mark("14-crews")], ["14 crews", "x"])
    assert ids == ("14-crews-2", "14-crews")
    assert colliding == frozenset()


def test_words_without_letters_give_the_kind() -> None:
    """An id exists for words that no slug can be made of."""
    ids, _ = identify([_mark(kind="quote"), _mark(kind="quote")], ["…", "東京"])
    assert ids == ("quote", "quote-2")


def test_twice_the_facts_of_one_wording_are_twice_the_work() -> None:
    """The number behind an id is not tried from the first one each time."""
    once, twice = (
        lines_run(partial(identify, [_mark()] * count, ["14 crews"] * count)) for count in (200, 400)
    )
    assert twice <= once * 2.1


def test_numbers_pass_over_ids_that_are_typed() -> None:
    """Equal words are numbered in order, past an id that an author gave."""
    ids, _ = identify([_mark(), _mark("a-2"), _mark(), _mark()], ["a", "x", "a", "a"])
    assert ids == ("a", "a-2", "a-3", "a-4")
