"""Figures: numbers and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from generator.kinds.context import Context
from generator.kinds.dating import typed_date
from generator.kinds.kind import Kind, common_fields
from generator.kinds.overriding import overridden
from generator.kinds.recorded import named, recorded, recorded_number, verified_date, verified_quantity
from generator.kinds.speaking import speaker_of
from generator.kinds.sums import add_up
from generator.model import Event, Figure, Mark, Reading, Standing
from generator.problems import did_you_mean
from generator.text import Span
from generator.values import (
    Bound,
    Date,
    Quantity,
    QuantityReading,
    parse_value,
    quantity_contradicts,
    read_quantities,
)
from generator.values.conversion import unit_kind
from generator.values.restating import without_restated

_RANGE: Final = ".."
_MOST_SHOWN: Final = 40


def _read(position: int, mark: Mark, context: Context) -> Figure:
    fields = common_fields(position, mark, context)
    readings: list[Reading] = []
    event = context.enclosing(position, Event)
    if fields["standing"] is Standing.REPORTED and event and event.standing is not Standing.REPORTED:
        fields["standing"] = event.standing
        reason = f"stands inside the event '{event.id}'"
        readings.append(Reading(field="standing", value=event.standing.value, reason=reason))
    quantity = _quantity(mark, context, readings)
    period, support = _period(mark, context, event, readings, future=fields["standing"] is Standing.PLANNED)
    who = named(mark, context)
    added = context.typed_actors(mark.attributes.get("actors"))
    if event or added:
        who = tuple(dict.fromkeys((*who, *(event.actors if event else ()), *added)))
    return Figure(
        **fields,
        quantity=quantity,
        measure=_measure(mark, context, quantity),
        period=period,
        support=support,
        event=event.id if event else None,
        actors=who,
        said_by=speaker_of(position, mark, context, readings),
        readings=tuple(readings),
    )


def _quantity(mark: Mark, context: Context, readings: list[Reading]) -> Quantity | None:
    """Return the number: read from the words, and overridden by what is typed."""
    found = _quantities(mark, context)
    quantity = found[0].quantity if len(found) == 1 else _recorded(mark, context)
    if len(found) == 1:
        readings.append(Reading(field="value", value=found[0].quantity.label, reason=found[0].reason))
    if "value" in mark.attributes:
        quantity = _typed_value(mark, context, quantity)
    elif quantity is None and context.source is not None and "sum" not in mark.attributes:
        _report_words(mark, context, found)
    return overridden(quantity, mark, context) if quantity else None


def _report_words(mark: Mark, context: Context, found: Sequence[QuantityReading]) -> None:
    """Report words that carry no number, or more than one."""
    words = _short(" ".join(context.words_of(mark)))
    if found:
        listed = ", ".join(f"'{reading.words}'" for reading in found)
        message = f"a figure needs one number in its words, found {len(found)}: {listed}"
        context.problem("ambiguous-value", message, mark.location, "mark each number by itself")
    else:
        message = f"a figure needs one number in its words, found none in '{words}'"
        context.problem(
            "missing-value", message, mark.location, "[14 crews]{.figure}, or value=14 because=id"
        )


def _quantities(mark: Mark, context: Context) -> list[QuantityReading]:
    if context.source is not None:
        text = context.source.text
        return [
            reading
            for span in mark.spans
            for reading in without_restated(text, read_quantities(text, span.start, span.end))
        ]
    return [
        reading for words in mark.words or () for reading in without_restated(words, read_quantities(words))
    ]


def _recorded(mark: Mark, context: Context) -> Quantity | None:
    """Return the quantity that was verified when the text was at hand."""
    read = recorded(mark, context)
    value = recorded_number(read.get("value", ""))
    if value is None:
        return None
    return Quantity(
        value=value,
        high=recorded_number(read.get("high", "")),
        bound=Bound(read["bound"]) if read.get("bound") in set(Bound) else Bound.EXACT,
        unit=read.get("unit"),
        counted=read.get("of"),
        ordinal=read.get("ordinal") == "true",
        increment=read.get("increment") == "true",
    )


def _verified(record: Figure) -> Iterator[tuple[str, str]]:
    """Yield what to record for when the text is not at hand."""
    if record.quantity is not None:
        yield from verified_quantity(record.quantity)
    yield from verified_date(record.period, record.support)


def _typed_value(mark: Mark, context: Context, read: Quantity | None) -> Quantity | None:
    """Return a typed value; report one that the words contradict or that nothing carries."""
    attribute = mark.attributes["value"]
    low_text, to, high_text = attribute.value.partition(_RANGE)
    low, high = parse_value(low_text), parse_value(high_text)
    if low is None or (to and (high is None or high < low)):
        message = f"expected a number or a range, found '{_short(attribute.value)}'"
        context.problem("bad-value", message, attribute.location, "value=14, value=1.5 or value=10..12")
        return read
    typed = Quantity(value=low, high=high, bound=Bound.RANGE if high is not None else Bound.EXACT)
    if read is not None and (read.value, read.high) == (low, high):
        return read
    if read is not None and quantity_contradicts(read, low):
        message = f"value={attribute.value} against the words, which say {read.label}"
        context.problem("value-contradicts", message, attribute.location, "leave value= out: it is read")
        return read
    if not mark.attributes.keys() & {"because", "sum"} and context.source is not None:
        said = f"the words say {read.label}, not" if read else "the words do not say"
        message = f"{said} {attribute.value}"
        example = 'say which facts it follows from: because="id id", or sum="id id"'
        context.problem("unsupported-value", message, attribute.location, example)
    if read is None:
        return typed
    return replace(read, value=low, high=high, bound=typed.bound)


def _measure(mark: Mark, context: Context, quantity: Quantity | None) -> str | None:
    attribute = mark.attributes.get("measure")
    if attribute is None:
        return None
    measure = context.measures.get(attribute.value)
    if measure is not None:
        unit = quantity.unit if quantity else None
        if unit and measure.unit and unit_kind(unit) != unit_kind(measure.unit):
            message = f"'{attribute.value}' is in {measure.unit}, which {unit} does not convert into"
            example = "use another measure: what cannot be compared makes no series"
            context.problem("unit-mismatch", message, attribute.location, example)
        return attribute.value
    message = f"unknown measure '{_short(attribute.value)}'{did_you_mean(attribute.value, context.measures)}"
    context.problem("unknown-measure", message, attribute.location, "declare it in seeds/measures.yml")
    return None


def _period(
    mark: Mark, context: Context, event: Event | None, readings: list[Reading], *, future: bool
) -> tuple[Date | None, tuple[Span, ...]]:
    """Return when the figure holds: typed, in its own words, or the date of the event around it."""
    own = context.dates_of(mark, future=future)
    typed = typed_date(mark, context, readings, own, future=future)
    if typed is not None:
        return typed.date, typed.support
    if own and len({reading.date for reading in own}) == 1:
        readings.append(Reading(field="period", value=own[0].date.edtf, reason=own[0].reason))
        return own[0].date, ()
    if event is not None and event.date is not None:
        reason = f"the date of the event '{event.id}' around it"
        readings.append(Reading(field="period", value=event.date.edtf, reason=reason))
        return event.date, ()
    return None, ()


def _short(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else words[: _MOST_SHOWN - 1] + "…"


FIGURE = Kind(
    name="figure",
    record=Figure,
    summary="A number and what it counts.",
    attributes={
        "value": "The number (`14`, `10..12`), where the words do not carry it; needs `because=` or `sum=`.",
        "of": "The thing counted, where the words leave it out.",
        "unit": "UCUM or ISO 4217 code, where the words leave it out.",
        "bound": "How the value is limited, such as `at least`, where the words do not say it.",
        "measure": "Id of the measure, so that figures of many articles form a series.",
        "date": "When it holds: EDTF or words of the article; the date of the event around it otherwise.",
        "sum": "Ids of the figures that this one adds up.",
        "actors": "Ids of actors that it is about, beside those named.",
        "by": "Id of the actor who says so, where no quote around it tells.",
    },
    standings=frozenset(Standing) - {Standing.REPORTED},
    read=_read,
    verified=_verified,
    finish=add_up,
)
