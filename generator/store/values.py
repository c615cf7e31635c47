"""Values of the program as bytes for the cache, and back.

A cache can come with a cloned folder, so its bytes are anybody's. They say which values, never of which
class: whoever reads them names the record that is wanted, and what does not fit is refused, and the cache
with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from types import GenericAlias
from typing import Any, Final, TypeVar

from msgspec import DecodeError, msgpack

_WRITE: Final = msgpack.Encoder()
_READERS: Final[dict[type, msgpack.Decoder[Any]]] = {}

RecordT = TypeVar("RecordT")


class UnpackError(Exception):
    """The bytes are not what ``encode`` made of such a record."""


def encode(record: object) -> bytes:
    """Return a record as bytes, of which only what is asked for comes back."""
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


def decode_rows(data: bytes | memoryview, kinds: tuple[type, ...]) -> list[Any]:
    """Return the rows that ``encode_rows`` took; UnpackError where the bytes are none."""
    return [row for rows in decode(data, _rows_of(kinds)) for row in rows]


@cache
def _rows_of(kinds: tuple[type, ...]) -> type[tuple[list[Any], ...]]:
    """Return the type of a list for each kind."""
    lists: Any = GenericAlias(tuple, tuple([GenericAlias(list, (kind,)) for kind in kinds]))
    found: type[tuple[list[Any], ...]] = lists
    return found
