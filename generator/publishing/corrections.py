"""Articles that replace others, as pages show them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSuccessor:
    """An article that replaces another one."""

    slug: str
    title: str
    published: dt.date
    correction: str | None
    """What was wrong, in the editor's words."""

    @property
    def page(self) -> str:
        """Return the path of its page below the output folder."""
        return f"articles/{self.slug}.md"


def successors(summaries: Iterable[Summary]) -> dict[str, tuple[PublicSuccessor, ...]]:
    """Return what replaces each article, by its slug, the earliest first; of articles that may be shown."""
    found: defaultdict[str, list[PublicSuccessor]] = defaultdict(list)
    for summary in summaries:
        if summary.supersedes:
            found[summary.supersedes[0]].append(
                PublicSuccessor(
                    slug=summary.slug,
                    title=summary.title,
                    published=summary.provenance.published,
                    correction=summary.correction,
                )
            )
    return {
        slug: tuple(sorted(newer, key=lambda each: (each.published, each.slug)))
        for slug, newer in sorted(found.items())
    }
