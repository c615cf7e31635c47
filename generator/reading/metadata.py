"""The metadata of an article: its front matter, or the same keys of a standoff file."""

from __future__ import annotations

from collections.abc import Container, Iterable

from generator.formats.yaml_tree import YamlList, YamlMap, YamlNode, YamlScalar
from generator.model import Metadata
from generator.problems import Problem
from generator.reading.registries import check_actors, check_ids
from generator.reading.validation import is_given, validate
from generator.text import Location


def read_metadata(
    entries: YamlMap, path: str, registered: Container[str] = ()
) -> tuple[Metadata | None, dict[str, Location], list[Problem]]:
    """Return an article's metadata, where its keys stand, and all that is wrong with it.

    The metadata is None only where the title or the day of publication is missing or wrong; whatever
    else is wrong keeps its default. Places are those of single values and list items, and of the key for
    everything that holds more: ``title``, ``actors``, ``actors.vance``, ``stories.0``. ``registered`` holds
    the ids of actors that the registry declares, to which an article need not give a name again.
    """
    if entries.location is None:
        entries = YamlMap(entries.entries, Location(path))
    metadata, problems = validate(entries, Metadata)
    if "actors" in entries.entries:
        actors = entries.entries["actors"].node
        problems += [*check_actors(actors, registered), *check_ids(actors)]
    problems += [*_missing_source(entries), *_correcting_nothing(entries)]
    return metadata, dict(_locations(entries)), sorted(problems, key=lambda problem: problem.order)


def _missing_source(entries: YamlMap) -> Iterable[Problem]:
    absent = [key for key in ("publisher", "url") if not is_given(entries, key)]
    if absent and entries.location is not None:
        yield Problem(
            code="missing-source",
            message=f"expected 'publisher' and 'url', found no {' and no '.join(absent)}",
            location=entries.location,
            example="publisher: Alder Courier\nurl: https://example.org/ferry-talks",
        )


def _correcting_nothing(entries: YamlMap) -> Iterable[Problem]:
    if is_given(entries, "correction") and not is_given(entries, "supersedes"):
        yield Problem(
            code="missing-key",
            message="'correction': expected 'supersedes' beside it, found none",
            location=entries.entries["correction"].key_location,
            example="supersedes: ferry-first",
        )


def _locations(entries: YamlMap) -> Iterable[tuple[str, Location]]:
    for key, entry in entries.entries.items():
        yield key, _place(entry.node, entry.key_location)
        if isinstance(entry.node, YamlMap):
            for name, inner in entry.node.entries.items():
                yield f"{key}.{name}", _place(inner.node, inner.key_location)
        elif isinstance(entry.node, YamlList):
            for number, item in enumerate(entry.node.items):
                yield f"{key}.{number}", item.location or entry.key_location


def _place(node: YamlNode, at_key: Location) -> Location:
    return node.location if isinstance(node, YamlScalar) else at_key
