"""What people declare in YAML: articles' metadata and the registries.

These definitions check the files, give editors their JSON Schema, and are what the program reads.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from generator.model.forms import (
    Count,
    Day,
    Id,
    Language,
    Line,
    Percent,
    Reference,
    Release,
    Text,
    Url,
    Wikidata,
)

MAX_KEY_FACTS: Final = 6
"""Cards that a reader takes in at one look."""


class Declared(BaseModel):
    """Base of everything declared: frozen, and no unknown key passes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:  # noqa: ANN401  # anything at all may stand in the file
        """Read a key without a value (``headline:``) like a key that is not there."""
        if isinstance(data, dict) and None in data.values():
            return {key: value for key, value in data.items() if value is not None}
        return data


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


class Status(StrEnum):
    """How far an article's marks have come."""

    DRAFT = "draft"
    """Suggestions that nobody has accepted: no fact yet."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    PUBLISHED = "published"


class Excerpts(Declared):
    """How much of a text excerpts may show, where its owner or the law says so; a default otherwise."""

    share: Percent | None = Field(
        default=None, description="Most of the text that excerpts may show together.", examples=["25%"]
    )
    characters: Count | None = Field(
        default=None, description="Most characters that excerpts may show together.", examples=[1500]
    )


class Rights(Declared):
    """What may be published of a source's text."""

    display: Display = Field(
        default=Display.EXCERPTS,
        description="How much of the text is shown: all of it, the sentences that carry facts, or none.",
        examples=["full"],
    )
    excerpts: Excerpts = Field(
        default=Excerpts(),
        description="How much excerpts may show; if absent, a third, and at most 2,500 characters.",
        examples=[{"share": "25%", "characters": 1500}],
    )
    licence: Line | None = Field(default=None, description="Licence of the text.", examples=["CC BY 2.5"])
    notice: Text | None = Field(
        default=None,
        description="Line of attribution shown beside the text.",
        examples=["© Alder Courier, used with permission"],
    )
    embargoed_until: Release | None = Field(
        default=None,
        description="Held back until this day (EDTF: a day, or the first of a month or year).",
        examples=["2031-05-20"],
    )


class Actor(Declared):
    """A person, organisation, state, group or place that articles speak of.

    It has a name, or a description where the source does not name it; never both.
    """

    model_config = ConfigDict(json_schema_extra={"not": {"required": ["name", "unnamed"]}})

    name: Line | None = Field(
        default=None, description="Full name, as pages show it.", examples=["Ida Vance"]
    )
    unnamed: Line | None = Field(
        default=None,
        description="For someone whom the source does not name: its description, word for word.",
        examples=["an official close to the talks"],
    )
    type: ActorType | None = Field(default=None, description="What the actor is.", examples=["person"])
    role: Line | None = Field(
        default=None,
        description="Role, in words of the article where it has them.",
        examples=["harbour minister"],
    )
    aliases: tuple[Line, ...] = Field(
        default=(), description="Other names that always mean this actor.", examples=[["Vance"]]
    )
    weak_aliases: tuple[Line, ...] = Field(
        default=(),
        description="Names that mean this actor only where a full name stands in the same article.",
        examples=[["the minister"]],
    )
    wikidata: Wikidata | None = Field(default=None, description="Wikidata identifier.", examples=["Q90"])


class Measure(Declared):
    """What figures count, so that figures of many articles form a series."""

    title: Line = Field(description="What is counted, as pages head it.", examples=["Crews on strike"])
    counted: Line | None = Field(
        default=None, description="Thing counted, where figures leave it out.", examples=["crews"]
    )
    unit: Line | None = Field(
        default=None, description="UCUM or ISO 4217 code of the unit.", examples=["USD"]
    )
    note: Text | None = Field(
        default=None,
        description="Published remark on what is and is not counted.",
        examples=["Crews of the night boats are not counted."],
    )


class Story(Declared):
    """A named group of articles."""

    title: Line = Field(description="Name of the story.", examples=["The Port Alder ferry strike"])
    summary: Text | None = Field(
        default=None,
        description="What it is about, in the editor's words.",
        examples=["Crews, a ministry and a harbour without boats."],
    )


class Metadata(Declared):
    """What the front matter of an article says."""

    title: Line = Field(
        description="Title of the briefing, in the editor's words.",
        examples=["Ferry talks resume in Port Alder"],
    )
    headline: Line | None = Field(
        default=None, description="Headline of the source.", examples=["Crews and ministry back at the table"]
    )
    published: Day = Field(
        description="Day of publication; words such as 'on Monday' are counted from it.",
        examples=["2031-05-13"],
    )
    publisher: Line | None = Field(
        default=None, description="Who published the source.", examples=["Alder Courier"]
    )
    url: Url | None = Field(
        default=None, description="Where the source stands.", examples=["https://example.org/ferry-talks"]
    )
    byline: Line | None = Field(default=None, description="Who wrote the source.", examples=["Ann Orme"])
    agency: Line | None = Field(
        default=None, description="News agency that the source credits.", examples=["Coastal Press"]
    )
    via: Line | None = Field(
        default=None,
        description="Outlet that the source took its report from, where it says so.",
        examples=["Harbour Gazette"],
    )
    language: Language = Field(
        default="en", description="Language of the text, as a tag of BCP 47.", examples=["en-GB"]
    )
    topics: tuple[Line, ...] = Field(
        default=(), description="Topics, shown as tags.", examples=[["transport", "labour"]]
    )
    stories: tuple[Id, ...] = Field(
        default=(), description="Ids of the stories that the article belongs to.", examples=[["ferry-strike"]]
    )
    retrieved: Day | None = Field(
        default=None, description="Day on which the source was read.", examples=["2031-05-14"]
    )
    archive_url: Url | None = Field(
        default=None,
        description="Archived copy of the source.",
        examples=["https://archive.example.org/ferry-talks"],
    )
    supersedes: Line | None = Field(
        default=None, description="Slug of the article that this one replaces.", examples=["ferry-first"]
    )
    correction: Text | None = Field(
        default=None,
        description="What was wrong in the article that this one replaces, in the editor's words.",
        examples=["The first report counted the night boats twice."],
    )
    text_form: TextForm = Field(
        default=TextForm.ORIGINAL,
        description="How the text relates to what the source printed; shown beside every passage.",
        examples=["paraphrase"],
    )
    rights: Rights = Field(
        default=Rights(), description="What may be published of the text.", examples=[{"display": "full"}]
    )
    actors: dict[Id, Actor] = Field(
        default={},
        description="Actors by id, added to those of actors.yml; a field that both give must agree.",
        examples=[{"vance": {"name": "Ida Vance", "type": "person"}}],
    )
    bottom_line: Text | None = Field(
        default=None,
        description="The author's summary; every number, date, name and quoted phrase in it links to a fact.",
        examples=["Talks [are on again](#talks-resume)."],
    )
    key: tuple[Line, ...] = Field(
        default=(),
        max_length=MAX_KEY_FACTS,
        description="Ids of the key facts, at most six.",
        examples=[["crews-out"]],
    )
    annotated_by: Line | None = Field(
        default=None, description="Who made the annotations.", examples=["B. Marker"]
    )
    checked_by: Line | None = Field(
        default=None,
        description="Who checked the annotations: somebody other than their author.",
        examples=["A. Reader"],
    )
    status: Status | None = Field(
        default=None,
        description="How far the marks have come; if absent, checked where checked_by stands, else drafted.",
        examples=["checked"],
    )

    @property
    def is_checked(self) -> bool:
        """Return whether a second person stands for the annotations."""
        return self.state in (Status.CHECKED, Status.PUBLISHED)

    @property
    def state(self) -> Status:
        """Return how far the annotations have come."""
        return self.status or (Status.CHECKED if self.checked_by else Status.DRAFTED)


class MemoMetadata(Declared):
    """What the front matter of a memo says."""

    title: Line = Field(description="Title of the memo.", examples=["The ferry strike after two weeks"])
    date: Day = Field(
        description="Day of the memo; words such as 'on Monday' are counted from it.", examples=["2031-05-20"]
    )
    author: Line | None = Field(default=None, description="Who wrote it.", examples=["A. Reader"])
    to: Line | None = Field(
        default=None, description="Whom it is written for.", examples=["The minister of transport"]
    )
    stories: tuple[Id, ...] = Field(
        default=(), description="Ids of the stories that it is about.", examples=[["ferry-strike"]]
    )


class Withdrawn(Declared):
    """A fact, or a whole article, that was published and is not any more."""

    fact: Reference = Field(
        description="What is withdrawn: a fact as slug#id, or a whole article as its slug.",
        examples=["ferry-talks#14-crews"],
    )
    on: Day = Field(description="Day on which it was withdrawn.", examples=["2031-05-20"])
    reason: Text = Field(
        description="Why, in the editor's words; published.",
        examples=["The union had counted the night boats twice."],
    )
    replaced_by: Reference | None = Field(
        default=None,
        description="What to read instead: a fact as slug#id, or an article.",
        examples=["ferry-figures#12-crews"],
    )


class WithdrawnRegistry(RootModel[tuple[Withdrawn, ...]]):
    """withdrawn.yml: facts and articles that are withdrawn."""


class ActorRegistry(RootModel[dict[Id, Actor]]):
    """actors.yml: actors that many articles share, by id."""


class MeasureRegistry(RootModel[dict[Id, Measure]]):
    """measures.yml: what figures count, by id."""


class StoryRegistry(RootModel[dict[Id, Story]]):
    """stories.yml: stories, by id."""
