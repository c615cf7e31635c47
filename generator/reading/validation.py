"""The boundary between YAML and declared records: every problem of a file at once, each at its place.

Pydantic's core checks the structure and collects what is wrong. Its schema is made from the definitions of
the records, without the classes of Pydantic: building those takes as long as reading fifty articles. The core
is loaded for the first file that is checked: a draft has none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from functools import cache, partial
from importlib import import_module
from typing import Any, Final, TypeAlias, TypeVar, cast, get_args

from generator.formats.yaml_tree import Plain, YamlMap, YamlScalar, locate, to_plain
from generator.model.forms import UnfitError
from generator.problems import Problem, did_you_mean
from generator.reading.shapes import Key, Shape, form_of, inside, is_list, is_record, keys_of
from generator.text import Location

T = TypeVar("T")
_Path: TypeAlias = tuple[str | int, ...]
_Schema: TypeAlias = dict[str, Any]
"""What the core takes: see ``pydantic_core.core_schema``."""

_Details: TypeAlias = Mapping[str, Any]
"""One thing wrong, as the core says it: ``type``, ``loc``, ``input``, and ``ctx`` where there is more."""

_LONGEST_SHOWN: Final = 40
_MOST_SUGGESTIONS: Final = 100
_CHOICE: Final = re.compile(r"'([^']*)'")
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./'_-]*|https?://[A-Za-z0-9./_-]+")
_FORMS: Final = {
    # pydantic's type of error: what was expected, in plain words
    "tuple_type": "a list",
    "dict_type": "keys with values",
}


def validate(tree: YamlMap, shape: type[T]) -> tuple[T | None, list[Problem]]:
    """Return what a mapping declares, and all that is wrong with it.

    What is wrong is left out and everything else kept, so that the rest of the work goes on; None only where
    a key that the record itself requires is missing or wrong.
    """
    plain = to_plain(tree)
    validator, refused = _validator(cast("Shape", shape))
    problems: list[Problem] = []
    wrong: set[_Path] = set()
    while True:
        try:
            return cast("T", validator.validate_python(_without(plain, wrong))), problems
        except refused as error:
            errors = error.errors(include_url=False)
        # once something is left out, positions in lists no longer match the file, and nothing new can show
        if not wrong:
            problems = _problems(errors, tree, shape)
        found = {_to_leave_out(detail) for detail in errors}
        if () in found:
            return None, problems
        # an entry that is wrong without its wrong parts goes altogether
        plain = _without(plain, wrong)
        wrong = found


@cache
def _validator(shape: Shape) -> tuple[Any, Any]:
    """Return the core's validator of a shape, and the exception that it raises."""
    core = import_module("pydantic_core")
    return core.SchemaValidator(_schema(shape)), core.ValidationError


def _schema(shape: Shape, at_most: int | None = None) -> _Schema:
    """Return what the core checks a shape by; a list may have so many items."""
    form = form_of(shape)
    if form is not None:
        return {"type": "function-plain", "function": {"type": "no-info", "function": form.read}}
    if is_record(shape):
        return _record(shape)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return {"type": "enum", "cls": shape, "members": list(shape), "sub_type": "str"}
    if is_list(shape):
        items = _schema(inside(shape))
        most = {} if at_most is None else {"max_length": at_most}
        return {"type": "tuple", "items_schema": [items], "variadic_item_index": 0, **most}
    names, values = get_args(shape)
    return {"type": "dict", "keys_schema": _schema(names), "values_schema": _schema(values)}


def _record(record: type) -> _Schema:
    """Return the schema of a record: no unknown key passes, and what is absent takes its default."""
    found = {
        name: {
            "type": "typed-dict-field",
            "schema": _schema(key.shape, key.about.at_most),
            "required": key.is_required,
        }
        for name, key in keys_of(record).items()
    }
    values = {"type": "typed-dict", "fields": found, "extra_behavior": "forbid"}
    given = {"type": "function-before", "function": {"type": "no-info", "function": _given}, "schema": values}
    made = {"type": "no-info", "function": partial(_made, record)}
    return {"type": "function-after", "function": made, "schema": given}


def _given(values: object) -> object:
    """Read a key without a value (``headline:``) like a key that is not there."""
    if isinstance(values, dict) and None in values.values():
        return {key: value for key, value in values.items() if value is not None}
    return values


def _made(record: type, values: Mapping[str, object]) -> object:
    return record(**values)


def _to_leave_out(detail: _Details) -> _Path:
    """Return the path of what must go for the rest to stand."""
    path: _Path = detail["loc"]
    return path[:-1] if detail["type"] == "missing" or _is_key(detail) else path


def _is_key(detail: _Details) -> bool:
    """Return whether the error is about a key itself."""
    path: _Path = detail["loc"]
    return path[-1:] == ("[key]",)


def _without(plain: Plain, wrong: Collection[_Path], here: _Path = ()) -> Plain:
    """Return a copy of plain data without what stands at the paths."""
    if not wrong:
        return plain
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if (*here, key) not in wrong}
        return {key: _without(value, wrong, (*here, key)) for key, value in kept.items()}
    if isinstance(plain, list):
        return [
            _without(value, wrong, (*here, number))
            for number, value in enumerate(plain)
            if (*here, number) not in wrong
        ]
    return plain


def _problems(errors: Iterable[_Details], tree: YamlMap, shape: Shape) -> list[Problem]:
    """Return a problem for each error, in the order of the file."""
    details = list(errors)
    suggest = len(details) <= _MOST_SUGGESTIONS
    found = [_problem(detail, tree, shape, suggest=suggest) for detail in details]
    return sorted(found, key=lambda problem: problem.order)


def _problem(detail: _Details, tree: YamlMap, shape: Shape, *, suggest: bool) -> Problem:
    path = detail["loc"][:-1] if _is_key(detail) else detail["loc"]
    context = detail.get("ctx", {})
    code, example, suggestion = "bad-value", None, ""
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, tree, shape, suggest=suggest)
        case "missing":
            return _missing_key(path, tree, shape)
        case "too_long":
            message = f"expected at most {context['max_length']} key facts, found {context['actual_length']}"
            return Problem(code="too-many-key-facts", message=message, location=locate(tree, path))
        case "enum":
            expected = f"one of {context['expected']}"
            suggestion = did_you_mean(str(detail["input"]), _CHOICE.findall(context["expected"]))
        case "value_error":
            unfit: UnfitError = context["error"]
            code, expected, example = unfit.code, unfit.expected, unfit.example
        case _:
            expected = _FORMS[detail["type"]]
    found = _shown(str(path[-1]) if _is_key(detail) else detail["input"])
    return Problem(
        code=code,
        message=f"{_what(path)}: expected {expected}, found {found}{suggestion}",
        location=_place(tree, path, key=_is_key(detail)),
        example=_example(path, shape, detail, example),
    )


def _unknown_key(path: _Path, tree: YamlMap, shape: Shape, *, suggest: bool) -> Problem:
    known = _keys_at(shape, path[:-1])
    key = str(path[-1])
    suggestion = did_you_mean(key, known) if suggest else ""
    return Problem(
        code="unknown-key",
        message=f"unknown key '{_cut(key)}'{suggestion}",
        location=locate(tree, path, key=True),
        example=None if suggestion else f"one of {', '.join(known)}",
    )


def _missing_key(path: _Path, tree: YamlMap, shape: Shape) -> Problem:
    key = str(path[-1])
    example = _first_example(shape, path)
    return Problem(
        code="missing-key",
        message=f"expected the key '{key}'{_inside(path)}, found none",
        location=_place(tree, path, key=True),
        example=None if example is None else f"{key}: {_yaml(example)}",
    )


def _inside(path: _Path) -> str:
    return f" in '{'.'.join(str(step) for step in path[:-1])}'" if path[:-1] else ""


def _what(path: _Path) -> str:
    """Return the name of what stands at a path, as people would point at it."""
    *before, last = path
    if isinstance(last, int):
        return f"item {last + 1} of '{'.'.join(str(step) for step in before)}'"
    return f"'{_cut('.'.join(str(step) for step in path))}'"


def _place(tree: YamlMap, path: _Path, *, key: bool) -> Location:
    """Return where a value stands; where it is no single value, its key does."""
    place = locate(tree, path, key=key)
    at_key = locate(tree, path, key=True)
    return at_key if not key and place.line != at_key.line else place


def _example(path: _Path, shape: Shape, detail: _Details, example: object) -> str | None:
    """Return how the value could be written; for a lone value where a list is expected, that very value."""
    if _is_key(detail):
        return None if example is None else f"{example}: …"
    if detail["type"] == "tuple_type" and isinstance(detail["input"], str):
        example = [part.strip() for part in detail["input"].split(",") if part.strip()]
    if example is None:
        example = _first_example(shape, path)
    if example is None:
        return None
    last = path[-1]
    return f"- {_yaml(example)}" if isinstance(last, int) else f"{last}: {_yaml(example)}"


def _first_example(shape: Shape, path: _Path) -> object:
    """Return the example of a field, or of the first item of a field that is a list."""
    if isinstance(path[-1], int):
        found = _first_example(shape, path[:-1])
        return found[0] if isinstance(found, list) else None
    key = _keys_at(shape, path[:-1]).get(str(path[-1]))
    return key.about.example if key else None


def _keys_at(shape: Shape, path: _Path) -> Mapping[str, Key]:
    """Return the keys of the mapping at a path; none where it holds records by their ids."""
    for step in path:
        shape = keys_of(shape)[str(step)].shape if is_record(shape) else inside(shape)
    return keys_of(shape) if is_record(shape) else {}


def _shown(value: object) -> str:
    """Return what was found, for a person."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Mapping):
        return "keys with values"
    return f"'{_cut(' '.join(str(value).split()))}'"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _yaml(value: object) -> str:
    """Return an example as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    text = _cut(" ".join(str(value).split()))
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def is_given(tree: YamlMap, key: str) -> bool:
    """Return whether a key stands in a mapping and has a value, right or wrong."""
    entry = tree.entries.get(key)
    return entry is not None and not (isinstance(entry.node, YamlScalar) and not to_plain(entry.node))
