"""Every format, and the reading of a file in whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from generator.formats.document import Document
from generator.formats.inline import read_inline
from generator.formats.standoff import LoadText, read_standoff
from generator.problems import Problem
from generator.text import Location

Reader: TypeAlias = Callable[[str, str, LoadText], tuple[Document | None, list[Problem]]]


def _read_inline(path: str, raw: str, _: LoadText) -> tuple[Document | None, list[Problem]]:
    return read_inline(path, raw)


FORMATS: Final[Mapping[str, Reader]] = {".md": _read_inline, ".yml": read_standoff}
"""Every format by the ending of its files."""


def read_document(path: str, raw: str, load_text: LoadText) -> tuple[Document | None, list[Problem]]:
    """Read one annotated article; the ending of its path names the format.

    ``load_text`` takes a path relative to the project and returns the text there, or None.
    """
    reader = FORMATS.get(PurePosixPath(path).suffix)
    if reader is None:
        message = f"expected a file ending in {' or '.join(FORMATS)}"
        return None, [Problem(code="unreadable-file", message=message, location=Location(path))]
    return reader(path, raw, load_text)
