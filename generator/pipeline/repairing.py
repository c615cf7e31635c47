"""Repair of standoff files on disk; nothing is written that was not asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.pipeline.seeds import find_seeds, read_text
from generator.problems import Problem
from generator.repair import Repair, repair
from generator.settings import Project
from generator.store.files import write_whole
from generator.text import Location

SUFFIX: Final = ".yml"
"""Ending of the files that have anchors; inline marks stand in their text."""


def standoff_files(project: Project) -> list[str]:
    """Return the standoff articles of a project, in the order of paths."""
    seeds, _ = find_seeds(project)
    return [seed.path for seed in seeds.articles if seed.path.endswith(SUFFIX)]


def repairs(project: Project, paths: Iterable[str]) -> Iterator[tuple[Repair | None, Sequence[Problem]]]:
    """Yield what can be done for each file, given relative to the project, or what hinders it."""

    def load(path: str) -> tuple[str | None, list[Problem]]:
        file = project.root / path
        if not file.is_file():
            return None, []
        _, text, problems = read_text(file, path)
        return text, problems

    for path in paths:
        _, raw, problems = read_text(project.root / path, path)
        if raw is None:
            yield None, problems
        else:
            yield repair(path, raw, load)


def write_repair(project: Project, done: Repair) -> list[Problem]:
    """Write a repaired file in one step, with the rights that it had.

    Nothing is written, and there is a problem, where somebody changed the file meanwhile. OSError where the
    disk refuses.
    """
    file = (project.root / done.path).resolve()
    if file.read_bytes() != done.before.encode():
        message = "the file changed while it was looked at; run briefings repair again"
        return [Problem(code="unreadable-file", message=message, location=Location(done.path))]
    mode = file.stat().st_mode
    write_whole(file, done.after.encode(), durable=True)
    file.chmod(mode)
    return []
