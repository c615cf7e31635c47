"""Text directives, against a reader that is slow and plain."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fragments import text_directive
from generator.text import Span
from tests.support.text_directives import places

SHAPE = re.compile(r"text=(?:[\w.%]+-,)?[\w.%]+(?:,[\w.%]+)?(?:,-[\w.%]+)?", re.ASCII)
GLUE = st.sampled_from([" ", " ", " ", "-", ", ", ". ", " “", "” ", "\n\n", " & "])


@st.composite
def stretches(draw: st.DrawFn, words: st.SearchStrategy[str]) -> tuple[str, Span]:
    """Draw a text and a span of whole words in it."""
    text, edges = "", []
    for word in draw(st.lists(words, min_size=1, max_size=40)):
        text += draw(GLUE) if text else ""
        edges.append(Span(len(text), len(text) + len(word)))
        text += word
    first = draw(st.integers(0, len(edges) - 1))
    last = draw(st.integers(first, len(edges) - 1))
    return text, Span(edges[first].start, edges[last].end)


@given(stretches(st.sampled_from(["a", "A", "ab", "b", "14", "é"])))
@settings(max_examples=150, deadline=None)
def test_words_are_among_what_fits(drawn: tuple[str, Span]) -> None:
    """However often words stand in a text, their directive is well formed and fits them."""
    text, span = drawn
    directive = text_directive(text, span)
    if directive is None:
        # No term can run over the end of a block, and one word alone cannot be both ends.
        assert "\n\n" in span.of(text)
        return
    assert SHAPE.fullmatch(directive)
    assert span in places(text, directive)


@given(stretches(st.integers(0, 10_000).map(lambda number: f"w{number}w")))
@settings(max_examples=150, deadline=None)
def test_distinct_words_lead_to_one_place(drawn: tuple[str, Span]) -> None:
    """Where a word near the span stands once, nothing but the span fits."""
    text, span = drawn
    words = re.findall(r"w\d+w", text)
    directive = text_directive(text, span)
    if directive is not None and len(set(words)) == len(words):
        assert places(text, directive) == [span]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, one: int, other: int) -> None:
    """Whatever the text, the result is nothing or a well-formed directive."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    directive = text_directive(text, Span(start, end))
    assert directive is None or SHAPE.fullmatch(directive)


@given(stretches(st.sampled_from(["a", "b", "c"])), st.integers(0, 12), st.integers(0, 12))
@settings(max_examples=100, deadline=None)
def test_no_word_comes_from_outside(drawn: tuple[str, Span], before: int, after: int) -> None:
    """What stands outside the room changes nothing but how much of the room is used."""
    text, span = drawn
    room = Span(max(0, span.start - before), min(len(text), span.end + after))
    hidden = "".join(
        "x" if char.isalnum() and not room.start <= at < room.end else char for at, char in enumerate(text)
    )
    assert "x" not in (text_directive(hidden, span, room) or "").removeprefix("text=")
