"""``briefings convert``."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from generator.commands.project import project_of
from generator.commands.showing import show_problems
from generator.formats.w3c import ENDING
from generator.pipeline.conversion import SUFFIXES, Conversion, Form, Wish, convert
from generator.pipeline.outcome import Outcome
from generator.settings import Project

_FORMS: Final = [form.value for form in Form]


@click.command("convert")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "form", type=click.Choice(_FORMS), required=True, help="What to write it as.")
@click.option("--output", type=click.Path(path_type=Path), help="Where to.  [beside FILE]")
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="Where its text goes, or stands.  [beside the output, .txt]",
)
@click.option("--stdout", "shows", is_flag=True, help="Write no file; print the result.")
@click.option("--no-text", "bare", is_flag=True, help="Leave out the words: positions, and what they say.")
@click.option("--force", is_flag=True, help="Overwrite what stands there; never FILE itself.")
@click.pass_context
def command(  # noqa: PLR0913  # one for each option
    context: click.Context,
    /,
    file: Path,
    form: str,
    output: Path | None,
    text: Path | None,
    *,
    shows: bool,
    bare: bool,
    force: bool,
) -> None:
    """Write an article in another form.

    FILE stays as it is. What is written says the same as FILE, mark by mark, and is read back to make sure;
    what the other form cannot say is a problem, and nothing is written then.

    \b
    briefings convert seeds/ferry.md --to standoff              seeds/ferry.yml, and its text seeds/ferry.txt
    briefings convert seeds/ferry.yml --to inline --stdout      Markdown, printed
    briefings convert seeds/ferry.md --to standoff --no-text    for a text that may not be copied
    briefings convert seeds/ferry.md --to w3c                   Web Annotations in JSON-LD
    briefings convert a.json --to standoff --text a.txt         annotations of other tools, found in a text

    \b
    Exit codes: 0 done; 1 it cannot be said so, or not written; 2 wrong usage, or something is there already.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    to = Form(form)
    if bare and to is Form.INLINE:
        message = "an inline article holds its text: --no-text goes with standoff and w3c"
        raise click.UsageError(message)
    target = output or _bare(file).with_suffix(SUFFIXES[to])
    wish = Wish(
        path=_inside(project, file),
        form=to,
        output=_inside(project, target),
        text=_inside(project, text or target.with_suffix(".txt")),
        is_text_given=text is not None,
        with_words=not bare,
    )
    done = convert(project, wish)
    show_problems(Outcome(problems=done.problems, articles=1), project, "text")
    if not done.files:
        sys.exit(1)
    if shows:
        click.echo(done.files[wish.output], nl=False)
        return
    _write(project, wish, done, force=force)


def _bare(file: Path) -> Path:
    """Return a path without the ending of a file that is published beside a page."""
    return (
        file.with_name(file.name.removesuffix(ENDING) + file.suffix) if file.name.endswith(ENDING) else file
    )


def _inside(project: Project, path: Path) -> str:
    """Return a path as problems name it: relative to the project, with forward slashes."""
    return Path(os.path.relpath(project.root / path, project.root)).as_posix()


def _write(project: Project, wish: Wish, done: Conversion, *, force: bool) -> None:
    """Write all files or none of those that stand there already."""
    for path, content in done.files.items():
        target = project.root / path
        if path == wish.path or (target.exists() and target.samefile(project.root / wish.path)):
            message = f"{path} is the file that is converted, which stays as it is: --output names another"
            raise click.UsageError(message)
        if target.exists() and not force and not _holds(target, content):
            message = f"{path} is there already: --output names another, --force overwrites it"
            raise click.UsageError(message)
    try:
        _replace({project.root / path: content for path, content in done.files.items()})
    except OSError as error:
        message = f"cannot write {wish.output}: {error.strerror or error}"
        raise click.ClickException(message) from error
    for path in done.files:
        click.echo(f"{path}: written")
    stem = Path(wish.path).with_suffix("").as_posix()
    seeds = {SUFFIXES[Form.INLINE], SUFFIXES[Form.STANDOFF]}
    is_beside = Path(wish.output).with_suffix("").as_posix() == stem
    if is_beside and {Path(wish.output).suffix, Path(wish.path).suffix} <= seeds:
        click.echo(f"take {wish.path} out of the seeds: two files cannot have one address", err=True)


def _holds(file: Path, content: str) -> bool:
    return file.is_file() and file.read_bytes() == content.encode()


def _replace(files: Mapping[Path, str]) -> None:
    """Put files in place once all of them are on the disk."""
    waiting: dict[Path, Path] = {}
    try:
        for file, content in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            waiting[file] = file.with_name(f".{file.name}.new")
            waiting[file].write_text(content, "utf-8", newline="\n")
        for file, new in waiting.items():
            new.replace(file)
    finally:
        for new in waiting.values():
            new.unlink(missing_ok=True)
