"""Versions of one utterance."""

from __future__ import annotations

import pytest

from generator.analysis import aligned
from generator.analysis.alignment import MOST_WORDS


def marked(words: str, other: str) -> str:
    """Return a version with stars around what differs."""
    return " ".join(f"*{run.text}*" if run.differs else run.text for run in aligned(words, other))


@pytest.mark.parametrize(
    ("words", "other", "result"),
    [
        ("We are close", "We are close", "We are close"),
        ("“We are close,”", "we are close.", "“We are close,”"),
        ("We are very close", "We are close", "We are *very* close"),
        ("We are close", "We are very close", "We are close"),
        ("Boats sail on Friday", "Ships sail on Monday", "*Boats* sail on *Friday*"),
        ("Nothing at all", "We are close", "*Nothing at all*"),
        ("我们 很 近", "我们 近", "我们 *很* 近"),
        ("", "We are close", ""),
    ],
)
def test_words_that_differ_are_marked(words: str, other: str, result: str) -> None:
    """Words that the other version does not have are marked; letters and punctuation do not count."""
    assert marked(words, other) == result


def test_no_word_is_lost() -> None:
    """The runs together are the words."""
    words = "We said that we are close to the end, and the end is near"
    assert " ".join(run.text for run in aligned(words, "We are close, and near the end")) == words


def test_long_versions_are_left_as_they_are() -> None:
    """Comparing costs the square of the length, so that a whole speech is not compared."""
    words = "word " * (MOST_WORDS + 1)
    (run,) = aligned(words, "word")
    assert run.text == words
    assert not run.differs
