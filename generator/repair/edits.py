"""Replacing single values in a YAML file, every other byte of which stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from generator.formats.yaml_tree import YamlList, YamlScalar, parse_yaml
from generator.formats.yaml_writer import scalar
from generator.text import LineIndex

_BETWEEN: Final = re.compile(r"\s*,\s*|\s*\n[ ]*-[ ]+")
"""What parts the values of a list: a comma, or a new line with a dash."""


class Edit(Struct, frozen=True, order=True):
    """One stretch of a file, and what stands there instead."""

    start: int
    end: int
    text: str


def replacing(lines: LineIndex, old: YamlScalar, value: str) -> Edit | None:
    """Return the edit that gives a scalar another value; None where it runs over lines or is a block.

    Quotation marks stay, and come where the new value needs them.
    """
    start = lines.offset(old.location.line, old.location.column)
    end = start + old.location.length
    written = lines.text[start:end]
    mark = written[:1] if not old.plain else ""
    if mark not in ("", "'", '"') or not _says(written, old.value):
        return None
    new = scalar(value)
    if mark == '"' and not new.startswith('"'):
        new = f'"{new}"'
    elif mark == "'" and value.isprintable():
        new = "'" + value.replace("'", "''") + "'"
    return Edit(start, end, new)


def relisting(lines: LineIndex, old: YamlList, values: Sequence[str]) -> Edit | None:
    """Return the edit that gives a list of plain values others; None where it cannot be told how to write it.

    Between the values stands what stood there before, unless that is a remark.
    """
    scalars = [item for item in old.items if isinstance(item, YamlScalar) and item.plain and item.value]
    if len(scalars) != len(old.items) or not scalars or not values:
        return None
    starts = [lines.offset(item.location.line, item.location.column) for item in scalars]
    ends = [start + item.location.length for start, item in zip(starts, scalars, strict=True)]
    between = [lines.text[end:start] for end, (_, start) in zip(ends, pairwise(starts), strict=False)]
    if not all(map(_BETWEEN.fullmatch, between)):
        return None
    opening = lines.text[lines.offset(old.location.line, old.location.column)]
    if not between and len(values) > 1 and opening != "[":
        return None
    # a line of its own for each only where the first two have one
    text = (between[0] if between else ", ").join(values)
    return Edit(starts[0], ends[-1], text)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits, none of which may overlap another."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:]))


def _says(written: str, value: str) -> bool:
    """Return whether a stretch of a file is all of a scalar."""
    tree, problems = parse_yaml(written, "")
    return not problems and isinstance(tree, YamlScalar) and tree.value == value
