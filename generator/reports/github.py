"""Problems as workflow commands, which GitHub Actions shows beside the lines of a pull request.

Source: GitHub Actions, workflow commands ``error``, ``warning`` and ``notice``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.problems import Problem, Severity
from generator.reports.text import shown

_COMMANDS: Final = {Severity.NOTE: "notice"}
"""Commands that bear another name than the severity."""


def problems_as_commands(problems: Iterable[Problem], base: str = "") -> str:
    """Return one line a problem, in the order of places; nothing where there is none.

    Paths are relative; ``base`` (empty, or ending in a slash) goes before them. No character of a source
    ends a command, begins another, or reaches the terminal as one.
    """
    found = sorted(problems, key=lambda problem: problem.order)
    return "".join(f"{_command(problem, base)}\n" for problem in found)


def _command(problem: Problem, base: str) -> str:
    place = problem.location
    text = shown(problem.message)
    if problem.example is not None:
        text += "".join(f"\n{shown(line)}" for line in f"example: {problem.example}".splitlines())
    for other in problem.related:
        text += f"\n{shown(f'see also: {base}{other}')}"
    properties = {
        "file": shown(f"{base}{place.path}"),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    command = _COMMANDS.get(problem.severity, problem.severity.value)
    return f"::{command} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """Escape what ends a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what ends a command or one of its properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
