"""The boundary between YAML and the declared models: every problem of a file at once, each at its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.formats.yaml_tree import Plain, YamlMap, YamlScalar, locate, to_plain
from generator.problems import CODES, Problem, did_you_mean
from generator.text import Location

ModelT = TypeVar("ModelT", bound=BaseModel)
_Path: TypeAlias = tuple[str | int, ...]

_LONGEST_SHOWN: Final = 40
_MOST_SUGGESTIONS: Final = 100
_CHOICE: Final = re.compile(r"'([^']*)'")
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./'_-]*|https?://[A-Za-z0-9./_-]+")
_FORMS: Final = {
    # pydantic's type of error: what was expected, in plain words
    "string_type": "text",
    "string_too_short": "some text",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}


def validate(tree: YamlMap, model: type[ModelT]) -> tuple[ModelT | None, list[Problem]]:
    """Return what a mapping declares, and all that is wrong with it.

    What is wrong is left out and everything else kept, so that the rest of the work goes on; None only where
    a key that the model itself requires is missing or wrong.
    """
    plain = to_plain(tree)
    problems: list[Problem] = []
    wrong: set[_Path] = set()
    while True:
        try:
            return model.model_validate(_without(plain, wrong)), problems
        except ValidationError as error:
            errors = error.errors(include_url=False)
        # once something is left out, positions in lists no longer match the file, and nothing new can show
        if not wrong:
            problems = _problems(errors, tree, model)
        found = {_to_leave_out(detail) for detail in errors}
        if () in found:
            return None, problems
        # an entry that is wrong without its wrong parts goes altogether
        plain = _without(plain, wrong)
        wrong = found


def _to_leave_out(detail: ErrorDetails) -> _Path:
    """Return the path of what must go for the rest to stand."""
    return detail["loc"][:-1] if detail["type"] == "missing" or _is_key(detail) else detail["loc"]


def _is_key(detail: ErrorDetails) -> bool:
    """Return whether the error is about a key itself."""
    return detail["loc"][-1:] == ("[key]",)


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


def _problems(errors: Iterable[ErrorDetails], tree: YamlMap, model: type[BaseModel]) -> list[Problem]:
    """Return a problem for each error, in the order of the file."""
    details = list(errors)
    suggest = len(details) <= _MOST_SUGGESTIONS
    found = [_problem(detail, tree, model, suggest=suggest) for detail in details]
    return sorted(found, key=lambda problem: problem.order)


def _problem(detail: ErrorDetails, tree: YamlMap, model: type[BaseModel], *, suggest: bool) -> Problem:
    path = detail["loc"][:-1] if _is_key(detail) else detail["loc"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, tree, model, suggest=suggest)
        case "missing":
            return _missing_key(path, tree, model)
        case "too_long":
            message = f"expected at most {context['max_length']} key facts, found {context['actual_length']}"
            return Problem(code="too-many-key-facts", message=message, location=locate(tree, path))
        case "enum":
            expected, example = f"one of {context['expected']}", None
            suggestion = did_you_mean(str(detail["input"]), _CHOICE.findall(context["expected"]))
        case _:
            expected = str(context.get("expected") or _FORMS.get(detail["type"], detail["msg"]))
            example, suggestion = context.get("example"), ""
    code = detail["type"] if detail["type"] in CODES else "bad-value"
    found = _shown(str(path[-1]) if _is_key(detail) else detail["input"])
    return Problem(
        code=code,
        message=f"{_what(path)}: expected {expected}, found {found}{suggestion}",
        location=_place(tree, path, key=_is_key(detail)),
        example=_example(path, model, detail, example),
    )


def _unknown_key(path: _Path, tree: YamlMap, model: type[BaseModel], *, suggest: bool) -> Problem:
    fields = _model_at(model, path[:-1]).model_fields
    key = str(path[-1])
    suggestion = did_you_mean(key, fields) if suggest else ""
    return Problem(
        code="unknown-key",
        message=f"unknown key '{_cut(key)}'{suggestion}",
        location=locate(tree, path, key=True),
        example=None if suggestion else f"one of {', '.join(fields)}",
    )


def _missing_key(path: _Path, tree: YamlMap, model: type[BaseModel]) -> Problem:
    key = str(path[-1])
    example = _first_example(model, path)
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


def _example(path: _Path, model: type[BaseModel], detail: ErrorDetails, example: object) -> str | None:
    """Return how the value could be written; for a lone value where a list is expected, that very value."""
    if _is_key(detail):
        return None if example is None else f"{example}: …"
    if detail["type"] == "tuple_type" and isinstance(detail["input"], str):
        example = [part.strip() for part in detail["input"].split(",") if part.strip()]
    if example is None:
        example = _first_example(model, path)
    if example is None:
        return None
    last = path[-1]
    return f"- {_yaml(example)}" if isinstance(last, int) else f"{last}: {_yaml(example)}"


def _first_example(model: type[BaseModel], path: _Path) -> object:
    """Return the example of a field, or of the first item of a field that is a list."""
    if isinstance(path[-1], int):
        found = _first_example(model, path[:-1])
        return found[0] if isinstance(found, list) else None
    holder = _model_at(model, path[:-1])
    info = holder.model_fields.get(str(path[-1]))
    return info.examples[0] if info and info.examples else None


def _model_at(model: type[BaseModel], path: _Path) -> type[BaseModel]:
    """Return the model that reads the mapping at a path; what is no model holds further ones by id."""
    kind: Any = model
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel) and "root" in kind.model_fields:
            kind = kind.model_fields["root"].annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind = kind.model_fields[str(step)].annotation
        else:
            kind = get_args(kind)[-1]
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else BaseModel


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
