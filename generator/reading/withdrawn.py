"""What is withdrawn: facts and articles that were published and are not any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.formats.yaml_tree import YamlList, YamlMap, YamlNode, YamlScalar, locate, parse_yaml
from generator.model import Withdrawn
from generator.problems import Problem
from generator.reading.validation import validate
from generator.text import Location

_EXAMPLE = "- {fact: ferry-talks#14-crews, on: 2031-05-20, reason: The night boats were counted twice.}"


def read_withdrawn(
    path: str, raw: str
) -> tuple[dict[str, Withdrawn], Mapping[tuple[str, str], Location], list[Problem]]:
    """Return what is withdrawn, by key; where each, its reason and what replaces it stand; all problems."""
    found: dict[str, Withdrawn] = {}
    locations: dict[tuple[str, str], Location] = {}
    node, problems = parse_yaml(raw, path)
    first: dict[str, Location] = {}
    for item in _items(node, problems):
        entry, wrong = validate(item, Withdrawn)
        problems += wrong
        if entry is None:
            continue
        place = locate(item, ("fact",))
        # a whole article's page must not be another's on a disk that does not tell capital letters apart
        name = entry.fact if "#" in entry.fact else entry.fact.lower()
        if name in first:
            problems.append(_twice(entry.fact, place, first[name]))
            continue
        first[name] = place
        found[entry.fact] = entry
        locations["withdrawn", entry.fact] = place
        locations["reason", entry.fact] = locate(item, ("reason",))
        locations["replaced_by", entry.fact] = locate(item, ("replaced_by",))
    return found, locations, problems


def _items(node: YamlNode | None, problems: list[Problem]) -> Iterator[YamlMap]:
    if isinstance(node, YamlList):
        for item in node.items:
            if isinstance(item, YamlMap):
                yield item
            else:
                problems.append(_no_entry("keys with values", item))
    elif node is not None and not (isinstance(node, YamlScalar) and not node.value):
        problems.append(_no_entry("a list of what is withdrawn", node))


def _no_entry(expected: str, node: YamlNode) -> Problem:
    what = "keys with values" if isinstance(node, YamlMap) else "a list or text"
    return Problem(
        code="bad-value",
        message=f"expected {expected}, found {what}",
        location=node.location or Location(""),
        example=_EXAMPLE,
    )


def _twice(key: str, place: Location, first: Location) -> Problem:
    return Problem(
        code="duplicate-key",
        message=f"'{key}' is withdrawn twice",
        location=place,
        example="keep the entry that says when it was withdrawn first",
        related=(first,),
    )
