"""Compiled templates: kept for the program's own ones, and never trusted further than they fit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from generator.rendering.environment import MarkdownEnvironment


class Compiling:
    """Counts the templates that are compiled."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        compiling: Any = Environment.compile

        def counted(environment: Environment, *args: str, **options: str) -> object:
            self.count += 1
            return compiling(environment, *args, **options)

        monkeypatch.setattr(Environment, "compile", counted)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the program's templates; Python keeps compiled modules in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    templates = tmp_path / "packaged"
    (templates / "parts").mkdir(parents=True)
    (templates / "page.jinja").write_text("{% include 'parts/part.jinja' %} {{ name }}", encoding="utf-8")
    (templates / "parts" / "part.jinja").write_text("Hello", encoding="utf-8")
    return templates


def rendered(folder: Path, own: Path | None = None) -> str:
    """Return the page as an environment gives it that was made just now."""
    folders = [folder] if own is None else [own, folder]
    return MarkdownEnvironment(folders, folder).get_template("page.jinja").render(name="Ida")


def kept(folder: Path) -> list[Path]:
    """Return the files that hold compiled templates."""
    return sorted((folder.parent / "compiled").rglob("*.jinja"))


def test_templates_of_the_program_are_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start finds all of them, those in folders too."""
    compiling = Compiling(monkeypatch)
    assert rendered(folder) == "Hello Ida"
    assert compiling.count == 2
    assert rendered(folder) == "Hello Ida"
    assert compiling.count == 2
    assert len(kept(folder)) == 2


def test_a_template_that_changed_is_compiled_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is for the text that it was made of."""
    rendered(folder)
    (folder / "parts" / "part.jinja").write_text("Good day", encoding="utf-8")
    compiling = Compiling(monkeypatch)
    assert rendered(folder) == "Good day Ida"
    assert compiling.count == 1


def test_templates_of_a_project_are_never_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in somebody's folder leaves nothing that runs, and finds nothing of another's."""
    rendered(folder)
    own = tmp_path / "own"
    own.mkdir()
    (own / "page.jinja").write_text("Own {{ name }}", encoding="utf-8")
    before = kept(folder)
    compiling = Compiling(monkeypatch)
    assert [rendered(folder, own), rendered(folder, own)] == ["Own Ida", "Own Ida"]
    assert compiling.count == 2
    assert kept(folder) == before


def test_what_is_broken_is_compiled_anew(folder: Path) -> None:
    """Files that were cut off, or that something else wrote, do no harm."""
    rendered(folder)
    for file, data in zip(kept(folder), (b"", b"not ours"), strict=True):
        file.write_bytes(data)
    assert rendered(folder) == "Hello Ida"


def test_another_compiler_makes_them_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that an earlier version compiled are not those of this one."""
    rendered(folder)
    monkeypatch.setattr("generator.rendering.compiled._stamp", lambda file: f"{file} changed")
    compiling = Compiling(monkeypatch)
    rendered(folder)
    assert compiling.count == 2


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants no bytecode on the disk gets none."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder) == "Hello Ida"
    assert kept(folder) == []


def test_a_disk_that_refuses_is_no_problem(folder: Path) -> None:
    """A program that was installed by somebody else renders all the same."""
    (folder.parent / "compiled").write_text("in the way", encoding="utf-8")
    assert rendered(folder) == "Hello Ida"
