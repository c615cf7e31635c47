"""Tests of problems as JSON."""

from __future__ import annotations

import json

from generator.problems import Problem
from generator.reports.json import problems_as_json
from generator.text import Location


def test_problems_as_json() -> None:
    """A list of all that is known of each problem, in the order of places."""
    found = [
        Problem(code="undated", message="no date", location=Location("seeds/b.md", 3, 4, 5)),
        Problem(
            code="duplicate-id",
            message="the id 'a' is taken",
            location=Location("seeds/a.md", 9),
            example="{.event #b}",
            related=(Location("seeds/a.md", 2, 7, 2),),
        ),
    ]
    assert json.loads(problems_as_json(found)) == [
        {
            "code": "duplicate-id",
            "severity": "error",
            "message": "the id 'a' is taken",
            "path": "seeds/a.md",
            "line": 9,
            "column": 1,
            "length": 1,
            "example": "{.event #b}",
            "related": [{"path": "seeds/a.md", "line": 2, "column": 7, "length": 2}],
        },
        {
            "code": "undated",
            "severity": "warning",
            "message": "no date",
            "path": "seeds/b.md",
            "line": 3,
            "column": 4,
            "length": 5,
            "example": None,
            "related": [],
        },
    ]


def test_only_ascii_is_written() -> None:
    """No character of a source reaches a terminal as it is, and every one can be read back."""
    message = "\x1b[31m\u202e\x9b\ud800 é 港"
    text = problems_as_json([Problem(code="undated", message=message, location=Location("seeds/a.md"))])
    assert text.isascii()
    assert {char for char in text if not char.isprintable()} == {"\n"}
    assert json.loads(text)[0]["message"] == message


def test_no_problem_is_an_empty_list() -> None:
    """Programs need no special case."""
    assert problems_as_json([]) == "[]\n"
