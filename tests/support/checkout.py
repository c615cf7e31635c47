"""The repository's own site in a copy, and the programs that build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from generator.pipeline.build import run
from generator.settings import Project, Settings

REPOSITORY: Final = Path(__file__).resolve().parents[2]
PARTS: Final = ("mkdocs.yml", "seeds", "templates", "briefings")
"""What the repository's site is made of."""


def copy_repository(target: Path) -> Path:
    """Copy the repository's site, its pages brought up to date, so that a test has one of its own."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        elif source.is_file():
            shutil.copy2(source, target / part)
    outcome = run(Project(target, Settings()))
    assert not outcome.errors, outcome.errors
    return target


def tool(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a Python program of the environment in a folder; one that fails, fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done
