"""The articles of a project, read anew only where a file that they come from has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.checks import check_article
from generator.formats.documents import read_document
from generator.linking import summarise
from generator.model import Article, Registries, Summary
from generator.pipeline.outcome import Progress
from generator.pipeline.seeds import Seed, read_text
from generator.pipeline.stored import Waiting, decode_summary, encode_summary
from generator.problems import Problem
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project
from generator.store import (
    SETTLED,
    Cache,
    CachedArticle,
    CachedInput,
    Signature,
    decode,
    digest,
    encode,
)

_ABSENT: Final = Signature(-1, 0, "")


class Reading(Struct, frozen=True):
    """What became of one file of seeds."""

    summary: Summary | None
    """None where nothing could be made of it."""

    problems: tuple[Problem, ...]
    content: str
    """Fingerprints of all files that it was read from."""

    basis: str | None
    """What the rows in the cache were made from; None where there are none."""


class Library:
    """Reads articles, remembers them from run to run, and gives one whole when it is needed."""

    def __init__(self, project: Project, seeds: Sequence[Seed], registries: Registries, stamp: str) -> None:
        """Take the project, its files, and the registries with their fingerprint."""
        self._root = project.root
        self._drafts = project.settings.shows_drafts
        self._registries = registries
        self._stamp = stamp
        self._waiting = Waiting()
        self._seeds = {seed.path: seed for seed in seeds}

    def read(self, cache: Cache, progress: Progress) -> dict[str, Reading]:
        """Return what became of every file, by path, and keep it for the next run."""
        cached = cache.articles()
        cache.remove_articles(cached.keys() - self._seeds.keys())
        readings: dict[str, Reading] = {}
        kept: dict[str, CachedArticle] = {}
        unread: list[Seed] = []
        for seed in self._seeds.values():
            known = cached.get(seed.path)
            if known is None or not self._is_current(seed, known):
                unread.append(seed)
        for seed in progress.follow("Reading", unread, len(unread)):
            kept[seed.path] = self._read(seed, cached.get(seed.path))
        cache.put_articles(kept)
        for path in self._seeds:
            readings[path] = _reading(kept.get(path) or cached[path], partial(cache.facts, path))
        return readings

    def article(self, path: str) -> Article | None:
        """Return an article of which there is a summary, and forget it; read again where it was not new."""
        article = self._waiting.take(path)
        if article is None:
            self._read(self._seeds[path], None)
            article = self._waiting.take(path)
        return article

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self._registries)

    def _is_current(self, seed: Seed, known: CachedArticle) -> bool:
        """Return whether a file and all that was read with it look as they did."""
        return (
            known.vocabulary == self._stamp
            and known.signature.fits(seed.found)
            and all(self._fits(each) for each in known.inputs)
        )

    def _fits(self, known: CachedInput) -> bool:
        try:
            return known.signature.fits((self._root / known.path).stat())
        except OSError:
            return known.signature.size < 0

    def _read(self, seed: Seed, known: CachedArticle | None) -> CachedArticle:
        data, raw, problems = read_text(seed.file, seed.path)
        signature = _signature(seed.found, data)
        texts = _Texts(self._root)
        if known and known.vocabulary == self._stamp and known.signature.sha256 == signature.sha256:
            for each in known.inputs:
                texts.load(each.path)
            if _hashes(known.inputs) == _hashes(texts.inputs):
                return replace(known, signature=signature, inputs=texts.inputs)
        article: Article | None = None
        summary: bytes | None = None
        facts = b""
        if raw is not None:
            document, found = read_document(seed.path, raw, texts.load)
            problems += found
            if document is not None:
                article, found = read_article(document, self._vocabulary, drafts=self._drafts)
                problems += found
        if article is not None:
            problems += check_article(article)
            self._waiting.put(article)
            summary, facts = encode_summary(summarise(article))
        return CachedArticle(
            signature=signature,
            inputs=texts.inputs,
            vocabulary=self._stamp,
            summary=summary,
            problems=encode(problems) if problems else b"",
            basis=known.basis if known else None,
            facts=facts,
        )


def load_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return a text by its path relative to the project; None without a problem where there is none."""
    return _Texts(root).load(path)


class _Texts:
    """Loads what a standoff file annotates, and remembers what it loaded."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._inputs: dict[str, Signature] = {}

    @property
    def inputs(self) -> tuple[CachedInput, ...]:
        """Return the files that were asked for, found or not, in the order of their paths."""
        return tuple(CachedInput(path, self._inputs[path]) for path in sorted(self._inputs))

    def load(self, path: str) -> tuple[str | None, list[Problem]]:
        """Return a text by its path relative to the project, outside of which it may lie.

        None without a problem where there is no such file.
        """
        file = self._root / path
        self._inputs[path] = _ABSENT
        try:
            found = file.stat()
        except (OSError, ValueError):
            return None, []
        data, text, problems = read_text(file, path)
        self._inputs[path] = _signature(found, data)
        return text, problems


def _signature(found: os.stat_result, data: bytes) -> Signature:
    """Return what to know a file by; one that was just written is looked into again next time."""
    settled = time.time_ns() - found.st_mtime_ns > SETTLED
    return Signature(found.st_size, found.st_mtime_ns if settled else 0, digest(data))


def _hashes(inputs: Iterable[CachedInput]) -> list[str]:
    return [each.signature.sha256 for each in inputs]


def _reading(entry: CachedArticle, fetch: Callable[[], bytes]) -> Reading:
    return Reading(
        summary=decode_summary(entry.summary, fetch) if entry.summary else None,
        problems=decode(entry.problems, tuple[Problem, ...]) if entry.problems else (),
        content="".join((entry.vocabulary, entry.signature.sha256, *_hashes(entry.inputs))),
        basis=entry.basis,
    )
