"""From words to positions and back."""

from __future__ import annotations

import pytest

from generator.selectors import find, from_utf16, quote, stands_between
from generator.text import Span

TEXT = "Ten boats left. Ten crews stayed.\n\nTen boats came back, said Ida Vance."


def test_words_that_stand_once_are_found() -> None:
    """The span covers the words."""
    (span,) = find(TEXT, "Ten crews")
    assert span == Span(16, 25)


def test_context_tells_equal_words_apart() -> None:
    """Prefix and suffix each narrow the places down, whatever white space people leave out."""
    assert len(find(TEXT, "Ten boats")) == 2
    assert find(TEXT, "Ten boats", prefix="crews stayed.") == [Span(35, 44)]
    assert find(TEXT, "Ten boats", suffix="left.") == [Span(0, 9)]
    assert find(TEXT, "boats", prefix="stayed. Ten ", suffix=" came") == [Span(39, 44)]
    assert find(TEXT, "Ten boats", prefix="nowhere") == []


def test_places_may_overlap() -> None:
    """Every place counts, so that nothing ambiguous looks unique."""
    assert find("aaa", "aa") == [Span(0, 2), Span(1, 3)]


def test_no_words_stand_nowhere() -> None:
    """Empty words are not found."""
    assert find(TEXT, "") == []


@pytest.mark.parametrize("span", [Span(0, 9), Span(35, 44), Span(16, 25), Span(0, len(TEXT)), Span(20, 40)])
def test_a_quote_finds_its_span_again(span: Span) -> None:
    """What quote gives leads back to the span, and to nothing else."""
    exact, prefix, suffix = quote(TEXT, span)
    assert exact == span.of(TEXT)
    assert find(TEXT, exact, prefix, suffix) == [span]


def test_context_grows_until_the_words_are_unique() -> None:
    """Where the same sentence stands twice, the context reaches beyond it."""
    sentence = "The talks between the union and the ministry have resumed on Monday. "
    text = f"First. {sentence}Second. {sentence}Third."
    at = text.rindex("union")
    exact, prefix, suffix = quote(text, Span(at, at + 5))
    assert find(text, exact, prefix, suffix) == [Span(at, at + 5)]


def test_context_that_never_tells_apart_ends() -> None:
    """A text of one repeated word is given up on, with the longest context."""
    text = "no " * 4000
    _, prefix, suffix = quote(text, Span(6000, 6002))
    assert 400 < len(prefix) <= 512
    assert 400 < len(suffix) <= 512


def test_utf16_offsets() -> None:
    """A character beyond the basic plane counts twice in JavaScript; what splits it leads behind it."""
    text = "a🚢b"
    assert [from_utf16(text, at) for at in (0, 1, 2, 3, 4, 5)] == [0, 1, 2, 2, 3, None]
    assert [from_utf16("🚢🚢é", at) for at in (-1, 0, 2, 4, 5, 6)] == [0, 0, 1, 2, 3, None]
    assert [from_utf16("abc", at) for at in (-1, 0, 3, 4)] == [0, 0, 3, None]


def test_a_search_can_end_early() -> None:
    """Words that stand everywhere need not be counted to the end."""
    assert find("a" * 100, "a", most=2) == [Span(0, 1), Span(1, 2)]
    assert find("ab" * 3, "a", suffix="b", most=9) == [Span(0, 1), Span(2, 3), Span(4, 5)]


def test_context_around_one_place() -> None:
    """White space is not compared, an empty line neither; no context stands everywhere."""
    assert stands_between(TEXT, Span(35, 44), "crews stayed.", "came back, ")
    assert stands_between(TEXT, Span(35, 44), "", "")
    assert not stands_between(TEXT, Span(35, 44), "left.", "")
    assert not stands_between(TEXT, Span(0, 9), "stayed.", "")
    lines = "\n\n".join("abcdefgh")
    at = lines.index("h")
    assert stands_between(lines, Span(at, at + 1), "a b c d e f g", "")
