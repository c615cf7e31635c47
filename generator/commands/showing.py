"""How commands show what happens: problems, and a progress bar where a person is watching."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

import click

from generator.pipeline.outcome import Outcome
from generator.reports.forms import REPORTS
from generator.reports.text import format_problems
from generator.settings import Project

T = TypeVar("T")

_LONG: Final = 200
"""Fewer items are done before a bar could be read."""


class Bar:
    """Shows a bar on standard error, for long steps, on a terminal only."""

    def follow(self, label: str, items: Iterable[T], count: int) -> Iterator[T]:
        """Yield the items of a step, moving the bar."""
        if count < _LONG or not sys.stderr.isatty():
            yield from items
            return
        with click.progressbar(items, length=count, label=f"{label:<10}", file=sys.stderr) as bar:
            yield from bar


def show_problems(outcome: Outcome, project: Project, form: str) -> None:
    """Print problems, and what is held back: as text to standard error, for programs to standard output."""
    told = (*outcome.problems, *outcome.held)
    if form in REPORTS:
        click.echo(REPORTS[form](told, _base(project)), nl=False)
    elif told:
        colour = sys.stderr.isatty()
        text = format_problems(told, _reader(project), colour=colour)
        click.echo(text, err=True, nl=False, color=colour)


def _base(project: Project) -> str:
    """Return what leads from where the command runs to the project, if that lies below."""
    try:
        way = os.path.relpath(project.root)
    except ValueError:  # on another drive
        return ""
    inside = way != os.curdir and not way.startswith(os.pardir)
    return f"{way.replace(os.sep, '/')}/" if inside else ""


def _reader(project: Project) -> Callable[[str], str | None]:
    def read(path: str) -> str | None:
        try:
            return (project.root / path).read_text("utf-8", errors="replace")
        except OSError:
            return None

    return read
