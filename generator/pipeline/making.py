"""From articles to pages, as far as they are not made already.

Each article puts rows into groups, and each group gives pages. What an article's rows are made from is kept
as two fingerprints: of its own files, and of what it shows of others (names of actors, labels of facts,
titles). Where its files changed, the groups whose rows differ are made again; where the others changed, all
of its groups are, since pages look names up by themselves.

A row that is the article itself is not kept but made again when it is wanted: it is as large as all others
together, and changes whenever the article does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from generator.exports import ARTICLE_EXPORTS
from generator.model import Corpus, Summary
from generator.pages import PAGES
from generator.pages.article import ArticlePage
from generator.pages.changes import Changes
from generator.pages.home import Home
from generator.pages.memos import Memos
from generator.pages.page import PlannedPage
from generator.pages.withdrawn import WithdrawnArticles
from generator.pipeline.library import Library, Reading
from generator.problems import Problem
from generator.publishing import PublicArticle, PublicCorpus, publish_article
from generator.rendering import Renderer, RenderingError, marked_internal
from generator.settings import Audience
from generator.store import Cache, Group, Kept, Spool, decode_rows, digest, encode_rows
from generator.store.fingerprint import fingerprint
from generator.text import Location

_FIRST: Final = ""
"""Name of the group of a type's first page, which is there without any row."""

_MEMOS: Final = "memos"
"""Key of the cache for the fingerprints of memos."""

_CHANGES: Final = "changes"
"""Key of the cache for the fingerprint of what changed."""

_AROUND: Final = "around"
"""Key of the cache for the fingerprint of all that an article may show of others."""

MAX_PAGE_BYTES: Final = 300 * 1024
"""A larger page is slow to open on a phone."""


class Made(Struct, frozen=True):
    """A page that was rendered, or a file beside it."""

    group: Group
    sha256: str
    kept: Kept
    problems: tuple[Problem, ...]


class Whole(Struct, frozen=True):
    """Stands for a row that is an article itself."""

    path: str
    basis: str
    """Fingerprint of all that it is made from."""


class Change(Struct, frozen=True):
    """An article whose rows have to be made again."""

    path: str
    basis: str
    around: bool
    """Whether what it shows of others changed."""


class Maker:
    """Keeps rows in the cache up to date with the articles, and renders pages of them."""

    def __init__(
        self, corpus: Corpus, public: PublicCorpus, library: Library, renderer: Renderer, cache: Cache
    ) -> None:
        """Take all articles, what may be shown of them, and what renders it."""
        self._corpus = corpus
        self._public = public
        self._library = library
        self._renderer = renderer
        self._cache = cache
        self._kinds = {kind.name: kind for kind in PAGES}
        self._row_types = {kind.name: kind.row_types for kind in PAGES} | {ArticlePage.name: (Whole,)}
        self._digests: dict[tuple[str, str], str] = {}
        self._everywhere = f"{public.is_small} {public.rows_per_page}"
        self._of_few: tuple[tuple[str, Mapping[str, object]], ...] = (
            ("cited", public.cited),
            ("withdrawn", public.withdrawn),
            ("superseded", public.superseded),
            ("tellings", public.tellings),
        )
        self._spool = Spool(cache.folder)
        self.pages: dict[str, Made] = {}
        self.groups: set[Group] = set()
        """The groups that gave these pages, or give none any more."""

        self._problems: dict[Location, Problem] = {}

    @property
    def problems(self) -> list[Problem]:
        """Return what is wrong with templates, each place once."""
        return list(self._problems.values())

    def changes(self, readings: Mapping[str, Reading]) -> Sequence[Change]:
        """Return the articles that changed, or that show something that did, after forgetting those gone."""
        for path in sorted(self._cache.contributors() - readings.keys()):
            self._cache.replace_rows(path, {}, None)
        found: list[Change] = []
        around = self._around()
        is_same = around == self._cache.meta(_AROUND)
        self._cache.set_meta(_AROUND, around)
        for path, reading in readings.items():
            if reading.summary is None:
                continue
            if is_same and reading.basis and reading.basis.startswith(f"{reading.content} "):
                continue
            shown = self._shown(reading.summary)
            basis = f"{reading.content} {shown}"
            if basis != reading.basis:
                found.append(Change(path, basis, not (reading.basis or "").endswith(shown)))
        return found

    def take(self, changes: Iterable[Change]) -> None:
        """Make the rows of articles again, and the pages that an article has for itself."""
        for change in changes:
            article = self._publish(change.path)
            rows = self._rows_of(article, Whole(change.path, change.basis)) if article else {}
            if change.around:
                self._cache.mark_stale(rows)
            packed = {group: encode_rows(found, self._row_types[group[0]]) for group, found in rows.items()}
            self._cache.replace_rows(change.path, packed, change.basis)
            for group, found in rows.items():
                if isinstance(found[0], Whole):
                    self._render(group, [article])

    def follow_memos(self) -> None:
        """Note the pages that show a memo which changed since the last run, came, or went."""
        now = {slug: fingerprint((repr(memo),)) for slug, memo in self._public.memos.items()}
        before: dict[str, str] = json.loads(self._cache.meta(_MEMOS) or "{}")
        changed = {slug for slug in now.keys() | before.keys() if now.get(slug) != before.get(slug)}
        if changed:
            self._cache.mark_stale([(Memos.name, slug) for slug in (*changed, _FIRST)])
            self._cache.mark_stale([(Home.name, _FIRST)])
            self._cache.set_meta(_MEMOS, json.dumps(now))

    def follow_withdrawn(self) -> None:
        """Note the pages of withdrawn articles, where one came or went, or what replaces it changed."""
        now = fingerprint((repr(self._public.withdrawn),))
        if now != self._cache.meta(WithdrawnArticles.name):
            self._cache.mark_stale([(WithdrawnArticles.name, _FIRST)])
            self._cache.set_meta(WithdrawnArticles.name, now)

    def follow_changes(self) -> None:
        """Note the page on changes, where it is another than that of the last run, or none any more."""
        now = fingerprint((repr(self._public.changes),)) if self._public.changes else ""
        if now != (self._cache.meta(_CHANGES) or ""):
            self._cache.mark_stale([(Changes.name, _FIRST), (Home.name, _FIRST)])
            self._cache.set_meta(_CHANGES, now)

    def _rows_of(self, article: PublicArticle, whole: Whole) -> dict[Group, list[object]]:
        rows: dict[Group, list[object]] = {}
        for kind in PAGES:
            for name, row in kind.rows(article, self._public):
                rows.setdefault((kind.name, name), []).append(whole if row is article else row)
        return rows

    def mark_all_stale(self) -> None:
        """Note that every page has to be made again."""
        self._cache.mark_stale(self._cache.groups() | {(kind.name, _FIRST) for kind in PAGES})

    def make(self, groups: Iterable[Group]) -> None:
        """Make the pages of groups that were not made yet."""
        for group in groups:
            if group in self.groups:
                continue
            rows = sorted(self._rows(group))
            if rows or group[1] == _FIRST:
                self._render(group, rows)
            self.groups.add(group)

    def _rows(self, group: Group) -> Iterator[Any]:
        for data in self._cache.rows(group):
            for row in decode_rows(data, self._row_types[group[0]]):
                yield self._publish(row.path) if isinstance(row, Whole) else row

    def _publish(self, path: str) -> PublicArticle | None:
        article = self._library.article(path)
        return None if article is None else publish_article(article, self._corpus, self._public)

    def _render(self, group: Group, rows: Sequence[Any]) -> None:
        kind, name = group
        self.groups.add(group)
        for page in self._kinds[kind].pages(name, rows, self._public):
            try:
                self.pages[page.path] = self._page(group, page)
            except RenderingError as error:
                self._problems.setdefault(error.problem.location, error.problem)
        if kind == ArticlePage.name:
            for article in rows:
                for export in ARTICLE_EXPORTS:
                    file = export.file(article, self._public)
                    self.pages[file.path] = self._made(group, file.data)
                # some of them hold the article: without this it would stay until garbage is looked for
                article.workings.clear()

    def _page(self, group: Group, page: PlannedPage) -> Made:
        text = self._renderer.render(page)
        if self._public.audience is Audience.INTERNAL:
            text = marked_internal(text)
        data = text.encode()
        problems = (_too_large(page.path, len(data)),) if len(data) > MAX_PAGE_BYTES else ()
        return self._made(group, data, problems)

    def _made(self, group: Group, data: bytes, problems: tuple[Problem, ...] = ()) -> Made:
        return Made(group, digest(data), self._spool.keep(data), problems)

    def _around(self) -> str:
        """Return the fingerprint of all that ``_shown`` looks into: most edits change nothing of it."""
        public = self._public
        mappings = (public.titles, public.actors, public.facts, public.origins, dict(self._of_few))
        return fingerprint((self._everywhere, *map(repr, mappings), *sorted(public.embargoed)))

    def _shown(self, summary: Summary) -> str:
        """Return the fingerprint of what an article shows that neither its files nor registries say."""
        slug, public = summary.slug, self._public
        actors = sorted({*summary.actors, *summary.used_actors})
        parts = [self._everywhere, summary.title, *[self._digest("actor", name) for name in actors]]
        parts += [self._digest("fact", key) for key, _ in summary.references]
        others = [key.partition("#")[0] for key, _ in summary.references]
        others += summary.supersedes[:1] if summary.supersedes else ()
        parts += [public.titles.get(other, "") for other in others]
        # what few articles have is told with its name, and not at all of the others: most have none of it
        for name, known in self._of_few:
            if slug in known:
                parts.append(f"{name} {known[slug]!r}")
        if slug in public.embargoed:
            parts.append("embargoed")
        origin = public.origins[slug]
        parts += [origin.id, origin.name, origin.reason, str(origin.is_shared)]
        if origin.like:
            parts += [origin.like, str(origin.percent), public.titles.get(origin.like, "")]
        return fingerprint(parts)

    def _digest(self, kind: str, key: str) -> str:
        if (kind, key) not in self._digests:
            values: Mapping[str, object] = self._public.actors if kind == "actor" else self._public.facts
            self._digests[kind, key] = f"{key} {values.get(key)!r}"
        return self._digests[kind, key]


def _too_large(path: str, size: int) -> Problem:
    message = f"expected a page of at most {MAX_PAGE_BYTES >> 10} KB, found {size >> 10} KB"
    return Problem(code="page-too-large", message=message, location=Location(path))
