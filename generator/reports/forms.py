"""The forms in which programs are told of problems; text, for people, needs the files as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from generator.problems import Problem
from generator.reports.github import problems_as_commands
from generator.reports.json import problems_as_json
from generator.reports.sarif import problems_as_sarif

Report: TypeAlias = Callable[[Iterable[Problem], str], str]
"""From problems, and what goes before their paths, to what is printed."""

REPORTS: Final[Mapping[str, Report]] = {
    "json": problems_as_json,
    "sarif": problems_as_sarif,
    "github": problems_as_commands,
}
"""Every form for programs, by name."""
