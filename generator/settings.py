"""What a user can set."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One record; its fields are the options of the plugin and of the command line alike."""

    seeds: str = field(
        default="seeds",
        metadata={"help": "Folder of annotated articles and registries, relative to the project."},
    )
    templates: str = field(
        default="templates",
        metadata={"help": "Folder whose files stand in for the packaged templates of the same name."},
    )
    output: str = field(
        default="briefings", metadata={"help": "Folder that the pages are written to: MkDocs' docs_dir."}
    )
    cache: str = field(
        default=".cache/briefings",
        metadata={"help": "Folder for what speeds up the next run; may be deleted at any time."},
    )
    rows_per_page: int = field(
        default=200, metadata={"help": "Rows of an index page before it goes on to the next one."}
    )
    drafts: bool = field(
        default=False,
        metadata={"help": "Show what nobody has accepted yet, marked as drafts; never for a site in public."},
    )
    since: str = field(
        default="",
        metadata={
            "help": "Revision of git; a page then says what changed since.",
            "name": "REVISION",
        },
    )


MAX_SEED_BYTES: Final = 16 * 1024 * 1024
"""A larger file in seeds is refused: no article is that long, and reading it would stall the build."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder on disk together with its settings."""

    root: Path
    settings: Settings

    @property
    def seeds(self) -> Path:
        """Return the folder of annotated articles."""
        return self.root / self.settings.seeds

    @property
    def templates(self) -> Path:
        """Return the project's own templates."""
        return self.root / self.settings.templates

    @property
    def output(self) -> Path:
        """Return the folder that pages are written to."""
        return self.root / self.settings.output

    @property
    def cache(self) -> Path:
        """Return the folder of the cache."""
        return self.root / self.settings.cache
