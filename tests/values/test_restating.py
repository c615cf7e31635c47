"""One amount told in two units, the second in brackets."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import Quantity, read_quantities
from generator.values.conversion import SCALES, converted, unit_kind
from generator.values.restating import restates, without_restated

_PAIRS: Final = sorted(
    (one, other)
    for one in SCALES
    for other in SCALES
    if one != other and unit_kind(one) == unit_kind(other) != "temperature"
)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("160 km (100 miles)", "160 kilometres"),
        ("100 miles [160 kilometres]", "100 miles"),
        ("about 10 km (6 miles)", "about 10 kilometres"),
        ("2 km (about 1.2 miles)", "2 kilometres"),
        ("more than 5 feet (1.5 metres)", "more than 5 feet"),
        ("10–15 km ( 6–9 miles )", "10–15 kilometres"),
        ("-1 °C (30 °F)", "-1 degree Celsius"),
        ("0 °C (32 °F)", "0 degrees Celsius"),
        ("40 acres (16 hectares)", "40 acres"),
    ],
)
def test_the_first_counts(words: str, label: str) -> None:
    """What stands in brackets says the same again, as far as rounding tells, so that one number is read."""
    (reading,) = without_restated(words, read_quantities(words))
    assert reading.quantity.label == label


@pytest.mark.parametrize(
    "words",
    [
        "160 km (50 miles)",
        "160 km (110 miles)",
        "160 km, 100 miles",
        "160 km (100 miles",
        "160 km (once 100 miles)",
        "160 km (more than 100 miles)",
        "160 km (90–100 miles)",
        "160 km (another 100 miles)",
        "160 km (160 km)",
        "10–15 km (6–12 miles)",
        "$100 (€92)",
        "14 crews (9 boats)",
        "3 months (90 days)",
    ],
)
def test_two_amounts_stay_two(words: str) -> None:
    """Another amount, another kind of unit, another bound, or no brackets: both are there to choose from."""
    assert len(without_restated(words, read_quantities(words))) == 2


@given(st.sampled_from(_PAIRS), st.decimals(1, 100_000, places=1), st.integers(0, 3))
def test_only_rounding_may_part_them(units: tuple[str, str], value: Decimal, digits: int) -> None:
    """A value converted and rounded restates the first one; half as much again never does."""
    unit, into = units
    exact = converted(value, unit, into)
    assert exact is not None
    rounded = round(exact, digits)
    first = Quantity(value=value, unit=unit)
    assert restates(first, Quantity(value=rounded, unit=into))
    if rounded >= 2:
        assert not restates(first, Quantity(value=rounded + rounded / 2, unit=into))
