"""Problems as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.problems import Problem
from generator.text import Location


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of problems, in the order of places, ending in a line end.

    Each has ``code``, ``severity``, ``message``, ``path``, ``line``, ``column``, ``length``, ``example`` (a
    string or null) and ``related``, a list of places. Keys may be added later; these stay. Only ASCII is
    written, so that no character of a source reaches a terminal as it is.
    """
    found = [_entry(problem) for problem in sorted(problems, key=lambda problem: problem.order)]
    return json.dumps(found, indent=2) + "\n"


def _entry(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        **_place(problem.location),
        "example": problem.example,
        "related": [_place(location) for location in problem.related],
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "length": location.length,
    }
