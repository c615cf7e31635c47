"""What names tell of each other by the company that they keep: ``Ida Vance and Oskarine Tarn``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from generator.drafting.names import Found
from generator.model import ActorType

_JOINED: Final = frozenset({" and ", ", and "})
_MEMBER: Final = frozenset({" of ", " of the ", " from the "})
_FEWEST, _MOST = 2, 3
"""Words of a name that may be somebody's."""


def in_company(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the names in order, with the types that the names beside them give.

    Whoever is named in one breath with a person, or as ``of`` a body, is a person; a place that is no place
    here (``Paris said``) is the person whose last name it is.
    """
    people: set[str] = set()
    for at, each in enumerate(found):
        before = found[at - 1] if at else None
        behind = found[at + 1] if at + 1 < len(found) else None
        kept = each
        if each.type is None and _FEWEST <= len(each.words) <= _MOST:
            is_person = (before is not None and _is_pair(text, before, each)) or (
                behind is not None and (_is_pair(text, behind, each) or _is_member(text, each, behind))
            )
            kept = replace(each, type=ActorType.PERSON) if is_person else each
        elif (
            each.type is ActorType.PLACE and len(each.words) == 1 and each.text in people and not each.located
        ):
            kept = replace(each, type=None)
        if kept.type is ActorType.PERSON and len(kept.words) > 1:
            people.add(kept.words[-1])
        yield kept


def _is_pair(text: str, person: Found, other: Found) -> bool:
    """Return whether a person and somebody are joined by ``and``."""
    first, last = sorted((person.span, other.span))
    return person.type is ActorType.PERSON and text[first.end : last.start] in _JOINED


def _is_member(text: str, each: Found, body: Found) -> bool:
    """Return whether a name stands before ``of`` and an organisation."""
    is_body = body.type is ActorType.ORGANISATION
    return is_body and text[each.span.end : body.span.start] in _MEMBER
