"""The command line: registers the commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.loading import load
from generator.settings import Settings

COMMANDS: Final = {
    "build": "Bring the pages up to date.",
    "check": "Say what is wrong, and write nothing.",
    "convert": "Write an article in another form.",
    "coverage": "Say what the marks leave open, and write nothing.",
    "suggest": "Propose which facts of different articles are the same.",
    "repair": "Find words again that moved or changed under their annotations.",
    "draft": "Suggest marks for raw text.",
    "new": "Begin a project, or an article in one.",
}
"""What each module of ``generator.commands`` does; one is loaded only when it is run."""


class _Commands(click.Group):
    """Loads a command when it is asked for: reading articles takes libraries that help does not need."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as its base has it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = load(cmd_name).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = click.utils.make_str(args[0])
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"There is no command '{name}'; there are {', '.join(COMMANDS)}.")
        return super().resolve_command(ctx, args)


def _settings(function: Callable[..., None]) -> Callable[..., None]:
    """Add an option for every setting."""
    for each in reversed(fields(Settings)):
        if isinstance(each.default, bool):
            function = click.option(
                f"--{each.name.replace('_', '-')}", is_flag=True, default=None, help=each.metadata["help"]
            )(function)
            continue
        is_number = isinstance(each.default, int)
        function = click.option(
            f"--{each.name.replace('_', '-')}",
            type=click.IntRange(min=1) if is_number else str,
            metavar="NUMBER" if is_number else each.metadata.get("name", "FOLDER"),
            help=f"{each.metadata['help']}  [{each.default or 'none'}]",
        )(function)
    return function


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Settings stand in mkdocs.yml under plugins: briefings; an option here goes before them.",
)
@click.version_option(package_name="mkdocs-briefings", prog_name="briefings")
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the project.  [the current one]",
)
@_settings
@click.pass_context
def main(context: click.Context, /, directory: Path, **options: Any) -> None:  # noqa: ANN401  # as Settings has them
    """Make briefings from annotated news articles.

    Every actor, date, figure and quote on a page leads back to the words of the source that carry it.

    \b
    briefings new my-project          begin with an example
    briefings -C my-project build     make its pages
    cd my-project && mkdocs serve     read them, and see every change as you save
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    context.obj = (directory, {name: value for name, value in options.items() if value is not None})
