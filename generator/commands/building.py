"""What ``briefings build`` does where anything may have changed."""

from __future__ import annotations

import sys

import click

from generator.commands.showing import Bar, show_problems
from generator.pipeline.build import run
from generator.pipeline.outcome import Outcome
from generator.settings import Project
from generator.store import Glance


def build(project: Project, *, check: bool, force: bool, before: Glance | None) -> str:
    """Bring the pages up to date and return what was done; the program ends here where that is a failure.

    ``before`` is what the files looked like, where that was seen to be otherwise than after the last run.
    """
    try:
        outcome = run(project, write=not check, force=force, progress=Bar(), before=before)
    except OSError as error:
        message = f"cannot write to {project.settings.output}: {error}"
        raise click.ClickException(message) from error
    show_problems(outcome, project, "text")
    if outcome.errors:
        sys.exit(1)
    if check:
        for path in outcome.stale:
            click.echo(f"{project.settings.output}/{path}")
        if outcome.stale:
            click.echo(f"{len(outcome.stale):,} not up to date: run briefings build", err=True)
            sys.exit(1)
    return _said(outcome)


def _said(outcome: Outcome) -> str:
    counts = {
        "written": len(outcome.written),
        "removed": len(outcome.removed),
        "unchanged": len(outcome.unchanged),
        "left": len(outcome.foreign) + len(outcome.edited),
    }
    told = [f"{count:,} {what}" for what, count in counts.items() if count]
    articles = f"{outcome.articles:,} article{'' if outcome.articles == 1 else 's'}"
    held = f", {len(outcome.held):,} held back" if outcome.held else ""
    return f"{articles}{held}: {', '.join(told) or 'no pages'}"
