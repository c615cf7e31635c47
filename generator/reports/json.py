"""Problems as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.problems import Problem
from generator.text import Location


def problems_as_json(problems: Iterable[Problem], base: str = "") -> str:
    """Return a JSON list of problems, in the order of places, ending in a line end.

    Each has ``code``, ``severity``, ``message``, ``path``, ``line``, ``column``, ``length``, ``example`` (a
    string or null) and ``related``, a list of places. Keys may be added later; these stay. Paths are
    relative; ``base`` (empty, or ending in a slash) goes before them. Only ASCII is written, so that no
    character of a source reaches a terminal as it is.
    """
    found = [_entry(problem, base) for problem in sorted(problems, key=lambda problem: problem.order)]
    return json.dumps(found, indent=2) + "\n"


def _entry(problem: Problem, base: str) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        **_place(problem.location, base),
        "example": problem.example,
        "related": [_place(location, base) for location in problem.related],
    }


def _place(location: Location, base: str) -> dict[str, Any]:
    return {
        "path": f"{base}{location.path}",
        "line": location.line,
        "column": location.column,
        "length": location.length,
    }
