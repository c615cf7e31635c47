"""What is shipped: a wheel that works in any folder, and pins for everything it is developed with."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _canonical(requirement: str) -> str:
    """Return the name of a requirement as package indexes compare it."""
    found = _NAME.match(requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def _constraints() -> dict[str, str]:
    """Return the pinned version of every package, by its compared name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {_canonical(name): version for name, version in pins}


def _declared() -> list[str]:
    project = _pyproject()["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the backend at hand, from nothing but the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.mark.parametrize("requirement", _declared())
def test_every_dependency_is_pinned(requirement: str) -> None:
    """Each dependency of pyproject.toml has a version in constraints.txt."""
    assert _canonical(requirement) in _constraints()


@pytest.mark.parametrize("requirement", _declared())
def test_every_dependency_is_decided_on(requirement: str) -> None:
    """Each dependency of pyproject.toml has its reason, licence and keeper on the page of decisions."""
    page = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")]
    named = {_canonical(name.strip()) for row in rows for name in row.split(",") if name.strip()}
    assert _canonical(requirement) in named


def test_build_backend_is_pinned() -> None:
    """What builds the package is pinned as well, with what it needs for an editable install."""
    assert {"hatchling", "editables"} <= _constraints().keys()


def test_constraints_name_no_index() -> None:
    """The pins hold on every index: no address, option or path stands among them."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not re.search(r"^\s*-|://|@", text, re.MULTILINE)


def test_constraints_are_sorted() -> None:
    """The pins are in alphabetical order, so that a change shows as one line."""
    names = list(_constraints())
    assert names == sorted(names)


def test_wheel_ships_every_template(wheel: Path) -> None:
    """Each file of templates/ is in the wheel, byte for byte."""
    folder = ROOT / "templates"
    expected = {
        f"generator/_templates/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("generator/_templates/")}
        assert names == expected.keys()
        assert all(archive.read(name) == content for name, content in expected.items())


def test_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    """Neither tests nor demo content travel with the program; the marker of its types and the licence do."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    folders = {name.split("/")[0] for name in names}
    assert folders == {"generator", "mkdocs_briefings-0.1.0.dist-info"}
    assert "generator/py.typed" in names
    assert "mkdocs_briefings-0.1.0.dist-info/licenses/LICENSE" in names


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own that borrows our dependencies; return its folder."""
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps"]
    subprocess.run([*install, "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    # a .pth inside a folder that a .pth adds is not read, so the checkout itself stays out of reach
    (site_packages,) = folder.glob("lib/python3.*/site-packages")
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_wheel_works_in_another_folder(installed: Path, tmp_path: Path) -> None:
    """The installed program makes a project in an empty folder and builds it with the packaged templates."""
    _run(installed, tmp_path, "briefings", "new", "project")
    project = tmp_path / "project"
    _run(installed, project, "briefings", "build")
    assert (project / "briefings" / "index.md").is_file()
    assert list((project / "briefings" / "articles").glob("*.md"))


def test_a_template_of_the_project_replaces_the_packaged_one(installed: Path, tmp_path: Path) -> None:
    """One file in the project's templates/ changes its page; the others still come from the package."""
    _run(installed, tmp_path, "briefings", "new", "project")
    project = tmp_path / "project"
    own = project / "templates" / "home.md.jinja"
    own.parent.mkdir(exist_ok=True)
    own.write_text("# A home of our own\n", encoding="utf-8")
    _run(installed, project, "briefings", "build")
    assert (project / "briefings" / "index.md").read_text(encoding="utf-8") == "# A home of our own\n"
    assert "A home of our own" not in (project / "briefings" / "timeline.md").read_text(encoding="utf-8")


def _run(environment: Path, folder: Path, program: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(environment / "bin" / program), *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
