"""Makes ``.venv`` and installs the pinned packages; a second run finds nothing to do and says nothing.

Runs on any Python 3.11 with its standard library alone, since nothing is installed yet. What was installed is
remembered as a hash of what decides it, not as a time: a checkout changes times without changing contents.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
VENV: Final = ROOT / ".venv"
PYTHON: Final = VENV / "bin" / "python"


def fingerprint(root: Path, *, dev: bool) -> str:
    """Return a hash of all that decides what stands in the environment.

    The path is part of it: scripts of an environment that was moved call an interpreter that is not there.
    """
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    decisive = [
        pyproject["project"],
        pyproject["build-system"],
        (root / "constraints.txt").read_text(encoding="utf-8"),
        str(root),
        dev,
    ]
    return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()


def stamp(venv: Path, *, dev: bool) -> Path:
    """Return the file that holds the fingerprint of what was installed."""
    return venv / ("installed-dev" if dev else "installed")


def is_installed(root: Path, venv: Path, *, dev: bool) -> bool:
    """Return whether the environment holds what the project asks for; development includes the rest."""
    return any(
        path.is_file() and path.read_text(encoding="utf-8") == fingerprint(root, dev=wide)
        for wide in {dev, True}
        for path in [stamp(venv, dev=wide)]
    )


def works(python: Path) -> bool:
    """Return whether an interpreter starts, is new enough and has pip."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", probe], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def install(*, dev: bool) -> None:
    """Install the pinned packages and the project itself, in place."""
    what = "packages for running and testing" if dev else "packages"
    say(f"Installing the {what} that constraints.txt pins; the first time takes a minute or two")
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--constraint",
        "constraints.txt",
    ]
    # the build backend first: pip would fetch a copy of its own that no constraint pins
    subprocess.run([*pip, "--quiet", "hatchling", "editables"], check=True, cwd=ROOT)
    project = ".[dev]" if dev else "."
    subprocess.run([*pip, "--no-build-isolation", "--editable", project], check=True, cwd=ROOT)


def say(line: str) -> None:
    """Print a line at once, before what a child process prints."""
    print(line, flush=True)


def main() -> int:
    """Bring the environment up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what tests and lints need")
    dev: bool = parser.parse_args().dev
    if not works(PYTHON):
        version = ".".join(map(str, sys.version_info[:3]))
        say(f"Creating .venv with Python {version}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    elif is_installed(ROOT, VENV, dev=dev):
        return 0
    began = time.monotonic()
    try:
        install(dev=dev)
    except subprocess.CalledProcessError as error:
        say(f"pip could not install the packages (exit code {error.returncode}); see its last lines")
        return 1
    stamp(VENV, dev=dev).write_text(fingerprint(ROOT, dev=dev), encoding="utf-8")
    say(f"Environment ready in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    # an interpreter that is set for another project must not change what is installed here
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("PYTHONPATH", None)
    sys.exit(main())
