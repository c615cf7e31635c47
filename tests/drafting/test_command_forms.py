"""``briefings draft`` takes web pages and tables too."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main

_PAGE = """<html lang="en"><head><title>Ferry talks resume</title>
<meta property="article:published_time" content="2031-05-13">
<meta property="og:site_name" content="Alder Courier">
</head><body><article><h1>Ferry talks resume</h1><p>Talks resumed in Port Alder on Monday after
14 crews had left the harbour, which they had not done for nearly three weeks.</p></article></body></html>"""
_ROWS = """url,date,title,text
https://example.org/a,2031-05-13,Ferry talks resume,Talks resumed on Monday after 14 crews had left.
https://example.org/b,2031-05-14,No text,
https://example.org/c,2031-05-15,Crews are back,All 14 crews are back in the harbour.
"""


def _draft(root: Path, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "draft", *arguments], input=given)


def test_a_web_page_becomes_a_draft(tmp_path: Path) -> None:
    """Its metadata stands in the front matter, from a file and from standard input."""
    (tmp_path / "talks.html").write_text(_PAGE, "utf-8")
    result = _draft(tmp_path, "talks.html")
    assert result.exit_code == 0, result.output
    drafted = (tmp_path / "seeds/talks.md").read_text("utf-8")
    assert "published: 2031-05-13\n" in drafted
    assert "publisher: Alder Courier\n" in drafted
    assert "[14 crews]{.figure status=draft}" in drafted
    assert "[14 crews]{.figure status=draft}" in _draft(tmp_path, "-", "--stdout", given=_PAGE).output


def test_each_row_becomes_a_draft(tmp_path: Path) -> None:
    """Rows are named by their titles; a bad one is reported at its line, and the rest go on."""
    (tmp_path / "articles.csv").write_text(_ROWS, "utf-8")
    result = _draft(tmp_path, "articles.csv")
    assert result.exit_code == 1
    assert "articles.csv:3" in result.output
    assert "[bad-row]" in result.output
    names = sorted(path.name for path in (tmp_path / "seeds").iterdir())
    assert names == ["crews-are-back.md", "ferry-talks-resume.md"]
    assert "url: https://example.org/c\n" in (tmp_path / "seeds/crews-are-back.md").read_text(
        "utf-8"
    ).replace('"', "")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Whatever its ending says."""
    for name in ("a.html", "a.csv", "a.txt"):
        result = _draft(tmp_path, name)
        assert result.exit_code == 1
        assert "expected a file, found none" in result.output
