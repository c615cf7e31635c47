"""One raw article into an annotated one; nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct, field

from generator.drafting import Draft, Recogniser, draft, refined, to_document
from generator.drafting.raw import RawArticle, front_lines
from generator.drafting.writing import actor_lines
from generator.formats.inline_writer import write_inline
from generator.formats.standoff_writer import write_standoff
from generator.formats.yaml_tree import YamlMap, parse_yaml
from generator.problems import Problem
from generator.reading.identifiers import slug
from generator.reading.vocabulary import Vocabulary
from generator.text import Location

MAX_RAW: Final = 4_000_000
"""Characters of a text; no article is that long."""

_KEPT: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_SLUG: Final = 60


class Drafted(Struct, frozen=True, kw_only=True):
    """What came of one article."""

    slug: str = ""
    draft: Draft | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    """Texts of the files to write, by path relative to the project."""

    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def undraftable(article: RawArticle, place: Location) -> Iterator[Problem]:
    """Yield why no draft can be made of an article."""
    size = len(article.source.text)
    if size > MAX_RAW:
        message = f"expected an article, found {size:,} characters; at most {MAX_RAW:,} are read"
        yield Problem(code="not-draftable", message=message, location=place)
    if article.marks:
        message = f"expected raw text, found {len(article.marks)} marks: a draft begins before the first"
        yield Problem(code="not-draftable", message=message, location=place)


def write_draft(
    article: RawArticle,
    vocabulary: Vocabulary,
    *,
    stem: str,
    standoff: bool = False,
    recogniser: Recogniser | None = None,
) -> Drafted:
    """Return the annotated article that is drafted from a raw one, as the files to write.

    ``stem`` is its path without an ending, such as ``seeds/ferry-talks``.
    """
    folder, _, address = stem.rpartition("/")
    found = draft(
        article.source,
        published=article.published,
        actors=vocabulary.actors,
        language=article.language or "en",
        recogniser=recogniser,
    )
    found = refined(found, vocabulary)
    path = f"{stem}.{'yml' if standoff else 'md'}"
    lines = ["status: draft", *front_lines(article)]
    own = "".join(f"{line}\n" for line in (*lines, *actor_lines(found)))
    tree, _ = parse_yaml(own, path)
    metadata = tree if isinstance(tree, YamlMap) else YamlMap()
    document = to_document(found, metadata, path=path, slug=address)
    text_path = f"{address}.txt"
    if standoff:
        written, problems = write_standoff(document, own=own, text_path=text_path)
    else:
        written, problems = write_inline(document, own=own)
    files = {path: written} if written is not None else {}
    if standoff and written is not None:
        files[f"{folder}/{text_path}"] = article.source.text + "\n"
    return Drafted(
        slug=address,
        draft=found,
        files=files,
        notes=(*article.notes, *found.notes),
        problems=tuple(problems),
    )


def address_of(article: RawArticle, name: str, *, is_row: bool) -> str:
    """Return the address of an article: its file's name; of a row or of standard input, of its title."""
    stem = "" if name == "-" or is_row else _KEPT.sub("-", PurePosixPath(name).stem).strip("-_")
    title = article.title or article.headline or ""
    return (stem or slug(title) or "draft")[:_LONGEST_SLUG]
