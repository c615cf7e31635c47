"""Ids of the actors that a draft suggests."""

from __future__ import annotations

from functools import partial

from generator.drafting.actors import Cast, Entity
from tests.support.work import lines_run


def _family(count: int) -> Cast:
    """Return a cast of people who share a last name."""
    cast = Cast()
    for _ in range(count):
        name = cast.new_id("Vance")
        cast.entities[name] = Entity(id=name, name="Ida Vance", type=None)
    return cast


def test_people_with_one_last_name_are_numbered_in_order() -> None:
    """The first has the bare name, the others follow."""
    assert list(_family(3).entities) == ["vance", "vance-2", "vance-3"]


def test_twice_the_people_with_one_last_name_are_twice_the_work() -> None:
    """A free number is not looked for from the first one each time."""
    once, twice = (lines_run(partial(_family, count)) for count in (200, 400))
    assert twice <= once * 2.1
