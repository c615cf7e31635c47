"""What people declare in YAML: articles' metadata and the registries.

These definitions check the files, give editors their JSON Schema, and are what the program reads.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Struct, field

from generator.model.forms import (
    About,
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


class Excerpts(Struct, frozen=True, kw_only=True):
    """How much of a text excerpts may show, where its owner or the law says so; a default otherwise."""

    share: Annotated[Percent | None, About("Most of the text that excerpts may show together.", "25%")] = None
    characters: Annotated[Count | None, About("Most characters that excerpts may show together.", 1500)] = (
        None
    )


class Rights(Struct, frozen=True, kw_only=True):
    """What may be published of a source's text."""

    display: Annotated[
        Display,
        About("How much of the text is shown: all of it, the sentences that carry facts, or none.", "full"),
    ] = Display.EXCERPTS
    excerpts: Annotated[
        Excerpts,
        About(
            "How much excerpts may show; if absent, a third, and at most 2,500 characters.",
            {"share": "25%", "characters": 1500},
        ),
    ] = Excerpts()
    licence: Annotated[Line | None, About("Licence of the text.", "CC BY 2.5")] = None
    notice: Annotated[
        Text | None,
        About("Line of attribution shown beside the text.", "© Alder Courier, used with permission"),
    ] = None
    embargoed_until: Annotated[
        Release | None,
        About("Held back until this day (EDTF: a day, or the first of a month or year).", "2031-05-20"),
    ] = None


class Actor(Struct, frozen=True, kw_only=True):
    """A person, organisation, state, group or place that articles speak of.

    It has a name, or a description where the source does not name it; never both.
    """

    name: Annotated[Line | None, About("Full name, as pages show it.", "Ida Vance")] = None
    unnamed: Annotated[
        Line | None,
        About(
            "For someone whom the source does not name: its description, word for word.",
            "an official close to the talks",
        ),
    ] = None
    type: Annotated[ActorType | None, About("What the actor is.", "person")] = None
    role: Annotated[
        Line | None, About("Role, in words of the article where it has them.", "harbour minister")
    ] = None
    aliases: Annotated[tuple[Line, ...], About("Other names that always mean this actor.", ["Vance"])] = ()
    weak_aliases: Annotated[
        tuple[Line, ...],
        About(
            "Names that mean this actor only where a full name stands in the same article.", ["the minister"]
        ),
    ] = ()
    wikidata: Annotated[Wikidata | None, About("Wikidata identifier.", "Q90")] = None


class Measure(Struct, frozen=True, kw_only=True):
    """What figures count, so that figures of many articles form a series."""

    title: Annotated[Line, About("What is counted, as pages head it.", "Crews on strike")]
    counted: Annotated[Line | None, About("Thing counted, where figures leave it out.", "crews")] = None
    unit: Annotated[Line | None, About("UCUM or ISO 4217 code of the unit.", "USD")] = None
    note: Annotated[
        Text | None,
        About("Published remark on what is and is not counted.", "Crews of the night boats are not counted."),
    ] = None


class Story(Struct, frozen=True, kw_only=True):
    """A named group of articles."""

    title: Annotated[Line, About("Name of the story.", "The Port Alder ferry strike")]
    summary: Annotated[
        Text | None,
        About("What it is about, in the editor's words.", "Crews, a ministry and a harbour without boats."),
    ] = None


class Metadata(Struct, frozen=True, kw_only=True):
    """What the front matter of an article says."""

    title: Annotated[
        Line, About("Title of the briefing, in the editor's words.", "Ferry talks resume in Port Alder")
    ]
    headline: Annotated[
        Line | None, About("Headline of the source.", "Crews and ministry back at the table")
    ] = None
    published: Annotated[
        Day, About("Day of publication; words such as 'on Monday' are counted from it.", "2031-05-13")
    ]
    publisher: Annotated[Line | None, About("Who published the source.", "Alder Courier")] = None
    url: Annotated[Url | None, About("Where the source stands.", "https://example.org/ferry-talks")] = None
    byline: Annotated[Line | None, About("Who wrote the source.", "Ann Orme")] = None
    agency: Annotated[Line | None, About("News agency that the source credits.", "Coastal Press")] = None
    via: Annotated[
        Line | None,
        About("Outlet that the source took its report from, where it says so.", "Harbour Gazette"),
    ] = None
    language: Annotated[Language, About("Language of the text, as a tag of BCP 47.", "en-GB")] = "en"
    topics: Annotated[tuple[Line, ...], About("Topics, shown as tags.", ["transport", "labour"])] = ()
    stories: Annotated[
        tuple[Id, ...], About("Ids of the stories that the article belongs to.", ["ferry-strike"])
    ] = ()
    retrieved: Annotated[Day | None, About("Day on which the source was read.", "2031-05-14")] = None
    archive_url: Annotated[
        Url | None, About("Archived copy of the source.", "https://archive.example.org/ferry-talks")
    ] = None
    supersedes: Annotated[
        Line | None, About("Slug of the article that this one replaces.", "ferry-first")
    ] = None
    correction: Annotated[
        Text | None,
        About(
            "What was wrong in the article that this one replaces, in the editor's words.",
            "The first report counted the night boats twice.",
        ),
    ] = None
    text_form: Annotated[
        TextForm,
        About("How the text relates to what the source printed; shown beside every passage.", "paraphrase"),
    ] = TextForm.ORIGINAL
    rights: Annotated[Rights, About("What may be published of the text.", {"display": "full"})] = Rights()
    actors: Annotated[
        dict[Id, Actor],
        About(
            "Actors by id, added to those of actors.yml; a field that both give must agree.",
            {"vance": {"name": "Ida Vance", "type": "person"}},
        ),
    ] = field(default_factory=dict)
    bottom_line: Annotated[
        Text | None,
        About(
            "The author's summary; every number, date, name and quoted phrase in it links to a fact.",
            "Talks [are on again](#talks-resume).",
        ),
    ] = None
    key: Annotated[
        tuple[Line, ...], About("Ids of the key facts, at most six.", ["crews-out"], at_most=MAX_KEY_FACTS)
    ] = ()
    annotated_by: Annotated[Line | None, About("Who made the annotations.", "B. Marker")] = None
    checked_by: Annotated[
        Line | None, About("Who checked the annotations: somebody other than their author.", "A. Reader")
    ] = None
    status: Annotated[
        Status | None,
        About(
            "How far the marks have come; if absent, checked where checked_by stands, else drafted.",
            "checked",
        ),
    ] = None

    @property
    def is_checked(self) -> bool:
        """Return whether a second person stands for the annotations."""
        return self.state in (Status.CHECKED, Status.PUBLISHED)

    @property
    def state(self) -> Status:
        """Return how far the annotations have come."""
        return _state(self.status, self.checked_by)


def _state(status: Status | None, checked_by: str | None) -> Status:
    return status or (Status.CHECKED if checked_by else Status.DRAFTED)


class MemoMetadata(Struct, frozen=True, kw_only=True):
    """What the front matter of a memo says."""

    title: Annotated[Line, About("Title of the memo.", "The ferry strike after two weeks")]
    date: Annotated[
        Day, About("Day of the memo; words such as 'on Monday' are counted from it.", "2031-05-20")
    ]
    author: Annotated[Line | None, About("Who wrote it.", "A. Reader")] = None
    to: Annotated[Line | None, About("Whom it is written for.", "The minister of transport")] = None
    stories: Annotated[tuple[Id, ...], About("Ids of the stories that it is about.", ["ferry-strike"])] = ()
    checked_by: Annotated[
        Line | None, About("Who checked the memo: somebody other than its author.", "A. Reader")
    ] = None
    status: Annotated[
        Status | None,
        About("How far it has come; if absent, checked where checked_by stands, else drafted.", "checked"),
    ] = None

    @property
    def is_checked(self) -> bool:
        """Return whether a second person stands for the memo."""
        return self.state in (Status.CHECKED, Status.PUBLISHED)

    @property
    def state(self) -> Status:
        """Return how far the memo has come."""
        return _state(self.status, self.checked_by)


class Withdrawn(Struct, frozen=True, kw_only=True):
    """A fact, or a whole article, that was published and is not any more."""

    fact: Annotated[
        Reference,
        About(
            "What is withdrawn: a fact as slug#id, or a whole article as its slug.", "ferry-talks#14-crews"
        ),
    ]
    on: Annotated[Day, About("Day on which it was withdrawn.", "2031-05-20")]
    reason: Annotated[
        Text, About("Why, in the editor's words; published.", "The union had counted the night boats twice.")
    ]
    replaced_by: Annotated[
        Reference | None,
        About("What to read instead: a fact as slug#id, or an article.", "ferry-figures#12-crews"),
    ] = None
