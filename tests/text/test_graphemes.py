"""Characters as readers see them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import is_boundary, widened

WHOLE = [
    "x\u0303",
    "👩\u200d🚀",
    "👍🏽",
    "🇫🇷",
    "\u1112\u1161\u11ab",
    "❤\ufe0f\u200d🔥",
    "🏴\U000e0067\U000e0062\U000e007f",
    "क\u093f",
]


@pytest.mark.parametrize("character", WHOLE)
def test_one_character_is_never_split(character: str) -> None:
    """No boundary stands inside, and both of its edges are boundaries, whatever stands beside it."""
    text = f"a{character}b{character}{character}"
    inside = range(2, 1 + len(character))
    assert [at for at in inside if is_boundary(text, at)] == []
    assert is_boundary(text, 1)
    assert is_boundary(text, 1 + len(character))
    assert is_boundary(text, len(text) - len(character))


@pytest.mark.parametrize("text", ["ab", "a b", "한국", "🚢🚢", "🇫🇷🇩🇪"[:2] + "🇩🇪", "a\u200b", "שלום", "é,"])
def test_other_characters_stand_apart(text: str) -> None:
    """Letters, syllables and emoji that follow each other are characters of their own."""
    step = 2 if text.startswith("🇫") else 1
    assert all(is_boundary(text, at) for at in range(0, len(text) + 1, step))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["a", " ", "\u0303", "\u200d", "🚀", "🇫", "\u1161", "한", "🏽"])), st.data())
def test_widening_gives_whole_characters(parts: list[str], data: st.DataObject) -> None:
    """A stretch is widened to boundaries and never narrowed."""
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = widened(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert is_boundary(text, first)
    assert is_boundary(text, last)
