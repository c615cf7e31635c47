"""The way from a normalised text back to its file, for texts of any length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats import places
from generator.formats.places import FilePlaces, Pieces, TextPlaces
from generator.text import LineIndex, Span, normalise

BITS = st.sampled_from(
    [
        "a",
        "e\u0301",
        "\u0301",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\ufeff",
        "\u00a0",
        "\u1112\u1161",
        "b.",
        "\u2028",
    ]
)


def in_one(raw: str) -> FilePlaces:
    """Return the places of a text that is worked out as a whole."""
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    pieces = Pieces()
    pieces.add(text, 0)
    return FilePlaces(LineIndex("a.txt", text), pieces.settle(is_plain=True).segments)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(BITS, max_size=30).map("".join))
def test_a_text_in_parts_has_the_places_of_a_whole(raw: str) -> None:
    """Wherever a text is cut to be worked out, every stretch of it stands where it stands in the whole."""
    text = normalise(raw)
    whole = in_one(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "_PART", 3)
        parted = TextPlaces("a.txt", raw)
        for start in range(len(text)):
            for end in {start + 1, min(len(text), start + 4)}:
                assert parted.location(Span(start, end)) == whole.location(Span(start, end))


def test_ten_million_characters_have_places() -> None:
    """The last words of a long text are found without working out all that stands before them."""
    line = "Ida Vance  said that 14 crews would sail, the cafe\u0301 too.\n\n"
    count = 10_000_000 // len(line)
    parted = TextPlaces("a.txt", line * count)
    length = len(normalise(line)) + 2
    found = parted.location(Span((count - 1) * length, (count - 1) * length + 3))
    assert (found.line, found.column, found.length) == (2 * count - 1, 1, 3)
