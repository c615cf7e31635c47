"""What replaces a briefing, and what it replaces, is on both pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from generator.problems import Severity
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.project import FIRST, REGISTRIES, article, build, write

HOSTILE: Final = "Not <script>x</script> but [9](javascript:x), {{ crews }} and **more**"


def _build(root: Path, more: str) -> None:
    newer = article("Talks ended", "[9 crews]{.figure measure=crews-out} are out.", day=15, more=more)
    write(root, {**REGISTRIES, "seeds/first.md": FIRST, "seeds/newer.md": newer})
    outcome = build(root)
    assert [each for each in outcome.problems if each.severity is Severity.ERROR] == []


def _page(root: Path, slug: str) -> Shape:
    text = body((root / "briefings" / "articles" / f"{slug}.md").read_text("utf-8"))
    assert Shape(by_commonmark(text)).links == Shape(by_python_markdown(text)).links
    return Shape(by_python_markdown(text))


def test_both_pages_say_so(tmp_path: Path) -> None:
    """The older page names the newer one, its day and the note; the newer one the older, and the note."""
    _build(tmp_path, "supersedes: first\ncorrection: It was nine crews, not 14.")
    older, newer = _page(tmp_path, "first"), _page(tmp_path, "newer")
    assert "Superseded by Talks ended, 15 May 2031: It was nine crews, not 14." in older.text
    assert "Supersedes Talks resume: It was nine crews, not 14." in newer.text
    assert older.links[0] == "newer.md"
    assert newer.links[0] == "first.md"


def test_a_note_is_data(tmp_path: Path) -> None:
    """Whatever stands in a note is shown as it was typed, on both pages."""
    _build(tmp_path, f"supersedes: first\ncorrection: {json.dumps(HOSTILE)}")
    for slug in ("first", "newer"):
        page = _page(tmp_path, slug)
        assert HOSTILE in page.text
        assert "script" not in page.tags
        assert not [link for link in page.links if link.startswith("javascript")]


def test_the_older_page_follows(tmp_path: Path) -> None:
    """Its page changes with the note of the newer one, and is as it was when that one is gone."""
    page = tmp_path / "briefings" / "articles" / "first.md"
    _build(tmp_path, "")
    alone = page.read_bytes()
    _build(tmp_path, "supersedes: first\ncorrection: One.")
    assert b"One" in page.read_bytes()
    _build(tmp_path, "supersedes: first\ncorrection: Two.")
    assert b"Two" in page.read_bytes()
    _build(tmp_path, "")
    assert page.read_bytes() == alone
