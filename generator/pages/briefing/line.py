"""One row: a fact with its words, its date, who says so, and what it was concluded from.

What is shown is made by the hundred for each article and changed by nobody, so it is not frozen: that takes
three times as long to make.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Final

from msgspec import Struct

from generator.analysis import joined
from generator.model import Standing
from generator.pages.once import once
from generator.pages.origins import rests_on
from generator.publishing import PublicActor, PublicArticle, PublicCorpus, PublicPassage, PublicRecord

UNDATED: Final = "undated"
LONGEST_NAME: Final = 70

STANDINGS: Final = {
    Standing.REPORTED: "",
    Standing.PLANNED: "planned",
    Standing.CONDITION: "a condition",
    Standing.CLAIMED: "claimed",
    Standing.DENIED: "denied",
}
"""Standings in words; what is reported as having happened says nothing."""


_SAME: Final = attrgetter("same")
_OUTCOME: Final = attrgetter("outcome")
_BECAUSE: Final = attrgetter("because")
_SUPPORT: Final = attrgetter("support")


class Link(Struct, kw_only=True):
    """Words that lead somewhere."""

    text: str
    page: str | None
    """Path below the output folder; None where there is nowhere to lead."""

    anchor: str | None = None
    paragraph: int | None = None
    """Where the words that it leads to stand in the source, for paper."""


class Part(Struct, kw_only=True):
    """Words of a row, which lead to their passage."""

    text: str
    anchor: str
    quoted: bool = False
    paragraph: int | None = None
    """Where it stands in the source: what a link becomes on paper."""


class Line(Struct, kw_only=True):
    """One row of a briefing."""

    kind: str
    anchors: tuple[str, ...]
    """Anchors of all facts that share the row."""

    parts: tuple[Part, ...]
    is_own_words: bool
    """Whether its words are the editor's, not the source's."""

    date: str
    standing: str
    """In words; empty for what is reported as having happened."""

    says: Link | None
    """Who says so; None for the article itself."""

    outcome: tuple[Link, ...]
    """The planned events that it is the outcome of."""

    inferred: tuple[Link, ...]
    """What it was concluded from."""

    date_of: Link | None
    """The event whose date, itself concluded from others, is taken over."""

    dated_by: tuple[Part, ...]
    """Words elsewhere that carry its date."""

    also: tuple[Part, ...]
    """Where the article repeats it, and the other articles' facts of ``same``."""

    elsewhere: tuple[Link, ...]
    rests: str
    """How many articles and origins it rests on, in words; empty for one article."""

    note: str | None
    internal: str | None
    """For the house alone."""


class Lines:
    """Makes the rows of one article."""

    def __init__(self, article: PublicArticle, corpus: PublicCorpus) -> None:
        self.article = article
        self.corpus = corpus
        self.by_id = {record.id: record for record in article.records}
        self.first_of: dict[str, str] = {}
        """Id of a fact → id of the fact whose row it stands on."""

        for group in groups(article):
            for record in group:
                self.first_of[record.id] = group[0].id
        self._lines: dict[tuple[str, int], Line] = {}

    def line(self, group: Sequence[PublicRecord]) -> Line:
        """Return the row of facts that tell the same; made once, however many parts show it."""
        key = (group[0].id, len(group))
        if key not in self._lines:
            self._lines[key] = self.row(group, tuple([record.anchor for record in group]), self.date(group))
        return self._lines[key]

    def row(self, group: Sequence[PublicRecord], anchors: tuple[str, ...], date: str) -> Line:
        """Return the row of facts that tell the same, under these anchors and this date."""
        first, others = group[0], group[1:]
        outcome, because = _gathered(group, _OUTCOME), _gathered(group, _BECAUSE)
        same, support = _gathered(group, _SAME), _gathered(group, _SUPPORT)
        return Line(
            kind=first.kind,
            anchors=anchors,
            parts=words_of(first),
            is_own_words=first.is_own_words and not first.is_neutral,
            date=date,
            standing=STANDINGS[first.standing],
            says=self.says(first),
            outcome=self.facts(outcome) if outcome else (),
            inferred=self.facts(because) if because else (),
            date_of=self._date_of(first) if first.event else None,
            dated_by=tuple([_support(passage) for passage in support]) if support else (),
            also=tuple([Part(text=place(each), anchor=each.passage) for each in others if each.passages]),
            elsewhere=self.facts([key for key in same if not self._is_local(key)]) if same else (),
            rests=self._rests(group) if self.article.slug in self.corpus.tellings else "",
            note=" ".join([record.note for record in group if record.note]) or None,
            internal=" ".join([record.internal for record in group if record.internal]) or None,
        )

    def date(self, group: Sequence[PublicRecord]) -> str:
        """Return the date of facts that tell the same, in words."""
        return next((label for record in group if (label := record.date_label)), UNDATED)

    def _rests(self, group: Sequence[PublicRecord]) -> str:
        return next((found for record in group if (found := rests_on(record.key, self.corpus))), "")

    def _date_of(self, record: PublicRecord) -> Link | None:
        event = self.by_id.get(record.event or "")
        if event is None or record.date is None or not event.inferred or event.date != record.date:
            return None
        return self.fact(event)

    def says(self, record: PublicRecord) -> Link | None:
        """Return who says so, leading to where they do: the quote around it, else their first mention."""
        if record.said_by is None:
            return None
        actor = self.actor(record.said_by)
        outer = self.by_id.get(record.inside or "")
        while outer is not None and outer.mode is None:
            outer = self.by_id.get(outer.inside or "")
        if outer is not None and record.mode is None:
            return Link(text=actor.name, page=self.article.page, anchor=f"fact-{outer.id}")
        return self.actor_link(actor)

    def actor(self, name: str) -> PublicActor:
        """Return an actor; one that is declared nowhere bears its id."""
        return self.corpus.actors.get(name) or PublicActor(id=name, name=name, is_named=True)

    def actor_link(self, actor: PublicActor) -> Link:
        """Return the name of an actor, leading to its page."""
        return Link(text=actor.name, page=actor.page)

    def facts(self, keys: Sequence[str]) -> tuple[Link, ...]:
        """Return links to the rows of facts, of this article or of others, each once."""
        if not keys:
            return ()
        found: list[Link] = []
        for key in dict.fromkeys(keys):
            slug, _, name = key.partition("#")
            record = self.by_id.get(name) if self._is_local(key) else None
            other = self.corpus.facts.get(key)
            if record is not None:
                found.append(self.fact(record))
            elif other is not None:
                title = self.corpus.titles.get(slug, slug)
                found.append(
                    Link(text=f"{shortened(other.label)} ({title})", page=other.page, anchor=other.anchor)
                )
        return tuple(found)

    def fact(self, record: PublicRecord, longest: int = LONGEST_NAME) -> Link:
        """Return what a fact is called, leading to its row."""
        return Link(text=shortened(record.label, longest), page=self.article.page, anchor=record.anchor)

    def _is_local(self, key: str) -> bool:
        return key.partition("#")[0] == self.article.slug


def _gathered(group: Sequence[PublicRecord], of: Callable[[PublicRecord], Sequence[Any]]) -> Sequence[Any]:
    """Return what several facts have, in order; most stand alone."""
    return of(group[0]) if len(group) == 1 else [each for record in group for each in of(record)]


def _support(passage: PublicPassage) -> Part:
    text = passage.text or "words of the source"
    return Part(text=text, anchor=passage.anchor, paragraph=passage.paragraph)


@once
def lines_of(article: PublicArticle, corpus: PublicCorpus) -> Lines:
    """Return what makes the rows of an article."""
    return Lines(article, corpus)


@once
def groups(article: PublicArticle) -> list[tuple[PublicRecord, ...]]:
    """Return the facts, those together that tell the same, in the order of their words."""
    facts = article.facts
    if not any(record.same for record in facts):
        return [(record,) for record in facts]
    kinds = {record.key: record.kind for record in facts}
    return joined(
        facts,
        lambda record: (record.key,),
        lambda record: (key for key in record.same if kinds.get(key) == record.kind),
    )


def words_of(record: PublicRecord) -> tuple[Part, ...]:
    """Return what a fact is called, each stretch of it leading to its words."""
    shown = () if record.is_own_words else shown_words(record)
    if shown:
        return shown
    first = record.passages[0]
    return (Part(text=record.label, anchor=first.anchor, paragraph=first.paragraph),)


def shown_words(record: PublicRecord) -> tuple[Part, ...]:
    """Return the source's words for a fact as far as they may be shown."""
    return tuple(
        [
            Part(text=passage.text, anchor=passage.anchor, quoted=passage.quoted, paragraph=passage.paragraph)
            for passage in record.passages
            if passage.text
        ]
    )


def place(record: PublicRecord) -> str:
    """Return where a fact stands, in words."""
    first = record.passages[0]
    return f"paragraph {first.paragraph}" if first.paragraph else f"characters {first.start}–{first.end}"


def shortened(text: str, longest: int = LONGEST_NAME) -> str:
    """Return at most so many characters of a text, cut between words."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    return (head.rpartition(" ")[0] or head).rstrip(" ,.;:") + "…"
