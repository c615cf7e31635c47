"""What pages are made of: only what may be shown.

Nothing here refers back to a source or to a record, so a page type cannot show by mistake what is withheld.
What an article has by the hundred is not frozen: freezing doubles the time that it takes to make one.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from generator.analysis import Coverage, Origin, Solidity, Telling
from generator.formats.w3c import ENDING
from generator.model import (
    ActorType,
    Display,
    Measure,
    QuoteMode,
    Standing,
    Status,
    Story,
    TextForm,
    Words,
)
from generator.publishing.corrections import PublicSuccessor, PublicWithdrawal
from generator.publishing.happened import PublicChanges
from generator.publishing.memos import PublicMemo
from generator.settings import Audience
from generator.text import BlockRole
from generator.values import Date, Quantity


class PublicActor(Struct, frozen=True, kw_only=True):
    """An actor of any article."""

    id: str
    name: str
    """Full name; for someone the source does not name, its description or a neutral one."""

    is_named: bool
    type: ActorType | None = None
    role: str | None = None
    """As declared: the editor's words, unless an article's ``roles`` says where it stands in the text."""

    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    has_page: bool = False
    """Whether any article speaks of it."""

    @property
    def page(self) -> str | None:
        """Return the path of its page below the output folder; None where it has none."""
        return f"actors/{self.id}.md" if self.has_page else None


class PublicLink(Struct, frozen=True, kw_only=True):
    """A fact of some article, as far as others show it."""

    key: str
    kind: str
    label: str
    page: str
    anchor: str
    """Anchor of its row on that page."""


class Piece(Struct):
    """A stretch of one paragraph that the same facts rest on."""

    text: str
    """Empty where ``withheld``."""

    records: tuple[str, ...] = ()
    """Ids of the records whose words these are, outer ones first."""

    anchors: tuple[str, ...] = ()
    """Anchors of all spans that these words are part of, outer ones first: of facts, roles and supports."""

    starts: tuple[str, ...] = ()
    """Those of them that begin here; the pieces of all paragraphs together hold each anchor once."""

    withheld: bool = False
    """Whether words stand here that may not be shown."""


class PublicParagraph(Struct, kw_only=True):
    """One block of the source."""

    number: int
    """From 1."""

    role: BlockRole
    pieces: tuple[Piece, ...]
    records: tuple[str, ...]
    """Ids of the records whose words stand in it, in order."""

    supported: tuple[str, ...] = ()
    """Ids of the records that further words in it carry a part of, such as a date."""

    @property
    def anchor(self) -> str:
        """Return its anchor on the article's page."""
        return f"p-{self.number}"


class PublicPassage(Struct, kw_only=True):
    """One span of a fact."""

    anchor: str
    """Anchor on the article's page of its words, or of the list of positions where they are withheld."""

    start: int
    """Offset in the normalised text, in code points."""

    end: int
    paragraph: int | None
    """Number of the block that it begins in; None where the text is not at hand."""

    text: str = ""
    """Its words without quotation marks around them and the comma behind; empty where withheld."""

    quoted: bool = False
    """Whether quotation marks stood around all of it."""


class PublicRecord(Struct, kw_only=True):
    """A fact as pages show it."""

    key: str
    """``article#id``."""

    id: str
    kind: str
    """Name of its kind."""

    label: str
    """What it is called: the editor's title, else its words, else the editor's gist, else a neutral name."""

    is_own_words: bool
    """Whether ``label`` is the editor's or neutral, not the source's words."""

    is_neutral: bool = False
    """Whether ``label`` only says what kind of fact stands where."""

    title: str | None = None
    """The editor's own words for it, where typed."""

    gist: str | None = None
    passages: tuple[PublicPassage, ...]
    """At least one, in order."""

    standing: Standing = Standing.REPORTED
    said_by: str | None = None
    """Actor id of whoever says so; None for the article itself, or where a quote's speaker is not known."""

    actors: tuple[str, ...] = ()
    inside: str | None = None
    """Id of the fact whose words enclose these most narrowly."""

    because: tuple[str, ...] = ()
    """Keys of the facts that a value was concluded from."""

    same: tuple[str, ...] = ()
    """Keys of facts that tell the same again."""

    support: tuple[PublicPassage, ...] = ()
    """Further words that carry a part of it, such as a date given elsewhere."""

    inferred: bool = False
    note: str | None = None
    """Published remark of the editor."""

    internal: str | None = None
    """Remark that is not published; None for all audiences but the house."""

    is_found: bool = False
    """Whether it is a name found in the text, not a mark."""

    date: Date | None = None
    """When an event happened, a figure holds or a quote was said."""

    quantity: Quantity | None = None
    """Without the thing counted where that would be withheld words."""

    measure: str | None = None
    event: str | None = None
    """Id of the event whose words enclose a figure."""

    mode: QuoteMode | None = None
    continues: str | None = None
    to: tuple[str, ...] = ()
    """Ids of the actors that a quote was said to."""

    via: tuple[str, ...] = ()
    """Ids of the actors through whom the source has it."""

    outcome: tuple[str, ...] = ()
    """Keys of the planned events that an event is the outcome of."""

    @property
    def slug(self) -> str:
        """Return the slug of its article."""
        return self.key.partition("#")[0]

    @property
    def page(self) -> str:
        """Return the path of its article's page."""
        return f"articles/{self.slug}.md"

    @property
    def anchor(self) -> str:
        """Return the anchor of its row on the article's page."""
        return f"fact-{self.id}"

    @property
    def passage(self) -> str:
        """Return the anchor of its first words on the article's page."""
        return self.passages[0].anchor

    @property
    def date_label(self) -> str | None:
        """Return its date in words; None where there is none."""
        return self.date.label if self.date else None


class PublicRole(Struct, frozen=True, kw_only=True):
    """Words of the article that give an actor's role."""

    text: str
    """As the editor declared it; letters may differ in case from the source's."""

    anchor: str


class _Workings:
    """Room for what is found out about an article; it is no part of the article."""

    __slots__ = ("_found",)
    _found: dict[object, tuple[tuple[object, ...], Any]]

    @property
    def workings(self) -> dict[object, tuple[tuple[object, ...], Any]]:
        """Return what pages found out, by function, with what it was given: each is found out once."""
        try:
            return self._found
        except AttributeError:
            object.__setattr__(self, "_found", {})
            return self._found


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PublicArticle(_Workings):
    """One article as pages show it."""

    slug: str
    title: str
    headline: str | None
    published: dt.date
    publisher: str | None
    url: str | None
    archive_url: str | None
    byline: str | None
    agency: str | None
    language: str
    topics: tuple[str, ...]
    stories: tuple[str, ...]
    retrieved: dt.date | None
    supersedes: str | None
    correction: str | None = None
    text_form: TextForm
    annotated_by: str | None = None
    checked_by: str | None
    status: Status = Status.DRAFTED
    embargoed_until: dt.date | None = None
    """Only where it is under an embargo still, which the house alone sees."""

    display: Display
    licence: str | None
    notice: str | None
    sha256: str | None
    """Hash of the normalised text."""

    paragraphs: tuple[PublicParagraph, ...]
    """All blocks, withheld ones too; empty only where the text is not at hand."""

    records: tuple[PublicRecord, ...]
    """In the order of their words; names found in the text among them."""

    bottom_line: tuple[tuple[Words, ...], ...]
    key: tuple[str, ...]
    """Ids of the key facts."""

    roles: Mapping[str, PublicRole] = dataclasses.field(default_factory=dict)
    """By actor id, where the declared role stands in the text that is shown."""

    swaps: frozenset[str] = frozenset()
    """Ids of the events whose words give one figure for another."""

    solidity: Solidity = dataclasses.field(default_factory=Solidity)
    live: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """By id of a fact, the address of its words in the live article; only where these words are shown."""
    coverage: Coverage = dataclasses.field(default_factory=Coverage)
    """Of the whole text, withheld sentences too: places and ids."""

    facts: tuple[PublicRecord, ...] = dataclasses.field(init=False, repr=False, compare=False)
    """Its records but for names found in the text."""

    def __post_init__(self) -> None:
        """Sort the facts out."""
        object.__setattr__(self, "facts", tuple([record for record in self.records if not record.is_found]))

    @property
    def page(self) -> str:
        """Return the path of its page below the output folder."""
        return f"articles/{self.slug}.md"

    @property
    def annotations(self) -> str:
        """Return the path of its annotations, which no page can have: a slug holds no full stop."""
        return f"articles/{self.slug}{ENDING}"


class PublicCorpus(Struct, frozen=True, kw_only=True):
    """What pages may know of all articles together."""

    actors: Mapping[str, PublicActor]
    measures: Mapping[str, Measure]
    stories: Mapping[str, Story]
    facts: Mapping[str, PublicLink]
    """By key, the facts that another article refers to."""

    titles: Mapping[str, str]
    """Title of each article, by slug, in the order of slugs."""

    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Where each article comes from, by slug."""

    origin_names: Mapping[str, str] = field(default_factory=dict)
    """Name of each origin by its id; empty for those that name nobody."""

    tellings: Mapping[str, Mapping[str, Telling]] = field(default_factory=dict)
    """How often each fact is told that several articles tell, by slug, then by id."""

    memos: Mapping[str, PublicMemo] = field(default_factory=dict)
    """By slug, the newest first."""

    cited: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By slug of an article, the memos that cite it, each with the id of a fact."""

    superseded: Mapping[str, tuple[PublicSuccessor, ...]] = field(default_factory=dict)
    """By slug of an article, those that replace it, in the order of days."""

    withdrawn: Mapping[str, tuple[PublicWithdrawal, ...]] = field(default_factory=dict)
    """What was withdrawn, by the slug of its article, which may be gone."""

    changes: PublicChanges | None = None
    """What changed since an earlier revision, where one was named."""

    audience: Audience = Audience.WORKING
    """Whom the pages are for."""

    embargoed: frozenset[str] = frozenset()
    """Slugs of the articles that are under an embargo still, which the house alone sees."""

    rows_per_page: int = 200
    """Rows of an index page before it goes on to the next one, as set by the user."""

    is_small: bool = True
    """Whether each index shows all of its rows in one run of pages, not by year, story or letter.

    The rows of every article depend on it.
    """
