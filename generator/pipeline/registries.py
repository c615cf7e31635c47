"""The registries of a project, read anew only where one of their files has changed."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.model import Registries
from generator.pipeline.seeds import Seeds
from generator.pipeline.vocabulary import registry_files
from generator.problems import Problem
from generator.reading.registries import read_registries
from generator.store import Cache, decode, encode, fingerprint

_KEY: Final = "registries"


class ReadRegistries(Struct, frozen=True, array_like=True):
    """What became of the files of the registries."""

    registries: Registries
    stamp: str
    """Fingerprint of names, paths and texts of the files."""

    problems: tuple[Problem, ...]


def registries_of(seeds: Seeds, cache: Cache | None = None) -> ReadRegistries:
    """Return the registries, from the cache where their files are as they were."""
    files, unreadable = registry_files(seeds)
    stamp = fingerprint([part for name in files for part in (name, *files[name])])
    kept = cache.packed(_KEY) if cache and not unreadable else None
    if kept is not None and (known := decode(kept, ReadRegistries)).stamp == stamp:
        return known
    registries, problems = read_registries(files)
    found = ReadRegistries(registries, stamp, (*unreadable, *problems))
    if cache and not unreadable:
        cache.set_packed(_KEY, encode(found))
    return found
