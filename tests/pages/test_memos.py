"""Memos follow what they cite."""

from __future__ import annotations

from pathlib import Path

from tests.support.project import FILES, build, tree, write

_MEMO = "---\ntitle: The strike in May\ndate: 2031-05-20\n---\n[14 crews](first#crews) are out.\n"
_SITE = {**FILES, "seeds/memos/may.md": _MEMO}


def _page(root: Path, path: str = "memos/may.md") -> str:
    return (root / "briefings" / path).read_text("utf-8")


def test_a_memo_follows_the_article_that_it_cites(tmp_path: Path) -> None:
    """An edit of the article changes the evidence; the memo is an error once the fact is another one."""
    write(tmp_path, _SITE)
    assert build(tmp_path).errors == ()
    assert "Alder Courier" in _page(tmp_path)
    write(tmp_path, {"seeds/first.md": FILES["seeds/first.md"].replace("Alder Courier", "Isle Post")})
    assert build(tmp_path).written
    assert "Isle Post" in _page(tmp_path)
    write(tmp_path, {"seeds/first.md": FILES["seeds/first.md"].replace("14 crews", "15 crews")})
    assert [problem.code for problem in build(tmp_path).errors] == ["uncarried-words"]


def test_an_edited_memo_writes_its_pages_alone(tmp_path: Path) -> None:
    """Its words change its page, its title those of the lists too, and nothing else is written."""
    write(tmp_path, _SITE)
    build(tmp_path)
    write(tmp_path, {"seeds/memos/may.md": _MEMO.replace("are out", "are still out")})
    assert set(build(tmp_path).written) == {"memos/may.md"}
    write(tmp_path, {"seeds/memos/may.md": _MEMO.replace("in May", "this May")})
    assert set(build(tmp_path).written) == {"memos/may.md", "memos/index.md", "index.md"}
    assert build(tmp_path).written == ()


def test_a_memo_that_goes_leaves_nothing(tmp_path: Path) -> None:
    """A project is what it would be had the memo never been."""
    write(tmp_path, FILES)
    build(tmp_path)
    before = tree(tmp_path)
    write(tmp_path, _SITE)
    build(tmp_path)
    assert "memos/may.md" in tree(tmp_path)
    (tmp_path / "seeds/memos/may.md").unlink()
    build(tmp_path)
    assert tree(tmp_path) == before


def test_a_memo_may_bear_the_name_of_an_article(tmp_path: Path) -> None:
    """Memos have addresses of their own."""
    write(tmp_path, {**FILES, "seeds/memos/first.md": _MEMO})
    assert build(tmp_path).errors == ()
    assert "are out." in _page(tmp_path, "memos/first.md")
    assert "Talks resume" in _page(tmp_path, "articles/first.md")
