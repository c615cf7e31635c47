"""Runs every gate, says each one's name, and sums up at the end: one run shows all that is wrong."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.browser import VARIABLE, ensure_browser

ROOT: Final = Path(__file__).resolve().parents[1]
BIN: Final = Path(sys.executable).parent
SITES: Final = Path("build", "sites")
"""Where the engines build to, away from the site that ``make build`` makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One check that must pass."""

    name: str
    command: tuple[str, ...]
    """A program of the environment and its arguments."""

    prepare: Callable[[Path], Path] | None = None
    """Makes the folder to run in, given the root of the project; without it, the root itself."""


def copy_site(root: Path) -> Path:
    """Copy what a site is made of: Zensical cannot be told where to build to."""
    folder = root / SITES / "zensical"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(root / "mkdocs.yml", folder)
    for part in ("briefings", "templates"):
        shutil.copytree(root / part, folder / part)
    return folder


def workflows(root: Path) -> tuple[str, ...]:
    """Return the workflow files, relative to the root."""
    return tuple(str(path.relative_to(root)) for path in sorted((root / ".github/workflows").glob("*.yml")))


def gates(root: Path) -> tuple[Gate, ...]:
    """Return every gate, the quick ones first."""
    schema = ("check-jsonschema", "--builtin-schema")
    tests = (
        "pytest",
        "-n",
        str(os.cpu_count() or 1),
        "--dist",
        "loadfile",
        "-q",
        "--cov",
        "--cov-branch",
        "--cov-report=term",
    )
    return (
        Gate(name="ruff", command=("ruff", "check", ".")),
        Gate(name="format", command=("ruff", "format", "--check", ".")),
        Gate(name="mypy", command=("mypy",)),
        Gate(name="layers", command=("lint-imports",)),
        Gate(name="workflows", command=(*schema, "vendor.github-workflows", *workflows(root))),
        Gate(name="dependabot", command=(*schema, "vendor.dependabot", ".github/dependabot.yml")),
        Gate(name="zizmor", command=("zizmor", "--offline", "--no-progress", ".github")),
        Gate(name="briefings", command=("briefings", "build", "--check")),
        Gate(name="pytest", command=tests),
        Gate(name="mkdocs", command=("mkdocs", "build", "--strict", "-d", str(SITES / "mkdocs"))),
        Gate(
            name="properdocs",
            command=("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(SITES / "properdocs")),
        ),
        Gate(name="zensical", command=("zensical", "build", "--strict"), prepare=copy_site),
    )


def run(gate: Gate, root: Path) -> bool:
    """Run one gate, its output passed on; return whether it passed."""
    folder = gate.prepare(root) if gate.prepare else root
    program, *arguments = gate.command
    return subprocess.run([BIN / program, *arguments], check=False, cwd=folder).returncode == 0


def run_all(chosen: Sequence[Gate], root: Path) -> int:
    """Run gates in order, failing ones too; return the exit code."""
    failed: list[str] = []
    for number, gate in enumerate(chosen, start=1):
        print(f"\n=== {number}/{len(chosen)} {gate.name}: {' '.join(gate.command)}", flush=True)
        began = time.monotonic()
        try:
            passed = run(gate, root)
        except OSError as error:
            print(error, flush=True)
            passed = False
        if not passed:
            failed.append(gate.name)
        print(
            f"--- {gate.name} {'passed' if passed else 'FAILED'}, {time.monotonic() - began:.1f} s",
            flush=True,
        )
    print()
    if failed:
        print(f"{len(failed)} of {len(chosen)} gates failed: {', '.join(failed)}")
        return 1
    print(f"All {len(chosen)} gates passed")
    return 0


def main() -> int:
    """Run the gates that are named, or all."""
    known = gates(ROOT)
    names = [gate.name for gate in known]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="GATE", help=f"one of: {', '.join(names)}; all without")
    asked: list[str] = parser.parse_args().names
    unknown = [name for name in asked if name not in names]
    if unknown:
        parser.error(f"no gate is called {', '.join(unknown)}; there are: {', '.join(names)}")
    chosen = [gate for gate in known if not asked or gate.name in asked]
    if any(gate.name == "pytest" for gate in chosen):
        browser = ensure_browser()
        if browser is None:
            print(f"No Chrome, Chromium or Edge could be found or installed; name one in {VARIABLE}")
            return 1
        print(f"Browser: {browser}", flush=True)
        os.environ[VARIABLE] = str(browser)
    # pip's scripts are found without activating the environment
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    return run_all(chosen, ROOT)


if __name__ == "__main__":
    sys.exit(main())
