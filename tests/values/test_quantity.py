"""Quantities: what readers are shown, and what contradicts what."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.values import Bound, Quantity, parse_value, quantity_contradicts, read_quantities


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("at least 10 hostages", "at least 10 hostages"),
        ("nearly three weeks", "nearly 3 weeks"),
        ("10 to 12", "10–12"),
        ("$1.2 billion", "$1.2 billion"),
        ("-$5", "-$5"),
        ("$10 to $12 million", "$10–12 million"),
        ("10 to 12 million people", "10–12 million people"),
        ("four-day pause", "4 days"),
        ("one day", "1 day"),
        ("a fifth had gone", "5th"),
        ("the first woman", "1st woman"),
        ("the 22nd attempt", "22nd attempt"),
        ("the 13th man", "13th man"),
        ("the twenty-third vote", "23rd vote"),
        ("eleventh governor", "11th governor"),
        ("20 further hostages", "20 more hostages"),
        ("two more days", "2 more days"),
        ("two more", "2 more"),
        ("another $5 million", "$5 million more"),
        ("20000 people", "20,000 people"),
        ("1234567 people", "1,234,567 people"),
        ("one and a half million", "1.5 million"),
        ("2 trillion", "2 trillion"),
        ("15 percent of voters", "15% of voters"),
        ("70–80%", "70–80%"),
        ("two percentage points", "2 percentage points"),
        ("a fifth of voters", "a fifth of voters"),
        ("two thirds", "two thirds"),
        ("half an hour", "0.5 hours"),
        ("5 km", "5 kilometres"),
        ("500 Swiss francs", "500 Swiss francs"),
        ("fewer than 100 people", "fewer than 100 people"),
        ("less than 5%", "less than 5%"),
        ("11 of 15 judges", "11 of 15 judges"),
        ("2 million tonnes of oil", "2 million tonnes of oil"),
    ],
)
def test_label(words: str, label: str) -> None:
    """What readers are shown says the value, its bound, its unit and what is counted."""
    (reading,) = read_quantities(words)
    assert reading.quantity.label == label


def test_amount_leaves_out_what_is_counted() -> None:
    """The amount is the label without the thing counted."""
    quantity = Quantity(value=Decimal(10), bound=Bound.AT_LEAST, counted="hostages")
    assert (quantity.amount, quantity.label) == ("at least 10", "at least 10 hostages")


def test_unknown_unit_is_shown_as_typed() -> None:
    """A unit that the table does not hold is shown by its code."""
    assert Quantity(value=Decimal(3), unit="furlong").label == "3 furlong"


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("two weeks", "wk"),
        ("14 Crews", "crews"),
        ("15% of voters", "% voters"),
        ("the fifth crew", "crew ordinal"),
        ("14", ""),
    ],
)
def test_comparable_unit(words: str, unit: str) -> None:
    """Numbers can be set side by side where unit, thing counted and kind of number are the same."""
    (reading,) = read_quantities(words)
    assert reading.quantity.comparable_unit == unit


@pytest.mark.parametrize(
    ("words", "value", "contradicts"),
    [
        ("fifteen", "50", True),
        ("fifteen", "15.0", False),
        ("more than 20,000", "20400", False),
        ("more than 20,000", "20000", False),
        ("more than 20,000", "19000", True),
        ("at least 10", "12", False),
        ("at least 10", "9", True),
        ("up to 5", "4", False),
        ("up to 5", "6", True),
        ("fewer than 100", "99", False),
        ("fewer than 100", "101", True),
        ("about 200", "203", False),
        ("about 200", "185", False),
        ("about 200", "400", True),
        ("nearly 50", "49", False),
        ("nearly 50", "51", True),
        ("nearly 50", "20", True),
        ("10 to 12", "11", False),
        ("10 to 12", "12", False),
        ("10 to 12", "13", True),
        ("about -10", "-11", False),
    ],
)
def test_contradiction(words: str, value: str, contradicts: object) -> None:
    """A value within the bound or the range of the words does not contradict them."""
    (reading,) = read_quantities(words)
    assert quantity_contradicts(reading.quantity, Decimal(value)) is contradicts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", "14"),
        (" 20,000 ", "20000"),
        ("20 000", "20000"),
        ("1 234 567.5", "1234567.5"),
        ("1.5", "1.5"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("1.234.567", "1234567"),
    ],
)
def test_typed_value(text: str, value: str) -> None:
    """A typed number is read exactly, with separators and a sign."""
    assert parse_value(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "x", "12 34", "1,2", "1.2.3", "--1", "1e5", "NaN", "Infinity", "1_000", "9" * 5000, "1 2", "+1"],
)
def test_what_is_no_typed_value(text: str) -> None:
    """Anything else is no number."""
    assert parse_value(text) is None
