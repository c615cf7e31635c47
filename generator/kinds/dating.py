"""When: a date typed or read, checked against the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from generator.kinds.context import Context
from generator.kinds.recorded import recorded_date, recorded_support
from generator.model import Attribute, Mark, Reading
from generator.text import Source, Span
from generator.values import Date, DateReading, contradicts, parse_edtf

UNDATED: Final = "undated"
"""Typed as ``date=undated`` where the author has looked and there is none: no warning then."""

_EXAMPLE: Final = 'date=2031-05-12, date=../2031-05-12, or words of the article: date="on Monday"'


class Dated(Struct, frozen=True):
    """A date with the words elsewhere that carry it."""

    date: Date | None
    support: tuple[Span, ...] = ()


def typed_date(
    mark: Mark, context: Context, readings: list[Reading], own: Sequence[DateReading], *, future: bool = False
) -> Dated | None:
    """Return the date that ``date=`` gives; None where it is not typed.

    EDTF where it parses, else words: unique in the paragraph of the mark, then in the article. A date in EDTF
    must stand in the words of the mark, or be concluded from other facts.
    """
    attribute = mark.attributes.get("date")
    if attribute is None and context.source is not None:
        return None
    known = recorded_date(mark, context)
    if attribute is None:
        return Dated(known, recorded_support(mark, context)) if known else None
    if attribute.value == UNDATED:
        return Dated(None)
    date = parse_edtf(attribute.value)
    if date is None and context.source is None:
        return Dated(known, recorded_support(mark, context))
    if date is None:
        found = _date_from_words(attribute, mark, context, readings, future=future)
        if found.date is not None:
            _is_contradicted(found.date, attribute, context, own)
        return found
    _check_typed(date, attribute, mark, context, own)
    return Dated(date)


def _check_typed(
    date: Date, attribute: Attribute, mark: Mark, context: Context, own: Sequence[DateReading]
) -> None:
    """Report a typed date that its words contradict, or that nothing carries."""
    if any(reading.date == date for reading in own) or _is_contradicted(date, attribute, context, own):
        return
    if "because" not in mark.attributes and context.source is not None:
        message = f"the words do not say {date.edtf}"
        example = 'point at the words: date="on Monday"; or say which facts it follows from: because="id id"'
        context.problem("unsupported-value", message, attribute.location, example)


def _is_contradicted(date: Date, attribute: Attribute, context: Context, own: Sequence[DateReading]) -> bool:
    """Report a date that the words of its mark rule out."""
    for reading in own:
        disagreement = contradicts(date, reading)
        if disagreement:
            by_weekday = reading.weekday is not None and date.is_day
            code = "weekday-mismatch" if by_weekday else "date-contradicts"
            message = f"date={attribute.value}: {disagreement}"
            example = f"{reading.date.edtf}, which the words say, needs no date="
            context.problem(code, message, attribute.location, example)
            return True
    return False


def _date_from_words(
    attribute: Attribute, mark: Mark, context: Context, readings: list[Reading], *, future: bool
) -> Dated:
    """Find words elsewhere in the article and read the date in them."""
    words = " ".join(attribute.value.split())
    if context.source is None:
        return Dated(None)
    text = context.source.text
    places: list[Span] = []
    for where in (context.block(mark.spans[0]), Span(0, len(text))):
        places = _places(text, words, where)
        if places:
            break
    if not places:
        message = f"'{words}' is neither a date in EDTF nor words of the article"
        context.problem("date-not-found", message, attribute.location, _EXAMPLE)
        return Dated(None)
    found = [context.dates_in(place, future=future) for place in places]
    dates = {reading.date for group in found for reading in group}
    if not dates:
        message = f"no date can be read from '{words}'"
        context.problem("date-not-found", message, attribute.location, _EXAMPLE)
        return Dated(None)
    if len(places) > 1:
        message = f"'{words}' stands {len(places)} times{_in_paragraphs(places, context.source)}"
        context.problem("ambiguous-date", message, attribute.location, "more words, so that they stand once")
        return Dated(None)
    if len(dates) > 1:
        message = f"'{words}' names {len(dates)} dates"
        context.problem("ambiguous-date", message, attribute.location, "the words of one of them")
        return Dated(None)
    reading = found[0][0]
    span = Span(reading.start, reading.end)
    readings.append(Reading(field="date", value=reading.date.edtf, reason=reading.reason, spans=(span,)))
    return Dated(reading.date, (places[0],))


def _in_paragraphs(places: Sequence[Span], source: Source) -> str:
    numbers = sorted({source.block_number(place.start) for place in places})
    return f" in paragraph{'s' if len(numbers) > 1 else ''} {' and '.join(map(str, numbers))}"


def _places(text: str, words: str, where: Span) -> list[Span]:
    """Return where words stand, not inside other words."""
    found: list[Span] = []
    start = text.find(words, where.start, where.end) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
            found.append(Span(start, end))
        start = text.find(words, end, where.end)
    return found


def read_date(
    context: Context, own: Sequence[DateReading], mark: Mark, readings: list[Reading]
) -> Date | None:
    """Return the one date of a mark's own words; several different ones are a problem."""
    dates = dict.fromkeys(reading.date for reading in own)
    if len(dates) > 1:
        listed = ", ".join(f"'{reading.words}'" for reading in own)
        example = f'date="{own[0].words}"'
        context.problem("ambiguous-date", f"the words name several dates: {listed}", mark.location, example)
        return None
    if not own:
        return None
    readings.append(Reading(field="date", value=own[0].date.edtf, reason=own[0].reason))
    return own[0].date
