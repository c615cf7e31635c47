"""Makes ``.venv-score``: the libraries that drafts are scored beside, away from what the product needs.

Each is installed by itself, so that one that an index does not have leaves the others standing; the scorer
then reports it as not installed. Runs on the standard library alone, as ``tools.set_up`` does.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tools.set_up import ROOT, say, works

VENV: Final = ROOT / ".venv-score"
PYTHON: Final = VENV / "bin" / "python"
CONSTRAINTS: Final = Path("benchmarks", "score", "constraints.txt")
MODEL: Final = Path("benchmarks", "score", "model.txt")
LIBRARIES: Final = ("quantulum3", "recognizers-text-suite", "dateparser", "spacy", "textacy")
_NOT_FOR_DRAFTS: Final = ("mkdocs", "mkdocs-material")
"""What the engines need; half of the product's packages."""


def fingerprint(root: Path) -> str:
    """Return a hash of all that decides what stands in the environment."""
    decisive = [str(root), *product(root), *LIBRARIES]
    decisive += [(root / path).read_text(encoding="utf-8") for path in (CONSTRAINTS, MODEL)]
    return hashlib.sha256("\n".join(decisive).encode()).hexdigest()


def product(root: Path) -> list[str]:
    """Return the product's own dependencies that drafting may load."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dependencies: list[str] = project["dependencies"]
    return [each for each in dependencies if not each.startswith(_NOT_FOR_DRAFTS)]


def steps(root: Path) -> list[tuple[str, ...]]:
    """Return the arguments of each call of pip, in order."""
    pinned = ("--constraint", str(CONSTRAINTS))
    return [
        (*pinned, *product(root)),
        *((*pinned, library) for library in LIBRARIES),
        ("--require-hashes", "--no-deps", "--requirement", str(MODEL)),
    ]


def _install(arguments: Sequence[str]) -> bool:
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


def main() -> int:
    """Bring the environment up to date; fail only where the product itself cannot run in it."""
    stamp = VENV / "installed"
    wanted = fingerprint(ROOT)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and works(PYTHON):
        return 0
    say("Creating .venv-score for the libraries to score beside; the first time takes some minutes")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    product_step, *others = steps(ROOT)
    if not _install(product_step):
        say("pip could not install what drafting itself needs; see its last lines")
        return 1
    missing = [arguments[-1] for arguments in others if not _install(arguments)]
    if missing:
        say(f"Not installed: {', '.join(missing)}")
    else:
        stamp.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    # an interpreter that is set for another project must not change what is installed here
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("PYTHONPATH", None)
    sys.exit(main())
