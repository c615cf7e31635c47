"""Events: what happened, will happen, or is said to."""

from __future__ import annotations

from generator.kinds.attribution import is_of_report
from generator.kinds.context import Context
from generator.kinds.dating import UNDATED, read_date, typed_date
from generator.kinds.kind import Kind, common_fields
from generator.kinds.recorded import named, verified_date
from generator.kinds.speaking import speaker_of
from generator.model import Event, Mark, Quote, Reading, Standing
from generator.values import DateReading


def _read(position: int, mark: Mark, context: Context) -> Event:
    fields = common_fields(position, mark, context)
    readings: list[Reading] = []
    future = fields["standing"] is Standing.PLANNED
    own = _own_dates(position, mark, context, future=future)
    typed = typed_date(mark, context, readings, own, future=future)
    date = typed.date if typed else read_date(context, own, mark, readings)
    if date is None:
        _undated(mark, context, own)
    who = named(mark, context)
    if who and context.source is not None:
        readings.append(Reading(field="actors", value=", ".join(who), reason="named in its words"))
    added = context.typed_actors(mark.attributes.get("actors"))
    return Event(
        **fields,
        date=date,
        support=typed.support if typed else (),
        actors=tuple(dict.fromkeys((*who, *added))) if added else who,
        said_by=speaker_of(position, mark, context, readings),
        outcome=context.typed_facts(mark.attributes.get("outcome")),
        readings=tuple(readings),
    )


def _own_dates(position: int, mark: Mark, context: Context, *, future: bool) -> list[DateReading]:
    """Return the dates of the words, less those that say when the event was reported."""
    found = [(span, reading) for span in mark.spans for reading in context.dates_in(span, future=future)]
    if not found:
        return []
    quoted = context.enclosing(position, Quote) is not None
    return [reading for span, reading in found if not is_of_report(context, reading, span, quoted=quoted)]


def _undated(mark: Mark, context: Context, own: list[DateReading]) -> None:
    """Warn of an event that nothing dates, unless its author said so or its words are withheld."""
    attribute = mark.attributes.get("date")
    if own or context.source is None or (attribute and attribute.value != UNDATED) or attribute:
        return
    message = "no date in the words of this event; it shows as undated"
    example = f'point at the words of one: date="on Monday"; or agree: date={UNDATED}'
    context.problem("undated", message, mark.location, example)


EVENT = Kind(
    name="event",
    record=Event,
    summary="Something that happened, will happen, or is said to.",
    attributes={
        "date": f"When: EDTF, words of the article, or `{UNDATED}`; read from the words otherwise.",
        "actors": "Ids of actors that take part beside those named in the words.",
        "by": "Id of the actor who says so, where no quote around it tells.",
        "outcome": "Ids of planned events that it is the outcome of; `slug#id` for one of another article.",
    },
    standings=frozenset(Standing) - {Standing.REPORTED},
    read=_read,
    verified=lambda record: verified_date(record.date, record.support),
)
