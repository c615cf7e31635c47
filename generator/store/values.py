"""Values of the program as bytes for the cache, and back.

Reading pickles that somebody else made runs whatever they say, and a cache can come with a cloned folder. So
only plain data comes back: records of this package (dataclasses, tuples, enumerations), dates,
numbers and sets. None of these does anything when it is made. Whatever else is named is refused, and the
cache with it.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, Final

_PLAIN: Final = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
}
_PACKAGE: Final = "generator."


class UnpackError(Exception):
    """The bytes are not what ``pack`` makes."""


def pack(value: object) -> bytes:
    """Return a value as bytes."""
    buffer = io.BytesIO()
    writer = pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    writer.dispatch_table = _REDUCERS
    writer.dump(value)
    return buffer.getvalue()


def unpack(data: bytes) -> Any:  # noqa: ANN401  # whatever was packed
    """Return a value that was packed; UnpackError where the bytes name anything but data."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except UnpackError:
        raise
    except Exception as error:  # a pickle can fail with almost anything
        message = f"not a packed value: {error}"
        raise UnpackError(message) from error


def unpack_all(parts: Iterable[bytes]) -> list[Any]:
    """Return the values of many packed sequences, in order."""
    return [value for part in parts for value in unpack(part)]


@cache
def _slots(kind: type) -> tuple[MemberDescriptorType, ...]:
    """Return the fields of a record with slots; none for whatever else."""
    found = [getattr(kind, each.name, None) for each in fields(kind)] if is_dataclass(kind) else []
    slots = tuple(slot for slot in found if isinstance(slot, MemberDescriptorType))
    return slots if len(slots) == len(found) else ()


@cache
def _getter(kind: type) -> Callable[[Any], Any] | None:
    """Return what gets all fields of a record; None for what is none, or has no field."""
    names = [slot.__name__ for slot in _slots(kind)]
    return attrgetter(*names) if names else None


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Return what sets each field of a record, frozen or not."""
    return tuple(slot.__set__ for slot in _slots(kind))


def restore(kind: type, state: Any) -> object:  # noqa: ANN401  # one value, or a tuple of several
    """Return a record with these values of its fields."""
    setters = _setters(kind)
    record: object = object.__new__(kind)
    if len(setters) == 1:
        setters[0](record, state)
        return record
    for setter, value in zip(setters, state, strict=True):
        setter(record, value)
    return record


class _Reducers(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """How to take the values of each class apart, found out once for the class.

    Records come apart three times as quick as what dataclasses do by themselves, tuples with names in half
    the time of theirs.
    """

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        getter = _getter(kind)
        if getter is not None:
            self[kind] = lambda record: (restore, (kind, getter(record)))
        elif issubclass(kind, tuple):
            self[kind] = lambda row: (kind, tuple(row))
        else:
            raise KeyError(kind)
        return self[kind]


_REDUCERS: Final = _Reducers()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # as its base has it
        """Return a class of plain data, from modules that are loaded already."""
        if (module, name) == (__name__, restore.__name__):
            return restore
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    """Return a class of plain data; what is refused is not remembered."""
    found = getattr(sys.modules.get(module), name, None)
    if isinstance(found, type) and ((module, name) in _PLAIN or _is_our_data(found, module)):
        return found
    message = f"not plain data: {module}.{name}"
    raise UnpackError(message)


def _is_our_data(found: type, module: str) -> bool:
    return (
        module.startswith(_PACKAGE)
        and found.__module__ == module
        and (is_dataclass(found) or issubclass(found, tuple | Enum))
    )
