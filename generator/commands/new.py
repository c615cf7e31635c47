"""``briefings new``."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Final

import click

from generator.commands.showing import show_problems
from generator.pipeline.build import run
from generator.pipeline.seeds import MEMOS
from generator.settings import Project, Settings

_SCAFFOLD: Final = Path(__file__).with_name("scaffold")
_FILES: Final = {
    "mkdocs.yml": "mkdocs.yml",
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "requirements.txt": "requirements.txt",
    "actors.yml": "seeds/actors.yml",
    "measures.yml": "seeds/measures.yml",
    "stories.yml": "seeds/stories.yml",
    "article.md": "seeds/ferry.md",
}
"""Where the files of the scaffold go in a new project."""


@click.command("new")
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, path: Path) -> None:
    """Begin a project, or an article or a memo in one.

    PATH is a folder that is not there yet, or empty, for a project; or a file ending in .md for an article,
    in a folder named memos for a memo.

    \b
    briefings new my-project          a project with an example, ready for mkdocs serve
    briefings new seeds/ferry.md      an article to fill in, inside a project
    briefings new seeds/memos/may.md  a memo to fill in

    Nothing that is there is ever overwritten.

    \b
    Exit codes: 0 done; 1 it could not be written; 2 wrong usage, or something is there already.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    directory, _ = context.obj
    target = directory / path
    try:
        if path.suffix == ".md":
            is_memo = target.resolve().parent.name == MEMOS
            _begin_file(target, "new-memo.md" if is_memo else "new-article.md")
            click.echo(f"{path}: {'cite facts' if is_memo else 'mark its words'}, then: briefings check")
        else:
            _begin_project(target)
            click.echo(f"{path}: read it with: cd {path} && mkdocs serve")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise click.ClickException(message) from error


def _begin_project(root: Path) -> None:
    """Write an example project, and make its pages, without which MkDocs would not start."""
    if root.exists() and (not root.is_dir() or next(root.iterdir(), None) is not None):
        message = f"{root} is there already and not empty"
        raise click.UsageError(message)
    for name, target in _FILES.items():
        text = (_SCAFFOLD / name).read_text("utf-8")
        if name == "mkdocs.yml":
            text = text.replace("@NAME@", json.dumps(_title(root.resolve().name), ensure_ascii=False))
        _write(root / target, text)
    project = Project(root.resolve(), Settings())
    show_problems(run(project), project, "text")


def _begin_file(file: Path, scaffold: str) -> None:
    """Write an article without text, or a memo without facts."""
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    text = (_SCAFFOLD / scaffold).read_text("utf-8")
    title = json.dumps(_title(file.stem), ensure_ascii=False)
    _write(file, text.replace("@TITLE@", title).replace("@TODAY@", today.isoformat()))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError:
        message = f"{file} is there already"
        raise click.UsageError(message) from None


def _title(name: str) -> str:
    """Return words out of a file name."""
    return re.sub(r"[-_\s]+", " ", name).strip().capitalize() or "Briefings"
