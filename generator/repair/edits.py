"""Replacing single values in a YAML file, every other byte of which stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.formats.yaml_tree import YamlScalar, parse_yaml
from generator.formats.yaml_writer import scalar
from generator.text import LineIndex


@dataclass(frozen=True, slots=True, order=True)
class Edit:
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
