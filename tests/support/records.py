"""A record with other values of some fields, whatever the record is made with."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, structs

RecordT = TypeVar("RecordT")


def replace(record: RecordT, **changes: object) -> RecordT:
    """Return a copy of a record with these fields changed."""
    change: Any = structs.replace if isinstance(record, Struct) else dataclasses.replace
    changed: RecordT = change(record, **changes)
    return changed
