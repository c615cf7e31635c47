"""Words of a text, against the regular expressions that say what they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import letters_of, signs_of, words_of


@given(st.one_of(st.text(), st.text(alphabet="ab_ é“”’—\u20091½².,\n")))
def test_words_are_what_the_expressions_find(text: str) -> None:
    """Any text comes apart as the regular expressions take it apart."""
    assert words_of(text) == re.findall(r"\w+", text)
    assert letters_of(text) == re.findall(r"[^\W\d_]+", text)
    assert signs_of(text) == set(re.findall(r"[^\w\s]", text))


@pytest.mark.parametrize("signs", ["’", "".join(map(chr, range(0x2190, 0x2300)))])
def test_few_signs_and_many_part_words_alike(signs: str) -> None:
    """A text with hundreds of different signs comes apart as one with a single sign does."""
    assert words_of("é".join(signs)) == ["é"] * (len(signs) - 1)
