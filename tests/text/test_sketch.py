"""Sketches of texts: how two are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text import SLOT_BYTES, SLOTS, likeness, most_same_slots, outline, same_slots

_VALUES = st.one_of(st.sampled_from([0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]), st.integers(0, 0xFFFFFFFF))
_SKETCHES = st.lists(_VALUES, min_size=SLOTS, max_size=SLOTS)


def packed(values: list[int]) -> bytes:
    """Return a sketch with these values."""
    return b"".join(value.to_bytes(SLOT_BYTES, "little") for value in values)


@given(_SKETCHES, _SKETCHES, st.sets(st.integers(0, SLOTS - 1)))
def test_two_sketches_are_as_like_as_they_have_values_in_common(
    first: list[int], other: list[int], taken: set[int]
) -> None:
    """All slots at once give what one after the other does, whatever stands in their highest bits."""
    second = [first[number] if number in taken else value for number, value in enumerate(other)]
    equal = sum(one == another for one, another in zip(first, second, strict=True))
    assert likeness(packed(first), packed(second)) == equal / SLOTS
    # an outline never says of two that they have less in common than they have
    lowest = sum(one % 256 == another % 256 for one, another in zip(first, second, strict=True))
    assert most_same_slots(outline(packed(first)), [outline(packed(second))]) == [lowest]
    assert same_slots(packed(first), [packed(second), packed(first)]) == [equal, SLOTS]
