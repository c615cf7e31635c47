"""The registries of a project, read: what articles may refer to."""

from __future__ import annotations

from generator.pipeline.seeds import Seeds, find_seeds, read_text
from generator.problems import Problem
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project


def read_vocabulary(project: Project) -> tuple[Vocabulary, list[Problem]]:
    """Return what the articles of a project may refer to, and what is wrong with it."""
    seeds, _ = find_seeds(project)
    files, problems = registry_files(seeds)
    registries, found = read_registries(files)
    return Vocabulary.of(registries), problems + found


def registry_files(seeds: Seeds) -> tuple[dict[str, tuple[str, str]], list[Problem]]:
    """Return path and text of each registry's file by the registry's name, and which cannot be read."""
    files: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for name, seed in sorted(seeds.registries.items()):
        _, text, unreadable = read_text(seed.file, seed.path)
        problems += unreadable
        if text is not None:
            files[name] = (seed.path, text)
    return files, problems
