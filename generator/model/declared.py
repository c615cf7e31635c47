"""What people declare in YAML: articles' metadata and the registries.

These definitions check the files, give editors their JSON Schema, and are what the program reads.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Declared(BaseModel):
    """Base of everything declared: frozen, and no unknown key passes."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"


class TextForm(StrEnum):
    """How the text in hand relates to what the source printed."""

    ORIGINAL = "original"
    PARAPHRASE = "paraphrase"
    TRANSLATION = "translation"


class Display(StrEnum):
    """How much of the text may be shown."""

    FULL = "full"
    EXCERPTS = "excerpts"
    NONE = "none"


class Rights(Declared):
    """What may be published of a source's text."""

    display: Display = Field(default=Display.EXCERPTS, description="How much of the text the site shows.")
    licence: str | None = Field(default=None, description="Licence of the text, such as CC BY 2.5.")
    notice: str | None = Field(default=None, description="Line of attribution shown beside the text.")
    embargoed_until: dt.date | None = Field(default=None, description="Not to be published before.")


class Actor(Declared):
    """A person, organisation, state, group or place that articles speak of."""

    name: str | None = Field(default=None, description="Full name, as pages show it.")
    unnamed: str | None = Field(
        default=None, description="For someone the source does not name: its description, word for word."
    )
    type: ActorType | None = Field(default=None, description="What the actor is.")
    role: str | None = Field(default=None, description="Role, in words of the article where it has them.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names that always mean this actor.")
    weak_aliases: tuple[str, ...] = Field(
        default=(),
        description="Names that mean this actor only where a full name stands in the same article.",
    )
    wikidata: str | None = Field(
        default=None, pattern=r"^Q[1-9][0-9]*$", description="Wikidata identifier, such as Q90."
    )


class Measure(Declared):
    """What figures count, so that figures of many articles form a series."""

    title: str = Field(description="What is counted, as pages head it.")
    counted: str | None = Field(default=None, description="Thing counted, where figures leave it out.")
    unit: str | None = Field(default=None, description="UCUM or ISO 4217 code of the unit.")
    note: str | None = Field(default=None, description="Published remark on what is and is not counted.")


class Story(Declared):
    """A named group of articles."""

    title: str = Field(description="Name of the story.")
    summary: str | None = Field(default=None, description="What it is about, in the editor's words.")


class Metadata(Declared):
    """What the front matter of an article says."""

    title: str = Field(min_length=1, description="Title of the briefing, in the editor's words.")
    headline: str | None = Field(default=None, description="Headline of the source.")
    published: dt.date = Field(description="Day of publication; anchors words such as 'on Monday'.")
    publisher: str | None = Field(default=None, description="Who published the source.")
    url: str | None = Field(default=None, description="Where the source stands.")
    byline: str | None = Field(default=None, description="Who wrote the source.")
    agency: str | None = Field(default=None, description="News agency that the source credits.")
    language: str = Field(default="en", description="Language of the text, as BCP 47.")
    topics: tuple[str, ...] = Field(default=(), description="Topics, shown as tags.")
    stories: tuple[str, ...] = Field(default=(), description="Stories that the article belongs to.")
    retrieved: dt.date | None = Field(default=None, description="Day the source was read.")
    archive_url: str | None = Field(default=None, description="Archived copy of the source.")
    supersedes: str | None = Field(default=None, description="Slug of the article that this one replaces.")
    text_form: TextForm = Field(default=TextForm.ORIGINAL, description="How the text relates to the source.")
    rights: Rights = Field(default=Rights(), description="What may be published of the text.")
    actors: dict[str, Actor] = Field(default={}, description="Actors by id, added to the registry's.")
    bottom_line: str | None = Field(
        default=None, description="The author's summary; every number, date and name in it links to a fact."
    )
    key: tuple[str, ...] = Field(default=(), description="Ids of the key figures, at most six.")
    checked_by: str | None = Field(default=None, description="Who checked the annotations.")
