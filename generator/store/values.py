"""Values of the program as bytes for the cache, and back.

Reading pickles that somebody else made runs whatever they say, and a cache can come with a cloned folder. So
only plain data comes back: classes of this package's own value modules, dates, numbers and sets. None of
these does anything when it is made; whatever else is named is refused, and the cache with it.
"""

from __future__ import annotations

import importlib
import io
import pickle
from collections.abc import Iterable
from typing import Any, Final

_PLAIN: Final = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
}
_OURS: Final = (
    "generator.model.",
    "generator.pages.",
    "generator.problems",
    "generator.publishing",
    "generator.text.",
    "generator.values.",
)


class UnpackError(Exception):
    """The bytes are not what ``pack`` makes."""


def pack(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


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


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # as its base has it
        """Return a class of plain data."""
        if (module, name) in _PLAIN or (module.startswith(_OURS) and "." not in name):
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        message = f"not plain data: {module}.{name}"
        raise UnpackError(message)
