"""Quotes by speaker; the parts of a split quote are one again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from generator.model import QuoteMode
from generator.pages.briefing.line import UNDATED, Line, Lines, Link, Part, groups, shown_words, words_of
from generator.publishing import PublicRecord

MODES: Final = {
    QuoteMode.DIRECT: "direct quote",
    QuoteMode.PARTIAL: "partial quote",
    QuoteMode.INDIRECT: "indirect speech",
}


class QuoteLine(Struct, frozen=True, kw_only=True):
    """One quote, whole."""

    line: Line
    title: str | None
    """The editor's title of it."""

    parts: tuple[Part, ...]
    """Its words, part for part; words outside quotation marks stand without them."""

    mode: str
    to: tuple[Link, ...]
    """Whom it was said to."""

    via: tuple[Link, ...]
    """Through whom the source has it."""

    carries: int
    """How many events and figures stand in it."""


class Speaker(Struct, frozen=True, kw_only=True):
    """Whom quotes belong to."""

    name: str | None
    """None where the speaker cannot be told."""

    page: str | None
    role: Part | None
    own_role: str | None
    is_named: bool
    quotes: tuple[QuoteLine, ...]


def speakers(lines: Lines) -> tuple[Speaker, ...]:
    """Return the speakers in the order of their first words, each with their quotes."""
    article = lines.article
    found: dict[str | None, list[QuoteLine]] = {}
    quotes = {record.id: record for record in article.records if record.mode is not None}
    parts: dict[str, list[PublicRecord]] = {}
    for record in quotes.values():
        parts.setdefault(_beginning(record, quotes).id, []).append(record)
    carried = Counter([record.inside for record in article.facts])
    for group in groups(article):
        first = group[0]
        if first.mode is None or first.id not in parts:
            continue
        whole = [part for record in group for part in parts.get(record.id, ()) if record is first]
        others = [part for record in group[1:] for part in parts.get(record.id, ())]
        found.setdefault(first.said_by, []).append(_quote(whole, group, others, carried, lines))
    return tuple(_speaker(name, quoted, lines) for name, quoted in found.items())


def _beginning(record: PublicRecord, quotes: dict[str, PublicRecord]) -> PublicRecord:
    seen = {record.id}
    while record.continues in quotes and record.continues not in seen:
        record = quotes[record.continues]
        seen.add(record.id)
    return record


def _quote(
    whole: Sequence[PublicRecord],
    group: Sequence[PublicRecord],
    others: Sequence[PublicRecord],
    carried: Counter[str | None],
    lines: Lines,
) -> QuoteLine:
    first = whole[0]
    anchors = tuple(dict.fromkeys([record.anchor for record in (*whole, *group, *others)]))
    date = lines.date(group)
    shown = tuple([part for record in whole for part in shown_words(record)])
    return QuoteLine(
        line=lines.row(group, anchors, "" if date == UNDATED else date),
        title=first.label if first.is_own_words and shown else None,
        parts=shown or tuple(part for record in whole for part in words_of(record)),
        mode=_mode(first, is_shown=bool(shown)),
        to=_actors((name for record in whole for name in record.to), lines),
        via=_actors((name for record in whole for name in record.via), lines),
        carries=sum([carried[record.id] for record in whole]),
    )


def _actors(names: Iterable[str], lines: Lines) -> tuple[Link, ...]:
    return tuple(lines.actor_link(lines.actor(name)) for name in dict.fromkeys(names))


def _mode(record: PublicRecord, *, is_shown: bool) -> str:
    """Return how something was said; words of the editor are no quote, whatever they sum up."""
    mode = MODES[record.mode] if record.mode else ""
    return mode if is_shown or record.is_neutral or not mode else f"{mode}, summed up"


def _speaker(name: str | None, quoted: Sequence[QuoteLine], lines: Lines) -> Speaker:
    if name is None:
        return Speaker(name=None, page=None, role=None, own_role=None, is_named=False, quotes=tuple(quoted))
    actor = lines.actor(name)
    role = lines.article.roles.get(name)
    return Speaker(
        name=actor.name,
        page=actor.page,
        role=Part(text=role.text, anchor=role.anchor) if role else None,
        own_role=actor.role if actor.role and not role else None,
        is_named=actor.is_named,
        quotes=tuple(quoted),
    )
