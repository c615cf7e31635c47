"""Whether a clause looks ahead: "will vote on Friday" is the next one, "voted on Friday" the last."""

from __future__ import annotations

import re
from typing import Final

_WINDOW: Final = 160
"""Characters before and behind a date that are looked at."""

_BREAK: Final = re.compile(r"[.;:!?()\"“”]\s|, (?:but|and|while|after|who|which|when|where|following)\b|\n")
_TO_COME: Final = re.compile(
    r"\b(?:(?:will|shall)\b|would (?!have\b|be(?:en)? said)|(?:is|are|am|remains?)\s+(?:also |still |now )?"
    r"(?:to|due|set|scheduled|expected|slated|planned|likely|going|supposed|about)\b"
    r"|(?:plans?|intends?|hopes?|aims?|expects?)\s+to\b|’ll\b|'ll\b)"
)
_TOLD: Final = re.compile(r"\b(?:said|says|told|announced|reported|wrote|confirmed|added|stated|tweeted)\b")
_OPENING: Final = re.compile(r"(?:^|[.!?]\s+[\"“]?|\n)(?:(?:On|By|This|Next|Late|Early|From)\s+)*\Z")
_STOP: Final = re.compile(r"[.;:!?\n\"“”]")


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Return whether the clause around a date speaks of what is to come.

    A verb in the future before the date, with no verb of reporting between them; or, where the date opens
    its sentence, one behind it.
    """
    before = text[max(0, start - _WINDOW) : start]
    clause = before[max((match.end() for match in _BREAK.finditer(before)), default=0) :]
    verbs = [match.end() for match in _TO_COME.finditer(clause)]
    if verbs:
        return _TOLD.search(clause, verbs[-1]) is None
    if _OPENING.search(before) is None and start > 0:
        return False
    behind = text[end : end + _WINDOW]
    stop = _STOP.search(behind)
    clause = behind[: stop.start()] if stop else behind
    verb = _TO_COME.search(clause)
    told = _TOLD.search(clause)
    return verb is not None and (told is None or told.start() > verb.start())
