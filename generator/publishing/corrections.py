"""Articles that replace others, and what is left of what was withdrawn, as pages show them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model import Corpus, Summary


class PublicSuccessor(Struct, frozen=True, kw_only=True):
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


class PublicReplacement(Struct, frozen=True, kw_only=True):
    """What to read instead."""

    text: str
    page: str
    anchor: str | None = None


class PublicWithdrawal(Struct, frozen=True, kw_only=True):
    """What is left of a fact, or of an article."""

    id: str
    """Of the fact; empty for a whole article."""

    on: dt.date
    reason: str
    instead: PublicReplacement | None


def withdrawn(corpus: Corpus) -> Mapping[str, tuple[PublicWithdrawal, ...]]:
    """Return what was withdrawn, by the slug of its article, the earliest first.

    Articles that are held back have none, and replace nothing.
    """
    found: defaultdict[str, list[PublicWithdrawal]] = defaultdict(list)
    held = {slug.lower() for slug in corpus.held}
    for key, entry in corpus.registries.withdrawn.items():
        slug, _, name = key.partition("#")
        if slug.lower() not in held:
            instead = _replacement(entry.replaced_by, corpus) if entry.replaced_by else None
            found[slug].append(PublicWithdrawal(id=name, on=entry.on, reason=entry.reason, instead=instead))
    return {
        slug: tuple(sorted(gone, key=lambda each: (bool(each.id), each.on, each.id)))
        for slug, gone in sorted(found.items())
    }


def _replacement(key: str, corpus: Corpus) -> PublicReplacement | None:
    slug, _, name = key.partition("#")
    summary = corpus.summaries.get(slug)
    if summary is None:
        return None
    page = f"articles/{slug}.md"
    if not name or key not in corpus.facts:
        return PublicReplacement(text=summary.title, page=page)
    title = corpus.facts[key].title
    is_secret = summary.withheld and title == name
    return PublicReplacement(
        text=f"a fact in “{summary.title}”" if is_secret else title, page=page, anchor=f"fact-{name}"
    )


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
