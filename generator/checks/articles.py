"""Checks of one article."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Event, Quote, Record, Standing
from generator.problems import Problem
from generator.values import Date


def happened_after_publication(article: Article) -> Iterator[Problem]:
    """Yield what is reported as having happened, or having been said, after the source was published."""
    published = article.metadata.published
    for record in article.records:
        # Even what was claimed or denied was said before it could be printed.
        if not (
            isinstance(record, Quote) or (isinstance(record, Event) and record.standing is Standing.REPORTED)
        ):
            continue
        if record.date and record.date.earliest and record.date.earliest > published:
            verb = "said" if isinstance(record, Quote) else "reported as having happened"
            yield Problem(
                code="after-publication",
                message=f"{verb} on {record.date.label}, after publication on {Date.day(published).label}",
                location=record.location,
                example=None if isinstance(record, Quote) else "{.event .planned}",
            )


def circular_inference(article: Article) -> Iterator[Problem]:
    """Yield facts that were concluded from themselves."""
    if not any(record.because for record in article.records):
        return
    records = {article.key(record): record for record in article.facts}
    settled: set[str] = set()
    for key in records:
        path: list[str] = []
        if _circle(key, records, path, settled):
            record = records[path[-1]]
            members = " ← ".join(name.partition("#")[2] for name in path)
            yield Problem(
                code="cyclic-reference",
                message=f"a fact cannot follow from itself: {members}",
                location=record.location,
            )


def _circle(start: str, records: dict[str, Record], path: list[str], settled: set[str]) -> bool:
    """Return whether following ``because`` from a fact meets a circle; ``path`` then ends where it closes."""
    stack = [(start, iter(records[start].because))] if start not in settled else []
    path[:] = [start]
    # the same keys as in the path, so that a long chain is not searched at each of its steps
    walked = {start}
    while stack:
        key, causes = stack[-1]
        for cause in causes:
            if cause in walked:
                path.append(cause)
                settled.update(path)
                return True
            if cause in records and cause not in settled:
                path.append(cause)
                walked.add(cause)
                stack.append((cause, iter(records[cause].because)))
                break
        else:
            settled.add(key)
            stack.pop()
            walked.discard(path.pop())
    return False
