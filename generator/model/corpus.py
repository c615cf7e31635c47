"""Articles and all of them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from generator.model.declared import Actor, Measure, Metadata, Status, Story, Withdrawn
from generator.model.records import Mention, Record
from generator.text import Location, Source, Span

RecordT = TypeVar("RecordT", bound="Record")


class Words(Struct, frozen=True, array_like=True):
    """A stretch of the bottom line: text, or a link to the fact that carries it."""

    text: str
    fact: str | None = None
    """Key (``article#id``) of the fact; None for plain text."""


class Declaration(Struct, frozen=True):
    """Where an id is declared."""

    id: str
    location: Location


class Registries(Struct, frozen=True, kw_only=True):
    """What ``actors.yml``, ``measures.yml`` and ``stories.yml`` declare, by id."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    """What ``withdrawn.yml`` lists, by key (``slug#id``) or by slug."""

    locations: Mapping[tuple[str, str], Location] = field(default_factory=dict)
    """Where (``actors``, id), (``measures``, id) or (``stories``, id) is declared;
    of what is withdrawn, where (``withdrawn``, key), (``reason``, key) and (``replaced_by``, key) stand."""


class Need(Struct, frozen=True, kw_only=True, array_like=True):
    """What a reference to a fact of another article asks of that fact."""

    attribute: str
    """``same``, ``outcome`` or ``because``."""

    key: str
    kind: str
    """Of the fact that refers to it."""

    location: Location


class Article(Struct, frozen=True, kw_only=True, array_like=True):
    """One article, understood: every record resolved as far as the article alone allows."""

    slug: str
    path: str
    metadata: Metadata
    source: Source | None
    """None where the text is not at hand."""

    sha256: str | None
    records: tuple[Record, ...]
    """In the order of their words; mentions found in the text among them."""

    bottom_line: tuple[tuple[Words, ...], ...] = ()
    """Paragraphs of the bottom line."""

    references: tuple[tuple[str, Location], ...] = ()
    """Keys of facts of other articles that it refers to, with the place of each reference."""

    needs: tuple[Need, ...] = ()
    """What it asks of some of them."""

    paragraphs: tuple[int, ...] = ()
    """Offsets at which the blocks of the text begin; empty where nobody knows."""

    ambiguous: tuple[Span, ...] = ()
    """Words that may name several actors, and that nothing settles."""

    shared_ids: frozenset[str] = frozenset()
    """Derived ids that several marks would share: which one has it may change with every edit."""

    locations: Mapping[str, Location] = field(default_factory=dict)
    """Where keys of the front matter stand: ``title``, ``actors.vance``, ``stories.0`` …"""

    def of(self, kind: type[RecordT]) -> Iterator[RecordT]:
        """Yield the records of one kind, in the order of their words."""
        return (record for record in self.records if isinstance(record, kind))

    @property
    def facts(self) -> Iterator[Record]:
        """Yield the records that have an id of their own: all but names found in the text."""
        return (record for record in self.records if not (isinstance(record, Mention) and record.found))

    @property
    def carrying(self) -> Iterator[tuple[Record, Span]]:
        """Yield each fact with each span that it rests on, supporting ones too."""
        for record in self.facts:
            for span in (*record.evidence.spans, *record.support):
                yield record, span

    def key(self, record: Record) -> str:
        """Return the key of a fact of this article."""
        return f"{self.slug}#{record.id}"


class FactEntry(Struct, frozen=True, array_like=True, gc=False):
    """What other articles need to know of a fact: enough to link to it."""

    key: str
    kind: str
    title: str
    location: Location
    is_open: bool = False
    """Whether it is an event that was planned, or a condition: what an outcome can settle."""


class Provenance(Struct, frozen=True, kw_only=True, array_like=True):
    """Whom an article names for its text."""

    published: dt.date = dt.date.min
    publisher: str | None = None
    agency: str | None = None
    via: str | None = None
    """Outlet that it took its report from."""

    credited: tuple[str, ...] = ()
    """What its text may name as an outlet, folded; only names that somebody declares are shown anywhere."""

    sketch: bytes = b""
    """What the text is compared by; no word can be read from it. Empty where there is nothing to compare."""


class Release(Struct, frozen=True, kw_only=True, array_like=True):
    """What decides whether an article may go out."""

    embargoed_until: dt.date | None = None
    embargo_place: Location | None = None
    status: Status = Status.DRAFTED
    status_place: Location | None = None


class Summary(Struct, frozen=True, kw_only=True, array_like=True):
    """What the rest of the corpus needs to know of an article: small, and kept between runs."""

    slug: str
    path: str
    title: str
    facts: Sequence[FactEntry]
    """Loaded only when looked at, where the article was read in an earlier run."""

    references: tuple[tuple[str, Location], ...]
    """Keys of facts in other articles that this one refers to, with the place of each reference."""

    actors: Mapping[str, Actor]
    """Actors that its front matter declares."""

    declared: Mapping[str, Location]
    """Where each of them is declared."""

    used_actors: tuple[str, ...]
    used_measures: tuple[str, ...]
    """Sorted, both."""

    stories: tuple[str, ...]
    withheld: bool = False
    """Whether no word of its text may be shown anywhere."""

    supersedes: tuple[str, Location] | None = None
    """Slug of the article that it replaces, with the place of the reference."""

    correction: str | None = None
    """What was wrong in that one, in the editor's words."""

    release: Release = field(default_factory=Release)
    provenance: Provenance = field(default_factory=Provenance)
    needs: tuple[Need, ...] = ()
    """What some of its references ask of facts in other articles."""

    same: tuple[tuple[str, str], ...] = ()
    """Keys of each fact that repeats another one, of any article, and of that one."""

    shared_ids: tuple[str, ...] = ()
    """Ids of its facts that no reference may rest on, since several marks derive them."""


class Corpus(Struct, frozen=True, kw_only=True):
    """All articles together: what one may know of another."""

    summaries: Mapping[str, Summary]
    """Of every article, by slug, in the order of slugs."""

    actors: Mapping[str, Actor]
    """Registry and front matter merged, by id."""

    registries: Registries
    facts: Mapping[str, FactEntry]
    """Every fact by its key."""

    held: Mapping[str, Summary] = field(default_factory=dict)
    """Articles that are held back, by slug: nothing of them may be shown, but they use what is declared."""
