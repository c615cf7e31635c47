"""Values in other units of the same kind: exact factors, no currencies, nothing that depends on a calendar.

Sources: the definitions of UCUM (international inch, foot, yard, mile and nautical mile, US survey acre and
square mile, US and imperial gallon, avoirdupois pound and ounce). A month has no fixed number of days, so
months and years convert into each other alone; a share and a percentage point are no units of one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

_SHOWN: Final = Context(prec=6)


class Scale(Struct, frozen=True):
    """How a unit relates to the base of its kind: base = value × factor + offset."""

    kind: str
    factor: Fraction
    offset: Fraction = Fraction(0)


_FOOT: Final = Fraction("0.3048")
_SURVEY_FOOT: Final = Fraction(1200, 3937)
_GALLON: Final = 231 * Fraction("0.0254") ** 3 * 1000

_FACTORS: Final[Mapping[str, Mapping[str, int | Fraction]]] = {
    "time": {"s": 1, "min": 60, "h": 3600, "d": 86_400, "wk": 604_800},
    "calendar": {"mo": 1, "a": 12},
    "length": {
        "mm": Fraction("0.001"),
        "cm": Fraction("0.01"),
        "m": 1,
        "km": 1000,
        "[in_i]": _FOOT / 12,
        "[ft_i]": _FOOT,
        "[yd_i]": 3 * _FOOT,
        "[mi_i]": 5280 * _FOOT,
        "[nmi_i]": 1852,
    },
    "area": {
        "m2": 1,
        "km2": 10**6,
        "har": 10**4,
        "[sft_i]": _FOOT**2,
        "[acr_us]": 43_560 * _SURVEY_FOOT**2,
        "[smi_us]": (5280 * _SURVEY_FOOT) ** 2,
    },
    "volume": {
        "L": 1,
        "m3": 1000,
        "[gal_us]": _GALLON,
        "[gal_br]": Fraction("4.54609"),
        "[bbl_us]": 42 * _GALLON,
    },
    "mass": {
        "mg": Fraction("0.001"),
        "g": 1,
        "kg": 1000,
        "t": 10**6,
        "[lb_av]": Fraction("453.59237"),
        "[oz_av]": Fraction("453.59237") / 16,
    },
    "speed": {
        "m/s": 1,
        "km/h": Fraction(5, 18),
        "[mi_i]/h": 5280 * _FOOT / 3600,
        "[kn_i]": Fraction(1852, 3600),
    },
    "energy": {"J": 1, "kW.h": 36 * 10**5, "MW.h": 36 * 10**8, "GW.h": 36 * 10**11, "TW.h": 36 * 10**14},
    "power": {"kW": 1, "MW": 1000, "GW": 10**6},
    "frequency": {"Hz": 1, "kHz": 1000, "MHz": 10**6, "GHz": 10**9},
    "data": {"By": 1, "kBy": 1000, "MBy": 10**6, "GBy": 10**9, "TBy": 10**12},
}
SCALES: Final = {
    unit: Scale(kind, Fraction(factor))
    for kind, factors in _FACTORS.items()
    for unit, factor in factors.items()
} | {
    "Cel": Scale("temperature", Fraction(1)),
    "[degF]": Scale("temperature", Fraction(5, 9), Fraction(-160, 9)),
}
"""By code, every unit that converts into another."""


def unit_kind(unit: str) -> str:
    """Return what must be equal before numbers are set side by side: kind of the unit, else the unit."""
    return SCALES[unit].kind if unit in SCALES else unit


def in_base(value: Decimal, unit: str | None) -> Fraction:
    """Return a value in the base of its unit's kind, exactly; as it is where the unit has none."""
    scale = SCALES.get(unit or "")
    return Fraction(value) * scale.factor + scale.offset if scale else Fraction(value)


def converted(value: Decimal, unit: str, into: str) -> Decimal | None:
    """Return a value in another unit, to six digits; None where the units are not of one kind."""
    if unit not in SCALES or into not in SCALES or SCALES[unit].kind != SCALES[into].kind:
        return None
    target = SCALES[into]
    exact = (in_base(value, unit) - target.offset) / target.factor
    return _SHOWN.divide(Decimal(exact.numerator), Decimal(exact.denominator)).normalize(_SHOWN)
