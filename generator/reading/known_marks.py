"""Marks of known kinds, with standings and attributes that their kinds read; all else is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from generator.kinds import KINDS, STATUS, is_draft
from generator.model import Mark, Standing, Status
from generator.model.forms import MAX_ID
from generator.problems import Problem, did_you_mean
from generator.text import Location

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_ATTRIBUTES: Final = {kind.name: kind.all_attributes for kind in KINDS.values()}
_STANDINGS: Final = {
    kind.name: [standing.value for standing in Standing if standing in kind.standings]
    for kind in KINDS.values()
}


def known_marks(marks: Iterable[Mark], problems: list[Problem]) -> Iterable[Mark]:
    """Yield the marks of known kinds, without the standings and attributes that these do not read."""
    for mark in marks:
        kind = KINDS.get(mark.kind)
        if kind is None:
            message = f"unknown kind '{mark.kind}'{did_you_mean(mark.kind, KINDS)}"
            problems.append(
                Problem(
                    code="unknown-kind",
                    message=message,
                    location=mark.kind_location,
                    example=f"one of {', '.join(KINDS)}, or .skip",
                )
            )
            continue
        if not mark.classes and not mark.attributes:
            yield mark
            continue
        classes = tuple(_known_standings(mark, problems))
        attributes = _ATTRIBUTES[kind.name]
        unknown = mark.attributes.keys() - attributes.keys()
        blank = [name for name, attribute in mark.attributes.items() if not attribute.value.strip()]
        is_plain = mark.attributes.get(STATUS) is None or is_draft(mark)
        if classes == mark.classes and not unknown and not blank and is_plain:
            yield mark
            continue
        status = mark.attributes.get(STATUS)
        if status is not None and status.value.strip() not in ("", Status.DRAFT):
            message = f"expected status=draft or none, found '{status.value[:40]}'"
            example = "take status= out to accept the mark"
            problems.append(
                Problem(code="bad-value", message=message, location=status.location, example=example)
            )
        for name in sorted(unknown):
            attribute = mark.attributes[name]
            problems.append(
                Problem(
                    code="unknown-attribute",
                    message=f"{kind.name} reads no '{name}'{did_you_mean(name, attributes)}",
                    location=attribute.key_location,
                    example=f"one of {', '.join(attributes)}",
                )
            )
        for name in blank:
            if name in unknown:
                continue
            problems.append(
                Problem(
                    code="bad-value",
                    message=f"expected something behind {name}=, found nothing",
                    location=mark.attributes[name].key_location,
                    example=f"leave {name}= out",
                )
            )
        known = {
            name: value for name, value in mark.attributes.items() if name in attributes and name not in blank
        }
        yield replace(mark, classes=classes, attributes=known)


def _known_standings(mark: Mark, problems: list[Problem]) -> Iterable[tuple[str, Location]]:
    """Yield the first standing that the kind can have; a second one is a problem."""
    found = False
    names = _STANDINGS[mark.kind]
    for name, location in mark.classes:
        if name in names and not found:
            found = True
            yield name, location
            continue
        expected = f"one of {', '.join(names)}" if names else "none"
        if name in names:
            message = f"a fact has one standing, found a second one, '{name}'"
        elif name in KINDS:
            message = f"a mark has one kind, found a second one, '{name}'"
        else:
            message = f"unknown standing '{name}' of {mark.kind}{did_you_mean(name, names)}"
        problems.append(
            Problem(
                code="unknown-standing",
                message=message,
                location=location,
                example=f"{{.{mark.kind}}} with {expected}",
            )
        )


def bad_ids(marks: Iterable[Mark]) -> Iterable[Problem]:
    """Yield the ids that cannot be anchors in every reader and address."""
    for mark in marks:
        if mark.id is None or (_ID.fullmatch(mark.id) and len(mark.id) <= MAX_ID):
            continue
        expected = "letters a to z, digits, - and _, a letter or digit first"
        if len(mark.id) > MAX_ID:
            expected = f"an id of at most {MAX_ID} characters"
        yield Problem(
            code="bad-id",
            message=f"expected {expected}, found '{mark.id[:MAX_ID]}'",
            location=mark.id_location or mark.location,
            example=f"[14 crews]{{.{mark.kind} #crews-out}}",
        )


def duplicate_ids(marks: Iterable[Mark]) -> Iterable[Problem]:
    """Yield the ids that are given to a second mark."""
    first: dict[str, Location] = {}
    for mark in marks:
        if mark.id is None:
            continue
        place = mark.id_location or mark.location
        earlier = first.setdefault(mark.id, place)
        if earlier is not place:
            message = f"the id '{mark.id}' is given twice"
            yield Problem(code="duplicate-id", message=message, location=place, related=(earlier,))
