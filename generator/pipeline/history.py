"""The seeds of an earlier revision, read out of git into memory: no file is checked out or touched."""

from __future__ import annotations

import posixpath
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from generator.problems import Problem
from generator.settings import MAX_SEED_BYTES, Project
from generator.text import Location

_SHORT: Final = 10
"""Digits of a revision that are shown."""


class Revision(Struct, frozen=True, kw_only=True):
    """The files of a project as they once were."""

    id: str
    """Short name of the commit."""

    day: str
    """Day of the commit, ``YYYY-MM-DD``."""

    texts: dict[str, str]
    """Text of each file of the seeds, by its path relative to the project; what is no text is left out."""

    names: frozenset[str]
    """Paths of all files of the project."""


class _GitError(Exception):
    """Git could not do what it was asked to."""


def read_revision(project: Project) -> tuple[Revision | None, list[Problem]]:
    """Return the files of the revision that the settings name, or the problem why that cannot be."""
    name = project.settings.since
    try:
        found = _revision(project, name)
    except _GitError as error:
        message = f"expected a revision of git to compare with, found '{name}': {error}"
        place = Location(project.settings.seeds)
        example = "briefings build --since HEAD~1"
        problem = Problem(code="unknown-revision", message=message, location=place, example=example)
        return None, [problem]
    return found, []


def _revision(project: Project, name: str) -> Revision:
    root = project.root
    if shutil.which("git") is None:
        message = "git is not installed"
        raise _GitError(message)
    if _git(root, "rev-parse", "--is-inside-work-tree").strip() != b"true":
        message = "the project is in no repository of git"
        raise _GitError(message)
    commit = _commit(root, name)
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", ".").split(b"\0")
    blobs: dict[str, str] = {}
    for line in filter(None, listed):
        head, _, path = line.partition(b"\t")
        _, kind, blob = head.decode("ascii").split(" ")
        if kind == "blob":
            blobs[path.decode("utf-8", "replace")] = blob
    seeds = posixpath.normpath(project.settings.seeds) + "/"
    wanted = {path: blob for path, blob in blobs.items() if path.startswith(seeds)}
    day = _git(root, "show", "-s", "--format=%cs", commit).decode("ascii").strip()
    texts = _texts(root, wanted)
    return Revision(id=commit[:_SHORT], day=day, texts=texts, names=frozenset(blobs))


def _commit(root: Path, name: str) -> str:
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except _GitError:
        is_shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        message = "there is no such revision"
        if is_shallow:
            message += "; this is a shallow clone: git fetch --unshallow"
        raise _GitError(message) from None
    return found.decode("ascii").strip()


def _texts(root: Path, blobs: dict[str, str]) -> dict[str, str]:
    """Return the files that are texts, read in one go."""
    names = list(dict.fromkeys(blobs.values()))
    answer = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode("ascii"))
    read: dict[str, str] = {}
    at = 0
    for name in names:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        data = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if size <= MAX_SEED_BYTES and "\0" not in text:
            read[name] = text
    return {path: read[name] for path, name in sorted(blobs.items()) if name in read}


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints; a failure with the first line that it says."""
    command: Iterable[str] = ("git", "-C", str(root), *arguments)
    try:
        done = subprocess.run(list(command), input=given, capture_output=True, check=False)  # noqa: S603  # git, no shell
    except OSError as error:
        raise _GitError(str(error.strerror or error)) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(said[0] if said else "git failed")
    return done.stdout
