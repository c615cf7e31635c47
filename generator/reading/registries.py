"""The registries: actors, measures and stories that many articles share."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final, TypeAlias, TypeVar

from generator.formats.yaml_tree import YamlMap, YamlNode, YamlScalar, parse_yaml
from generator.model import Actor, Measure, Registries, Story, Withdrawn
from generator.model.forms import Id
from generator.problems import Problem
from generator.reading.shapes import Shape
from generator.reading.validation import is_given, validate
from generator.reading.withdrawn import read_withdrawn
from generator.text import Location

T = TypeVar("T")

_Actors: TypeAlias = dict[Id, Actor]
_Measures: TypeAlias = dict[Id, Measure]
_Stories: TypeAlias = dict[Id, Story]

REGISTRIES: Final[Mapping[str, tuple[Shape, str]]] = {
    "actors": (_Actors, "actors.yml: actors that many articles share, by id."),
    "measures": (_Measures, "measures.yml: what figures count, by id."),
    "stories": (_Stories, "stories.yml: stories, by id."),
    "withdrawn": (tuple[Withdrawn, ...], "withdrawn.yml: facts and articles that are withdrawn."),
}
"""What each registry holds, and a sentence about it, by its name; its file is ``<name>.yml``."""


_BY_ID: Final = ("actors", "measures", "stories")


def read_registries(files: Mapping[str, tuple[str, str]]) -> tuple[Registries, list[Problem]]:
    """Return what the registries declare, and all that is wrong in them.

    ``files`` holds the path and the text of each file that is there, by the name of its registry.
    """
    problems: list[Problem] = []
    locations: dict[tuple[str, str], Location] = {}
    trees = {name: _tree(*files[name], problems) if name in files else YamlMap() for name in _BY_ID}
    actors, wrong_actors = _read(trees["actors"], _Actors)
    measures, wrong_measures = _read(trees["measures"], _Measures)
    stories, wrong_stories = _read(trees["stories"], _Stories)
    problems += [*wrong_actors, *wrong_measures, *wrong_stories, *check_actors(trees["actors"])]
    for name, tree in trees.items():
        problems += check_ids(tree)
        locations |= {(name, key): entry.key_location for key, entry in tree.entries.items()}
    withdrawn: dict[str, Withdrawn] = {}
    if "withdrawn" in files:
        withdrawn, places, wrong = read_withdrawn(*files["withdrawn"])
        problems += wrong
        locations |= places
    registries = Registries(
        actors=actors,
        measures=measures,
        stories=stories,
        withdrawn=withdrawn,
        locations=locations,
    )
    return registries, sorted(problems, key=lambda problem: problem.order)


def _read(tree: YamlMap, shape: type[dict[str, T]]) -> tuple[dict[str, T], list[Problem]]:
    """Return what a registry declares; of one that is not there nothing has to be checked."""
    found, problems = validate(tree, shape) if tree.entries else (None, [])
    return found or {}, problems


def check_actors(actors: YamlNode, registered: Container[str] = ()) -> Iterable[Problem]:
    """Yield the actors that are neither named nor described, and those that are both.

    A registered actor needs neither: what is declared here is added to what the registry says.
    """
    for identifier, entry in actors.entries.items() if isinstance(actors, YamlMap) else ():
        if not isinstance(entry.node, YamlMap):
            continue
        has_name, is_unnamed = is_given(entry.node, "name"), is_given(entry.node, "unnamed")
        if has_name and is_unnamed:
            yield Problem(
                code="bad-value",
                message=f"actor '{identifier}': expected a name or a description in 'unnamed', found both",
                location=entry.node.entries["unnamed"].key_location,
                related=(entry.node.entries["name"].key_location,),
            )
        elif not has_name and not is_unnamed and identifier not in registered:
            yield Problem(
                code="missing-key",
                message=f"actor '{identifier}': expected 'name' or 'unnamed', found neither",
                location=entry.key_location,
                example=f"{identifier}: {{name: Ida Vance}}",
            )


def check_ids(entries: YamlNode) -> Iterable[Problem]:
    """Yield ids that differ by capital letters alone: many disks hold one file for both."""
    first: dict[str, tuple[str, Location]] = {}
    for identifier, entry in entries.entries.items() if isinstance(entries, YamlMap) else ():
        earlier, place = first.setdefault(identifier.lower(), (identifier, entry.key_location))
        if earlier != identifier:
            yield Problem(
                code="bad-id",
                message=f"'{identifier}' and '{earlier}' differ by capital letters alone",
                location=entry.key_location,
                related=(place,),
            )


def _tree(path: str, raw: str, problems: list[Problem]) -> YamlMap:
    """Return the mapping in a file; an empty one where there is none."""
    node, found = parse_yaml(raw, path)
    problems += found
    if isinstance(node, YamlMap):
        return node
    if node is not None and not (isinstance(node, YamlScalar) and not node.value):
        problems.append(
            Problem(
                code="bad-value",
                message="expected ids with what they declare, found a list or text",
                location=node.location,
                example="vance: {name: Ida Vance}",
            )
        )
    return YamlMap()
