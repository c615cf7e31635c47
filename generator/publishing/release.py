"""Which articles may go out now, to whom; the others are held back whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.model import Corpus, Status, Summary
from generator.problems import Problem
from generator.settings import Audience
from generator.text import Location


def held_back(summary: Summary, audience: Audience, today: dt.date | None) -> str | None:
    """Return why an article is held back; None where it may go out.

    ``today`` is the day that was passed in; without one no embargo has ended. What is internal is shown all.
    """
    if audience is Audience.INTERNAL:
        return None
    until = summary.release.embargoed_until
    if until is not None and (today is None or today < until):
        return f"embargoed until {until.isoformat()}"
    if audience is Audience.PUBLIC and summary.release.status in (Status.DRAFT, Status.DRAFTED):
        return "not checked by a second person"
    return None


def released(
    summaries: Iterable[Summary], audience: Audience, today: dt.date | None
) -> tuple[list[Summary], list[Summary], list[Problem]]:
    """Return the articles that may go out, those held back, and a note on each of these."""
    out: list[Summary] = []
    held: list[Summary] = []
    notes: list[Problem] = []
    for summary in summaries:
        reason = held_back(summary, audience, today)
        if reason is None:
            out.append(summary)
            continue
        held.append(summary)
        is_embargo = reason.startswith("embargoed")
        place = summary.release.embargo_place if is_embargo else summary.release.status_place
        notes.append(
            Problem(
                code="held-back",
                message=f"held back: {reason}",
                location=place or Location(summary.path),
                example=(
                    f"briefings --today {summary.release.embargoed_until} build"
                    if is_embargo
                    else "checked_by: the second person, once they have read the marks against the text"
                ),
            )
        )
    return out, held, notes


def left_open(corpus: Corpus, today: dt.date | None) -> frozenset[str]:
    """Return the articles of a corpus that are under an embargo still: shown inside the house alone."""
    return frozenset(
        slug
        for slug, summary in corpus.summaries.items()
        if held_back(summary, Audience.WORKING, today) is not None
    )
