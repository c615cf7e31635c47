"""``briefings repair``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands.project import project_of
from generator.commands.showing import Bar, show_problems
from generator.pipeline.outcome import Outcome
from generator.pipeline.repairing import SUFFIX, repairs, standoff_files, write_repair
from generator.problems import Problem
from generator.repair import Repair, unified_diff
from generator.reports.repairs import format_changes, format_uncertain
from generator.settings import Project


@click.command("repair")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--write", "writes", is_flag=True, help="Change the files; without it, only show how.")
@click.pass_context
def command(context: click.Context, /, files: tuple[Path, ...], *, writes: bool) -> None:
    """Find words again that moved or changed under their annotations.

    For standoff FILES (all of the project, without any): where recorded words stand elsewhere, or were
    edited, their new place is looked for by likeness and context, and shown as a diff. What is not sure is
    left and listed. Read each change before you write it: a build never guesses.

    \b
    briefings repair                            what could be done, as a diff
    briefings repair seeds/ferry.yml --write    do it, for one file
    briefings repair > repair.patch             keep it, to read and to apply with git apply

    \b
    Exit codes: 0 all words stand where recorded, or do now; 1 something is proposed or left; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    paths = _paths(project, files)
    found: list[Repair] = []
    problems: list[Problem] = []
    for repair, wrong in Bar().follow("Repairing", repairs(project, paths), len(paths)):
        problems += wrong if files else [each for each in wrong if each.code != "text-missing"]
        found += [repair] if repair else []
    if writes:
        problems += _write(project, found)
    else:
        for repair in found:
            click.echo("".join(unified_diff(repair.path, repair.before, repair.after)), nl=False)
    for repair in found:
        click.echo(format_uncertain(repair), nl=False, err=True)
    show_problems(Outcome(problems=tuple(problems), articles=len(paths)), project, "text")
    click.echo(_summary(found, len(paths), writes=writes), err=True)
    left = any(repair.uncertain or (repair.before != repair.after and not writes) for repair in found)
    if left or problems:
        sys.exit(1)


def _paths(project: Project, files: Sequence[Path]) -> list[str]:
    """Return the files to look at, relative to the project, with forward slashes."""
    for file in files:
        if file.suffix != SUFFIX:
            message = f"{file} has no anchors to repair: only standoff files ({SUFFIX}) have"
            raise click.UsageError(message)
    named = [Path(os.path.relpath(project.root / file, project.root)).as_posix() for file in files]
    return list(dict.fromkeys(named)) or standoff_files(project)


def _write(project: Project, found: Sequence[Repair]) -> list[Problem]:
    """Write what is sure, and say so."""
    problems: list[Problem] = []
    for repair in found:
        if repair.before == repair.after:
            continue
        try:
            wrong = write_repair(project, repair)
        except OSError as error:
            message = f"cannot write {repair.path}: {error.strerror or error}"
            raise click.ClickException(message) from error
        problems += wrong
        if not wrong:
            click.echo(format_changes(repair), nl=False)
            click.echo(f"{repair.path}: written")
    return problems


def _summary(found: Sequence[Repair], files: int, *, writes: bool) -> str:
    changes = sum(len(repair.changes) for repair in found)
    left = sum(len(repair.uncertain) for repair in found)
    if not files:
        return "no standoff files"
    if not any(repair.is_needed for repair in found):
        return f"{files:,} file{'' if files == 1 else 's'}: nothing to repair"
    told = [f"{changes:,} found again"] + ([f"{left:,} left to you"] if left else [])
    is_pending = any(repair.before != repair.after for repair in found)
    hint = "; --write changes the files" if is_pending and not writes else ""
    return f"{files:,} file{'' if files == 1 else 's'}: {', '.join(told)}{hint}"
