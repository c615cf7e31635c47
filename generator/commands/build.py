"""``briefings build``."""

from __future__ import annotations

from dataclasses import replace

import click

from generator.commands.loading import load
from generator.commands.project import project_of, publishing_options
from generator.pipeline.outcome import Outcome
from generator.pipeline.standing import last_outcome


@click.command("build")
@click.option("--check", is_flag=True, help="Write nothing; list what is not up to date, and exit with 1.")
@click.option("--force", is_flag=True, help="Overwrite generated pages that were edited by hand.")
@click.option("--since", metavar="REVISION", help="Add a page on what changed since a revision of git.")
@publishing_options
@click.pass_context
def command(context: click.Context, *, check: bool, force: bool, since: str | None) -> None:
    """Bring the pages up to date.

    Only what changed is written. Pages that people made, or edited, are reported and left. Nothing is written
    where there is an error.

    \b
    briefings build             make what is missing, remove what is no longer wanted
    briefings build --check     in CI: fails unless the committed pages are what the seeds give
    briefings build --audience public --today 2031-06-01
                                what everybody may see on that day
    briefings build --force     give up changes made to generated pages by hand
    briefings build --since v1  say what changed since the tag v1, in changes.md; gone with the next build

    \b
    Exit codes: 0 done, or up to date; 1 an error, or not up to date; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    if since:
        project = replace(project, settings=replace(project.settings, since=since))
    found, before = last_outcome(project)
    if found is None or found.problems or found.held:
        # reading and rendering take libraries that take longer to load than it takes to see that all stands
        said = load("building").build(project, check=check, force=force, before=before)
    else:
        said = _told(found)
    if not check:
        click.echo(said)


def _told(found: Outcome) -> str:
    pages = f"{len(found.unchanged):,} unchanged" if found.unchanged else "no pages"
    return f"{found.articles:,} article{'' if found.articles == 1 else 's'}: {pages}"
