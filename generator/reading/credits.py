"""Outlets that a text credits as a whole: behind the place that it opens with, or in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.text import Source

_LONGEST_LINE: Final = 120
_MOST_WORDS: Final = 6
_DATELINE: Final = re.compile(r"[^().!?:]{2,60}\((?P<name>[^()]{2,60})\)\s*[-–—:]")
"""PORT ALDER (Coastal Press) — …"""

_LINE: Final = re.compile(
    r"""[(\[*\s–—-]*
    (?: (?:source|via|agency|agencies)\s*: \s*
      | (?:originally|first)\s (?:published|reported)\s (?:by|in|at)\s
      | (?:based\son|with|includes|contains)\s (?:a\s)?
        (?:material|reporting|reports?|copy)\s (?:from|by|of)\s
      | (?:additional\s)? reporting\s by\s
      | (?:text|report)\s? : \s* )
    (?P<name>[^()\[\]]{2,60}?) [.)\]*\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTS: Final = re.compile(r"\s*(?:,|;|/|\band\b|&)\s*")


def credited_names(source: Source) -> tuple[str, ...]:
    """Return what a text may name as the outlet that it comes from, folded, in order, each once.

    Whether somebody publishes under that name is for the corpus to say. At most six words each, so that no
    sentence of the source is carried on.
    """
    return tuple(dict.fromkeys(_names(source)))


def folded_name(name: str) -> str:
    """Return the name of an outlet as it is compared: without its article, capitals and spaces between."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _names(source: Source) -> Iterator[str]:
    for number, block in enumerate(source.blocks):
        text = block.span.of(source.text)
        match = _DATELINE.match(text) if number == 0 else None
        if match is None and len(text) <= _LONGEST_LINE:
            match = _LINE.fullmatch(text)
        if match is None:
            continue
        for part in (match["name"], *_PARTS.split(match["name"])):
            name = folded_name(part)
            if name and len(name.split()) <= _MOST_WORDS:
                yield name
