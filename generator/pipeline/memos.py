"""Reads the memos of a project and holds them against the facts that they cite."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.checks import check_citation
from generator.linking import dangling
from generator.model import Article, Corpus, Memo
from generator.pipeline.library import Library
from generator.pipeline.seeds import Seed, read_text
from generator.problems import Problem
from generator.reading.bottom_line import Cited
from generator.reading.memos import read_memo
from generator.reading.vocabulary import Vocabulary
from generator.text import Location
from generator.values import NameIndex


def read_memos(
    seeds: Iterable[Seed], corpus: Corpus, library: Library
) -> tuple[tuple[Memo, ...], list[Problem]]:
    """Return the memos, in the order of paths, and all that is wrong with them.

    Only articles that are cited are read again. A memo that cites one which is held back is held back, too,
    with a note in place of its problems.
    """
    problems: list[Problem] = []
    memos: dict[str, Memo] = {}
    held: list[tuple[Cited, Memo]] = []
    names: NameIndex | None = None
    resting: list[str] = []

    def is_fact(key: str, place: Location) -> bool:
        if key.partition("#")[0] in corpus.held:
            resting.append(key)
            return True
        problem = dangling(key, place, corpus)
        problems.extend([problem] if problem else [])
        return problem is None

    for seed in seeds:
        # names of all articles count; without a memo nobody needs their index
        names = names or Vocabulary.of(corpus.registries).widened(corpus.actors, {})[0].index
        _, raw, found = read_text(seed.file, seed.path)
        problems += found
        if raw is None:
            continue

        resting.clear()
        before = len(problems)
        read = read_memo(seed.path, raw, names, corpus.registries.stories, is_fact)
        if resting:
            problems[before:] = [_held(seed.path, resting[0])]
            continue
        problems += read.problems
        if read.memo is not None:
            problems += _taken(read.memo, memos)
            held += [(cited, read.memo) for cited in read.cited]
    articles: dict[str, Article | None] = {}
    for cited, memo in held:
        slug = cited.key.partition("#")[0]
        if slug not in articles:
            articles[slug] = library.article(corpus.summaries[slug].path)
        article = articles[slug]
        if article is not None and names is not None:
            problems += check_citation(cited, article, names, memo.metadata.date)
    return tuple(memos.values()), problems


def _held(path: str, key: str) -> Problem:
    message = f"held back: it cites '{key}', of an article that is held back"
    return Problem(code="held-back", message=message, location=Location(path))


def _taken(memo: Memo, memos: dict[str, Memo]) -> Iterable[Problem]:
    """Keep a memo, and yield the problem of one whose address another has."""
    first = memos.setdefault(memo.slug.lower(), memo)
    if first is not memo:
        yield Problem(
            code="duplicate-slug",
            message=f"the address '{memo.slug}' is taken by {first.path}",
            location=Location(memo.path),
            example=f"{PurePosixPath(memo.path).stem}-2.md",
            related=(Location(first.path),),
        )
