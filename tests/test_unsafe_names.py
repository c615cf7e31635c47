"""Names that people type become addresses of pages; none of them leads out of the folder of pages."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Final

import pytest

from generator.model.forms import MAX_ID
from generator.pipeline.build import run
from generator.pipeline.outcome import Outcome
from generator.settings import Project, Settings
from tests.support.project import article, build, write

ESCAPES: Final = (
    "..",
    "../x",
    "../../../../../../../../../../tmp/x",
    "..%2fx",
    "%2e%2e%2fx",
    "/etc/passwd",
    "//host/x",
    "\\\\host\\x",
    "..\\x",
    "C:\\x",
    "C:x",
    "file:///x",
    "x/../../y",
    "x/y",
    "./x",
    ".",
    ".x",
    "x.",
    "x..",
    "x ",
    " x",
    "x y",
    "x\ty",
    "x\u200by",
    "x\u202ey",
    "x\u00e9",
    "x#y",
    "x?y",
    "x:y",
    "x*y",
    "x|y",
    'x"y',
    "x<y",
    "~x",
    "-x",
    "$(x)",
    "{{ x }}",
    "con",
    "CON",
    "nul",
    "Aux",
    "com1",
    "LPT9",
    "index",
    "Index",
    "x" * (MAX_ID + 1),
    "x" * 500,
)
"""Names that lead elsewhere, are those of devices or index pages, or mean something to a disk or server."""

BOUNDARY_SPACE: Final = frozenset({"x ", " x"})
"""White space around a value is no part of it."""

ANCHORS: Final = frozenset({"con", "CON", "nul", "Aux", "com1", "LPT9", "index", "Index", "x ", "x}y"})
"""What names a file badly may be an anchor; of ``{.event #x}y}`` the mark ends before the y."""

TEXT: Final = "[It rained on Monday]{.event #rain}, said the harbour minister."


def quoted(name: str) -> str:
    """Return a name as a YAML scalar."""
    return json.dumps(name)


def outside(root: Path) -> set[str]:
    """Return every file of a project and of the folder around it but what a build may write."""
    found = (path.relative_to(root.parent) for path in root.parent.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if path.parts[1:2] not in {("briefings",), (".cache",)}}


def attempt(root: Path, files: dict[str, str]) -> Outcome:
    """Build a project; assert that no file is written anywhere but where pages and the cache go."""
    write(root, {"seeds/stories.yml": "strike: {title: The strike}\n"} | files)
    before = outside(root)
    outcome = build(root)
    assert outside(root) == before
    return outcome


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder deep enough that what leaves it is seen."""
    folder = tmp_path / "around" / "project"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("registry", ["actors", "measures", "stories"])
def test_ids_of_registries(root: Path, registry: str, name: str) -> None:
    """An id of a registry that could be no file's name is an error where it stands."""
    entry = "{name: Ida Vance}" if registry == "actors" else "{title: A title}"
    outcome = attempt(root, {f"seeds/{registry}.yml": f"{quoted(name)}: {entry}\n"})
    if name not in BOUNDARY_SPACE:
        assert [problem.code for problem in outcome.errors] == ["bad-id"]
        assert outcome.errors[0].location.path == f"seeds/{registry}.yml"
        assert outcome.errors[0].location.line == 1


@pytest.mark.parametrize("name", ESCAPES)
def test_ids_of_front_matter(root: Path, name: str) -> None:
    """Neither declared actors nor references of the front matter take such a name."""
    lines = [
        f"actors: {{{quoted(name)}: {{name: Ida Vance}}}}",
        f"supersedes: {quoted(name)}",
        f"key: [{quoted(name)}]",
        f"stories: [{quoted(name)}]",
        f"bottom_line: {quoted(f'Rain [fell]({name}#rain).')}",
        f"bottom_line: {quoted(f'Rain [fell](#{name}).')}",
    ]
    files = {
        f"seeds/a{number}.md": article("A title", TEXT, more=line).replace("stories: [strike]\n", "")
        for number, line in enumerate(lines)
    }
    outcome = attempt(root, files)
    wrong = {problem.location.path for problem in outcome.errors}
    assert wrong == (files.keys() - ({"seeds/a0.md"} if name in BOUNDARY_SPACE else set()))


@pytest.mark.parametrize("name", [*ESCAPES, "x}y", "x]y", "x{y"])
def test_ids_of_marks(root: Path, name: str) -> None:
    """An id of a mark that could be no anchor is an error, and so is a reference to what is not there."""
    marks = [
        f"{{.event #{name}}}",
        *(f"{{.event {key}={quoted(name)}}}" for key in ("because", "same", "by")),
    ]
    files = {
        f"seeds/a{number}.md": article("A title", f"[Rain on Monday]{braces} fell.")
        for number, braces in enumerate(marks)
    }
    outcome = attempt(root, files)
    wrong = {problem.location.path for problem in outcome.errors}
    assert wrong >= files.keys() - {"seeds/a0.md"}
    assert ("seeds/a0.md" in wrong) != (name in ANCHORS)


@pytest.mark.parametrize(
    "name",
    [name for name in ESCAPES if "/" not in name and name not in {"..", "."} and len(name) < 200],
)
def test_slugs(root: Path, name: str) -> None:
    """A file whose name could be no address is an error that says so, or is passed over if hidden."""
    outcome = attempt(root, {f"seeds/{name}.md": article("A title", TEXT)})
    if name.startswith("."):
        assert outcome.articles == 0
    else:
        assert [problem.code for problem in outcome.errors] == ["unsafe-slug"]


@pytest.mark.skipif(sys.platform == "darwin", reason="this system has no such names")
def test_folders_that_are_no_text(root: Path) -> None:
    """A folder whose name is no UTF-8 is an error of what stands in it, and the rest is read."""
    outcome = attempt(
        root, {"seeds/b\udcff/ferry.md": article("A title", TEXT), "seeds/deep/ship.md": article("B", TEXT)}
    )
    assert [problem.code for problem in outcome.errors] == ["unsafe-slug"]
    assert outcome.articles == 1


def test_slugs_alike(root: Path) -> None:
    """Two articles whose names differ by capital letters alone, in any folder and form, are an error."""
    text = article("A title", TEXT)
    outcome = attempt(root, {"seeds/ferry.md": text, "seeds/deep/Ferry.md": text})
    assert [problem.code for problem in outcome.errors] == ["duplicate-slug"]


def test_actors_alike_across_files(root: Path) -> None:
    """Actors of two files whose ids differ by capital letters alone are an error: disks may mix them up."""
    files = {
        "seeds/actors.yml": "vance: {name: Ida Vance}\n",
        "seeds/one.md": article(
            "One", TEXT, more="actors: {Vance: {name: Ina Vance}, orme: {name: Ann Orme}}"
        ),
        "seeds/two.md": article("Two", TEXT, more="actors: {ORME: {name: Ada Orme}}"),
    }
    outcome = attempt(root, files)
    found = [(problem.code, problem.location.path, problem.related[0].path) for problem in outcome.errors]
    assert found == [
        ("bad-id", "seeds/one.md", "seeds/actors.yml"),
        ("bad-id", "seeds/two.md", "seeds/one.md"),
    ]
    assert not (root / "briefings").exists()


def test_pages_differ_by_more_than_capitals(root: Path) -> None:
    """All pages of a project keep apart on a disk that takes capital and small letters for the same."""
    ids = ("a", "b1", "page-2", "other", "Other-2", "articles", "s0")
    files = {
        "seeds/actors.yml": "".join(f"{name}: {{name: Person {name.upper()}}}\n" for name in ids),
        "seeds/stories.yml": "".join(f"{name}: {{title: Story {name}}}\n" for name in ids),
        **{
            f"seeds/{name}.md": article(
                f"Title {name}", f"[Rain fell]{{.event date=undated}}, Person {name.upper()} said."
            ).replace("[strike]", f"[{name}]")
            for name in ids
        },
    }
    outcome = attempt(root, files)
    assert outcome.errors == ()
    names = [path.casefold() for path in outcome.written]
    assert len(names) > 15
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("journal", [".manifest.json", ".journal.json"])
def test_a_manifest_names_nothing_outside(root: Path, journal: str) -> None:
    """A manifest that claims files outside of the folder of pages removes and overwrites none of them."""
    victim = root.parent / "victim.txt"
    victim.write_text("kept", encoding="utf-8")
    digest = hashlib.sha256(b"kept").hexdigest()
    claimed = ["../../victim.txt", str(victim), "x/../../../victim.txt", "..\\..\\victim.txt"]
    lines = [
        f"{json.dumps(name)}: {json.dumps(digest if 'man' in journal else [digest])}" for name in claimed
    ]
    manifest = "{\n" + ",\n".join(lines) + "\n}\n"
    attempt(root, {"seeds/ferry.md": article("A title", TEXT), f"briefings/{journal}": manifest})
    assert victim.read_text(encoding="utf-8") == "kept"


def test_links_inside_the_folder_are_not_followed(root: Path) -> None:
    """A symbolic link in the folder of pages takes no page elsewhere."""
    write(root, {"seeds/ferry.md": article("A title", TEXT), "seeds/stories.yml": "strike: {title: S}\n"})
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (root / "briefings").mkdir()
    (root / "briefings" / "articles").symlink_to(elsewhere, target_is_directory=True)
    outcome = run(Project(root, Settings()))
    assert "articles/ferry.md" in outcome.foreign
    assert list(elsewhere.iterdir()) == []
