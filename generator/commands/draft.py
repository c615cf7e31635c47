"""``briefings draft``."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.project import project_of
from generator.commands.showing import Bar, show_problems
from generator.drafting import Draft
from generator.drafting.incoming import Incoming
from generator.drafting.raw import ROWS, RawForm, form_of
from generator.pipeline import Outcome
from generator.pipeline.build import read_vocabulary
from generator.pipeline.drafting import Drafted, day_of, from_raw, take, write_draft
from generator.pipeline.raw import raw_articles
from generator.pipeline.seeds import read_text
from generator.problems import Problem
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project
from generator.text import Location

STDIN: Final = "-"
_OTHERS: Final = frozenset({*ROWS, RawForm.HTML})
"""Forms that are neither plain text nor Markdown."""

_ASKED: Final = {
    "title": "Title of the briefing",
    "published": "Day of publication (2031-05-13)",
    "publisher": "Publisher",
    "url": "Address of the source",
}
"""What is asked for on a terminal where the text does not say it."""


@click.command("draft")
@click.argument("files", nargs=-1, required=True)
@click.option("--published", metavar="DAY", help="Day of publication, where the text has no dateline.")
@click.option("--standoff", is_flag=True, help="Write marks beside the text, not in it.")
@click.option("--stdout", "shows", is_flag=True, help="Print the draft; write no file.")
@click.option("--json", "as_json", is_flag=True, help="Print all suggestions as JSON, a line a file.")
@click.option("--explain", is_flag=True, help="Say of each suggestion how sure it is, and why.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.pass_context
def command(context: click.Context, /, files: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  # as click has them
    """Suggest marks for raw text: quotes with speakers, figures, events, actors.

    FILES are plain text, Markdown, web pages (.html, with the extra html), or tables with a row an article
    (.csv, .jsonl: url, date, title, text); - is standard input. Each article becomes an annotated one in the
    seeds folder, as a draft: no page shows it before you take out the line `status: draft`, and the
    `status=draft` of each mark that is right. What is not known (title, publisher …) is asked for on a
    terminal, and stays empty otherwise.

    \b
    briefings draft article.txt               write seeds/article.md
    briefings draft --standoff article.txt    write seeds/article.yml and seeds/article.txt
    briefings draft - --stdout < article.txt  print it
    briefings draft --explain article.txt     with reasons
    briefings --drafts build                  see drafts on pages, marked as such

    \b
    Exit codes: 0 done; 1 some file could not be drafted or written; 2 wrong usage.
    """  # noqa: D301  # \b tells click to keep the lines that follow it
    project = project_of(context)
    if options["published"] and day_of(options["published"]) is None:
        message = f"--published expects a day such as 2031-05-13, found '{options['published']}'"
        raise click.UsageError(message)
    vocabulary, problems = read_vocabulary(project)
    problems = [each for each in problems if each.code != "unreadable-file"]
    for name in Bar().follow("Drafting", files, len(files)):
        problems += _one(project, vocabulary, name, options)
    show_problems(Outcome(problems=tuple(problems), articles=len(files)), project, "text")
    if problems:
        sys.exit(1)


def _one(project: Project, vocabulary: Vocabulary, name: str, options: dict[str, Any]) -> list[Problem]:
    """Draft the articles of one file, and return what is wrong with them."""
    problems: list[Problem] = []
    for incoming, found in _incoming(project, name):
        problems += found
        if incoming is not None:
            problems += _drafted(project, vocabulary, _completed(incoming, name, options), name, options)
    return problems


def _incoming(project: Project, name: str) -> Iterator[tuple[Incoming | None, Sequence[Problem]]]:
    """Yield the articles of a file: one, or one a row."""
    raw, problems = (None, []) if name != STDIN and form_of(name) in _OTHERS else _read(project, name)
    if form_of(name, raw or "") not in _OTHERS:
        incoming, found = take(raw, name) if raw is not None else (None, [])
        yield incoming, [*problems, *found]
        return
    file = _file(project, name)
    if raw is None and not file.is_file():
        yield None, [_no_file(name)]
        return
    with file.open("rb") if raw is None else io.BytesIO(raw.encode()) as stream:
        for each in raw_articles(name, stream):
            yield from_raw(each.article) if each.article else None, each.problems


def _drafted(
    project: Project, vocabulary: Vocabulary, incoming: Incoming, name: str, options: dict[str, Any]
) -> list[Problem]:
    """Draft one article and write or show it; rows are named by their titles."""
    done = write_draft(
        incoming,
        vocabulary,
        name=STDIN if form_of(name) in ROWS else name,
        seeds=project.settings.seeds,
        standoff=options["standoff"],
    )
    problems = [*done.problems]
    for note in done.notes:
        click.echo(f"{name}: {note}", err=True)
    if options["explain"] and done.draft is not None:
        click.echo("\n".join(_explained(done.draft, name)), err=True)
    if options["as_json"] and done.draft is not None:
        click.echo(json.dumps(_as_data(done), ensure_ascii=False, sort_keys=True))
    elif options["shows"]:
        click.echo(next(iter(done.files.values()), ""), nl=False)
    else:
        problems += _write(project, done, force=options["force"])
    return problems


def _read(project: Project, name: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file or of standard input."""
    if name != STDIN:
        file = _file(project, name)
        if not file.is_file():
            return None, [_no_file(name)]
        _, text, problems = read_text(file, name)
        return text, problems
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        message = f"expected text in UTF-8, found the byte 0x{data[error.start]:02X}"
        return None, [Problem(code="unreadable-file", message=message, location=Location(name))]


def _file(project: Project, name: str) -> Path:
    """Return a file where one is, from here or from the project."""
    return Path(name) if Path(name).is_file() else project.root / name


def _no_file(name: str) -> Problem:
    return Problem(code="unreadable-file", message="expected a file, found none", location=Location(name))


def _completed(incoming: Incoming, name: str, options: dict[str, Any]) -> Incoming:
    """Add what was given or is asked for; what stays unknown is an empty key that a build reports."""
    metadata = dict(incoming.metadata)
    if options["published"]:
        metadata["published"] = options["published"]
    is_asked = sys.stdin.isatty() and sys.stderr.isatty() and name != STDIN and not options["as_json"]
    for key, question in _ASKED.items():
        if key not in metadata and is_asked:
            answer = click.prompt(f"{name}: {question}", default="", show_default=False, err=True)
            if answer.strip():
                metadata[key] = answer.strip()
    missing = [key for key in _ASKED if key not in metadata]
    if missing and not (options["shows"] or options["as_json"]):
        click.echo(f"{name}: not known, fill in: {', '.join(missing)}", err=True)
    return replace(incoming, metadata=metadata)


def _explained(draft: Draft, name: str) -> Iterator[str]:
    text = draft.source.text
    for each in draft.suggestions:
        said = ", ".join(f"{key}={value}" for key, value in each.attributes.items())
        words = each.spans[0].of(text)
        shown = words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004  # a line on a terminal
        yield f"{name}: {each.kind.value} '{shown}' ({each.confidence:.0%}): {said}; {each.reason}"
    for identifier, actor in draft.actors.items():
        named = actor.actor.name or actor.actor.unnamed
        yield f"{name}: actor {identifier} = {named} ({actor.confidence:.0%}): {actor.reason}"


def _as_data(done: Drafted) -> dict[str, Any]:
    """Return a draft for programs: every suggestion with its words, values, confidence and reason."""
    draft = done.draft
    if draft is None:
        return {"slug": done.slug}
    text = draft.source.text
    actors = {
        name: {
            "name": each.actor.name or each.actor.unnamed,
            "named": each.actor.name is not None,
            "type": each.actor.type,
            "role": each.actor.role,
            "aliases": list(each.actor.aliases),
        }
        for name, each in draft.actors.items()
    }
    suggestions = [
        {
            "kind": each.kind.value,
            "start": each.spans[0].start,
            "end": each.spans[0].end,
            "exact": each.spans[0].of(text),
            "standing": each.standing.value,
            "marked": each.is_marked,
            "confidence": each.confidence,
            "reason": each.reason,
            **dict(each.attributes),
        }
        for each in draft.suggestions
    ]
    published = draft.published.isoformat() if draft.published else None
    return {
        "slug": done.slug,
        "published": published,
        "text": text,
        "actors": actors,
        "suggestions": suggestions,
    }


def _write(project: Project, done: Drafted, *, force: bool) -> Sequence[Problem]:
    """Write all files of a draft, or none of those that stand there already."""
    for path in done.files:
        if (project.root / path).exists() and not force:
            message = f"{path} is there already and stays as it is"
            return [
                Problem(
                    code="not-draftable",
                    message=message,
                    location=Location(path),
                    example="--force overwrites it",
                )
            ]
    for path, content in done.files.items():
        file = project.root / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            new = file.with_name(f".{file.name}.new")
            new.write_text(content, "utf-8", newline="\n")
            new.replace(file)
        except OSError as error:
            message = f"cannot write {path}: {error.strerror or error}"
            raise click.ClickException(message) from error
        click.echo(f"{path}: written")
    return []
