"""Figures that add up others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from generator.kinds.context import Context
from generator.kinds.overriding import overridden
from generator.model import Attribute, Figure, Reading
from generator.values import Bound, Quantity

_FROM_BELOW: Final = frozenset({Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN})
_FROM_ABOVE: Final = frozenset({Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN})


def add_up(context: Context) -> None:
    """Work out figures with ``sum=``, and report those whose parts give another number.

    A part may be a sum itself, so those whose parts are known come first.
    """
    waiting = {
        position: parts
        for position, mark in enumerate(context.marks)
        if (attribute := mark.attributes.get("sum")) is not None
        and isinstance(context.records.get(position), Figure)
        and (parts := _parts(attribute, context))
    }
    while waiting:
        known = [
            position
            for position, parts in waiting.items()
            if not any(context.position_of(key) in waiting for key in parts)
        ]
        if not known:
            _report_circles(waiting, context)
            return
        for position in known:
            _add(position, waiting.pop(position), context)


def _parts(attribute: Attribute, context: Context) -> tuple[str, ...]:
    """Return the keys of the parts; nothing where one of them is no figure of the article."""
    keys = context.typed_facts(attribute, local=True)
    complete = len(keys) == len(attribute.value.replace(",", " ").split())
    for key in keys:
        if not isinstance(context.record_of(key), Figure):
            message = f"sum needs figures of this article, '{_short(key, context)}' is none"
            context.problem("wrong-kind", message, attribute.location)
            complete = False
    return keys if complete else ()


def _short(key: str, context: Context) -> str:
    """Return a key as authors of the article type it."""
    return key.removeprefix(f"{context.slug}#")


def _report_circles(waiting: dict[int, tuple[str, ...]], context: Context) -> None:
    for position, parts in waiting.items():
        reached: set[int] = set()
        open_ends = [context.position_of(key) for key in parts]
        while open_ends:
            other = open_ends.pop()
            if other is not None and other in waiting and other not in reached:
                reached.add(other)
                open_ends += [context.position_of(key) for key in waiting[other]]
        if position in reached:
            place = context.marks[position].attributes["sum"].location
            context.problem("cyclic-reference", f"'{context.ids[position]}' adds up itself", place)


def _add(position: int, keys: tuple[str, ...], context: Context) -> None:
    record = context.records[position]
    parts = [part for key in keys if isinstance(part := context.record_of(key), Figure)]
    quantities = [part.quantity for part in parts if part.quantity is not None]
    # A part without a number has been reported where it stands.
    if not isinstance(record, Figure) or len(quantities) != len(keys):
        return
    attribute = context.marks[position].attributes["sum"]
    units = {quantity.unit for quantity in quantities}
    if len(units) > 1:
        shown = " and ".join(sorted(unit or "things" for unit in units))
        context.problem("sum-mismatch", f"{shown} cannot be added up", attribute.location)
        return
    total = _total(quantities)
    quantity = record.quantity
    if quantity is not None and quantity.value != total.value:
        shown = " + ".join(str(part.value) for part in quantities)
        message = f"{shown} is {total.value}, not {quantity.value}"
        context.problem("sum-mismatch", message, attribute.location)
    names = ", ".join(_short(key, context) for key in keys)
    reading = Reading(field="value", value=total.label, reason=f"the sum of {names}")
    context.records[position] = replace(
        record,
        quantity=quantity or overridden(total, context.marks[position], context),
        because=tuple(dict.fromkeys((*record.because, *keys))),
        readings=(*record.readings, reading),
    )


def _total(parts: Sequence[Quantity]) -> Quantity:
    """Return the sum of quantities of one unit, no more exact than they are."""
    bounds = {part.bound for part in parts}
    high = None
    if Bound.RANGE in bounds and bounds <= {Bound.RANGE, Bound.EXACT}:
        bound = Bound.RANGE
        high = sum((part.value if part.high is None else part.high for part in parts), Decimal(0))
    elif bounds == {Bound.EXACT}:
        bound = Bound.EXACT
    elif bounds <= _FROM_BELOW:
        bound = Bound.AT_LEAST
    elif bounds <= _FROM_ABOVE:
        bound = Bound.AT_MOST
    else:
        bound = Bound.ABOUT
    counted = {part.counted for part in parts}
    return Quantity(
        value=sum((part.value for part in parts), Decimal(0)),
        high=high,
        bound=bound,
        unit=parts[0].unit,
        counted=counted.pop() if len(counted) == 1 else None,
    )
