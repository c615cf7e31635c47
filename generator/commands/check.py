"""``briefings check``."""

from __future__ import annotations

import sys

import click

from generator.commands.project import project_of, publishing_options
from generator.commands.showing import Bar, show_problems
from generator.pipeline.build import explain, run
from generator.reports.forms import REPORTS
from generator.reports.readings import format_readings


@click.command("check")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--explain", "explains", is_flag=True, help="Print all that was inferred, and why.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    help="How problems are printed: for people, or for programs.",
)
@publishing_options
@click.pass_context
def command(context: click.Context, *, strict: bool, explains: bool, form: str) -> None:
    """Say what is wrong, and write no page.

    Each problem comes with its file, line and column, and a code that docs/problems.md explains.

    \b
    briefings check                   what a build would say
    briefings check --strict          in CI: warnings fail, too
    briefings check --explain         every value that was read from the words, and why
    briefings check --format json     problems for other programs
    briefings check --format sarif    problems for code scanning
    briefings check --format github   problems beside the lines of a pull request

    \b
    Exit codes: 0 fine; 1 an error, or with --strict a warning; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    if explains and form != "text":
        message = "--explain prints text only"
        raise click.UsageError(message)
    outcome = run(project, write=False, progress=Bar())
    if explains:
        for article in explain(project, Bar()):
            click.echo(format_readings(article), nl=False)
    show_problems(outcome, project, form)
    if outcome.errors or (strict and outcome.problems):
        sys.exit(1)
    if form == "text" and not outcome.problems:
        click.echo(f"{outcome.articles:,} article{'' if outcome.articles == 1 else 's'}: no problems")
