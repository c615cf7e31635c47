"""JSON Schemas of the files that people write, for their editors, from the definitions that check them.

``python -m generator.reading.schema`` writes them to ``docs/schemas/``.
"""

from __future__ import annotations

import inspect
import json
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias, get_args

from generator.kinds import KINDS
from generator.model import Actor, MemoMetadata, Metadata
from generator.model.forms import ID_PATTERN, MAX_ID
from generator.reading.registries import REGISTRIES
from generator.reading.shapes import Key, Shape, form_of, inside, is_list, is_record, keys_of

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
    for name, (shape, description) in REGISTRIES.items():
        found[name] = _of(shape, f"Registry of {name}", description)
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


def _of(shape: Shape, title: str, description: str = "") -> Schema:
    """Return the schema of a file as editors understand it best."""
    defined: dict[str, Schema] = {}
    found = _record(shape, defined) if is_record(shape) else _shape(shape, defined)
    schema: Schema = {"$schema": _DIALECT, "title": title}
    if defined:
        schema["$defs"] = dict(sorted(defined.items()))
    if description:
        schema["description"] = description
    return schema | found


def _shape(shape: Shape, defined: dict[str, Schema]) -> Schema:
    """Return the schema of a value; those that are defined once are put among the others."""
    form = form_of(shape)
    if form is not None:
        is_free = form.schema["type"] == "string" and not form.schema.keys() & {"pattern", "format"}
        return {**form.schema, "type": _ONE_VALUE} if is_free else dict(form.schema)
    if is_record(shape):
        defined.setdefault(shape.__name__, _record(shape, defined))
        return {"$ref": f"#/$defs/{shape.__name__}"}
    if isinstance(shape, type) and issubclass(shape, Enum):
        values = [each.value for each in shape]
        defined[shape.__name__] = {"description": inspect.getdoc(shape), "enum": values, "type": "string"}
        return {"$ref": f"#/$defs/{shape.__name__}"}
    if is_list(shape):
        return {"items": _shape(inside(shape), defined), "type": "array"}
    name, entry = get_args(shape)
    names = _shape(name, defined)
    return {
        "patternProperties": {names.pop("pattern"): _shape(entry, defined)},
        "additionalProperties": False,
        "propertyNames": {key: value for key, value in names.items() if key != "type"},
        "type": "object",
    }


def _record(record: type, defined: dict[str, Schema]) -> Schema:
    keys = keys_of(record)
    required = [name for name, key in keys.items() if key.is_required]
    return {
        "additionalProperties": False,
        "description": inspect.getdoc(record),
        **({"not": {"required": ["name", "unnamed"]}} if record is Actor else {}),
        "properties": {name: _key(key, defined) for name, key in keys.items()},
        **({"required": required} if required else {}),
        "type": "object",
    }


def _key(key: Key, defined: dict[str, Schema]) -> Schema:
    most = {} if key.about.at_most is None else {"maxItems": key.about.at_most}
    default = {"default": str(key.default)} if isinstance(key.default, str) else {}
    about = {"description": key.about.description, "examples": [key.about.example]}
    return {**_shape(key.shape, defined), **most, **default, **about}


if __name__ == "__main__":
    write(Path("docs/schemas"))
