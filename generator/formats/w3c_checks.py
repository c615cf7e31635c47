"""Checks of single values that annotations are made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from generator.formats.json_tree import Json, JsonValue
from generator.problems import Problem
from generator.text import Location

REFERENCE: Final = re.compile(r"[^\s<>\"{}|\\^`]+")
"""What an address may consist of; relative ones are allowed."""

_TIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)


class Checks:
    """Takes values out of objects, and collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def _id(self, members: Mapping[str, Json]) -> str | None:
        node = members.get("id")
        if node is None:
            return None
        if isinstance(node.value, list):
            self._report(f"expected one id, found {len(node.value)}", node.location)
            return None
        return self._reference(node, "an id")

    def _reference(self, node: Json, what: str) -> str | None:
        """Return an address; relative ones are allowed."""
        if isinstance(node.value, str) and REFERENCE.fullmatch(node.value):
            return node.value
        found = f"'{node.value[:60]}'" if isinstance(node.value, str) else named(node.value)
        self._report(f"expected an address for {what}, found {found}", node.location)
        return None

    def _reference_or_object(self, node: Json, what: str) -> None:
        if isinstance(node.value, dict):
            self._id(node.value)
        else:
            self._reference(node, what)

    def _text(self, members: Mapping[str, Json], key: str, owner: Location | None = None) -> str | None:
        node = members.get(key)
        if node is not None and isinstance(node.value, str):
            return node.value
        place = node.location if node is not None else owner
        if place is not None:
            self._report(f"expected one text for '{key}', found {named(node.value if node else None)}", place)
        return None

    def _number(self, members: Mapping[str, Json], key: str, owner: Location | None = None) -> int | None:
        node = members.get(key)
        value = node.value if node is not None else None
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        place = node.location if node is not None else owner
        if place is not None:
            self._report(f"expected a whole number from 0 for '{key}', found {named(value)}", place)
        return None

    def _time(self, node: Json, key: str) -> str | None:
        if isinstance(node.value, str) and _TIME.fullmatch(node.value):
            try:
                dt.datetime.fromisoformat(node.value)
            except ValueError:
                pass
            else:
                return node.value
        found = f"'{node.value[:40]}'" if isinstance(node.value, str) else named(node.value)
        self._report(
            f"expected one time for '{key}', such as 2031-05-13T09:00:00Z, found {found}", node.location
        )
        return None

    def _report(self, message: str, location: Location) -> None:
        self.problems.append(Problem(code="bad-annotation", message=message, location=location))


def named(value: JsonValue) -> str:
    """Return what a value is, for a person."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"'{value[:40]}'"
    return "a list" if isinstance(value, list) else "an object"
