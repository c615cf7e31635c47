"""Tests of the JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from generator.reading.schema import as_text, schemas, write

FOLDER: Final = Path(__file__).resolve().parents[2] / "docs" / "schemas"
ARTICLE: Final = {"title": "Ferry talks resume", "published": "2031-05-13"}


def is_valid(name: str, instance: Any) -> bool:  # noqa: ANN401  # what a YAML file may hold
    """Return whether a schema accepts an instance."""
    return bool(Draft202012Validator(schemas()[name]).is_valid(instance))


def test_schemas_are_checked_in() -> None:
    """The files are what is generated, to the byte: ``python -m generator.reading.schema`` writes them."""
    made = {name: as_text(schema) for name, schema in schemas().items()}
    assert {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")} == made


def test_schemas_are_written(tmp_path: Path) -> None:
    """Each schema becomes a file."""
    write(tmp_path / "schemas")
    assert {path.name for path in (tmp_path / "schemas").iterdir()} == schemas().keys()


@pytest.mark.parametrize("name", list(schemas()))
def test_schemas_are_schemas(name: str) -> None:
    """Each is valid under its own dialect, and says what it is for."""
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert schema["description"]


def test_every_key_is_described() -> None:
    """Editors show a sentence at each key of the metadata."""
    for key, found in schemas()["article.json"]["properties"].items():
        assert found["description"], key


@pytest.mark.parametrize(
    ("name", "instance"),
    [
        ("article.json", ARTICLE),
        ("article.json", ARTICLE | {"title": 1984, "topics": [True, 7], "language": "en-GB"}),
        ("article.json", ARTICLE | {"actors": {"vance": {"name": "Ida Vance", "type": "person"}}}),
        ("article.json", ARTICLE | {"actors": {"vance": {"role": "harbour minister"}}}),
        ("article.json", ARTICLE | {"rights": {"display": "none"}, "url": "https://example.org/x?y#z"}),
        ("actors.json", {"vance": {"name": "Ida Vance"}, "aide": {"unnamed": "an official"}}),
        ("measures.json", {"crews-out": {"title": "Crews on strike", "unit": "USD"}}),
        ("stories.json", {"ferry-strike": {"title": "The strike"}}),
        ("standoff.json", ARTICLE | {"annotations": [{"kind": "figure", "start": 3, "end": 9}]}),
        (
            "standoff.json",
            ARTICLE
            | {
                "text": "../texts/a.txt",
                "sha256": "0" * 64,
                "skip": [{"start": 1, "end": 2}],
                "annotations": [
                    {"kind": "quote", "spans": [{"exact": "a"}, {"start": 1, "end": 2}], "by": "aide"},
                    {"kind": "event", "exact": "sail", "standing": "planned", "because": ["a", "b"]},
                ],
            },
        ),
    ],
)
def test_good_files_pass(name: str, instance: Any) -> None:  # noqa: ANN401  # what a YAML file may hold
    """What the program reads, the schema accepts."""
    assert is_valid(name, instance)


@pytest.mark.parametrize(
    ("name", "instance"),
    [
        ("article.json", {"title": "x"}),
        ("article.json", ARTICLE | {"published": "13 May 2031"}),
        ("article.json", ARTICLE | {"publishd": "x"}),
        ("article.json", ARTICLE | {"topics": "transport"}),
        ("article.json", ARTICLE | {"url": "javascript:alert(1)"}),
        ("article.json", ARTICLE | {"language": "no_NO"}),
        ("article.json", ARTICLE | {"stories": ["../x"]}),
        ("article.json", ARTICLE | {"text_form": "summary"}),
        ("article.json", ARTICLE | {"key": list("abcdefg")}),
        ("article.json", ARTICLE | {"annotations": []}),
        ("article.json", ARTICLE | {"actors": {"2nd": {"name": "Ida Vance"}}}),
        ("article.json", ARTICLE | {"actors": {"vance": {"name": "Ida Vance", "unnamed": "x"}}}),
        ("article.json", ARTICLE | {"actors": {"vance": {"name": "Ida Vance", "wikidata": "90"}}}),
        ("actors.json", {"vance": {"role": "harbour minister"}}),
        ("actors.json", []),
        ("measures.json", {"crews-out": {}}),
        ("stories.json", {"ferry/strike": {"title": "x"}}),
        ("standoff.json", ARTICLE | {"annotations": [{"kind": "number", "start": 3, "end": 9}]}),
        ("standoff.json", ARTICLE | {"annotations": [{"kind": "figure"}]}),
        ("standoff.json", ARTICLE | {"annotations": [{"kind": "event", "exact": "a", "measure": "b"}]}),
        ("standoff.json", ARTICLE | {"sha256": "0"}),
    ],
)
def test_bad_files_are_refused(name: str, instance: Any) -> None:  # noqa: ANN401  # what a YAML file may hold
    """What the program reports, the schema refuses."""
    assert not is_valid(name, instance)
