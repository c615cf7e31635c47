"""The environment is made again exactly when something that decides its contents has changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.set_up import ROOT, fingerprint, is_installed, stamp, works

_PYPROJECT = '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "x"\ndependencies = ["click"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project that asks for one package."""
    (tmp_path / "pyproject.toml").write_text(_PYPROJECT, encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("click==8.1.7\n", encoding="utf-8")
    return tmp_path


def _install(project: Path, *, dev: bool) -> Path:
    venv = project / ".venv"
    venv.mkdir(exist_ok=True)
    stamp(venv, dev=dev).write_text(fingerprint(project, dev=dev), encoding="utf-8")
    return venv


def test_an_unchanged_project_needs_nothing(project: Path) -> None:
    """What was installed counts until something changes."""
    venv = _install(project, dev=False)
    assert is_installed(project, venv, dev=False)


def test_an_empty_environment_is_not_installed(project: Path) -> None:
    """Without a stamp nothing counts as installed."""
    assert not is_installed(project, project / ".venv", dev=False)


def test_development_includes_running(project: Path) -> None:
    """The environment for tests serves for running too, not the other way round."""
    venv = _install(project, dev=True)
    assert is_installed(project, venv, dev=False)
    stamp(venv, dev=True).unlink()
    _install(project, dev=False)
    assert not is_installed(project, venv, dev=True)


@pytest.mark.parametrize(
    ("name", "addition", "again"),
    [
        ("constraints.txt", "jinja2==3.1.6\n", True),
        ("pyproject.toml", 'scripts = {y = "z:main"}\n', True),
        ("pyproject.toml", "[tool.ruff]\nline-length = 80\n", False),
    ],
    ids=["pins", "project", "lint settings"],
)
def test_what_decides_an_installation(project: Path, name: str, addition: str, *, again: bool) -> None:
    """Pins and the project's table decide; the settings of tools do not."""
    venv = _install(project, dev=False)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write(addition)
    assert is_installed(project, venv, dev=False) is not again


def test_a_vanished_interpreter_does_not_work(tmp_path: Path) -> None:
    """A link to an interpreter that was removed is noticed, not run into."""
    (tmp_path / "python").symlink_to(tmp_path / "gone")
    assert not works(tmp_path / "python")


def test_make_alone_explains_each_target() -> None:
    """Each target for people has a line of help."""
    done = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True)
    for target in ("serve", "test", "build", "bench", "format", "clean"):
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(f"  make {target} ")]
        assert len(line.split(maxsplit=2)[2]) > 10
