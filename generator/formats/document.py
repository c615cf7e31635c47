"""What every format reads into: metadata, text and marks; no facts yet."""

from __future__ import annotations

from typing import Final, Protocol

from msgspec import Struct

from generator.formats.yaml_tree import YamlMap
from generator.model.mark import Mark
from generator.text import Location, Source, Span

SKIP: Final = "skip"
"""Class of boilerplate: the one mark that becomes no fact."""


MAX_DEPTH: Final = 20
"""Marks and links inside one another."""


class Places(Protocol):
    """The way from an offset in the normalised text back to the file."""

    def location(self, span: Span) -> Location:
        """Return where the words of a span begin in the file; its length ends with their line."""
        ...


class RecordedName(Struct, frozen=True, kw_only=True):
    """A name of actors that was found in a text that may not be at hand now."""

    span: Span
    actors: tuple[str, ...]
    """Ids of those who are meant."""

    location: Location
    """Where it is recorded."""


class Document(Struct, frozen=True, kw_only=True):
    """One annotated article, read but not understood."""

    path: str
    """Path of its file, relative to the project."""

    slug: str
    """File name without its ending: the address of the page."""

    metadata: YamlMap
    """Front matter, not validated; without the keys that belong to the format itself."""

    source: Source | None
    """None where the text is not at hand."""

    text_path: str | None = None
    """Path of the file that its text stands in, relative to the project; None where it names none."""

    sha256: str | None = None
    """Hash of the normalised text that the marks were made on, where the file records it."""

    marks: tuple[Mark, ...]
    """In the order of their first span; an outer mark before the ones inside it."""

    places: Places | None = None
    """None where the text is not at hand."""

    paragraphs: tuple[int, ...] = ()
    """Where the blocks of the text begin, as recorded; they count only where it is not at hand."""

    names: tuple[RecordedName, ...] = ()
    """Names found when the text was at hand; they count only where it is not."""
