"""The cache remembers, and whatever is wrong with it, it never stops a build."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.store import Cache, CachedArticle, CachedInput, CachedPage, Signature

SIGNED = Signature(10, 20, "a" * 64)


def article(basis: str | None = None) -> CachedArticle:
    """Return an article with one further input."""
    return CachedArticle(
        signature=SIGNED,
        inputs=(CachedInput("texts/ferry.txt", SIGNED),),
        vocabulary="v",
        summary=b"summary",
        problems=b"",
        basis=basis,
    )


def reopened(folder: Path, fingerprint: str = "one") -> Cache:
    """Open the cache as a next run does."""
    return Cache.open(folder, fingerprint)


def test_what_is_committed_comes_back(tmp_path: Path) -> None:
    """Articles, rows, stale groups, pages and values of one run are there in the next."""
    cache = reopened(tmp_path)
    cache.put_articles({"seeds/a.md": article()})
    cache.replace_rows("seeds/a.md", {("timeline", "2031"): b"rows"}, "basis")
    cache.set_meta("looks", "well")
    cache.set_packed("registries", b"packed")
    cache.commit()
    cache.close()
    cache = reopened(tmp_path)
    assert cache.articles() == {"seeds/a.md": article("basis")}
    assert cache.groups() == cache.stale() == {("timeline", "2031")}
    assert list(cache.rows(("timeline", "2031"))) == [b"rows"]
    assert cache.meta("looks") == "well"
    assert (cache.packed("registries"), cache.packed("nothing")) == (b"packed", None)
    page = CachedPage(group=("timeline", "2031"), signature=SIGNED)
    cache.replace_pages({"timeline/2031.md": page})
    assert cache.stale() == set()
    assert cache.pages() == {"timeline/2031.md": page}
    cache.close()


def test_what_is_not_committed_is_dropped(tmp_path: Path) -> None:
    """A run that breaks off leaves the cache as it was."""
    cache = reopened(tmp_path)
    cache.put_articles({"seeds/a.md": article()})
    cache.close()
    cache = reopened(tmp_path)
    assert cache.articles() == {}
    cache.close()


def test_only_groups_that_change_are_stale(tmp_path: Path) -> None:
    """Rows that stay as they were make nothing stale; those that come, go or differ do."""
    cache = reopened(tmp_path)
    cache.replace_rows("a", {("t", "1"): b"x", ("t", "2"): b"y", ("t", "3"): b"z"}, None)
    cache.replace_pages({})
    cache.replace_rows("a", {("t", "1"): b"x", ("t", "2"): b"other", ("t", "4"): b"new"}, None)
    assert cache.stale() == {("t", "2"), ("t", "3"), ("t", "4")}
    assert cache.groups() == {("t", "1"), ("t", "2"), ("t", "4")}
    cache.close()


def test_an_article_that_is_removed_leaves_its_pages(tmp_path: Path) -> None:
    """Its rows go, the groups that they stood in are stale, and its facts are gone."""
    cache = reopened(tmp_path)
    cache.put_articles({"a": replace(article(), facts=b"facts"), "b": article()})
    cache.replace_rows("a", {("t", "1"): b"x"}, "basis")
    assert cache.contributors() == {"a"}
    assert (cache.facts("a"), cache.facts("b")) == (b"facts", b"")
    cache.replace_pages({})
    cache.remove_articles(["a"])
    assert cache.stale() == {("t", "1")}
    assert not cache.groups()
    assert not cache.contributors()
    assert cache.facts("a") == b""
    assert list(cache.articles()) == ["b"]
    cache.close()


def test_rows_come_in_the_order_of_articles(tmp_path: Path) -> None:
    """Whichever article was read first, a group's rows have one order."""
    cache = reopened(tmp_path)
    for name in ("c", "a", "b"):
        cache.replace_rows(name, {("t", "1"): name.encode()}, None)
    assert list(cache.rows(("t", "1"))) == [b"a", b"b", b"c"]
    cache.close()


def test_another_program_begins_anew(tmp_path: Path) -> None:
    """What another version, or other settings, have kept is not used."""
    cache = reopened(tmp_path)
    cache.put_articles({"seeds/a.md": article()})
    cache.commit()
    cache.close()
    cache = reopened(tmp_path, "two")
    assert cache.articles() == {}
    cache.close()


@pytest.mark.parametrize("data", [b"", b"not a database at all" * 300, b"SQLite format 3\0" + b"\0" * 4096])
def test_a_broken_cache_is_replaced(tmp_path: Path, data: bytes) -> None:
    """A file that is no database gives an empty cache that works, and keeps what is put in."""
    (tmp_path / "cache.sqlite3").write_bytes(data)
    cache = reopened(tmp_path)
    cache.put_articles({"seeds/a.md": article()})
    cache.commit()
    cache.close()
    cache = reopened(tmp_path)
    assert list(cache.articles()) == ["seeds/a.md"]
    cache.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where no file can be kept, the cache lasts for one run."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    cache = reopened(tmp_path / "file" / "cache")
    cache.put_articles({"seeds/a.md": article()})
    cache.commit()
    assert list(cache.articles()) == ["seeds/a.md"]
    cache.close()


def test_another_run_is_not_disturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that has waited long enough works without the cache, and leaves it to the one that holds it."""
    monkeypatch.setattr("generator.store.cache._PATIENCE", 0.01)
    first = reopened(tmp_path)
    second = reopened(tmp_path)
    second.put_articles({"seeds/b.md": article()})
    second.commit()
    second.close()
    first.put_articles({"seeds/a.md": article()})
    first.commit()
    first.close()
    cache = reopened(tmp_path)
    assert list(cache.articles()) == ["seeds/a.md"]
    cache.close()


def test_a_full_disk_is_borne(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be committed costs nothing but time."""
    cache = reopened(tmp_path)

    class Refusing:
        def execute(self, _statement: str) -> None:
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)

    with monkeypatch.context() as patched:
        database = cache._database  # noqa: SLF001  # the connection is what the disk refuses
        patched.setattr(cache, "_database", Refusing())
        cache.commit()
        patched.setattr(cache, "_database", database)
    cache.close()
