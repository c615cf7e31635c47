"""What the cache depends on besides seeds: the program, the settings, the templates."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

from generator.settings import Settings

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_LIBRARIES: Final = ("jinja2", "markdown-it-py", "pydantic-core", "pyyaml", "rensa")


def fingerprint(parts: Iterable[str]) -> str:
    """Return one hash of many texts, which cannot run into each other."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def of_program(settings: Settings) -> str:
    """Return the fingerprint of this program with these settings: its code, its libraries, its Python."""
    versions = [f"{name} {metadata.version(name)}" for name in _LIBRARIES]
    # a new day, or a revision to compare with, changes what goes out, and nothing of what was read
    same = replace(settings, today="", since="", ner=False, model="")
    return fingerprint((sys.version, repr(same), *versions, *_stamps(_PACKAGE)))


def _stamps(folder: Path) -> Iterator[str]:
    """Yield name, size and time of every module: enough to see that the code was edited or replaced."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _stamps(Path(entry.path))
        elif entry.name.endswith(".py"):
            found = entry.stat()
            yield f"{entry.path[len(str(_PACKAGE)) :]} {found.st_size} {found.st_mtime_ns}"
