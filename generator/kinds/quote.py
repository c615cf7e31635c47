"""Quotes: what somebody said or wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from generator.kinds.attribution import Surroundings
from generator.kinds.context import Context
from generator.kinds.dating import typed_date
from generator.kinds.kind import Kind, common_fields
from generator.kinds.recorded import named, recorded, verified_date
from generator.model import Mark, Quote, QuoteMode, Reading, Standing
from generator.text import Span
from generator.values import Date

_CLOSING: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "'": "'"}
"""Closing quotation marks by the opening one."""

_CLOSINGS: Final = '"”»'
_QUOTATION_MARKS: Final = frozenset('"“”„«»')
"""Marks that are never apostrophes."""


def _read(position: int, mark: Mark, context: Context) -> Quote:
    fields = common_fields(position, mark, context)
    readings: list[Reading] = []
    mode = _mode(mark, context)
    if mode[1]:
        readings.append(mode[1])
    continued = _continued(mark, context)
    around = Surroundings(context, context.source, mark.spans) if context.source else None
    speaker = _speaker(mark, context, around, readings, asked=not continued)
    when, support = _date(mark, context, around, readings)
    to = context.typed_actors(mark.attributes.get("to"))
    via = context.typed_actors(mark.attributes.get("via"))
    about = tuple(actor for actor in dict.fromkeys((*named(mark, context), *to, *via)) if actor != speaker)
    return Quote(
        **fields,
        mode=mode[0],
        said_by=speaker,
        actors=about,
        date=when,
        support=support,
        continues=continued,
        to=to,
        via=via,
        readings=tuple(readings),
    )


def _continued(mark: Mark, context: Context) -> str | None:
    """Return the id of the quote that this one goes on with."""
    attribute = mark.attributes.get("continues")
    keys = context.typed_facts(attribute, local=True)
    if attribute is None or not keys:
        return None
    slug, _, name = keys[0].partition("#")
    if slug == context.slug and len(keys) == 1:
        return name
    message = f"continues needs one quote of this article, found '{attribute.value}'"
    context.problem("wrong-kind", message, attribute.location, "{.quote continues=close}")
    return None


def _mode(mark: Mark, context: Context) -> tuple[QuoteMode, Reading | None]:
    """Tell direct, partial and indirect speech from the quotation marks."""
    known = recorded(mark, context).get("mode")
    if known is not None and known in set(QuoteMode):
        return QuoteMode(known), None
    words = context.words_of(mark)
    if not words:
        return QuoteMode.INDIRECT, None
    quoted = [_quoted_share(stretch.strip()) for stretch in words]
    if all(share == "all" for share in quoted):
        mode, reason = QuoteMode.DIRECT, "all of its words stand in quotation marks"
        if not _is_sentence(words[0]):
            mode, reason = QuoteMode.PARTIAL, "part of a sentence stands in quotation marks"
    elif any(share != "none" for share in quoted):
        mode, reason = QuoteMode.PARTIAL, "some of its words stand in quotation marks"
    else:
        mode, reason = QuoteMode.INDIRECT, "none of its words stand in quotation marks"
        if context.source and _stands_in_marks(context.source.text, mark.spans[0]):
            mode, reason = QuoteMode.PARTIAL, "quotation marks stand right around it"
    return mode, Reading(field="mode", value=mode.value, reason=reason)


def _quoted_share(words: str) -> str:
    """Return whether all, some or none of the words stand in quotation marks."""
    core = words.strip(" ,.;")
    opening = core[:1] if core[:1] in _CLOSING else ""
    closings = _CLOSING.get(opening, _CLOSINGS)
    closed = core[-1:] if core[-1:] in closings else ""
    inner = core[len(opening) : len(core) - len(closed)]
    # A quote over several paragraphs opens in each of them and closes in the last one alone.
    if (opening or closed) and _QUOTATION_MARKS.isdisjoint(inner):
        return "all" if opening != "'" or closed else "none"
    return "none" if _QUOTATION_MARKS.isdisjoint(core) else "some"


def _is_sentence(words: str) -> bool:
    """Return whether quoted words begin as a sentence does: with a capital letter."""
    first = next((letter for letter in words if letter.isalnum()), "")
    return not first.islower()


def _stands_in_marks(text: str, span: Span) -> bool:
    before, behind = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return before in _CLOSING and behind in _CLOSING[before] if before else False


def _speaker(
    mark: Mark, context: Context, around: Surroundings | None, readings: list[Reading], *, asked: bool
) -> str | None:
    """Return who said it: typed, else the one actor beside a reporting verb."""
    if "by" in mark.attributes:
        return context.typed_actor(mark.attributes["by"], "{.quote by=vance}; declare a group as an actor")
    known = recorded(mark, context).get("by")
    if known in context.actors:
        return known
    if around is None or not asked:
        return None
    found = around.attribution()
    if found.speaker is None:
        _ask(mark, context, found.candidates)
        return None
    spans = (found.words,) if found.words else ()
    readings.append(Reading(field="speaker", value=found.speaker, reason=found.reason, spans=spans))
    return found.speaker


def _verified(record: Quote) -> Iterator[tuple[str, str]]:
    """Yield what to record for when the text is not at hand."""
    yield "mode", record.mode.value
    if record.said_by is not None:
        yield "by", record.said_by
    yield from verified_date(record.date, record.support)


def _ask(mark: Mark, context: Context, candidates: tuple[str, ...]) -> None:
    named = f"; it might be {' or '.join(candidates)}" if candidates else ""
    example = f"{{.quote by={candidates[0] if candidates else 'vance'}}}"
    context.problem(
        "missing-speaker",
        f"cannot tell who says this: no one actor beside a reporting verb{named}",
        mark.location,
        example,
    )


def _date(
    mark: Mark, context: Context, around: Surroundings | None, readings: list[Reading]
) -> tuple[Date | None, tuple[Span, ...]]:
    """Return when it was said: typed, else a date beside the reporting verb of its sentence."""
    found = around.date() if around else None
    typed = typed_date(mark, context, readings, own=[found] if found else [])
    if typed is not None:
        return typed.date, typed.support
    if found is None:
        return None, ()
    span = Span(found.start, found.end)
    readings.append(
        Reading(
            field="date",
            value=found.date.edtf,
            reason=f"{found.reason}, beside the reporting verb",
            spans=(span,),
        )
    )
    return found.date, (span,)


def _join(context: Context) -> None:
    """Give each part of a split quote the speaker and the date of the part that it continues."""
    for position, record in sorted(context.records.items()):
        if not isinstance(record, Quote) or record.continues is None:
            continue
        first = _first_part(position, record, context)
        if first is None:
            continue
        joined = replace(record, said_by=record.said_by or first.said_by, date=record.date or first.date)
        if record.said_by is None and first.said_by is not None:
            reading = Reading(field="speaker", value=first.said_by, reason=f"continues '{first.id}'")
            joined = replace(joined, readings=(*joined.readings, reading))
        context.records[position] = joined


def _first_part(position: int, record: Quote, context: Context) -> Quote | None:
    """Follow ``continues`` back to where it begins; a circle or another kind is a problem."""
    mark = context.marks[position]
    place = mark.attributes["continues"].location
    seen = {record.id}
    while record.continues is not None:
        before = context.record_of(f"{context.slug}#{record.continues}")
        if not isinstance(before, Quote):
            context.problem("wrong-kind", f"continues needs a quote, '{record.continues}' is none", place)
            return None
        if before.id in seen:
            context.problem("cyclic-reference", f"'{before.id}' continues itself", place)
            return None
        seen.add(before.id)
        record = before
    return record


QUOTE = Kind(
    name="quote",
    record=Quote,
    summary="What somebody said or wrote, in quotation marks or not.",
    attributes={
        "by": "Id of the speaker, where the text does not name one actor beside a reporting verb.",
        "date": "When it was said: EDTF, or words of the article.",
        "continues": "Id of the quote that this one goes on with.",
        "to": "Ids of the actors that it was said to.",
        "via": "Ids of the actors through whom the source has it, such as an agency or a spokeswoman.",
    },
    standings=frozenset({Standing.CLAIMED, Standing.DENIED}),
    read=_read,
    verified=_verified,
    finish=_join,
)
