"""Reads the memos of a project and holds them against the facts that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from generator.checks import check_citation, memo_signed_off
from generator.linking import dangling
from generator.model import Article, Corpus, Memo
from generator.pipeline.library import Library
from generator.pipeline.seeds import Seed, read_text
from generator.problems import Problem
from generator.reading.bottom_line import Cited
from generator.reading.memos import MemoRead, read_memo
from generator.reading.vocabulary import Vocabulary
from generator.settings import Audience
from generator.text import Location
from generator.values import NameIndex


def read_memos(
    seeds: Iterable[Seed], corpus: Corpus, library: Library, audience: Audience
) -> tuple[tuple[Memo, ...], list[Problem]]:
    """Return the memos, in the order of paths, and all that is wrong with them.

    Only articles that are cited are read again. A memo that cites one which is held back is held back, too,
    and so is one that nobody checked from the public, with a note in place of its problems.
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
        note = _held(seed.path, read, resting, audience)
        if note is not None:
            problems[before:] = [note]
            continue
        problems += read.problems
        if read.memo is not None:
            problems += [*memo_signed_off(read.memo), *_taken(read.memo, memos)]
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


def _held(path: str, read: MemoRead, resting: Sequence[str], audience: Audience) -> Problem | None:
    """Return the note on a memo that is held back; None where it is not."""
    if resting:
        message = f"held back: it cites '{resting[0]}', of an article that is held back"
        return Problem(code="held-back", message=message, location=Location(path))
    memo = read.memo
    if memo is None or memo.metadata.is_checked or audience is not Audience.PUBLIC:
        return None
    return Problem(
        code="held-back",
        message="held back: not checked by a second person",
        location=memo.locations.get("status") or Location(path),
        example="checked_by: the second person, once they have read it against its evidence",
    )


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
