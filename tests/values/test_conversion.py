"""Values in other units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.values.conversion import SCALES, converted, unit_kind
from generator.values.units import UNITS


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        ("5", "wk", "d", "35"),
        ("48", "h", "d", "2"),
        ("18", "mo", "a", "1.5"),
        ("100", "[mi_i]", "km", "160.934"),
        ("1", "har", "[acr_us]", "2.47104"),
        ("1", "[bbl_us]", "L", "158.987"),
        ("212", "[degF]", "Cel", "100"),
        ("-40", "Cel", "[degF]", "-40"),
        ("1", "kW.h", "J", "3600000"),
    ],
)
def test_conversions(value: str, unit: str, into: str, result: str) -> None:
    """Values are those of the definitions, to six digits."""
    found = converted(Decimal(value), unit, into)
    assert found is not None
    assert f"{found:f}" == result


@pytest.mark.parametrize(
    ("unit", "into"), [("USD", "EUR"), ("mo", "d"), ("%", "%{point}"), ("d", "km"), ("d", "parsec")]
)
def test_what_never_converts(unit: str, into: str) -> None:
    """Money, months into days, shares into points, and units of two kinds have no factor."""
    assert converted(Decimal(1), unit, into) is None
    assert unit_kind(unit) != unit_kind(into)


def test_all_units_that_convert_are_of_the_table() -> None:
    """No code is misspelt, and every measure but months of the calendar and shares has a scale."""
    assert set(SCALES) <= set(UNITS)
    without = {code for code, unit in UNITS.items() if not unit.is_currency} - set(SCALES)
    assert without == {"%", "%{point}"}


@pytest.mark.parametrize("unit", SCALES)
def test_a_unit_converts_into_itself(unit: str) -> None:
    """The value stays as it is."""
    assert converted(Decimal("12.5"), unit, unit) == Decimal("12.5")
