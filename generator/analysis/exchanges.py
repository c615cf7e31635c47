"""Events that give one thing for another: ``50 hostages in return for 150 prisoners``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from generator.model import Article, Figure

PAIR: Final = 2
_EXCHANGED: Final = re.compile(r"\b(?:exchange|return|swap|trade)", re.IGNORECASE)
_LONGEST_BETWEEN: Final = 200


def countable(figure: Figure) -> bool:
    """Return whether the figure counts things: neither a length of time or money nor a place in a row."""
    quantity = figure.quantity
    return quantity is not None and quantity.unit is None and not quantity.ordinal


def swaps(article: Article) -> frozenset[str]:
    """Return the ids of events whose two counted figures are given for each other.

    The words between the two say so: nothing but ``for``, or an exchange, a return, a swap or a trade.
    """
    if article.source is None:
        return frozenset()
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in article.of(Figure):
        if figure.event and countable(figure):
            figures[figure.event].append(figure)
    text = article.source.text
    return frozenset(
        event for event, pair in figures.items() if len(pair) == PAIR and _is_swap(text, pair[0], pair[1])
    )


def _is_swap(text: str, first: Figure, second: Figure) -> bool:
    start, end = first.evidence.spans[-1].end, second.evidence.spans[0].start
    if not 0 < end - start <= _LONGEST_BETWEEN:
        return False
    between = text[start:end]
    return between.strip().lower() == "for" or _EXCHANGED.search(between) is not None
