"""Actors: words that name somebody, where the text's own names do not do it by themselves."""

from __future__ import annotations

from generator.kinds.context import Context
from generator.kinds.kind import Kind, common_fields
from generator.kinds.recorded import named
from generator.model import Mark, Mention, Reading
from generator.problems import did_you_mean


def _read(position: int, mark: Mark, context: Context) -> Mention | None:
    members = _typed(mark, context)
    readings: tuple[Reading, ...] = ()
    if not members and not mark.attributes.keys() & {"is", "ref"}:
        members, readings = _by_name(mark, context)
    if not members:
        return None
    return Mention(actors=members, readings=readings, **common_fields(position, mark, context))


def _typed(mark: Mark, context: Context) -> tuple[str, ...]:
    """Return who is meant, as far as it is typed: one actor, or the members of a group."""
    one, group = mark.attributes.get("ref"), mark.attributes.get("is")
    if group is None:
        meant = context.typed_actor(one, 'ref=vance; for a group is="vance orme"')
        return (meant,) if meant else ()
    if one is not None:
        message = "ref= says that the words mean one actor, is= that they mean a group"
        context.problem("bad-value", message, one.key_location, "one of the two")
    elif len(set(group.value.replace(",", " ").split())) == 1:
        message = f"a group has two members or more, found '{group.value}'"
        context.problem("bad-value", message, group.location, f"{{.actor ref={group.value.split()[0]}}}")
    return tuple(dict.fromkeys(context.typed_actors(group)))


def _by_name(mark: Mark, context: Context) -> tuple[tuple[str, ...], tuple[Reading, ...]]:
    """Find the one actor whose name the marked words are."""
    known = named(mark, context) if context.source is None else ()
    if known:
        return known, ()
    words = " ".join(context.words_of(mark))
    meant = context.named.get(words, ())
    if len(meant) == 1:
        return meant, (Reading(field="actor", value=meant[0], reason=f"'{words}' is a name or alias"),)
    if meant:
        message = f"'{words}' names several actors: {', '.join(meant)}"
        context.problem("ambiguous-mention", message, mark.location, f"{{.actor ref={meant[0]}}}")
    else:
        message = f"no actor is called '{words}'{did_you_mean(words, context.named)}"
        context.problem("unknown-actor", message, mark.location, "{.actor ref=vance}, or declare the actor")
    return (), ()


def _add_to_mentions(context: Context) -> None:
    """Put the marked mentions among those that were found, for the kinds that follow."""
    context.mentions += (record for record in context.records.values() if isinstance(record, Mention))
    context.mentions.sort(key=lambda mention: mention.evidence.spans)


ACTOR = Kind(
    name="actor",
    record=Mention,
    summary="Words that name an actor and that no name or alias finds, or a group of actors.",
    attributes={
        "ref": "Id of the actor that is meant.",
        "is": "Ids of the members, where the words name a group.",
    },
    read=_read,
    verified=lambda record: (("actors", " ".join(record.actors)),),
    finish=_add_to_mentions,
)
