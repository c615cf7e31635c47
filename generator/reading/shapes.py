"""The shapes of what is declared: each key of a record with its form, as its definition has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct

from generator.model.forms import About, Form

Shape: TypeAlias = Any
"""A record or an enumeration, ``tuple[shape, ...]``, ``dict[shape, shape]``, or a type with its ``Form``."""


class Key(Struct, frozen=True):
    """One key of a record."""

    shape: Shape
    about: About
    default: object
    is_required: bool


@cache
def keys_of(record: type[Struct]) -> Mapping[str, Key]:
    """Return the keys that a record is declared with, in its order."""
    hints = get_type_hints(record, include_extras=True)
    names, defaults = record.__struct_fields__, record.__struct_defaults__
    absent = (NODEFAULT,) * (len(names) - len(defaults))
    return {
        name: Key(
            shape=_shape(hints[name]),
            about=_of_kind(hints[name], About),
            default=default,
            is_required=default is NODEFAULT,
        )
        for name, default in zip(names, (*absent, *defaults), strict=True)
    }


def form_of(shape: Shape) -> Form | None:
    """Return the form of a single value; None for whatever holds several, and for a choice."""
    return _of_kind(shape, Form) if _origin(shape) is Annotated else None


def is_record(shape: Shape) -> bool:
    """Return whether a shape is a record: keys with values, each of a shape of its own."""
    return isinstance(shape, type) and issubclass(shape, Struct)


def is_list(shape: Shape) -> bool:
    """Return whether a shape is a list of any length."""
    return _origin(shape) is tuple


def inside(shape: Shape) -> Shape:
    """Return the shape of what a list or a mapping by id holds."""
    return get_args(shape)[0 if is_list(shape) else -1]


def _shape(hint: Shape) -> Shape:
    """Return a hint without what it says about its key, and without the None of a key that may be absent."""
    if _origin(hint) is Annotated and form_of(hint) is None:
        return _shape(hint.__origin__)
    if _origin(hint) in (Union, UnionType):
        (only,) = (each for each in get_args(hint) if each is not type(None))
        return only
    return hint


def _origin(hint: Shape) -> object:
    return get_origin(hint)


def _of_kind(hint: Shape, kind: type) -> Any:  # noqa: ANN401  # of that kind, or None
    return next((each for each in hint.__metadata__ if isinstance(each, kind)), None)
