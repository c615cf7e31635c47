"""``briefings suggest``."""

from __future__ import annotations

import click

from generator.analysis.suggesting import suggestions
from generator.commands.project import project_of
from generator.commands.showing import Bar
from generator.pipeline.build import explain
from generator.reports.suggestions import suggestions_as_json, suggestions_as_text


@click.command("suggest")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How it is printed: for people, or for programs.",
)
@click.pass_context
def command(context: click.Context, form: str) -> None:
    """Propose which facts of different articles are the same, and write nothing.

    Events of one story with dates that may be one, shared actors and similar words; figures of one measure
    and value; quotes of one speaker with nearly equal words. Each pair comes with its reason and with what to
    type at which mark, the likeliest first. Nothing is ever joined that nobody typed.

    \b
    briefings suggest                  a list to go through
    briefings suggest --format json    the same for other programs

    \b
    Exit codes: 0 done, whatever is proposed; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    found = suggestions(explain(project_of(context), Bar()))
    click.echo(suggestions_as_json(found) if form == "json" else suggestions_as_text(found), nl=False)
