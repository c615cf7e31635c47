"""One raw file into an annotated article; nothing is written here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from generator.drafting import Draft, draft, refined, to_document
from generator.drafting.incoming import Incoming, from_markdown, from_text
from generator.drafting.raw import RawArticle
from generator.drafting.writing import front_matter_lines
from generator.formats.inline_writer import write_inline
from generator.formats.standoff_writer import write_standoff
from generator.formats.yaml_writer import Data
from generator.problems import Problem, Severity
from generator.reading.identifiers import slug
from generator.reading.vocabulary import Vocabulary
from generator.text import Location

MAX_RAW: Final = 4_000_000
"""Characters of a text; no article is that long."""

_MARKDOWN: Final = frozenset({".md", ".markdown"})
_KEPT: Final = re.compile(r"[^A-Za-z0-9_-]+")
_ORDER: Final = ("title", "headline", "published", "publisher", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What came of one file."""

    slug: str = ""
    draft: Draft | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    """Texts of the files to write, by path relative to the project."""

    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def take(raw: str, name: str) -> tuple[Incoming | None, list[Problem]]:
    """Return a raw text as it comes; ``name`` is the file's, its ending tells Markdown from plain text."""
    place = Location(name)
    if len(raw) > MAX_RAW:
        message = f"expected an article, found {len(raw):,} characters; at most {MAX_RAW:,} are read"
        return None, [Problem(code="not-draftable", message=message, location=place)]
    if PurePosixPath(name).suffix.lower() in _MARKDOWN:
        incoming, problems = from_markdown(raw, name)
    else:
        incoming, problems = from_text(raw), []
    if incoming is not None and not incoming.source.text:
        message = "expected the text of an article, found none"
        return None, [Problem(code="not-draftable", message=message, location=place)]
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return (None if errors else incoming), problems


def from_raw(article: RawArticle) -> Incoming:
    """Return an article of a web page or of a row of a table as what is drafted."""
    return Incoming(source=article.source, metadata=article.metadata, notes=article.notes)


def write_draft(
    incoming: Incoming, vocabulary: Vocabulary, *, name: str, seeds: str, standoff: bool = False
) -> Drafted:
    """Return the annotated article that is drafted from a text, as the files to write."""
    metadata = dict(incoming.metadata)
    language = str(metadata.get("language") or "en")
    found = draft(
        incoming.source,
        published=day_of(metadata.get("published")),
        actors=vocabulary.actors,
        language=language,
    )
    found = refined(found, vocabulary)
    address = slug_of(name, metadata)
    whole: dict[str, Data] = {"status": "draft"}
    whole.update({key: metadata.pop(key, None) for key in _ORDER})
    if language == "en" and found.language != "en":
        whole["language"] = found.language
    whole.update(metadata)
    path = f"{seeds}/{address}.{'yml' if standoff else 'md'}"
    document = to_document(found, whole, path=path, slug=address)
    own = front_matter_lines(found, whole)
    text_path = f"{address}.txt"
    if standoff:
        written, problems = write_standoff(document, own=own, text_path=text_path)
    else:
        written, problems = write_inline(document, own=own)
    files = {path: written} if written is not None else {}
    if standoff and written is not None:
        files[f"{seeds}/{text_path}"] = incoming.source.text + "\n"
    return Drafted(
        slug=address,
        draft=found,
        files=files,
        notes=(*incoming.notes, *found.notes),
        problems=tuple(problems),
    )


def slug_of(name: str, metadata: Mapping[str, Data]) -> str:
    """Return the address of an article: its file's name, else its title's first words."""
    stem = _KEPT.sub("-", PurePosixPath(name).stem).strip("-_")
    if name == "-" or not stem:
        stem = slug(str(metadata.get("title") or "")) or "draft"
    return stem[:60]


def day_of(value: Data) -> dt.date | None:
    """Return a day written as year-month-day; None for anything else."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
