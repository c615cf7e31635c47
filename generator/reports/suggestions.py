"""Facts that may be the same, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from generator.analysis.suggesting import Suggestion

_LONGEST: Final = 90


def suggestions_as_text(found: Sequence[Suggestion]) -> str:
    """Return what to type where, why, and the words of both facts."""
    return "\n".join([*(line for each in found for line in _lines(each)), _counted(len(found)), ""])


def suggestions_as_json(found: Sequence[Suggestion]) -> str:
    """Return a JSON list, the likeliest first; keys may be added, these stay.

    ``path``, ``line`` and ``column`` of the mark, ``type`` (what to type), ``fact``, ``same``, ``kind``,
    ``score`` from 1 to 100, ``reasons``, ``words`` and ``other``, the words of both.
    """
    listed = [
        {
            "path": each.location.path,
            "line": each.location.line,
            "column": each.location.column,
            "type": _typed(each),
            "fact": each.fact,
            "same": each.same,
            "kind": each.kind,
            "score": each.score,
            "reasons": list(each.reasons),
            "words": each.words,
            "other": each.other,
        }
        for each in found
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def _lines(each: Suggestion) -> Iterator[str]:
    place = each.location
    yield f"{place.path}:{place.line}:{place.column}: {_typed(each)}"
    yield f"  {each.kind}, {each.score}: {'; '.join(each.reasons)}"
    yield f"  here:  {_cut(each.words)}"
    yield f"  there: {_cut(each.other)}"
    yield ""


def _typed(each: Suggestion) -> str:
    return f'same="{each.same}"'


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _counted(count: int) -> str:
    if not count:
        return "nothing to suggest"
    return f"{count:,} {'pair that may be the same' if count == 1 else 'pairs that may be the same'}"
