"""Which figures agree, which followed on others, which contradict each other."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from generator.analysis import Finding, Point, compare
from generator.model import Standing
from generator.values import Bound, Date, Quantity
from tests.support.records import replace
from tests.support.work import calls

DAY = Date.day(dt.date(2031, 5, 9))


def point(key: str, value: str, as_of: int = 1, **more: Any) -> Point:  # noqa: ANN401 - any field of either
    """Return a figure of a measure; a value may name its bound before the number."""
    bound, _, number = value.rpartition(" ")
    of = {name: more.pop(name) for name in ("unit", "ordinal", "increment", "high") if name in more}
    quantity = Quantity(value=Decimal(number), bound=Bound(bound or "exact"), **of)
    fields: dict[str, Any] = {"measure": "crews", "counted": "crews", "period": None, **more}
    return Point(
        key=key, as_of=as_of, quantity=quantity, standing=fields.pop("standing", Standing.REPORTED), **fields
    )


def found(*points: Point) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Return what comparing finds, in short."""
    return [(each.finding.value, each.steps) for each in compare(points)]


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        ("14", "14", "agreement"),
        ("14", "9", "conflict"),
        ("at least 10", "14", "compatible"),
        ("at least 10", "9", "conflict"),
        ("more than 14", "14", "conflict"),
        ("at least 14", "14", "compatible"),
        ("less than 14", "at least 14", "conflict"),
        ("at most 20", "at least 14", "compatible"),
        ("about 100", "110", "compatible"),
        ("about 100", "130", "conflict"),
        ("nearly 100", "100", "conflict"),
        ("nearly 100", "95", "compatible"),
    ],
)
def test_figures_of_one_day(first: str, second: str, finding: str) -> None:
    """Bounds that some number fits are no conflict; what none fits is."""
    ((kind, steps),) = found(point("a", first), point("b", second))
    assert kind == finding
    assert sorted(key for step in steps for key in step) == ["a", "b"]
    assert len(steps) == (2 if finding == "conflict" else 1)


def test_a_range_holds_its_numbers() -> None:
    """10 to 12 and 11 fit together, 13 does not."""
    wide = point("a", "range 10", high=Decimal(12))
    assert found(wide, point("b", "11"))[0][0] == "compatible"
    assert found(wide, point("b", "13"))[0][0] == "conflict"


def test_later_days_change_what_was_known() -> None:
    """Without a period a later figure that does not fit is the course of things, in the order of days."""
    points = (point("c", "9", 3), point("a", "14", 1), point("b", "14", 2))
    assert found(*points) == [("change", (("a", "b"), ("c",)))]


def test_one_period_given_anew_is_a_revision() -> None:
    """What a past day is said to have cost changes only because somebody corrects it."""
    points = (point("a", "1400", 1, period=DAY), point("b", "1200", 2, period=DAY))
    assert found(*points) == [("revision", (("a",), ("b",)))]


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "ships"},
        {"counted": "Thai crews"},
        {"period": DAY},
        {"standing": Standing.CONDITION},
        {"standing": Standing.PLANNED},
        {"increment": True},
        {"ordinal": True},
        {"unit": "d"},
        {"is_whole": False},
    ],
)
def test_unequal_things_are_never_compared(change: dict[str, Any]) -> None:
    """A plan, a condition, an increment, another thing, another period: none is held against a total."""
    assert found(point("a", "14"), point("b", "9", **change)) == []


def test_units_of_one_kind_are_compared() -> None:
    """Two weeks and fourteen days agree; a dollar and a euro are never compared."""
    assert found(point("a", "2", unit="wk"), point("b", "14", unit="d"))[0][0] == "agreement"
    assert found(point("a", "2", unit="USD"), point("b", "14", unit="EUR")) == []


def test_case_and_spaces_do_not_matter() -> None:
    """The thing counted is compared as words, not as letters."""
    assert found(point("a", "2", counted="Crews"), point("b", "2", counted=" crews "))[0][0] == "agreement"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("hostage", "hostages"),
        ("Hostage", "civilian hostages"),
        ("woman", "women"),
        ("person", "people"),
        ("body", "bodies"),
        ("bus", "buses"),
        ("glass", "glasses"),
        ("tonne of grain", "tonnes of grain"),
        ("police", "police"),
        ("crew", "crews"),
    ],
)
def test_one_and_many_are_one_thing_counted(one: str, many: str) -> None:
    """A figure of a single thing is compared with one of several; another thing still is not."""
    together = found(point("a", "1", counted=one), point("b", "20", counted=many))
    assert [name for name, _ in together] == ([] if one == "Hostage" else ["conflict"])


def test_conflict_and_change_stand_apart() -> None:
    """A day on which sources differ, and a later day that fits none of them, are two findings."""
    points = (point("a", "14"), point("b", "20"), point("c", "9", 2))
    assert found(*points) == [("conflict", (("a",), ("b",))), ("change", (("a", "b"), ("c",)))]


def test_later_figure_may_side_with_one() -> None:
    """What fits one of two that differ changes nothing, and the conflict stays."""
    assert found(point("a", "14"), point("b", "20"), point("c", "20", 2)) == [("conflict", (("a",), ("b",)))]


def test_compatible_bounds_narrow() -> None:
    """What two bounds leave open together is what a third is held against."""
    points = (point("a", "at least 10", 1), point("b", "at most 12", 2), point("c", "15", 3))
    assert found(*points) == [("change", (("a", "b"), ("c",)))]


def test_order_of_figures_does_not_matter() -> None:
    """The same figures in any order give the same findings."""
    points = [point(str(number), str(number % 5), number // 7) for number in range(40)]
    assert compare(points) == compare(reversed(points))
    assert compare(points)[0].finding is Finding.CONFLICT


def test_the_ledger_is_linear() -> None:
    """Ten times the figures, all in conflict, cost about ten times the work."""

    def work(count: int) -> int:
        points = [point(str(number), str(number), number // 50) for number in range(count)]
        more = [replace(each, counted=f"things {each.key}") for each in points]
        return calls(lambda: compare([*points, *more]))

    assert work(2_000) < 13 * work(200)
