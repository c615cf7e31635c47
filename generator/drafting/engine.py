"""All suggestions for one text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from generator.drafting.dates import dates
from generator.drafting.figures import figures
from generator.drafting.suggestion import Draft, Suggestion
from generator.model import Actor
from generator.text import Source


def draft(
    source: Source, *, published: dt.date | None, actors: Mapping[str, Actor], language: str = "en"
) -> Draft:
    """Return the draft of a text.

    Args:
        source: normalised text; headings and boilerplate are known by its blocks and ``skipped``.
        published: the day that relative dates count from; without it only absolute dates are found.
        actors: the registry, by id.
        language: tag of BCP 47.
    """
    suggestions = [*dates(source, published), *figures(source)]
    return Draft(
        source=source,
        published=published,
        language=language,
        known=actors,
        actors={},
        suggestions=tuple(sorted(suggestions, key=_order)),
    )


def _order(suggestion: Suggestion) -> tuple[int, int]:
    return suggestion.spans[0].start, -suggestion.spans[-1].end
