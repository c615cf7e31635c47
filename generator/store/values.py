"""Values of the program as bytes for the cache, and back.

Reading pickles that somebody else made runs whatever they say, and a cache can come with a cloned folder. So
only plain data comes back: records of this package (structures, tuples, enumerations), dates,
numbers and sets. None of these does anything when it is made. Whatever else is named is refused, and the
cache with it.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import GenericAlias
from typing import Any, Final, TypeVar

from msgspec import DecodeError, Struct, msgpack

_PLAIN: Final = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
}
_PACKAGE: Final = "generator."


_WRITE: Final = msgpack.Encoder()
_READERS: Final[dict[type, msgpack.Decoder[Any]]] = {}

RecordT = TypeVar("RecordT")


class UnpackError(Exception):
    """The bytes are not what ``pack`` or ``encode`` makes."""


def encode(record: object) -> bytes:
    """Return a record as bytes, of which only what is asked for comes back; much quicker than ``pack``."""
    return _WRITE.encode(record)


def decode(data: bytes | memoryview, kind: type[RecordT]) -> RecordT:
    """Return a record of that kind which was encoded; UnpackError where the bytes are none."""
    reader = _READERS.get(kind)
    if reader is None:
        reader = _READERS[kind] = msgpack.Decoder(kind)
    try:
        record: RecordT = reader.decode(data)
    except (DecodeError, ValueError) as error:  # of bytes, or of text inside
        message = f"not an encoded value: {error}"
        raise UnpackError(message) from error
    return record


def encode_rows(rows: Iterable[object], kinds: Sequence[type]) -> bytes:
    """Return rows of these kinds as bytes, sorted out by kind."""
    found: dict[type, list[object]] = {kind: [] for kind in kinds}
    for row in rows:
        found[type(row)].append(row)
    return _WRITE.encode([*found.values()])


def decode_rows(data: bytes, kinds: tuple[type, ...]) -> list[Any]:
    """Return the rows that ``encode_rows`` took; UnpackError where the bytes are none."""
    return [row for rows in decode(data, _rows_of(kinds)) for row in rows]


@cache
def _rows_of(kinds: tuple[type, ...]) -> type[tuple[list[Any], ...]]:
    """Return the type of a list for each kind."""
    lists: Any = GenericAlias(tuple, tuple([GenericAlias(list, (kind,)) for kind in kinds]))
    found: type[tuple[list[Any], ...]] = lists
    return found


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
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields that a record is made of; none for whatever else."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    return tuple([each.name for each in fields(kind)]) if is_dataclass(kind) else ()


def restore(kind: type, values: tuple[Any, ...]) -> object:
    """Return a record with these values of its fields."""
    return kind(**dict(zip(_names(kind), values, strict=True)))


def _takes_positions(kind: type) -> bool:
    return issubclass(kind, Struct) and kind.__match_args__ == kind.__struct_fields__


class _Reducers(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """How to take the values of each class apart, found out once for the class.

    What can be made from values in a row comes back without a step of ours: in half the time.
    """

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        names = _names(kind)
        if names:
            # one name alone would give its value bare
            values = attrgetter(*names) if names[1:] else lambda record: (getattr(record, names[0]),)
            if _takes_positions(kind):
                self[kind] = lambda record: (kind, values(record))
            else:
                self[kind] = lambda record: (restore, (kind, values(record)))
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
        and (is_dataclass(found) or issubclass(found, Struct | tuple | Enum))
    )
