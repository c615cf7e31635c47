"""Quantities in words: the tables of cases, texts with several, and what is said about them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from generator.store import decode, encode
from generator.values import Bound, Quantity, QuantityReading, read_quantities, read_quantity
from tests.support.work import is_linear

CASES: Final = Path(__file__).resolve().parents[1] / "cases" / "values" / "quantities.md"


def _rows() -> list[tuple[str, ...]]:
    rows = [line.split("|")[1:-1] for line in CASES.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [tuple(cell.strip() for cell in row) for row in rows if row[0].strip() != "words"]


def _as_row(words: str, reading: QuantityReading) -> tuple[str, ...]:
    quantity = reading.quantity
    high = "" if quantity.high is None else f"{quantity.high:f}"
    bound = "" if quantity.bound is Bound.EXACT else quantity.bound.value
    flags = [name for name in ("ordinal", "increment") if getattr(quantity, name)]
    unit, counted = quantity.unit or "", quantity.counted or ""
    return (words, f"{quantity.value:f}", high, bound, unit, counted, " ".join(flags))


def test_the_tables_hold_many_cases() -> None:
    """The tables were found and read."""
    assert len(_rows()) >= 150


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_case(row: tuple[str, ...]) -> None:
    """Each row of the tables is read as it says, by its words alone and inside a longer text."""
    words, value = row[0], row[1]
    expected = [] if value == "none" else [row]
    assert [_as_row(words, reading) for reading in read_quantities(words)] == expected
    text = f"Ida {words} ended"
    inside = read_quantities(text, 4, 4 + len(words))
    assert [_as_row(words, reading) for reading in inside] == expected
    assert [text[reading.start : reading.end] for reading in inside] == [reading.words for reading in inside]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After a long four-day pause, 50 civilian hostages - women only - were freed for 150 men",
            ["four-day", "50 civilian hostages", "150 men"],
        ),
        (
            "17 Thais, one Filipino, one Russian-Israeli dual national. Then just four crews left",
            ["17 Thais", "one Filipino", "one Russian-Israeli dual national", "four crews"],
        ),
        (
            "Four hostages had been released. A fifth had been rescued, and two more were found dead.",
            ["Four hostages", "A fifth", "two more"],
        ),
        ("prices rose from 50 to 80 dollars", ["50", "80 dollars"]),
        ("increasing the confirmed death toll from fourteen to 31", ["fourteen", "31"]),
        ("€20,000 (£17,500; US$22,900)", ["€20,000", "£17,500", "US$22,900"]),
        ("won 52% to 48%", ["52%", "48%"]),
        ("fifteen suicides per 100,000 people", ["fifteen suicides"]),
        ("On July 31, 2019, 50 people met at 10:30 and 12 left", ["50 people", "12"]),
        ("It won 326 seats. Three others won 9", ["326 seats", "Three", "9"]),
    ],
)
def test_several_in_one_text(text: str, expected: list[str]) -> None:
    """All quantities of a text are found in order, each with all of its words."""
    assert [reading.words for reading in read_quantities(text)] == expected


def test_an_article_that_ends_the_window_may_be_a_share() -> None:
    """Words marked without what follows them are read by it: a fifth of something is a share."""
    text = "a fifth of voters"
    (reading,) = read_quantities(text, 0, 7)
    assert (reading.quantity.value, reading.quantity.ordinal, reading.end) == (Decimal("0.2"), False, 7)


def test_the_one_quantity_of_a_span() -> None:
    """A span with one quantity gives it, any other says how many it holds."""
    reading, count = read_quantity("nearly three weeks")
    assert (reading and reading.quantity.unit, count) == ("wk", 1)
    assert read_quantity("many") == (None, 0)
    assert read_quantity("two men and three women") == (None, 2)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("14 crews", "'14' is 14, what is counted: 'crews'"),
        ("nearly three weeks", "'three' is 3, 'nearly' makes it nearly that, in weeks"),
        ("20 further hostages", "'20' is 20, 'further' makes it an increment, what is counted: 'hostages'"),
        ("a fifth", "'fifth' is the 5th in a row"),
        ("10 to 12 people", "'to' makes a range of 10–12, what is counted: 'people'"),
    ],
)
def test_the_reason_is_told(words: str, reason: str) -> None:
    """A reading says in one phrase how the words became the quantity."""
    (reading,) = read_quantities(words)
    assert reading.reason == reason


def test_readings_can_be_kept() -> None:
    """A reading can be hashed, and its quantity kept."""
    (reading,) = read_quantities("at least 10 hostages")
    assert decode(encode(reading.quantity), Quantity) == reading.quantity
    assert len({reading, reading}) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1,111",
        "111 ",
        "1 ",
        "1-",
        "1.1",
        "1/2/",
        "one ",
        "one-",
        "hundred ",
        "a hundred and ",
        "two million ",
        "at least ",
        "between 1 and ",
        "from 1 to ",
        "October 1, ",
        "1 and ",
        "the first ",
        "half ",
        "big men's ",
        "5 big-",
        "$",
        "'",
        "\u0301",
        "½",
        "A.",
    ],
)
def test_hostile_text_costs_linear_time(piece: str) -> None:
    """Eight times the text costs about eight times the work."""
    assert is_linear(read_quantities, piece)
