"""The registries of a project, read: what articles may refer to."""

from __future__ import annotations

from generator.model import Registries
from generator.pipeline.seeds import Seeds, find_seeds, read_text
from generator.problems import Problem
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project


def read_vocabulary(project: Project) -> tuple[Vocabulary, list[Problem]]:
    """Return what the articles of a project may refer to, and what is wrong with it."""
    seeds, _ = find_seeds(project)
    registries, _, problems = registries_of(seeds)
    return Vocabulary.of(registries), problems


def registries_of(seeds: Seeds) -> tuple[Registries, tuple[str, ...], list[Problem]]:
    """Return the registries, names, paths and texts of their files for a fingerprint, and what is wrong."""
    files: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for name, seed in sorted(seeds.registries.items()):
        _, text, unreadable = read_text(seed.file, seed.path)
        problems += unreadable
        if text is not None:
            files[name] = (seed.path, text)
    registries, found = read_registries(files)
    return registries, tuple(part for name in files for part in (name, *files[name])), problems + found
