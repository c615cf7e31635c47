"""The steps in order: the one call that all adapters make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from msgspec.structs import replace

from generator.analysis import Surveyed, coverage, nameless_speakers, solidity
from generator.checks import check_corpus
from generator.collecting import uncollected
from generator.linking import link
from generator.model import Article, Display
from generator.packaged import packaged_templates
from generator.pipeline.changes import Comparison
from generator.pipeline.history import read_revision
from generator.pipeline.library import Library, Reading
from generator.pipeline.making import Made, Maker
from generator.pipeline.memos import read_memos
from generator.pipeline.outcome import Outcome, Progress, Silence, Texts
from generator.pipeline.output import Output
from generator.pipeline.registries import registries_of
from generator.pipeline.seeds import find_seeds
from generator.pipeline.standing import outcome_of
from generator.problems import Problem, Severity
from generator.publishing import held_back, left_open, publish_corpus, released
from generator.rendering import Renderer
from generator.settings import Audience, Project
from generator.store import (
    Cache,
    Changes,
    Glance,
    UnpackError,
    encode,
    fingerprint,
    glance,
    note,
    of_program,
    watched,
)

T = TypeVar("T")

_ASSETS: Final = "assets"
_NO_PAGES: Final[Mapping[str, Made]] = MappingProxyType({})


def run(
    project: Project,
    *,
    write: bool = True,
    force: bool = False,
    progress: Progress | None = None,
    before: Glance | None = None,
) -> Outcome:
    """Read the seeds of a project and bring its pages up to date.

    Nothing is written where there is an error, nor without ``write``: then ``stale`` says what would be.
    ``force`` overwrites pages of ours that people edited; pages of theirs are never touched. ``before`` is
    what the files looked like, where somebody saw already that not all stands. OSError where the disk
    refuses; a run that ends so is completed by the next one.
    """
    return _with_cache(
        project,
        lambda cache: (
            (None if before else outcome_of(project, cache))
            or _Run(project, cache, progress or Silence()).outcome(before, write=write, force=force)
        ),
    )


def survey(project: Project, progress: Progress | None = None) -> tuple[list[Surveyed], list[Problem]]:
    """Return what each article leaves open, in the order of paths, and what is wrong with what goes out."""
    return _with_cache(project, lambda cache: _survey(project, cache, progress or Silence()))


def _survey(project: Project, cache: Cache, progress: Progress) -> tuple[list[Surveyed], list[Problem]]:
    seeds, problems = find_seeds(project)
    known = registries_of(seeds, cache)
    registries = known.registries
    library = Library(project, seeds.articles, registries, known.stamp)
    readings = library.read(cache, progress)
    cache.commit()
    settings = project.settings
    summaries = [each.summary for each in readings.values() if each.summary is not None]
    out, held, _ = released(summaries, settings.readers, settings.day)
    reasons = {each.path: held_back(each, settings.readers, settings.day) for each in held}
    corpus, linked = link(registries, out, held)
    problems += [*known.problems, *linked, *_of_released(readings, reasons, settings.readers)]
    # those that are held back have actors of their own
    actors = link(registries, summaries)[0].actors if held else corpus.actors
    surveyed: list[Surveyed] = []
    for path in progress.follow("Counting", readings, len(readings)):
        article = library.article(path) if readings[path].summary is not None else None
        if article is not None:
            nameless = nameless_speakers(article, actors)
            surveyed.append(
                Surveyed(
                    path=path,
                    slug=article.slug,
                    coverage=coverage(article, solidity(article, nameless), nameless),
                    held=reasons.get(path),
                    is_withheld=article.metadata.rights.display is Display.NONE,
                )
            )
    return surveyed, sorted(problems, key=lambda problem: problem.order)


def _of_released(
    readings: Mapping[str, Reading], held: Container[str], audience: Audience
) -> Iterator[Problem]:
    """Yield what is wrong with the articles that go out.

    What is wrong with an article that is held back keeps nothing from the public; its author is told.
    """
    for path, reading in readings.items():
        if audience is not Audience.PUBLIC or path not in held:
            yield from reading.problems


def _with_cache(project: Project, use: Callable[[Cache], T]) -> T:
    """Return what came of using the cache; where it cannot be read, of using an empty one."""
    stamp = of_program(project.settings)
    cache = Cache.open(project.cache, stamp)
    try:
        # what an article leaves behind holds no cycles, and goes when nothing refers to it any more
        with uncollected():
            return use(cache)
    except (sqlite3.DatabaseError, UnpackError):
        cache.close()
        cache = Cache.open_anew(project.cache, stamp)
        return use(cache)
    finally:
        cache.close()


def explain(project: Project, progress: Progress | None = None) -> Iterator[Article]:
    """Yield every article that can be read, with what was inferred in it, in the order of paths."""
    seeds, _ = find_seeds(project)
    known = registries_of(seeds)
    library = Library(project, seeds.articles, known.registries, known.stamp)
    for seed in (progress or Silence()).follow("Reading", seeds.articles, len(seeds.articles)):
        article = library.article(seed.path)
        if article is not None:
            yield article


class _Run:
    """One run over one project."""

    def __init__(self, project: Project, cache: Cache, progress: Progress) -> None:
        self._project = project
        self._cache = cache
        self._progress = progress
        self._problems: list[Problem] = []
        self._held: list[Problem] = []

    def outcome(self, before: Glance | None, *, write: bool, force: bool) -> Outcome:
        """Take all steps; what was read is kept even where there are errors."""
        folders = watched(self._project, [packaged_templates()])
        if before is None or before.folders != folders:
            before = glance(folders)
        seeds, problems = find_seeds(self._project)
        self._problems += problems
        known = registries_of(seeds, self._cache)
        self._problems += known.problems
        library = Library(self._project, seeds.articles, known.registries, known.stamp)
        readings = library.read(self._cache, self._progress)
        self._cache.commit()
        settings = self._project.settings
        summaries = [reading.summary for reading in readings.values() if reading.summary is not None]
        out, held, self._held = released(summaries, settings.readers, settings.day)
        readings = self._released(readings, {summary.path for summary in held})
        corpus, problems = link(known.registries, out, held)
        self._problems += [*problems, *check_corpus(corpus)]
        memos, problems = read_memos(seeds.memos, corpus, library, settings.readers)
        self._problems += [each for each in problems if each.severity is not Severity.NOTE]
        self._held += [each for each in problems if each.severity is Severity.NOTE]
        if self._failed():
            return self._outcome(len(readings))
        renderer = Renderer(self._project.templates, self._project.settings.templates)
        public = publish_corpus(
            corpus, settings.rows_per_page, memos, settings.readers, left_open(corpus, settings.day)
        )
        if settings.since:
            revision, problems = read_revision(self._project)
            self._problems += problems
            if revision is None:
                return self._outcome(len(readings))
            kept = frozenset(summary.slug for summary in held)
            found = Comparison(self._project, revision, kept).changes(corpus, public, library)
            public = replace(public, changes=found)
        maker = Maker(corpus, public, library, renderer, self._cache)
        output = self._make(maker, readings, fingerprint((known.stamp, renderer.fingerprint())), force=force)
        if self._failed():
            return self._outcome(len(readings))
        changes, problems = output.compare(maker.groups, maker.pages, self._assets(), force=force)
        self._problems += problems
        if write:
            output.apply(changes)
            if not changes.foreign and not changes.edited and not self._project.settings.since:
                problems = sorted((*self._problems, *self._held), key=lambda problem: problem.order)
                note(
                    self._cache,
                    self._project,
                    before,
                    len(readings),
                    encode(problems) if problems else b"",
                )
            self._cache.commit()
        return self._outcome(len(readings), changes, maker.pages, write=write)

    def _released(self, readings: Mapping[str, Reading], held: set[str]) -> dict[str, Reading]:
        """Return what became of the articles that go out, and note what is wrong with them."""
        self._problems += _of_released(readings, held, self._project.settings.readers)
        return {path: reading for path, reading in readings.items() if path not in held}

    def _make(self, maker: Maker, readings: Mapping[str, Reading], looks: str, *, force: bool) -> Output:
        """Make all pages that are not made already; ``looks`` is the fingerprint of what all of them show."""
        maker.follow_memos()
        maker.follow_withdrawn()
        maker.follow_changes()
        changes = maker.changes(readings)
        maker.take(self._progress.follow("Rendering", changes, len(changes)))
        if self._cache.meta("looks") != looks:
            maker.mark_all_stale()
            self._cache.set_meta("looks", looks)
        self._cache.commit()
        output = Output(self._project, self._cache)
        groups = self._cache.stale() | output.damaged(force=force)
        maker.make(self._progress.follow("Collecting", sorted(groups), len(groups)))
        self._problems += maker.problems
        return output

    def _outcome(
        self,
        articles: int,
        changes: Changes | None = None,
        pages: Mapping[str, Made] = _NO_PAGES,
        *,
        write: bool = False,
    ) -> Outcome:
        problems = tuple(sorted(self._problems, key=lambda problem: problem.order))
        held = tuple(sorted(self._held, key=lambda problem: problem.order))
        if changes is None:
            return Outcome(problems=problems, held=held, articles=articles)
        return Outcome(
            problems=problems,
            held=held,
            articles=articles,
            written=tuple(changes.write) if write else (),
            removed=changes.remove if write else (),
            unchanged=changes.unchanged,
            foreign=changes.foreign,
            edited=changes.edited,
            stale=changes.stale,
            pages=Texts({path: page.kept for path, page in sorted(pages.items())}),
        )

    def _assets(self) -> dict[str, bytes]:
        """Return the files that pages load, by path; the project's own ones stand in for the packaged."""
        assets: dict[str, bytes] = {}
        for folder in (packaged_templates() / _ASSETS, self._project.templates / _ASSETS):
            for file in sorted(folder.rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    assets[f"{_ASSETS}/{file.relative_to(folder).as_posix()}"] = file.read_bytes()
        return assets

    def _failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._problems)
