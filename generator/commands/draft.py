"""``briefings draft``."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

import click
from msgspec import Struct, field
from msgspec.structs import replace

from generator.collecting import uncollected
from generator.commands.project import drafting_options, project_of
from generator.commands.showing import Bar, show_problems
from generator.drafting import Draft, Recogniser
from generator.drafting.raw import ROWS, Gap, RawArticle, RawForm, form_of
from generator.drafting.raw.article import question
from generator.pipeline.drafting import Drafted, address_of, undraftable, write_draft
from generator.pipeline.outcome import Outcome
from generator.pipeline.raw import raw_articles
from generator.pipeline.recogniser import load_recogniser
from generator.pipeline.seeds import find_seeds
from generator.pipeline.vocabulary import read_vocabulary
from generator.problems import Problem
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project
from generator.text import Location

STDIN: Final = "-"
_MOST_ASKED: Final = 5
"""Files that a person is asked about; of more, and of rows, what is not known is filled in later."""

_OTHERS: Final = frozenset({*ROWS, RawForm.HTML})
"""Forms that are neither plain text nor Markdown."""


@click.command("draft")
@click.argument("files", nargs=-1, required=True)
@click.option("--published", metavar="DAY", help="Day of publication, where the text has no dateline.")
@click.option("--standoff", is_flag=True, help="Write marks beside the text, not in it.")
@click.option("--stdout", "shows", is_flag=True, help="Print the draft; write no file.")
@click.option("--json", "as_json", is_flag=True, help="Print all suggestions as JSON, a line a file.")
@click.option("--explain", is_flag=True, help="Say of each suggestion how sure it is, and why.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@drafting_options
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
    briefings draft --ner article.txt         names by a model of spaCy, too: the extra ner
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
    asks = len(files) <= _MOST_ASKED and not options["as_json"] and _is_terminal()
    run = _Run(project, vocabulary, _recogniser(project), {**options, "asks": asks})
    for name in Bar().follow("Drafting", files, len(files)):
        problems += _one(run, name)
    show_problems(Outcome(problems=tuple(problems), articles=len(files)), project, "text")
    if problems:
        sys.exit(1)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


class _Run(Struct, frozen=True):
    """What all articles of one call share."""

    project: Project
    vocabulary: Vocabulary
    recogniser: Recogniser | None
    options: dict[str, Any]
    taken: set[str] = field(default_factory=set)
    """Addresses of articles, which no second one may have: thousands of rows begin with the same words."""

    addresses: dict[str, str] = field(default_factory=dict)
    """Of what stands in the seeds, to their paths; found out where the first draft is written."""

    def free(self, address: str) -> str:
        """Return an address that no article before has, and take it."""
        chosen, number = address, 1
        while chosen in self.taken:
            number += 1
            chosen = f"{address}-{number}"
        self.taken.add(chosen)
        return chosen

    def second_of(self, done: Drafted) -> list[Problem]:
        """Return the problem of a draft whose address another file has, which no --force settles.

        ``seeds/talks.yml`` beside ``seeds/talks.md`` would be two articles of one address.
        """
        if not self.addresses:
            articles = find_seeds(self.project)[0].articles
            self.addresses.update({PurePosixPath(seed.path).stem.lower(): seed.path for seed in articles})
        there = self.addresses.setdefault(done.slug.lower(), next(iter(done.files), ""))
        if not done.files or there in done.files:
            return []
        message = f"the address '{done.slug}' is taken by {there}"
        place = Location(next(iter(done.files)))
        example = f"take {there} away, or give the raw file another name"
        return [Problem(code="duplicate-slug", message=message, location=place, example=example)]


def _recogniser(project: Project) -> Recogniser | None:
    """Return the recogniser that the settings ask for; exits where it cannot be had."""
    if not project.settings.ner:
        return None
    recogniser, problems = load_recogniser(project.settings.model)
    if recogniser is None:
        show_problems(Outcome(problems=tuple(problems), articles=0), project, "text")
        sys.exit(1)
    return recogniser


def _one(run: _Run, name: str) -> list[Problem]:
    """Draft the articles of one file, and return what is wrong with them."""
    problems: list[Problem] = []
    if name == STDIN:
        found = list(raw_articles(name, sys.stdin.buffer))
    else:
        file = Path(name) if Path(name).is_file() else run.project.root / name
        try:
            with file.open("rb") as stream:
                found = list(raw_articles(name, stream))
        except OSError as error:
            is_there = file.exists()
            message = f"cannot be read: {error.strerror}" if is_there else "expected a file, found none"
            return [Problem(code="unreadable-file", message=message, location=Location(name))]
    for raw in found:
        problems += raw.problems
        if raw.article is None:
            continue
        wrong = list(undraftable(raw.article, Location(name, raw.line)))
        problems += wrong
        if not wrong:
            article = _completed(raw.article, name, run.options)
            address = address_of(article, name, is_row=form_of(name) in ROWS)
            problems += _article(run, article, name, run.free(address))
    return problems


def _article(run: _Run, article: RawArticle, name: str, address: str) -> list[Problem]:
    """Draft one article of a file."""
    options = run.options
    with uncollected():
        done = write_draft(
            article,
            run.vocabulary,
            stem=f"{run.project.settings.seeds}/{address}",
            standoff=options["standoff"],
            recogniser=run.recogniser,
        )
    problems = list(done.problems)
    for note in done.notes:
        click.echo(f"{name}: {note}", err=True)
    if options["explain"] and done.draft is not None:
        click.echo("\n".join(_explained(done.draft, name)), err=True)
    if options["as_json"] and done.draft is not None:
        click.echo(json.dumps(_as_data(done), ensure_ascii=False, sort_keys=True))
    elif options["shows"]:
        click.echo(next(iter(done.files.values()), ""), nl=False)
    else:
        problems += run.second_of(done) or _write(run.project, done, force=options["force"])
    return problems


def _completed(article: RawArticle, name: str, options: dict[str, Any]) -> RawArticle:
    """Add what was given or is asked for; what stays unknown is a remark in the front matter."""
    if options["published"]:
        article = replace(article, published=day_of(options["published"]))
    is_asked = options["asks"] and name != STDIN and form_of(name) not in ROWS
    for gap in article.gaps if is_asked else ():
        answer = click.prompt(f"{name}: {question(gap)}", default="", show_default=False, err=True).strip()
        article = _answered(article, gap, answer) if answer else article
    missing = [gap.value for gap in article.gaps]
    if missing and not (options["shows"] or options["as_json"]):
        click.echo(f"{name}: not known, fill in: {', '.join(missing)}", err=True)
    return article


def _answered(article: RawArticle, gap: Gap, answer: str) -> RawArticle:
    """Return an article with what a person said of it; a day that is none stays a gap."""
    if gap is Gap.PUBLISHED:
        return replace(article, published=day_of(answer))
    if gap is Gap.TITLE:
        return replace(article, title=answer)
    return replace(article, publisher=answer) if gap is Gap.PUBLISHER else replace(article, url=answer)


def day_of(words: str) -> dt.date | None:
    """Return a day written as year-month-day; None for anything else."""
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


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
