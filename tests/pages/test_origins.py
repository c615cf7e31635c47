"""Origins on pages: by origin, beside each source, and with each fact that several articles tell."""

from __future__ import annotations

from pathlib import Path

from tests.support.project import FILES, article, build, write

_AGAIN = article(
    "Talks, too",
    '[Talks resumed on Monday]{.event same="first#met"}, the Ferry Union said.',
    more="agency: Coastal Press",
).replace("publisher: Alder Courier", "publisher: Harbour Gazette")
_FIRST = FILES["seeds/first.md"].replace("rights:", "agency: Coastal Press\nrights:")


def _pages(root: Path, files: dict[str, str]) -> dict[str, str]:
    write(root, {**FILES, **files})
    outcome = build(root)
    assert outcome.errors == ()
    return {
        path.relative_to(root / "briefings").as_posix(): path.read_text("utf-8")
        for path in sorted((root / "briefings").rglob("*.md"))
    }


def test_facts_say_on_how_many_origins_they_rest(tmp_path: Path) -> None:
    """Two outlets that name one agency are two articles and one origin, wherever their fact stands."""
    pages = _pages(tmp_path, {"seeds/first.md": _FIRST, "seeds/again.md": _AGAIN})
    said = "[2 articles, 1 origin: Coastal Press](../origins.md)"
    assert said in pages["articles/first.md"]
    assert said in pages["articles/again.md"]
    assert said.replace("../", "") in pages["timeline.md"]
    assert said not in pages["articles/second.md"]


def test_origins_are_listed_with_their_reasons(tmp_path: Path) -> None:
    """The page on origins and the page on sources say why; what comes from its publisher alone is no row."""
    pages = _pages(tmp_path, {"seeds/first.md": _FIRST, "seeds/again.md": _AGAIN})
    assert "names Coastal Press as its agency" in pages["origins.md"]
    assert "origin: Coastal Press (names Coastal Press as its agency)" in pages["sources.md"]
    assert "A quiet day" not in pages["origins.md"]


def test_without_shared_origins_the_page_says_so(tmp_path: Path) -> None:
    """A page that is empty says what that means."""
    assert "None here" in _pages(tmp_path, {})["origins.md"]


def test_a_new_article_changes_the_origin_of_an_old_one(tmp_path: Path) -> None:
    """Pages of an article that nobody touched follow when a copy with a credit is added, and when it goes."""
    text = " ".join(f"Boat {number} lay in the port." for number in range(30))
    one = article("A report", f"[The boats lay still on Monday]{{.event}}. {text}")
    copy = one.replace("publisher: Alder Courier", "publisher: Isle Post\nagency: Coastal Press")
    before = _pages(tmp_path, {"seeds/one.md": one})
    after = _pages(tmp_path, {"seeds/copy.md": copy.replace("A report", "A copy")})
    assert "origin: Coastal Press (about 1" in after["sources.md"]
    assert "[A copy](articles/copy.md)" in after["sources.md"]
    (tmp_path / "seeds/copy.md").unlink()
    assert _pages(tmp_path, {})["sources.md"] == before["sources.md"]
