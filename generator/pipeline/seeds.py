"""The files that people write: which of them are articles and registries, and their text."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from generator.model.forms import MAX_ID, RESERVED_NAMES
from generator.problems import Problem
from generator.reading.registries import REGISTRIES
from generator.settings import MAX_SEED_BYTES, Project
from generator.text import LineIndex, Location

MEMOS: Final = "memos"
"""Folder of memos, at the top of the seeds."""

_SUFFIXES: Final = (".md", ".yml", ".yaml")
_SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TAKEN: Final = frozenset({*REGISTRIES, *RESERVED_NAMES})
_KEPT: Final = re.compile(r"[^A-Za-z0-9_-]+")
_NOT_TEXT: Final = re.compile("[\ud800-\udfff]")
"""Stands in a path for a byte that is no UTF-8."""


class Seed(Struct, frozen=True, kw_only=True):
    """One file of the seeds folder."""

    path: str
    """Relative to the project, with forward slashes."""

    file: str
    """Where it stands on disk; text, since there are thousands."""

    found: os.stat_result


class Seeds(Struct, frozen=True, kw_only=True):
    """All files of the seeds folder that mean anything."""

    articles: tuple[Seed, ...]
    """In the order of paths."""

    memos: tuple[Seed, ...]
    """Markdown files of the folder ``memos``, in the order of paths."""

    registries: dict[str, Seed]
    """By name: ``actors``, ``measures``, ``stories``."""


def find_seeds(project: Project) -> tuple[Seeds, list[Problem]]:
    """Return the articles and registries of a project.

    A Markdown file of the folder ``memos`` is a memo. Else, an article is a Markdown or YAML file at any
    depth; its slug is its name. Hidden files and folders are passed over, and all that ends otherwise: texts
    of standoff articles, what editors leave.
    """
    problems: list[Problem] = []
    articles: list[Seed] = []
    registries: dict[str, Seed] = {}
    memos: list[Seed] = []
    slugs: dict[str, str] = {}
    if not project.seeds.is_dir():
        message = f"expected a folder '{project.settings.seeds}' with annotated articles, found none"
        place = Location(project.settings.seeds)
        problems.append(
            Problem(code="unreadable-file", message=message, location=place, example="briefings new PATH")
        )
    folder = str(PurePosixPath(project.settings.seeds))
    among_memos = f"{folder}/{MEMOS}"
    for seed in sorted(_walk(project.seeds, folder), key=attrgetter("path")):
        above, _, name = seed.path.rpartition("/")
        stem, _, suffix = name.rpartition(".")
        if stem in REGISTRIES and suffix == "yml" and above == folder:
            registries[stem] = seed
        elif above == among_memos and suffix == "md":
            memos += _memo(seed, stem, problems)
        elif wrong := _slug_problem(seed.path, stem):
            problems.append(wrong)
        elif (first_path := slugs.setdefault(stem.lower(), seed.path)) != seed.path:
            problems.append(_taken(seed.path, first_path, f"the address '{stem}'"))
        else:
            articles.append(seed)
    return Seeds(articles=tuple(articles), memos=tuple(memos), registries=registries), problems


def _memo(seed: Seed, stem: str, problems: list[Problem]) -> Iterator[Seed]:
    """Yield a memo whose name can be an address."""
    wrong = _slug_problem(seed.path, stem)
    if wrong:
        problems.append(wrong)
    else:
        yield seed


def is_article(path: str, folder: str) -> bool:
    """Return whether a file below the folder of seeds would be read as an article, were it alone."""
    above, _, name = path.rpartition("/")
    stem, suffix = posixpath.splitext(name)
    inside = (above + "/").removeprefix(folder + "/")
    is_hidden = any(part.startswith(".") for part in (*inside.split("/"), name))
    is_memo = above == f"{folder}/{MEMOS}" and suffix == ".md"
    return suffix in _SUFFIXES and not is_hidden and not is_memo and _slug_problem(path, stem) is None


def read_text(where: Path | str, path: str) -> tuple[bytes, str | None, list[Problem]]:
    """Return the bytes and the text of a file; no text, and a problem, where it cannot be one."""
    file = Path(where)
    try:
        if file.stat().st_size > MAX_SEED_BYTES:
            return b"", None, [_unreadable(path, f"expected at most {MAX_SEED_BYTES >> 20} MB, found more")]
        data = file.read_bytes()
    except OSError as error:
        return b"", None, [_unreadable(path, f"cannot be read: {error.strerror or error}")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = LineIndex(path, data[: error.start].decode("utf-8")).location(len(data))
        message = f"expected UTF-8, found the byte {data[error.start]:02x}; save it as UTF-8"
        return data, None, [Problem(code="unreadable-file", message=message, location=place)]
    if "\0" in text:
        place = LineIndex(path, text).location(text.index("\0"))
        message = "expected text, found a NUL character; take it out"
        return data, None, [Problem(code="unreadable-file", message=message, location=place)]
    return data, text, []


def _walk(folder: Path | str, path: str) -> Iterator[Seed]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        below = f"{path}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, below)
        elif entry.name.endswith(_SUFFIXES) and entry.is_file():
            yield Seed(path=below, file=entry.path, found=entry.stat())


def _slug_problem(path: str, slug: str) -> Problem | None:
    """Return what keeps a file name from being the address of a page."""
    if path.isascii() and _SLUG.fullmatch(slug) and len(slug) <= MAX_ID and slug.lower() not in _TAKEN:
        return None
    example = (_KEPT.sub("-", slug).strip("-_") or "article")[:MAX_ID].lower()
    if slug in REGISTRIES:
        message = f"a registry of {slug} stands at the top of its folder, not below it"
        example = f"{slug}-of-the-strike"
    elif slug.lower() in RESERVED_NAMES:
        message = f"'{slug}' cannot be the name of a page: it is that of an index or a device"
        example = f"{slug}-1"
    elif _NOT_TEXT.search(path):
        message = f"expected folders whose names are UTF-8, found {path!r}"
    elif not _SLUG.fullmatch(slug):
        message = f"expected a file name of letters a to z, digits, - and _, found '{slug}'"
    elif len(slug) > MAX_ID:
        message = f"expected a file name of at most {MAX_ID} characters, found {len(slug)}"
    else:
        return None
    named = PurePosixPath(path).with_stem(example).name
    return Problem(code="unsafe-slug", message=message, location=Location(path), example=named)


def _taken(path: str, first: str, what: str) -> Problem:
    return Problem(
        code="duplicate-slug",
        message=f"{what} is taken by {first}",
        location=Location(path),
        example="give one of the files another name",
        related=(Location(first),),
    )


def _unreadable(path: str, message: str) -> Problem:
    return Problem(code="unreadable-file", message=message, location=Location(path))
