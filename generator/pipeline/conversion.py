"""One article from one form into another; nothing is written here, and nothing half."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from generator.formats.comparing import differences
from generator.formats.document import Document
from generator.formats.documents import read_document
from generator.formats.inline import front_matter_of
from generator.formats.inline_writer import write_inline
from generator.formats.json_tree import parse_json
from generator.formats.standoff_writer import write_standoff
from generator.formats.w3c import PREFIX, read_w3c
from generator.formats.w3c_writer import write_w3c
from generator.pipeline.seeds import read_text
from generator.pipeline.vocabulary import read_vocabulary
from generator.problems import Problem, Severity
from generator.reading.article import read_article
from generator.reading.verified import with_verified
from generator.settings import Project
from generator.text import Location


class Form(StrEnum):
    """What an article can be written as."""

    INLINE = "inline"
    STANDOFF = "standoff"
    W3C = "w3c"


SUFFIXES: Final = {Form.INLINE: ".md", Form.STANDOFF: ".yml", Form.W3C: ".jsonld"}
_ANNOTATIONS: Final = frozenset({".jsonld", ".json"})
_WRITERS: Final = {Form.STANDOFF: write_standoff, Form.W3C: write_w3c}


class Wish(Struct, frozen=True, kw_only=True):
    """What is to be converted into what; paths are relative to the project."""

    path: str
    form: Form
    output: str
    text: str
    """Where the text goes, if it stands in no file of its own yet."""

    is_text_given: bool = False
    """Whether annotations are to be looked for in the text that stands there."""

    with_words: bool = True
    """Whether words of the text may be written; without, what they say is."""


class Conversion(Struct, frozen=True, kw_only=True):
    """What came of it."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Texts of the files to write, by path; none where there is an error."""

    problems: tuple[Problem, ...] = ()


def convert(project: Project, wish: Wish) -> Conversion:
    """Return the files that an article is in another form.

    What is to be written is read back and compared with what was read: metadata, text, blocks, boilerplate
    and every mark must be the same, else there is a problem and no file.
    """
    document, own, problems = _read(project, wish)
    if document is None or _has_errors(problems):
        return Conversion(problems=tuple(problems))
    if not wish.with_words:
        document, found = _verified(project, document)
        problems += found
        if document is None or _has_errors(problems):
            return Conversion(problems=tuple(problems))
    elif wish.form is Form.W3C and document.source is not None:
        document = _described(project, document)
    files, found = _written(document, own, wish)
    problems += found
    if not _has_errors(problems):
        problems += _changed(project, document, files, wish)
    return Conversion(files={} if _has_errors(problems) else files, problems=tuple(problems))


def _read(project: Project, wish: Wish) -> tuple[Document | None, str | None, list[Problem]]:
    """Return a document, and the YAML that its metadata was read from."""
    path, suffix = wish.path, PurePosixPath(wish.path).suffix
    _, raw, problems = read_text(project.root / path, path)
    if raw is None:
        return None, None, problems

    def load(text: str) -> tuple[str | None, list[Problem]]:
        return _load(project, text)

    if suffix in _ANNOTATIONS:
        document, found = read_w3c(path, raw, load, wish.text if wish.is_text_given else None)
        return document, _own_of(raw, path), problems + found
    document, found = read_document(path, raw, load)
    return document, front_matter_of(raw) if suffix == SUFFIXES[Form.INLINE] else raw, problems + found


def _own_of(raw: str, path: str) -> str | None:
    """Return the front matter that annotations of ours carry."""
    tree, _ = parse_json(raw, path)
    members = tree.value if tree is not None and isinstance(tree.value, dict) else {}
    node = members.get(f"{PREFIX}frontMatter")
    return node.value if node is not None and isinstance(node.value, str) else None


def _load(project: Project, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text that annotations stand beside; None where there is no such file."""
    file = project.root / path
    if not file.is_file():
        return None, []
    _, text, problems = read_text(file, path)
    return text, problems


def _verified(project: Project, document: Document) -> tuple[Document | None, list[Problem]]:
    """Return a document with all that its words say, if nothing is wrong with that."""
    if document.source is None:
        message = "the text is not at hand, so nothing in it can be verified"
        return None, [Problem(code="not-convertible", message=message, location=Location(document.path))]
    vocabulary, problems = read_vocabulary(project)
    article, found = read_article(document, vocabulary, drafts=True)
    problems += found
    if article is None:
        return None, problems
    return with_verified(document, article), problems


def _described(project: Project, document: Document) -> Document:
    """Return a document with what its words say, for others to use; as it is where something is wrong."""
    vocabulary, problems = read_vocabulary(project)
    article, found = read_article(document, vocabulary, drafts=True)
    if article is None or _has_errors(problems + found):
        return document
    return with_verified(document, article, with_ids=False)


def _written(document: Document, own: str | None, wish: Wish) -> tuple[dict[str, str], list[Problem]]:
    if wish.form is Form.INLINE:
        written, problems = write_inline(document, own=own)
        return ({wish.output: written} if written is not None else {}), problems
    text = document.text_path or (wish.text if wish.with_words else None)
    folder = posixpath.dirname(wish.output) or "."
    to_text = posixpath.relpath(text, folder) if text is not None else None
    write = _WRITERS[wish.form]
    written, problems = write(document, own=own, text_path=to_text, with_words=wish.with_words)
    files = {wish.output: written} if written is not None else {}
    if document.text_path is None and text is not None and document.source is not None:
        files[text] = document.source.text + "\n"
    return files, problems


def _changed(project: Project, document: Document, files: Mapping[str, str], wish: Wish) -> list[Problem]:
    """Return what the written file does not say as the one that was read; a fault of this program."""

    def load(path: str) -> tuple[str | None, list[Problem]]:
        return (files[path], []) if path in files else _load(project, path)

    reader = read_w3c if wish.form is Form.W3C else read_document
    back, found = reader(wish.output, files[wish.output], load)
    place = Location(wish.path)
    problems = [problem for problem in found if problem.severity is Severity.ERROR]
    changed = list(differences(document, back)) if back is not None and not problems else []
    for what in changed:
        message = f"written as {wish.form}, {what} would not be the same"
        problems.append(Problem(code="not-convertible", message=message, location=place))
    return [replace(problem, code="not-convertible", location=place) for problem in problems]


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
