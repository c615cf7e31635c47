"""YAML as a tree that keeps the place of every key and value; every scalar is text.

Source of the event walk before composing: PyYAML's C loader crashes on deep nesting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.text import Location


@dataclass(frozen=True, slots=True)
class YamlScalar:
    """One value, as text; ``plain`` where no quotes stood around it."""

    value: str
    location: Location
    plain: bool = True


@dataclass(frozen=True, slots=True)
class YamlList:
    """A sequence."""

    items: tuple[YamlNode, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A mapping; keys are text."""

    entries: Mapping[str, YamlEntry] = field(default_factory=dict)
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """One key with its value."""

    key_location: Location
    node: YamlNode


YamlNode: TypeAlias = YamlScalar | YamlList | YamlMap
