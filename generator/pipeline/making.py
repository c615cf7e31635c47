"""From articles to pages, as far as they are not made already.

Each article puts rows into groups, and each group gives pages. What an article's rows are made from is kept
as two fingerprints: of its own files, and of what it shows of others (names of actors, labels of facts,
titles). Where its files changed, the groups whose rows differ are made again; where the others changed, all
of its groups are, since pages look names up by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Corpus, Summary
from generator.pages import PAGES
from generator.pages.page import PlannedPage
from generator.pipeline.fingerprint import fingerprint
from generator.pipeline.library import Library, Reading
from generator.pipeline.outcome import Progress
from generator.problems import Problem
from generator.publishing import PublicCorpus, publish_article
from generator.rendering import Renderer, RenderingError
from generator.store import Cache, Group, pack, unpack_all
from generator.text import Location

MAX_PAGE_BYTES = 300 * 1024
"""A larger page is slow to open on a phone."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was rendered."""

    group: Group
    data: bytes
    problems: tuple[Problem, ...]


class RowKeeper:
    """Brings the rows in the cache up to date with the articles."""

    def __init__(self, corpus: Corpus, public: PublicCorpus, cache: Cache) -> None:
        """Take all articles, and what may be shown of them."""
        self._corpus = corpus
        self._public = public
        self._cache = cache
        self._digests: dict[tuple[str, str], str] = {}
        self._everywhere = f"{public.is_small} {public.rows_per_page}"

    def update(self, readings: Mapping[str, Reading], library: Library, progress: Progress) -> None:
        """Make the rows of articles that changed, or that show something that did; mark stale groups."""
        for path in sorted(self._cache.contributors() - readings.keys()):
            self._cache.replace_rows(path, {}, None)
        changed: list[tuple[str, str, bool]] = []
        for path, reading in readings.items():
            if reading.summary is None:
                continue
            shown = self._shown(reading.summary)
            basis = f"{reading.content} {shown}"
            if basis != reading.basis:
                around = not (reading.basis or "").endswith(shown)
                changed.append((path, basis, around))
        for path, basis, around in progress.follow("Sorting", changed, len(changed)):
            rows = self._rows(path, library)
            if around:
                self._cache.mark_stale(rows)
            self._cache.replace_rows(path, rows, basis)

    def _rows(self, path: str, library: Library) -> dict[Group, bytes]:
        article = library.article(path)
        if article is None:
            return {}
        public = publish_article(article, self._corpus)
        found: dict[Group, list[object]] = {}
        for kind in PAGES:
            for name, row in kind.rows(public, self._public):
                found.setdefault((kind.name, name), []).append(row)
        return {group: pack(rows) for group, rows in found.items()}

    def _shown(self, summary: Summary) -> str:
        """Return the fingerprint of what an article shows that neither its files nor registries say."""
        actors = sorted({*summary.actors, *summary.used_actors})
        parts = [summary.title, str(self._public.is_small), *(self._digest("actor", name) for name in actors)]
        parts += [self._digest("fact", key) for key, _ in summary.references]
        if summary.supersedes:
            parts.append(self._public.titles.get(summary.supersedes[0], ""))
        return fingerprint(parts)

    def _digest(self, kind: str, key: str) -> str:
        if (kind, key) not in self._digests:
            values: Mapping[str, object] = self._public.actors if kind == "actor" else self._public.facts
            self._digests[kind, key] = f"{key} {values.get(key)!r}"
        return self._digests[kind, key]


def all_groups(cache: Cache) -> set[Group]:
    """Return all groups that give pages: those with rows, and the first of each type, which may be empty."""
    return cache.groups() | {(kind.name, "") for kind in PAGES}


class PageMaker:
    """Renders the pages of groups from the rows in the cache."""

    def __init__(self, public: PublicCorpus, renderer: Renderer, cache: Cache) -> None:
        """Take what may be shown, and what renders it."""
        self._public = public
        self._renderer = renderer
        self._cache = cache
        self._kinds = {kind.name: kind for kind in PAGES}

    def make(self, groups: Iterable[Group]) -> tuple[dict[str, Made], list[Problem]]:
        """Return the pages of groups by path, and what is wrong with templates, each place once."""
        pages: dict[str, Made] = {}
        problems: dict[Location, Problem] = {}
        for group in groups:
            kind, name = group
            rows = sorted(unpack_all(self._cache.rows(group)))
            for page in self._kinds[kind].pages(name, rows, self._public):
                try:
                    pages[page.path] = self._page(group, page)
                except RenderingError as error:
                    problems.setdefault(error.problem.location, error.problem)
        return pages, list(problems.values())

    def _page(self, group: Group, page: PlannedPage) -> Made:
        data = self._renderer.render(page).encode()
        problems = (_too_large(page.path, len(data)),) if len(data) > MAX_PAGE_BYTES else ()
        return Made(group, data, problems)


def _too_large(path: str, size: int) -> Problem:
    message = f"expected a page of at most {MAX_PAGE_BYTES >> 10} KB, found {size >> 10} KB"
    return Problem(code="page-too-large", message=message, location=Location(path))
