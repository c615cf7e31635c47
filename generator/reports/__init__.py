"""Problems for people and for programs."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from generator.problems import Problem
from generator.reports.coverage import coverage_as_json, coverage_as_text
from generator.reports.github import problems_as_commands
from generator.reports.json import problems_as_json
from generator.reports.readings import format_readings
from generator.reports.repairs import format_changes, format_uncertain
from generator.reports.sarif import problems_as_sarif
from generator.reports.suggestions import suggestions_as_json, suggestions_as_text
from generator.reports.text import format_problem, format_problems, summary

Report: TypeAlias = Callable[[Iterable[Problem], str], str]
"""From problems, and what goes before their paths, to what is printed."""

REPORTS: Final[Mapping[str, Report]] = {
    "json": problems_as_json,
    "sarif": problems_as_sarif,
    "github": problems_as_commands,
}
"""Every form for programs; the one for people is text, which needs the files as well."""

__all__ = [
    "REPORTS",
    "Report",
    "coverage_as_json",
    "coverage_as_text",
    "format_changes",
    "format_problem",
    "format_problems",
    "format_readings",
    "format_uncertain",
    "problems_as_commands",
    "problems_as_json",
    "problems_as_sarif",
    "suggestions_as_json",
    "suggestions_as_text",
    "summary",
]
