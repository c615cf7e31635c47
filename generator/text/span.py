"""A stretch of a text, and a place in a file."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True, array_like=True):
    """A half-open stretch of a normalised text, in Unicode code points.

    Source: W3C Web Annotation, TextPositionSelector.
    """

    start: int
    """Offset of the first character."""

    end: int
    """Offset just after the last character."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"a span needs 0 <= start <= end, found {self.start} and {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that this span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Location(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A place in a file, as editors count: lines and columns from 1, columns in code points."""

    path: str
    """Path relative to the project, with forward slashes."""

    line: int = 1
    column: int = 1

    length: int = 1
    """How many characters of the line are meant."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
