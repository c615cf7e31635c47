"""What came of the last run, where all stands as it left it.

Most runs find nothing to do. They need not wait for what reads files and renders pages, which takes longer to
load than it takes to see that.
"""

from __future__ import annotations

import sqlite3

from generator.pipeline.outcome import Outcome
from generator.problems import Problem, Severity
from generator.settings import Project
from generator.store import Cache, Glance, UnpackError, decode, glance, noted, of_program, standing


def last_outcome(project: Project) -> tuple[Outcome | None, Glance | None]:
    """Return what comes of a run where nothing changed since the last one; None where something may have.

    With it, where something did, what the files looked like, so that nobody has to look again.
    """
    cache = Cache.open(project.cache, of_program(project.settings))
    try:
        now = glance(noted(cache))
        found = outcome_of(project, cache, now)
    except (sqlite3.DatabaseError, UnpackError):
        return None, None
    finally:
        cache.close()
    return found, now if found is None else None


def outcome_of(project: Project, cache: Cache, now: Glance | None = None) -> Outcome | None:
    """Return the same of a cache that is open; ``now`` is what the folders look like, where that is known."""
    found = standing(project, cache, now)
    if found is None:
        return None
    told = decode(found.problems, tuple[Problem, ...]) if found.problems else ()
    held = tuple(each for each in told if each.severity is Severity.NOTE)
    problems = tuple(each for each in told if each.severity is not Severity.NOTE)
    return Outcome(problems=problems, held=held, articles=found.articles, unchanged=found.pages)
