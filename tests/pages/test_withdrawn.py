"""What was withdrawn leaves a tombstone where its links led, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from generator.cli import main
from generator.problems import Severity
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.project import FIRST, REGISTRIES, article, build, write

HOSTILE: Final = "Not <script>x</script> but [9](javascript:x), {{ crews }} and **more**"
LATER: Final = article("Fewer crews", "[12 crews]{.figure #crews measure=crews-out} are out.", day=15)
HELD: Final = "thrummel"


def _built(root: Path, *entries: dict[str, str], **files: str) -> None:
    listed = {"seeds/withdrawn.yml": json.dumps(entries)}
    articles = {f"seeds/{slug}.md": text for slug, text in files.items()}
    write(root, {**REGISTRIES, "seeds/first.md": FIRST, **listed, **articles})
    assert [each for each in build(root).problems if each.severity is Severity.ERROR] == []


def _gone(fact: str, reason: str = "It was counted twice.", **more: str) -> dict[str, str]:
    return {"fact": fact, "on": "2031-05-20", "reason": reason, **more}


def _page(root: Path, slug: str) -> Shape:
    text = body((root / "briefings" / "articles" / f"{slug}.md").read_text("utf-8"))
    assert Shape(by_commonmark(text)).links == Shape(by_python_markdown(text)).links
    return Shape(by_python_markdown(text))


def test_a_fact_leaves_a_tombstone(tmp_path: Path) -> None:
    """Both of its anchors stay, with the day, the reason, and a link to what replaces it."""
    _built(tmp_path, _gone("first#boats", replaced_by="later#crews"), later=LATER)
    page = _page(tmp_path, "first")
    assert {"fact-boats", "span-boats"} <= set(page.ids)
    assert "Fact withdrawn on 20 May 2031: It was counted twice. Replaced by 12 crews." in page.text
    assert "later.md#fact-crews" in page.links
    assert "fact-boats" not in _page(tmp_path, "later").ids


def test_an_article_leaves_a_page(tmp_path: Path) -> None:
    """Its address says when and why, with the anchors of its withdrawn facts; no other page knows of it."""
    _built(tmp_path, _gone("rumour", replaced_by="first"), _gone("rumour#boats", "Nobody had seen them."))
    page = _page(tmp_path, "rumour")
    assert "Withdrawn on 20 May 2031: It was counted twice. Replaced by Talks resume." in page.text
    assert "Nobody had seen them." in page.text
    assert {"fact-boats", "span-boats"} <= set(page.ids)
    others = [each for each in (tmp_path / "briefings").rglob("*.md") if each.stem != "rumour"]
    assert not [each for each in others if "rumour" in each.read_text("utf-8")]


def test_a_reason_is_data(tmp_path: Path) -> None:
    """Whatever stands in a reason is shown as it was typed."""
    _built(tmp_path, _gone("first#boats", HOSTILE), _gone("rumour", HOSTILE))
    for slug in ("first", "rumour"):
        page = _page(tmp_path, slug)
        assert HOSTILE in page.text
        assert "script" not in page.tags


def test_pages_follow(tmp_path: Path) -> None:
    """A tombstone goes with its entry, and names what replaces it as that is called now."""
    _built(tmp_path, _gone("rumour", replaced_by="later"), later=LATER)
    assert "Fewer crews" in _page(tmp_path, "rumour").text
    _built(
        tmp_path, _gone("rumour", replaced_by="later"), later=LATER.replace("Fewer crews", "No crew at all")
    )
    assert "No crew at all" in _page(tmp_path, "rumour").text
    _built(tmp_path, later=LATER)
    assert not (tmp_path / "briefings" / "articles" / "rumour.md").exists()


def test_what_is_held_back_stays_secret(tmp_path: Path) -> None:
    """Nothing is said of what was withdrawn of an article under embargo, nor that it replaces anything."""
    more = "checked_by: A. Reader"
    held = article(f"All about the {HELD}", "[12 crews]{.figure #crews measure=crews-out}.", more=more)
    entries = [_gone("first#boats", replaced_by=f"{HELD}#crews"), _gone(f"{HELD}#nets", f"A {HELD}.")]
    files = {
        "seeds/first.md": FIRST.replace("---\nIda", f"{more}\n---\nIda"),
        "seeds/withdrawn.yml": json.dumps(entries),
        f"seeds/{HELD}.md": held.replace("full}", "full, embargoed_until: 2031-06-01}"),
    }
    write(tmp_path, {**REGISTRIES, **files})
    for audience in ("working", "public"):
        made = CliRunner().invoke(main, ["-C", str(tmp_path), "build", "--audience", audience])
        assert made.exit_code == 0, made.output
        assert "It was counted twice." in _page(tmp_path, "first").text
        pages = [each for each in (tmp_path / "briefings").rglob("*") if each.is_file()]
        assert not [each for each in pages if HELD.encode() in each.read_bytes() or HELD in each.name]
    made = CliRunner().invoke(main, ["-C", str(tmp_path), "build", "--today", "2031-06-01"])
    assert made.exit_code == 0, made.output
    assert f"{HELD}.md#fact-crews" in _page(tmp_path, "first").links
    assert f"A {HELD}." in _page(tmp_path, HELD).text
