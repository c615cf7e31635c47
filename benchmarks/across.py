"""What articles cost each other: linking, checks, origins, ledgers, joining, planning of pages; no reading.

``python -m benchmarks.across prepare FOLDER COUNT`` reads the project's articles once and keeps what they put
on pages, for the first COUNT of them and for all. ``weigh FOLDER NAME`` takes it from there, in a process of
its own, so that the largest memory is that of this work. ``dossier FOLDER NAME`` renders the only story. Each
prints a line of JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.memory import peak
from generator.checks import check_corpus
from generator.collecting import uncollected
from generator.linking import link
from generator.model import Corpus, Registries
from generator.pages import PAGES
from generator.pages.article import ArticlePage
from generator.pages.stories import Stories
from generator.pipeline.library import Library
from generator.pipeline.outcome import Silence
from generator.pipeline.registries import registries_of
from generator.pipeline.seeds import find_seeds
from generator.pipeline.stored import decode_summary
from generator.problems import Severity
from generator.publishing import PublicCorpus, publish_article, publish_corpus
from generator.rendering import Renderer
from generator.settings import Project, Settings
from generator.store import Cache, decode_rows, encode_rows

HALF: Final = "half"
WHOLE: Final = "whole"
_ROUNDS: Final = 3
_KINDS: Final = {kind.name: kind for kind in PAGES if kind.name != ArticlePage.name}


class _All(NamedTuple):
    """All articles together, and what pages may know of them."""

    corpus: Corpus
    public: PublicCorpus


def prepare(folder: Path, count: int) -> dict[str, float]:
    """Read the articles below ``folder``; keep the rows of the first ``count`` apart from those of all."""
    project = Project(root=folder, settings=Settings())
    caches = {name: _cache(folder, name) for name in (HALF, WHOLE)}
    seeds, _ = find_seeds(project)
    registries = registries_of(seeds).registries
    library = Library(project, seeds.articles, registries, "")
    readings = library.read(caches[WHOLE], Silence())
    paths = sorted(readings)
    known = caches[WHOLE].articles()
    caches[HALF].put_articles({path: known[path] for path in paths[:count]})
    del readings
    together = _together(caches[WHOLE], registries)
    for number, path in enumerate(paths):
        article = library.article(path)
        if article is None:
            sys.exit(f"{path} cannot be read")
        public = publish_article(article, together.corpus, together.public)
        rows: dict[tuple[str, str], list[object]] = {}
        for kind in _KINDS.values():
            for name, row in kind.rows(public, together.public):
                rows.setdefault((kind.name, name), []).append(row)
        packed = {group: encode_rows(found, _KINDS[group[0]].row_types) for group, found in rows.items()}
        for name in (HALF, WHOLE) if number < count else (WHOLE,):
            caches[name].replace_rows(path, packed, None)
    for cache in caches.values():
        cache.commit()
        cache.close()
    return {"articles": float(len(paths)), "peak": peak()}


def weigh(folder: Path, name: str) -> dict[str, float]:
    """Return the seconds of processor time of each step, of all together, and the largest memory in MiB."""
    cache, registries = _cache(folder, name), _registries(folder)
    started = time.process_time()
    together = _together(cache, registries)
    linked = time.process_time()
    pages = 0
    for kind, group in sorted(cache.groups()):
        with uncollected():
            pages += sum(1 for _ in _planned(cache, kind, group, together))
    done = time.process_time()
    return {
        "linking": linked - started,
        "planning": done - linked,
        "seconds": done - started,
        "pages": float(pages),
        "peak": peak(),
    }


def dossier(folder: Path, name: str) -> dict[str, float]:
    """Return the seconds of processor time that the only story takes: its dossier, then all of its pages."""
    cache = _cache(folder, name)
    together = _together(cache, _registries(folder))
    renderer = Renderer()
    story = min(group for kind, group in cache.groups() if kind == Stories.name)

    def rendered(most: int | None) -> tuple[float, int]:
        gc.collect()
        started = time.process_time()
        with uncollected():
            count = 0
            for page in islice(_planned(cache, Stories.name, story, together), most):
                renderer.render(page)
                count += 1
        return time.process_time() - started, count

    # the first time compiles the templates, which a build does once, however many stories there are
    rendered(None)
    page = min(rendered(1) for _ in range(_ROUNDS))
    everything = min(rendered(None) for _ in range(_ROUNDS))
    return {"page": page[0], "seconds": everything[0], "pages": float(everything[1]), "peak": peak()}


def _planned(cache: Cache, kind: str, group: str, together: _All) -> Iterator[Any]:
    rows = sorted(
        row for data in cache.rows((kind, group)) for row in decode_rows(data, _KINDS[kind].row_types)
    )
    return _KINDS[kind].pages(group, rows, together.public)


def _together(cache: Cache, registries: Registries) -> _All:
    found = cache.articles()
    summaries = [
        decode_summary(each.summary, partial(cache.facts, path))
        for path, each in sorted(found.items())
        if each.summary
    ]
    corpus, problems = link(registries, summaries)
    # of half of the articles not all that the registries declare is used: those are warnings
    wrong = [each for each in (*problems, *check_corpus(corpus)) if each.severity is Severity.ERROR]
    if wrong:
        sys.exit(f"{len(wrong)} problems, the first: {wrong[0].location} {wrong[0].message}")
    return _All(corpus, publish_corpus(corpus, Settings().rows_per_page))


def _registries(folder: Path) -> Registries:
    seeds, _ = find_seeds(Project(root=folder, settings=Settings()))
    return registries_of(seeds).registries


def _cache(folder: Path, name: str) -> Cache:
    return Cache.open(folder / name, "")


def main() -> None:
    """Do what the command line says."""
    task, folder, argument = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    if task == "prepare":
        found = prepare(folder, int(argument))
    else:
        found = weigh(folder, argument) if task == "weigh" else dossier(folder, argument)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
