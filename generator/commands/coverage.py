"""``briefings coverage``."""

from __future__ import annotations

import sys

import click

from generator.commands.project import project_of
from generator.commands.showing import Bar, show_problems
from generator.pipeline.build import survey
from generator.pipeline.outcome import Outcome
from generator.problems import Severity
from generator.reports.coverage import coverage_as_json, coverage_as_text


@click.command("coverage")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How it is printed: for people, or for programs.",
)
@click.pass_context
def command(context: click.Context, form: str) -> None:
    """Say what the marks leave open, and write no page.

    Sentences with a number, a date or a quotation mark that carry no fact, names that may mean several
    actors, quotes without a speaker, figures without a measure, sources without an address, and so on: by
    article with paragraphs, and in total. The same stands on the page coverage.md, without articles that are
    held back: they are listed last, with the reason, and are in no total.

    \b
    briefings coverage                  a list to work through
    briefings coverage --format json    the same for other programs

    \b
    Exit codes: 0 done, whatever is left open; 1 an error in the seeds; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    surveyed, problems = survey(project, Bar())
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if errors:
        show_problems(Outcome(problems=errors, articles=len(surveyed)), project, "text")
        sys.exit(1)
    said = coverage_as_json(surveyed) if form == "json" else coverage_as_text(surveyed)
    click.echo(said, nl=False)
