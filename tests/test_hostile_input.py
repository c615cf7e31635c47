"""Strings typed as they are, with nothing escaped: each ends in a problem at its place, or works."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

import pytest

from generator.formats.w3c import ENDING
from generator.pipeline.outcome import Outcome
from tests.support.hostile import REFUSED, TRICKS, naughty_strings, quoted
from tests.support.markdown import Shape, by_commonmark, by_python_markdown
from tests.support.project import article, build, write
from tests.support.shared import needs_shared

STORIES: Final = {"seeds/stories.yml": "strike: {title: The strike}\n"}
PLAIN: Final = "Rain fell."
ADDRESSES: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "\\\\evil.example\\x",
    "https:evil.example",
    "https:///x",
    "http://",
    "https://a b/",
    "https://a\\@b/",
    'https://a/"><script>',
    "https://a/\u2028x",
    "https://[::1",
    "ftp://a/",
    "mailto:a@b",
    "/relative",
    "#anchor",
    "?query",
)


def typed_raw(text: str) -> dict[str, str]:
    """Return articles that have a text where an author may type it, with nothing escaped."""
    return {
        "body": article("A title", f"{text}\n\nIn the [rain]{{.event date=undated}} {text} fell {text}"),
        "title": article(text, PLAIN),
        "quoted": article(f'"{text}"', PLAIN),
        "block": article(f"|\n  {text}", PLAIN),
        "list": article("A title", PLAIN, more=f"topics: [{text}]"),
        "mapping": article("A title", PLAIN, more=f"actors: {{vance: {{name: {text}, role: x}}}}"),
        "attribute": article("A title", f"[Rain]{{.event date=undated title={text}}} fell."),
        "in-quotes": article("A title", f'[Rain]{{.event date=undated note="{text}"}} fell.'),
        "bottom-line": article("A title", PLAIN, more=f"bottom_line: {quoted(text)}"),
        "front": f"---\n{text}\n---\n{text}\n",
        "all": text,
    }


def placed(outcome: Outcome, root: Path) -> set[str]:
    """Return the files with errors; assert that each error stands at a place that its file has."""
    for problem in outcome.errors:
        place = problem.location
        lines = (root / place.path).read_text(encoding="utf-8").splitlines() or [""]
        assert 1 <= place.line <= len(lines) + 1, problem
        assert place.column >= 1, problem
    return {problem.location.path for problem in outcome.errors}


@needs_shared
def test_strings_as_they_are(tmp_path: Path) -> None:
    """Whatever is typed raw is refused at its place, or makes pages of the templates' elements alone."""
    files = {
        f"seeds/{name}-{number}.md": text
        for number, string in enumerate(naughty_strings())
        for name, text in typed_raw(string).items()
        if name == "body" or string in TRICKS
    }
    write(tmp_path, STORIES | files)
    wrong = placed(build(tmp_path), tmp_path)
    for path in wrong:
        (tmp_path / path).unlink()
    outcome = build(tmp_path)
    assert outcome.errors == ()
    accepted = files.keys() - wrong
    assert len(accepted) > len(files) // 3
    assert len(wrong) > len(files) // 5
    known = elements(build_plain(tmp_path / "plain"))
    assert elements(outcome) <= known


def build_plain(root: Path) -> Outcome:
    """Build articles of the same shapes with plain words."""
    root.mkdir()
    write(root, STORIES | {f"seeds/{name}.md": text for name, text in typed_raw("words").items()})
    for path in placed(build(root), root):
        (root / path).unlink()
    return build(root)


def elements(outcome: Outcome) -> set[str]:
    """Return the elements of all briefings, to both readers of Markdown; links have to be harmless."""
    found: set[str] = set()
    for path, page in outcome.pages.items():
        if not path.startswith("articles/") or not path.endswith(".md"):
            continue
        body = page.partition("\n---\n")[2]
        annotations = PurePosixPath(path).with_suffix(ENDING).name
        for read in (by_python_markdown, by_commonmark):
            shape = Shape(read(body))
            found |= set(shape.tags)
            kinds = ("#", "../", "https://example.org/")
            assert all(link.startswith(kinds) or link == annotations for link in shape.links), path
    return found


@pytest.mark.parametrize("key", ["url", "archive_url"])
def test_addresses(tmp_path: Path, key: str) -> None:
    """An address of another scheme, without a host or with what could end it is an error at its place."""
    files = {
        f"seeds/a{number}.md": article("A title", PLAIN)
        .replace("url: https://example.org/a\n", "")
        .replace("stories:", f"{key}: {quoted(address)}\nstories:")
        for number, address in enumerate(ADDRESSES)
    }
    write(tmp_path, STORIES | files)
    outcome = build(tmp_path)
    assert placed(outcome, tmp_path) == files.keys()
    assert {problem.code for problem in outcome.errors} == {"bad-value"}


@pytest.mark.parametrize("character", [chr(number) for number in range(0xA0) if REFUSED.match(chr(number))])
def test_controls_in_metadata(tmp_path: Path, character: str) -> None:
    """A control in metadata, raw or as an escape, is an error on its line; one in the text is left out."""
    if character != "\0":
        write(tmp_path, {"seeds/raw.md": article(f"A{character}title", PLAIN)})
    write(tmp_path, STORIES | {"seeds/escape.md": article(f'"A\\x{ord(character):02x}title"', PLAIN)})
    outcome = build(tmp_path)
    assert {(problem.location.path, problem.location.line) for problem in outcome.errors} == {
        (f"seeds/{name}.md", 2) for name in ("raw", "escape") if (tmp_path / f"seeds/{name}.md").is_file()
    }
