"""Problems as SARIF, for code scanning and editors.

Source: Static Analysis Results Interchange Format 2.1.0, with Errata 01 (OASIS).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from generator import __version__
from generator.problems import CODES, Code, Problem
from generator.text import Location

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
"""What consumers resolve paths against; where that is, they know and we do not say."""

_NUMBERS: Final = {name: number for number, name in enumerate(CODES)}


def problems_as_sarif(problems: Iterable[Problem], base: str = "") -> str:
    """Return a SARIF log of one run, ending in a line end; results stand in the order of places.

    Every code is a rule, raised or not. Lines and columns count from 1, columns in code points. Paths are
    relative; ``base`` (empty, or ending in a slash) goes before them. Only ASCII is written.
    """
    found = sorted(problems, key=lambda problem: problem.order)
    driver = {
        "name": "briefings",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in CODES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, base) for problem in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.name,
        "shortDescription": {"text": code.summary},
        # no helpUri: it must be absolute, and where a project keeps its documentation is not ours to know
        "help": {"text": f"{code.summary} Section '{code.name}' of docs/problems.md says what to do."},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Problem, base: str) -> dict[str, Any]:
    text = f"{problem.message}."
    if problem.example is not None:
        text += f"\nExample: {problem.example}"
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": _NUMBERS[problem.code],
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [_place(problem.location, base)],
    }
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": "see also"}, **_place(location, base)}
            for number, location in enumerate(problem.related)
        ]
    return result


def _place(location: Location, base: str) -> dict[str, Any]:
    path = f"{base}{location.path}"
    artifact = {"uri": quote(path, errors="surrogatepass")}
    if not path.startswith("../"):
        # what lies outside the project has no place below its root
        artifact["uriBaseId"] = _ROOT
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endColumn": location.column + location.length,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
