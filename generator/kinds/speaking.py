"""Who says a fact: the speaker of the quote around it, outside quotes the article."""

from __future__ import annotations

from generator.kinds.context import Context
from generator.model import Mark, Quote, Reading


def speaker_of(position: int, mark: Mark, context: Context, readings: list[Reading]) -> str | None:
    """Return the actor who says so; None for the article itself."""
    attribute = mark.attributes.get("by")
    if attribute and (typed := context.typed_actor(attribute, "by=vance; declare a group as an actor")):
        return typed
    quote = context.enclosing(position, Quote)
    if quote is None or quote.said_by is None:
        return None
    readings.append(
        Reading(field="said by", value=quote.said_by, reason=f"stands inside the quote '{quote.id}'")
    )
    return quote.said_by
