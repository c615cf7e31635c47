"""A built site, and what its pages are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site on disk that a server shows."""

    folder: Path
    url: str
    """Where it is served, with a slash at the end."""

    def pages(self, below: str = "") -> Iterator[str]:
        """Yield the addresses of the pages in a folder, relative to the site."""
        for file in sorted((self.folder / below).rglob("index.html")):
            folder = file.parent.relative_to(self.folder).as_posix()
            yield "" if folder == "." else f"{folder}/"

    def briefings(self) -> tuple[str, ...]:
        """Return the addresses of all briefings."""
        return tuple(self.pages("articles"))
