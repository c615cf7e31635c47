"""``briefings build``."""

from __future__ import annotations

import sys

import click

from generator.commands.project import project_of
from generator.commands.showing import Bar, show_problems
from generator.pipeline import Outcome, run


@click.command("build")
@click.option("--check", is_flag=True, help="Write nothing; list what is not up to date, and exit with 1.")
@click.option("--force", is_flag=True, help="Overwrite generated pages that were edited by hand.")
@click.pass_context
def command(context: click.Context, *, check: bool, force: bool) -> None:
    """Bring the pages up to date.

    Only what changed is written. Pages that people made, or edited, are reported and left. Nothing is written
    where there is an error.

    \b
    briefings build             make what is missing, remove what is no longer wanted
    briefings build --check     in CI: fails unless the committed pages are what the seeds give
    briefings build --force     give up changes made to generated pages by hand

    \b
    Exit codes: 0 done, or up to date; 1 an error, or not up to date; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    try:
        outcome = run(project, write=not check, force=force, progress=Bar())
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
        return
    click.echo(_said(outcome))


def _said(outcome: Outcome) -> str:
    counts = {
        "written": len(outcome.written),
        "removed": len(outcome.removed),
        "unchanged": len(outcome.unchanged),
        "left": len(outcome.foreign) + len(outcome.edited),
    }
    told = [f"{count:,} {what}" for what, count in counts.items() if count]
    articles = f"{outcome.articles:,} article{'' if outcome.articles == 1 else 's'}"
    return f"{articles}: {', '.join(told) or 'no pages'}"
