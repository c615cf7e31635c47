"""JSON Schemas of the files that people write, for their editors, from the definitions that check them.

``python -m generator.reading.schema`` writes them to ``docs/schemas/``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from generator.kinds import KINDS
from generator.model import MemoMetadata, Metadata
from generator.model.forms import ID_PATTERN, MAX_ID
from generator.reading.registries import REGISTRIES

Schema: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ONE_VALUE: Final = ["string", "number", "boolean"]
"""YAML types a bare 1984 or yes; here every such value is text."""
_ONE_OR_MORE: Final = [*_ONE_VALUE, "array"]
_OFFSET: Final = {"type": "integer", "minimum": 0}
_NAMED: Final = [{"required": ["name"]}, {"required": ["unnamed"]}]


def schemas() -> dict[str, Schema]:
    """Return each schema by the name of its file, in a fixed order."""
    found = {"article": _article(), "standoff": _standoff()}
    found["memo"] = _of(MemoMetadata, "Front matter of a memo")
    for name, model in REGISTRIES.items():
        found[name] = _of(model, f"Registry of {name}")
    actor = found["actors"]["$defs"]["Actor"]
    actor["anyOf"] = _NAMED
    return {f"{name}.json": schema for name, schema in found.items()}


def as_text(schema: Schema) -> str:
    """Return the text of a schema's file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(as_text(schema), encoding="utf-8", newline="\n")


def _article() -> Schema:
    return _of(Metadata, "Front matter of an annotated article")


def _standoff() -> Schema:
    """Return the schema of a standoff file: the metadata, where the text is, and the annotations."""
    schema = _of(Metadata, "Standoff annotations of an article")
    schema["description"] = "The metadata of an article, and annotations that stand apart from its text."
    schema["properties"] |= {
        "text": {
            "type": "string",
            "minLength": 1,
            "description": "Where the text is, relative to this file; it may be absent.",
            "examples": ["../texts/ferry-talks.txt"],
        },
        "sha256": {
            "type": "string",
            "pattern": "^[0-9a-fA-F]{64}$",
            "description": "Hash of the normalised text that was annotated.",
        },
        "skip": {
            "type": "array",
            "items": {"$ref": "#/$defs/Span"},
            "description": "Stretches without facts, such as subheads.",
        },
        "annotations": {
            "type": "array",
            "items": {"$ref": "#/$defs/Annotation"},
            "description": "The marks, in any order.",
        },
    }
    schema["$defs"] |= {"Span": _span(), "Annotation": _annotation()}
    schema["$defs"] = dict(sorted(schema["$defs"].items()))
    return schema


def _selectors() -> Schema:
    return {
        "start": {**_OFFSET, "description": "Offset of the first character in the normalised text."},
        "end": {**_OFFSET, "description": "Offset just after the last character."},
        "exact": {"type": _ONE_VALUE, "description": "The words themselves."},
        "prefix": {"type": _ONE_VALUE, "description": "Words just before, where the words stand twice."},
        "suffix": {"type": _ONE_VALUE, "description": "Words just after, where the words stand twice."},
    }


def _span() -> Schema:
    return {
        "type": "object",
        "description": "A stretch of the text. Source: W3C Web Annotation, position and quote selectors.",
        "properties": _selectors(),
        "additionalProperties": False,
        "anyOf": [{"required": ["start", "end"]}, {"required": ["exact"]}],
    }


def _annotation() -> Schema:
    own: Schema = {
        "kind": {"enum": list(KINDS), "description": "What the words are."},
        "id": {
            "type": "string",
            "pattern": ID_PATTERN,
            "maxLength": MAX_ID,
            "description": "Id of the fact; derived from its words otherwise.",
        },
        "standing": {
            "enum": sorted({standing.value for kind in KINDS.values() for standing in kind.standings}),
            "description": "How the source puts it; without one, reported as having happened.",
        },
        **_selectors(),
        "spans": {
            "type": "array",
            "minItems": 1,
            "items": {"$ref": "#/$defs/Span"},
            "description": "Several stretches, instead of one.",
        },
        "read": {
            "type": "object",
            "additionalProperties": {"type": _ONE_VALUE},
            "description": "Values verified earlier, for a text that is not at hand.",
        },
    }
    attributes: dict[str, list[str]] = {}
    for kind in KINDS.values():
        for name, description in kind.all_attributes.items():
            said = attributes.setdefault(name, [])
            if description not in said:
                said.append(description)
    described = {
        name: {"type": _ONE_OR_MORE, "items": {"type": _ONE_VALUE}, "description": " / ".join(said)}
        for name, said in attributes.items()
    }
    return {
        "type": "object",
        "description": "One mark.",
        "properties": own | described,
        "required": ["kind"],
        "additionalProperties": False,
        "anyOf": [{"required": ["start", "end"]}, {"required": ["exact"]}, {"required": ["spans"]}],
        "allOf": [_only(name, [*own, *kind.all_attributes]) for name, kind in KINDS.items()],
    }


def _only(kind: str, keys: list[str]) -> Schema:
    """Return the rule that a mark of a kind has the keys that the kind reads and no others."""
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"propertyNames": {"enum": keys}},
    }


def _of(model: type[BaseModel], title: str) -> Schema:
    """Return the schema of a model as editors understand it best."""
    schema = _simplified(model.model_json_schema())
    return {"$schema": _DIALECT, **schema, "title": title}


def _simplified(schema: Any) -> Any:  # noqa: ANN401  # a schema is any JSON
    """Return a schema without what says nothing to an editor: made-up titles and empty defaults."""
    if isinstance(schema, list):
        return [_simplified(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    return dict(_entries(schema))


def _entries(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in schema.items():
        match key:
            case "properties" | "$defs" | "patternProperties":
                yield key, {name: _simplified(inner) for name, inner in value.items()}
                if key == "patternProperties":
                    yield "additionalProperties", False
            case "anyOf" if {"type": "null"} in value:
                (only,) = (inner for inner in value if inner != {"type": "null"})
                yield from _entries(only)
            case "title":
                pass
            case "default" if value is None or isinstance(value, dict | list):
                pass
            case "type" if value == "string" and not schema.keys() & {"pattern", "enum", "format"}:
                yield key, _ONE_VALUE
            case "const" | "enum" | "examples" | "required" | "description":
                yield key, value
            case _:
                yield key, _simplified(value)


if __name__ == "__main__":
    write(Path("docs/schemas"))
