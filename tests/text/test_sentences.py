"""Where sentences end in news prose."""

from __future__ import annotations

import pytest

from generator.text import Span
from generator.text.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Talks resumed.|Crews stayed out.",
        "“We go.”|She left.",
        "It was 5 p.m. in Port Alder.",
        "Dr. Orme said so.|Mr. Vance did not.",
        "According to U.S. Attorney Bash, it was so.|Yes.",
        "They left the U.S. in May.",
        "They left the U.S.|The talks went on.",
        "They live in the U.K.|He does not.",
        "J. Orme of St. Alder spoke.",
        "What next?|Nobody knows!|So it goes…|On.",
    ],
)
def test_sentences(text: str) -> None:
    """A sentence ends where the bar stands, and not behind initials, titles and abbreviations."""
    plain = text.replace("|", " ")
    found = [span.of(plain) for span in sentences(plain, Span(0, len(plain)))]
    assert found == text.split("|")
