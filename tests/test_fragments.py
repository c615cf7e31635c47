"""Addresses that lead to words of a page."""

from __future__ import annotations

import pytest

from generator.fragments import live_address, text_directive
from generator.text import Span
from tests.support.text_directives import places

TEXT = (
    "Talks met on Monday. “We are close, but 14 crews are still out,” Ida Vance said. On Tuesday 14 crews "
    "met.\n\nIda Vance's ships - all of them, 50-60 & more - sail at 14.5 knots."
)
LONG = (
    "The union said on Monday that it would take up the offer which the ministry had made in the spring, "
    "and that crews were to sail before the end of the week."
)


def stretch(words: str, number: int = 1, text: str = TEXT) -> Span:
    """Return the span of words, or of a later place of them."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def test_words_that_stand_once_need_no_context() -> None:
    """The words are the whole directive."""
    assert text_directive(TEXT, stretch("met on Monday")) == "text=met%20on%20Monday"


def test_context_tells_equal_words_apart() -> None:
    """Words before the span, or behind it, are added until only the span fits; case does not count."""
    for number in (1, 2):
        span = stretch("14 crews", number)
        directive = text_directive(TEXT, span)
        assert directive is not None
        assert places(TEXT, directive) == [span]
    assert text_directive("Ships sail. ships sank.", Span(0, 5)) == "text=Ships,-sail.%20ships"


def test_context_reaches_into_the_block_before() -> None:
    """Where a block begins with words that stand twice, the end of the block before tells them apart."""
    text = "One met.\n\nIda Vance\n\nTwo met.\n\nIda Vance\n\nThree"
    assert text_directive(text, stretch("Ida Vance", 2, text)) == "text=Two%20met.-,Ida%20Vance"


def test_what_parts_terms_is_encoded() -> None:
    """Hyphens, commas and ampersands are encoded, and so is all that could mean something in Markdown."""
    assert text_directive(TEXT, stretch("50-60 & more")) == "text=50%2D60%20%26%20more"
    assert text_directive("a_b ~c* [d](e), é", Span(0, 17)) == (
        "text=a%5Fb%20%7Ec%2A%20%5Bd%5D%28e%29%2C%20%C3%A9"
    )


def test_signs_around_words_are_left_out() -> None:
    """Quotation marks and stops, which sites print in their own way, are no part of it."""
    quoted = text_directive(TEXT, stretch("“We are close, but 14 crews are still out,”"))
    assert quoted == "text=We%20are%20close%2C%20but%2014%20crews%20are%20still%20out"
    assert text_directive(TEXT, stretch(". “")) is None


def test_parts_of_words_are_widened() -> None:
    """A browser finds whole words only: a name is given with its ending, a number with its fraction."""
    assert text_directive(TEXT, stretch("Vance", 2)) == "text=Vance%27s"
    assert text_directive(TEXT, stretch("14", 3)) == "text=14.5"
    assert text_directive("e\u0301t et", Span(0, 1)) == "text=e%CC%81t"


def test_scripts_without_spaces_are_not_widened() -> None:
    """Where words follow each other without a space, the span is given as it is."""
    assert text_directive("渡轮谈判恢复", Span(2, 4)) == "text=%E8%B0%88%E5%88%A4"


def test_long_words_are_given_by_their_ends() -> None:
    """Of a long passage the first and the last words are given; what is between them is marked as well."""
    directive = text_directive(LONG, Span(0, len(LONG)))
    assert directive == "text=The%20union%20said,of%20the%20week"
    assert places(LONG, directive) == [Span(0, len(LONG) - 1)]


def test_a_span_of_several_blocks_is_given_by_its_ends() -> None:
    """No term runs over the end of a block."""
    span = Span(stretch("Tuesday").start, stretch("of them").end)
    directive = text_directive(TEXT, span)
    assert directive is not None
    assert places(TEXT, directive) == [span]


def test_a_span_of_two_words_in_two_blocks() -> None:
    """The first word and the last are the two terms, however few they are."""
    assert text_directive("One ship\n\ntwo ports", Span(4, 13)) == "text=ship,two"


def test_context_stays_in_its_room() -> None:
    """No word is taken from outside what may be shown, even where others then fit first."""
    room = stretch("On Tuesday 14 crews met.")
    assert text_directive(TEXT, stretch("14 crews", 2), room) == "text=On%20Tuesday-,14%20crews"
    assert text_directive(TEXT, stretch("14 crews", 2), stretch("14 crews", 2)) == "text=14%20crews"
    assert text_directive(TEXT, stretch("Vanc", 2), stretch("Vanc", 2)) == "text=Vanc"


def test_words_of_half_a_surrogate_pair() -> None:
    """What is no character is given as one that stands for it."""
    assert text_directive("a \ud800b c", Span(0, 6)) == "text=a%20%3Fb%20c"


def test_a_very_long_text() -> None:
    """A text of one word over and over has no unique place, and giving up on it takes no time to speak of."""
    text = "no " * 100_000
    directive = text_directive(text, Span(150_000, 150_002))
    assert directive is not None
    assert len(directive) < 200
    text = "a" * 1_000_000
    assert text_directive(text, Span(0, 1)) == f"text={'a' * 61}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=x&text=y"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d:~:text=x&text=y"),
        ("https://example.org/a#:~:text=old", "https://example.org/a#:~:text=x&text=y"),
    ],
)
def test_live_addresses(url: str, address: str) -> None:
    """Directives stand behind the fragment of an address; old ones go."""
    assert live_address(url, ["text=x", "text=y"]) == address


def test_an_address_without_words() -> None:
    """Without a directive an address is itself."""
    assert live_address("https://example.org/a#b", []) == "https://example.org/a#b"
