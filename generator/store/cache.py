"""What was read and made before, in one SQLite file that may be deleted at any time.

Whatever is wrong with it (corrupt, of another version, not writable), it is begun anew, in memory if need be:
a cache never stops a build. What it gives back is plain data: see ``store.values``.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from generator.store.files import Signature
from generator.store.values import decode, encode

_NAME: Final = "cache.sqlite3"
_PATIENCE: Final = 60.0
"""Seconds to wait for another run on the same project."""

_MOST_WAITING: Final = 2000
"""Rows that are written together."""

# what is long stands in tables with row numbers: in those without, most of it would go to pages of its own
_SCHEMA: Final = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE packed (key TEXT PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE article (
        path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, sha256 TEXT, inputs BLOB,
        vocabulary TEXT, summary BLOB, problems BLOB, basis TEXT
    );
    CREATE TABLE facts (article TEXT PRIMARY KEY, facts BLOB);
    CREATE TABLE contribution (
        type TEXT, name TEXT, article TEXT, rows BLOB, PRIMARY KEY (type, name, article)
    );
    CREATE INDEX contribution_of ON contribution (article);
    CREATE TABLE stale (type TEXT, name TEXT, PRIMARY KEY (type, name)) WITHOUT ROWID;
"""
_ARTICLES: Final = """
    SELECT path, size, mtime_ns, sha256, inputs, vocabulary, summary, problems, basis FROM article
"""
_TABLES: Final = ("meta", "packed", "article", "facts", "contribution", "stale", "page")
"""Those of earlier versions too."""

_PAGES: Final = "pages"

Group = tuple[str, str]
"""A page type and the name of one of its groups."""


class CachedInput(Struct, frozen=True, array_like=True):
    """A file besides its own that an article was read from."""

    path: str
    signature: Signature


class CachedArticle(Struct, frozen=True, kw_only=True):
    """What became of one file of seeds; the values are as ``store.values`` packs them."""

    signature: Signature
    inputs: tuple[CachedInput, ...]
    vocabulary: str
    """Fingerprint of the registries that it was read with."""

    summary: bytes | None
    """None where nothing could be made of the file."""

    problems: bytes
    basis: str | None = None
    """Fingerprint of all that its rows were made from; None where none were."""

    facts: bytes | None = None
    """What ``Cache.facts`` gives; None where that is kept already."""


class CachedPage(Struct, frozen=True, array_like=True, gc=False):
    """One file of the output folder."""

    group: Group
    signature: Signature
    problems: bytes = b""


class Cache:
    """The cache of one project; every change stays in a transaction until ``commit``."""

    __slots__ = ("_database", "_stale", "_waiting", "_writers", "folder")

    def __init__(self, database: sqlite3.Connection, folder: Path | None = None) -> None:
        """Take a connection with the schema in it; use ``open``."""
        self._database = database
        self.folder = folder
        """Where it stands; None where it is in memory alone."""

        self._stale: set[Group] = set()
        """Groups that this run noted: each article that has rows in one notes it again."""

        self._waiting: list[tuple[str, str, str, bytes]] = []
        """Rows that are written together, in the order of their keys."""

        self._writers: set[str] = set()
        """The articles that they are of."""

    @classmethod
    def open(cls, folder: Path, fingerprint: str) -> Cache:
        """Open the cache of a project, holding off other runs; empty where it was made otherwise."""
        path = folder / _NAME
        try:
            return cls._open_file(path, fingerprint)
        except sqlite3.Error as error:
            is_busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            return cls._in_memory() if is_busy else cls.open_anew(folder, fingerprint)
        except OSError:
            return cls._in_memory()

    @classmethod
    def open_anew(cls, folder: Path, fingerprint: str) -> Cache:
        """Open an empty cache in place of one that is broken."""
        path = folder / _NAME
        try:
            for name in (path, path.with_name(f"{_NAME}-journal")):
                name.unlink(missing_ok=True)
            return cls._open_file(path, fingerprint)
        except (sqlite3.Error, OSError):
            return cls._in_memory()

    @classmethod
    def _in_memory(cls) -> Cache:
        database = sqlite3.connect(":memory:", isolation_level=None)
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        return cls(database)

    @classmethod
    def _open_file(cls, path: Path, fingerprint: str) -> Cache:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            # A cache that a power cut breaks is made anew, so nothing waits for the disk.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN IMMEDIATE")
            cache = cls(database, path.parent)
            if cache._fingerprint() != fingerprint:
                for table in _TABLES:
                    database.execute(f"DROP TABLE IF EXISTS {table}")
                for statement in _SCHEMA.split(";"):
                    database.execute(statement)
                cache.set_meta("fingerprint", fingerprint)
        except BaseException:
            database.close()
            raise
        return cache

    def _fingerprint(self) -> str | None:
        tables = self._database.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchall()
        return self.meta("fingerprint") if tables else None

    def commit(self) -> None:
        """Keep all changes so far; a disk that refuses costs the next run its speed, nothing else."""
        self._write_rows()
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("COMMIT")
            self._database.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Drop what was not committed."""
        self._database.close()

    def meta(self, key: str) -> str | None:
        """Return a value by its key."""
        found = self._database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def packed(self, key: str) -> bytes | None:
        """Return packed values by their key."""
        found = self._database.execute("SELECT value FROM packed WHERE key = ?", (key,)).fetchone()
        return None if found is None else bytes(found[0])

    def set_packed(self, key: str, value: bytes) -> None:
        """Keep packed values under a key."""
        self._database.execute("INSERT OR REPLACE INTO packed VALUES (?, ?)", (key, value))

    def articles(self) -> dict[str, CachedArticle]:
        """Return all articles by path, without their facts."""
        return {
            path: CachedArticle(
                signature=Signature(size, mtime_ns, sha256),
                inputs=_inputs(inputs),
                vocabulary=vocabulary,
                summary=summary,
                problems=problems,
                basis=basis,
            )
            for path, size, mtime_ns, sha256, inputs, vocabulary, summary, problems, basis in (
                self._database.execute(_ARTICLES)
            )
        }

    def inputs(self) -> dict[str, Signature]:
        """Return the files that articles were read from besides their own, by path."""
        found = self._database.execute("SELECT inputs FROM article WHERE inputs != x''")
        return {each.path: each.signature for (data,) in found for each in _inputs(data)}

    def facts(self, path: str) -> bytes:
        """Return the facts of an article, packed; nothing where there is no such article."""
        found = self._database.execute("SELECT facts FROM facts WHERE article = ?", (path,)).fetchone()
        return b"" if found is None else bytes(found[0])

    def put_articles(self, articles: Mapping[str, CachedArticle]) -> None:
        """Keep articles by path, in place of what was kept of them."""
        self._database.executemany(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    path,
                    each.signature.size,
                    each.signature.mtime_ns,
                    each.signature.sha256,
                    encode(each.inputs) if each.inputs else b"",
                    each.vocabulary,
                    each.summary,
                    each.problems,
                    each.basis,
                )
                for path, each in articles.items()
            ),
        )
        self._database.executemany(
            "INSERT OR REPLACE INTO facts VALUES (?, ?)",
            ((path, each.facts) for path, each in articles.items() if each.facts is not None),
        )

    def remove_articles(self, paths: Iterable[str]) -> None:
        """Forget articles, and take what they put on pages off them."""
        gone = [(path,) for path in paths]
        self._database.executemany("DELETE FROM article WHERE path = ?", gone)
        self._database.executemany("DELETE FROM facts WHERE article = ?", gone)
        for (path,) in gone:
            self.replace_rows(path, {}, None)

    def contributors(self) -> set[str]:
        """Return the paths of all articles that have rows, and say what they were made from."""
        found = self._database.execute("SELECT path FROM article WHERE basis IS NOT NULL")
        return {path for (path,) in found}

    def replace_rows(self, article: str, rows: Mapping[Group, bytes], basis: str | None) -> None:
        """Keep what an article puts on pages; groups that it changes are stale from then on."""
        if article in self._writers:
            self._write_rows()
        query = "SELECT type, name, rows FROM contribution WHERE article = ?"
        before = {(kind, name): data for kind, name, data in self._database.execute(query, (article,))}
        changed = {group for group in before.keys() | rows.keys() if before.get(group) != rows.get(group)}
        gone = [(kind, name, article) for kind, name in before.keys() - rows.keys()]
        if gone:
            query = "DELETE FROM contribution WHERE type = ? AND name = ? AND article = ?"
            self._database.executemany(query, gone)
        self._waiting += [(*group, article, rows[group]) for group in changed & rows.keys()]
        self._writers.add(article)
        if len(self._waiting) > _MOST_WAITING:
            self._write_rows()
        self.mark_stale(changed)
        self._database.execute("UPDATE article SET basis = ? WHERE path = ?", (basis, article))

    def _write_rows(self) -> None:
        if self._waiting:
            query = "INSERT OR REPLACE INTO contribution VALUES (?, ?, ?, ?)"
            self._database.executemany(query, sorted(self._waiting))
            self._waiting.clear()
            self._writers.clear()

    def rows(self, group: Group) -> Iterator[bytes]:
        """Yield what each article puts into a group, in the order of their paths."""
        self._write_rows()
        query = "SELECT rows FROM contribution WHERE type = ? AND name = ? ORDER BY article"
        return (data for (data,) in self._database.execute(query, group))

    def groups(self) -> set[Group]:
        """Return all groups that have rows."""
        self._write_rows()
        return set(self._database.execute("SELECT DISTINCT type, name FROM contribution"))

    def mark_stale(self, groups: Iterable[Group]) -> None:
        """Note groups whose pages have to be made again, until pages of theirs are put."""
        fresh = set(groups) - self._stale
        self._stale |= fresh
        self._database.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", fresh)

    def stale(self) -> set[Group]:
        """Return the groups whose pages have to be made again."""
        return set(self._database.execute("SELECT type, name FROM stale"))

    def pages(self) -> dict[str, CachedPage]:
        """Return the files that were written, by path."""
        data = self.packed(_PAGES)
        return {} if data is None else decode(data, dict[str, CachedPage])

    def replace_pages(self, pages: Mapping[str, CachedPage]) -> None:
        """Keep what stands in the output folder now, and note that nothing is stale any more."""
        # every run wants all of them: in one piece they are there at once
        self.set_packed(_PAGES, encode(pages))
        self._database.execute("DELETE FROM stale")
        self._stale.clear()


def _inputs(data: bytes) -> tuple[CachedInput, ...]:
    return decode(data, tuple[CachedInput, ...]) if data else ()
