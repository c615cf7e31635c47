"""Which of the places that may be meant is sure enough to be proposed."""

from __future__ import annotations

import re
from typing import Final

from generator.repair.search import Anchor, Candidate
from generator.values import read_quantities

_LIKE: Final = 0.75
"""Likeness of changed words below which they are other words."""

_IN_CONTEXT: Final = 0.6
_MARGIN: Final = 0.08
"""By how much the second best must be less likely."""

_LONG: Final = 24
"""Characters of words that say enough by themselves."""

_SHORT: Final = 8
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATION: Final = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n['’]t\b", re.IGNORECASE
)


def doubt(anchor: Anchor, candidates: list[Candidate], text: str, *, is_whole: bool = False) -> str | None:
    """Return why the best candidate is not sure, for a person; None where it is.

    Nothing is sure that a second place is nearly as like; that only its own few words speak for; or whose
    words say another number, or no where they said yes. Few words speak for themselves where a whole
    paragraph is meant (``is_whole``) and consists of them.
    """
    if not candidates:
        return "no words like them stand in the text"
    best = candidates[0]
    words = best.span.of(text)
    found = None
    if best.words < _LIKE:
        found = "the most like words are too different"
    elif len(candidates) > 1 and best.score - candidates[1].score < _MARGIN:
        found = "several places are as likely"
    elif best.words < 1 and _numbers(words) != _numbers(anchor.exact):
        found = "the most like words have another number"
    elif best.words < 1 and _negations(words) != _negations(anchor.exact):
        found = "the most like words deny, or no longer deny"
    elif not (is_whole and best.words == 1) and not _is_borne_out(anchor, best):
        around = "what stands around the most like words is different"
        found = "words so short need a prefix or suffix" if best.context is None else around
    return found


def _is_borne_out(anchor: Anchor, best: Candidate) -> bool:
    """Return whether context, or their own length, says that these are the words."""
    if best.context is not None and best.context >= _IN_CONTEXT:
        return True
    if len(anchor.exact) >= _LONG:
        return True
    return best.context is None and best.words == 1 and len(anchor.exact) >= _SHORT and " " in anchor.exact


def _numbers(words: str) -> tuple[list[str], list[str]]:
    quantities = (reading.quantity for reading in read_quantities(words))
    read = [f"{each.value} {each.high} {each.bound} {each.increment}" for each in quantities]
    return _NUMBER.findall(words), read


def _negations(words: str) -> int:
    return len(_NEGATION.findall(words))
