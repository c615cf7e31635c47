"""Articles written in another form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.project import FILES, article, build, write

QUOTED = "seeds/first.md"
SEEDS = ("first.md", "second.md", "third.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project that was never built."""
    write(tmp_path, FILES)
    return tmp_path


def convert(root: Path, *arguments: str) -> Result:
    """Run the command in a project."""
    return CliRunner().invoke(main, ["-C", str(root), "convert", *arguments])


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a project."""
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in root.rglob("*")
        if file.is_file() and ".cache" not in file.parts
    }


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize(("form", "output"), [("standoff", "out/a.yml"), ("w3c", "out/a.jsonld")])
def test_there_and_back(root: Path, name: str, form: str, output: str) -> None:
    """A file that says each thing in one way is the same file again, by way of each other form."""
    path = f"seeds/{name}"
    assert convert(root, path, "--to", form, "--output", output).exit_code == 0
    back = convert(root, output, "--to", "inline", "--stdout")
    assert back.exit_code == 0
    assert back.stdout == (root / path).read_text("utf-8")


def test_the_site_stays_the_same(root: Path) -> None:
    """Pages made of standoff files are those made of inline ones, byte for byte."""
    assert build(root).errors == ()
    before = contents(root / "briefings")
    for name in SEEDS:
        assert convert(root, f"seeds/{name}", "--to", "standoff").exit_code == 0
        (root / "seeds" / name).unlink()
    assert build(root).errors == ()
    assert contents(root / "briefings") == before


def test_without_the_text_the_site_still_builds(root: Path) -> None:
    """Facts stay; no words of the article are left in the project but for those of ids and values."""
    for name in SEEDS:
        assert convert(root, f"seeds/{name}", "--to", "standoff", "--no-text").exit_code == 0
        (root / "seeds" / name).unlink()
    assert build(root).errors == ()
    assert "We lack" not in "".join(text.decode() for text in contents(root / "seeds").values())
    page = (root / "briefings" / "articles" / "first.md").read_text("utf-8")
    assert "14" in page
    assert "We lack" not in page


def test_annotations_carry_what_was_read(root: Path) -> None:
    """Numbers, dates and speakers stand in the bodies in terms of schema.org, under a name space of ours."""
    result = convert(root, QUOTED, "--to", "w3c", "--stdout")
    assert result.exit_code == 0
    collection = json.loads(result.stdout)
    bodies = {each["id"]: each["body"] for each in collection["first"]["items"]}
    assert bodies["#fact-crews"]["schema:value"] == "14"
    assert bodies["#fact-crews"]["schema:unitText"] == "crews"
    assert bodies["#fact-met"]["schema:temporalCoverage"] == "2031-05-12"
    assert bodies["#annotation-2"]["schema:creator"] == {"briefings:actor": "vance"}
    assert collection["@context"][1]["briefings"].startswith("urn:uuid:")


def test_annotations_without_words(root: Path) -> None:
    """With --no-text they have positions alone, and give the same facts when they come back."""
    assert convert(root, QUOTED, "--to", "w3c", "--no-text", "--output", "out/first.jsonld").exit_code == 0
    raw = (root / "out" / "first.jsonld").read_text("utf-8")
    assert "TextQuoteSelector" not in raw
    assert "We lack" not in raw
    (root / QUOTED).unlink()
    assert convert(root, "out/first.jsonld", "--to", "standoff", "--output", "seeds/first.yml").exit_code == 0
    assert build(root).errors == ()
    assert "14" in (root / "briefings" / "articles" / "first.md").read_text("utf-8")


def test_annotations_of_others_are_found_in_a_text(root: Path) -> None:
    """With --text they become a standoff article; the text stays where it is."""
    selector = {"type": "TextQuoteSelector", "exact": "14 crews"}
    tagged = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "figure", "purpose": "tagging"},
        "target": {"source": "http://example.org/a", "selector": selector},
    }
    write(root, {"in/a.json": json.dumps([tagged]), "in/a.txt": "Some 14 crews are out.\n"})
    result = convert(root, "in/a.json", "--to", "standoff", "--text", "in/a.txt", "--output", "seeds/a.yml")
    assert result.exit_code == 0
    assert not (root / "seeds" / "a.txt").exists()
    written = (root / "seeds" / "a.yml").read_text("utf-8")
    assert 'text: "../in/a.txt"' in written or "text: ../in/a.txt" in written
    assert "exact: 14 crews" in written


def test_the_source_is_never_touched(root: Path) -> None:
    """Not even with --force, under whatever name it is given."""
    before = contents(root)
    for output in (QUOTED, "seeds/../seeds/first.md", str(root / QUOTED)):
        for force in ((), ("--force",)):
            result = convert(root, QUOTED, "--to", "inline", "--output", output, *force)
            assert result.exit_code == 2
            assert "stays as it is" in result.output
    assert convert(root, QUOTED, "--to", "standoff", "--text", QUOTED).exit_code == 2
    assert contents(root) == before


def test_nothing_is_overwritten_unless_told(root: Path) -> None:
    """A file that stands there stays, and so does the other file that belongs to it."""
    write(root, {"seeds/first.txt": "A person's notes.\n"})
    before = contents(root)
    result = convert(root, QUOTED, "--to", "standoff")
    assert result.exit_code == 2
    assert "seeds/first.txt is there already" in result.output
    assert contents(root) == before
    assert convert(root, QUOTED, "--to", "standoff", "--force").exit_code == 0
    assert (root / "seeds" / "first.txt").read_text("utf-8").startswith("Ida Vance")
    assert convert(root, QUOTED, "--to", "standoff").exit_code == 0


def test_a_text_of_its_own_stays_where_it_is(root: Path) -> None:
    """A standoff article goes on pointing at its text, from wherever it is written to."""
    assert (
        convert(root, QUOTED, "--to", "standoff", "--output", "a/b.yml", "--text", "t/c.txt").exit_code == 0
    )
    assert convert(root, "a/b.yml", "--to", "standoff", "--output", "d/e/f.yml").exit_code == 0
    assert "text: ../t/c.txt" in (root / "a" / "b.yml").read_text("utf-8").replace('"', "")
    assert "text: ../../t/c.txt" in (root / "d" / "e" / "f.yml").read_text("utf-8").replace('"', "")
    assert not (root / "d" / "e" / "f.txt").exists()


def test_what_cannot_be_said_is_listed_and_nothing_written(root: Path) -> None:
    """Each mark that has no inline form is a problem at its place."""
    assert convert(root, QUOTED, "--to", "standoff", "--output", "out/a.yml").exit_code == 0
    file = root / "out" / "a.yml"
    raw = file.read_text("utf-8")
    file.write_text(
        raw + "  - {kind: event, start: 20, end: 36}\n"
        "  - {kind: event, spans: [{start: 0, end: 3}, {start: 10, end: 12}]}\n"
        '  - {kind: event, start: 14, end: 19, note: "two\\nlines", "a b": c}\n',
        "utf-8",
    )
    before = contents(root)
    result = convert(root, "out/a.yml", "--to", "inline")
    assert result.exit_code == 1
    line = raw.count("\n") + 1
    for number, words in ((line + 1, "several stretches"), (line + 2, "several lines")):
        assert any(
            said.startswith(f"out/a.yml:{number}:") and words in said for said in result.output.splitlines()
        )
    assert "'a b' is no key" in result.output
    assert "overlaps the one at 20–36, and brackets cannot cross" in result.output
    assert contents(root) == before


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({}, ("seeds/gone.md", "--to", "standoff"), "unreadable-file"),
        ({"seeds/a.md": "no front matter"}, ("seeds/a.md", "--to", "standoff"), "broken-front-matter"),
        ({"seeds/a.md": article("A", "[b]{.figur")}, ("seeds/a.md", "--to", "standoff"), "broken-mark"),
        (
            {"seeds/a.md": article("A", "[b]{.figure}")},
            ("seeds/a.md", "--to", "standoff", "--no-text"),
            "missing-value",
        ),
        ({"seeds/a.yml": "title: A\n"}, ("seeds/a.yml", "--to", "inline"), "not-convertible"),
        ({"a.json": "{"}, ("a.json", "--to", "standoff"), "broken-json"),
        ({"a.jsonld": "{}"}, ("a.jsonld", "--to", "standoff"), "bad-annotation"),
        ({"seeds/a.yml": "title: A\n"}, ("seeds/a.yml", "--to", "standoff", "--no-text"), "not-convertible"),
    ],
)
def test_what_is_wrong_is_not_converted(
    root: Path, files: dict[str, str], arguments: tuple[str, ...], code: str
) -> None:
    """A file that cannot be read whole, or verified, gives problems and no file."""
    write(root, files)
    before = contents(root)
    result = convert(root, *arguments)
    assert result.exit_code == 1
    assert f"[{code}]" in result.output
    assert contents(root) == before


def test_wrong_usage_is_told(root: Path) -> None:
    """An inline article without its text is not to be had."""
    result = convert(root, QUOTED, "--to", "inline", "--no-text")
    assert result.exit_code == 2
    assert "holds its text" in result.output
