"""Whether all stands as the last run left it, told by names, sizes and times alone.

A run that ends well notes what all files that it could have read looked like before it read any of them, and
what it wrote is noted as pages. Where the next run finds the same there is nothing to do, and no article, no
template and no library has to be loaded to know it. Whatever is in doubt is looked at closer.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.settings import Project
from generator.store.cache import Cache
from generator.store.files import Folder, Signature
from generator.store.fingerprint import fingerprint
from generator.store.manifest import MANIFEST, has_journal

_NOTE: Final = "standing"

SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a file that changes again is sure to show another time, on any file system."""


class Glance(Struct, frozen=True):
    """What the files in some folders looked like."""

    folders: tuple[str, ...]
    look: str
    """Hash over names, sizes and times."""

    is_sure: bool
    """Whether a file that changed since is sure to look different."""


class Standing(Struct, frozen=True, kw_only=True):
    """What the last run said, where all stands as it left it."""

    articles: int
    pages: tuple[str, ...]
    """Paths below the output folder, sorted."""

    problems: bytes
    """Packed, with the notes on what is held back; empty where there were none."""


def glance(folders: Sequence[str]) -> Glance:
    """Look at all files in some folders, hidden ones too; a folder that is not there is empty."""
    latest = 0
    is_sure = True
    lines: list[str] = []
    for folder in folders:
        for path, found in _files(folder):
            if found is None:
                is_sure = False
                lines.append(f"{path}\0")
            else:
                lines.append(f"{path}\0{found.st_size}\0{found.st_mtime_ns}")
                latest = max(latest, found.st_mtime_ns)
    is_sure = is_sure and time.time_ns() - latest > SETTLED
    return Glance(tuple(folders), fingerprint([*folders, "", *sorted(lines)]), is_sure)


def _files(folder: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Yield the files below a folder; nothing is known of what stands behind a link to another folder."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        yield folder, None
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            else:
                yield entry.path, None if entry.is_dir() else entry.stat()
        except OSError:
            yield entry.path, None


def note(cache: Cache, project: Project, before: Glance, articles: int, problems: bytes) -> None:
    """Remember that all stands as it should, for the next run; ``before`` is from before anything was read.

    Nothing is remembered where a change might not be seen.
    """
    texts = cache.inputs()
    manifest = _manifest(project)
    is_sure = before.is_sure and manifest and all(each.mtime_ns or each.size < 0 for each in texts.values())
    said = {
        "today": project.settings.today,
        "folders": before.folders,
        "look": before.look,
        "texts": {path: (each.size, each.mtime_ns) for path, each in sorted(texts.items())},
        "manifest": manifest,
        "articles": articles,
        "problems": problems.hex(),
    }
    cache.set_meta(_NOTE, json.dumps(said) if is_sure else "")


def standing(project: Project, cache: Cache, now: Glance | None = None) -> Standing | None:
    """Return what the last run said, where it would be said again; None where that has to be found out.

    ``now`` is what the folders that are ``noted`` look like; they are looked at where it is not given.
    """
    if project.settings.since:
        return None
    try:
        said = json.loads(cache.meta(_NOTE) or "null")
        if said is None or not _looks_alike(project, said, now):
            return None
        texts = [
            (project.root / path, Signature(size, time_ns, ""))
            for path, (size, time_ns) in said["texts"].items()
        ]
        found = Standing(articles=said["articles"], pages=(), problems=bytes.fromhex(said["problems"]))
    except (ValueError, TypeError, LookupError):
        return None
    folder = Folder(project.output)
    pages = {path: page.signature for path, page in cache.pages().items()}
    stand = all(folder.look(path, signature) is signature for path, signature in pages.items())
    if not stand or not all(_fits(file, signature) for file, signature in texts):
        return None
    return replace(found, pages=tuple(sorted(pages)))


def noted(cache: Cache) -> tuple[str, ...]:
    """Return the folders that the last run noted; none where it noted nothing."""
    try:
        return tuple(map(str, json.loads(cache.meta(_NOTE) or "{}").get("folders", ())))
    except (ValueError, AttributeError, TypeError):
        return ()


def _looks_alike(project: Project, said: Mapping[str, Any], now: Glance | None) -> bool:
    """Return whether day, folders and manifest are those of a note; a note that lacks one is a KeyError."""
    # on another day other embargoes may have ended
    return (
        said["today"] == project.settings.today
        and not has_journal(project.output)
        and _manifest(project) == said["manifest"]
        and (now or glance(said["folders"])).look == said["look"]
    )


def _fits(file: Path, signature: Signature) -> bool:
    try:
        return signature.fits(file.stat())
    except (OSError, ValueError):
        return signature.size < 0


def _manifest(project: Project) -> str:
    """Return what the manifest looks like; nothing where there is none."""
    try:
        found = (project.output / MANIFEST).lstat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def watched(project: Project, packaged: Iterable[Path]) -> tuple[str, ...]:
    """Return the folders that a run reads: those of the project, and those that come with the program."""
    return tuple(map(str, (project.seeds, project.templates, *packaged)))
