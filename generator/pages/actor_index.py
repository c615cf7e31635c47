"""All actors by type; by first letter when articles are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec import Struct

from generator.model import ActorType
from generator.pages.index import Count, Index
from generator.pages.once import once
from generator.pages.paging import OTHER_LETTERS, Sheet, letter_of
from generator.publishing import PublicActor, PublicArticle, PublicCorpus

_TYPES: Final = (
    (ActorType.PERSON, "People"),
    (ActorType.ORGANISATION, "Organisations"),
    (ActorType.STATE, "States"),
    (ActorType.GROUP, "Groups"),
    (ActorType.PLACE, "Places"),
    (None, "Others"),
)
_UNNAMED: Final = "Unnamed in the sources"


class ActorRow(NamedTuple):
    """One actor of one article, then of all of them."""

    section: str
    """Number of the type, or the letter."""

    sorted_by: str
    id: str
    articles: int = 1


class ActorView(Struct, frozen=True, kw_only=True):
    """What the template shows of an actor."""

    name: str
    page: str | None
    role: str
    type: str
    articles: int


class ActorSection(Struct, frozen=True, kw_only=True):
    """Actors of one type or letter."""

    title: str
    anchor: str
    page: None
    continued: bool
    actors: tuple[ActorView, ...]


@once
def actors_of(article: PublicArticle) -> frozenset[str]:
    """Return the ids of all actors that an article speaks of, or that speak in it."""
    spoken_of = {actor for record in article.records for actor in record.actors}
    return frozenset(spoken_of | {record.said_by for record in article.records if record.said_by})


class ActorIndex(Index):
    """The index of actors."""

    name = "actors/index"
    template = "actors.md.jinja"
    row_types = (Count, ActorRow)
    title = "Actors"
    description = "Everyone that a briefing speaks of: people, organisations, states, groups and places."

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[ActorRow]:
        """Yield a row for each actor of an article."""
        for name in sorted(actors_of(article)):
            actor = corpus.actors.get(name)
            if actor is not None:
                section = _type_number(actor) if corpus.is_small else letter_of(actor.name)
                yield ActorRow(section, actor.name.casefold(), name)

    def group(self, row: ActorRow, article: PublicArticle) -> str:
        """Return the letter."""
        del article
        return row.section

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return the letter."""
        del corpus
        return "other letters" if group == OTHER_LETTERS else group.upper()

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return the type, or the letter."""
        if not corpus.is_small:
            return self.group_title(section, corpus)
        number = int(section)
        return _TYPES[number][1] if number < len(_TYPES) else _UNNAMED

    def section_anchor(self, section: str) -> str:
        """Return the anchor of a type or letter."""
        return f"actors-{section}"

    def merged(self, rows: Sequence[Any]) -> Sequence[ActorRow]:
        """Return one row an actor, with the number of its articles."""
        joined = groupby(rows, key=lambda row: row[:3])
        return [ActorRow(section, by, name, sum(1 for _ in of)) for (section, by, name), of in joined]

    def shown(self, sheet: Sheet[Any], before: str | None, corpus: PublicCorpus) -> Sequence[ActorSection]:
        """Return the sections of one page."""
        found: list[ActorSection] = []
        for section, rows in groupby(sheet.rows, key=lambda row: row.section):
            found.append(
                ActorSection(
                    title=self.section_title(section, corpus),
                    anchor=self.section_anchor(section),
                    page=None,
                    continued=before == section and not found,
                    actors=tuple(_view(row, corpus.actors[row.id]) for row in rows),
                )
            )
        return tuple(found)


def _type_number(actor: PublicActor) -> str:
    if not actor.is_named:
        return str(len(_TYPES))
    return str(next(number for number, (kind, _) in enumerate(_TYPES) if kind == actor.type))


def _view(row: ActorRow, actor: PublicActor) -> ActorView:
    return ActorView(
        name=actor.name,
        page=actor.page,
        role=actor.role or "",
        type=actor.type.value if actor.type else "",
        articles=row.articles,
    )
