"""Quantities in any text, and numbers spelled out and read back."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.values import parse_value, quantity_contradicts, read_quantities

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
PIECES = st.sampled_from(
    """
    one two twenty hundred million dozen half third fifth a an and to from between of the at least nearly more
    than over another further percent % $ € - – / . , : ' 1 12 2019 1,000 1.5 October days crews said Israel
    men's no per in out - (
    """.split()
)


def spelled(number: int, *, british: bool) -> str:
    """Return a number below a trillion in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    scale, name = next((scale, name) for scale, name in SCALES if number >= scale)
    words = f"{spelled(number // scale, british=british)} {name}"
    rest = number % scale
    if not rest:
        return words
    joint = " and " if british and rest < 100 else " "
    return words + joint + spelled(rest, british=british)


@given(number=st.integers(0, 10**9), british=st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_number_spelled_out_is_read_back(number: int, *, british: bool) -> None:
    """Any whole number up to a billion, spelled out, is read as itself."""
    (reading,) = read_quantities(f"{spelled(number, british=british)} crews")
    assert reading.quantity.value == number


@given(st.integers(0, 10**15))
@settings(max_examples=200, deadline=None)
def test_a_number_with_separators_is_read_back(number: int) -> None:
    """Any whole number with separators is read as itself, in a text and where it is typed."""
    (reading,) = read_quantities(f"{number:,} crews")
    assert reading.quantity.value == number == parse_value(f"{number:,}")
    assert parse_value(f"{number:,}".replace(",", " ")) == number


@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=500, deadline=None)
def test_readings_lie_in_their_window(pieces: list[str], glue: str, first: int, second: int) -> None:
    """Readings stand in order inside the window, do not overlap, and can be shown and compared."""
    text = glue.join(pieces)
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    past = start
    for reading in read_quantities(text, start, end):
        assert past <= reading.start < reading.end <= end
        assert reading.words == text[reading.start : reading.end]
        quantity = reading.quantity
        assert quantity.label
        assert reading.reason
        assert quantity.high is None or quantity.high > quantity.value
        assert not quantity_contradicts(quantity, quantity.value)
        past = reading.end


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text makes it fail."""
    for reading in read_quantities(text):
        assert text[reading.start : reading.end] == reading.words
    parse_value(text)


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=2))
@settings(max_examples=100, deadline=None)
def test_a_typed_value_is_exact(value: Decimal) -> None:
    """A typed decimal number is read exactly."""
    assert parse_value(f"{value:f}") == value
