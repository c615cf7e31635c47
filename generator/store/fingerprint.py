"""What the cache depends on besides seeds: the program, the settings, the templates."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from generator.settings import Settings

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_INSTALLED: Final = re.compile(
    r"(jinja2|markdown_it_py|msgspec|pydantic_core|pyyaml|rensa)-.*\.(dist|egg)-info", re.IGNORECASE
)
"""What installers leave beside the libraries that pages depend on; the name holds the version."""


def fingerprint(parts: Iterable[str]) -> str:
    """Return one hash of many texts, which cannot run into each other."""
    joined = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def of_program(settings: Settings) -> str:
    """Return the fingerprint of this program with these settings: its code, its libraries, its Python."""
    # a new day, or a revision to compare with, changes what goes out, and nothing of what was read
    same = replace(settings, today="", since="", ner=False, model="")
    return fingerprint((sys.version, repr(same), *_libraries(), *_stamps(_PACKAGE)))


def _libraries() -> Iterator[str]:
    """Yield the libraries with their versions: as ``importlib.metadata`` does, which takes long to load."""
    for folder in sys.path:
        try:
            names = sorted(entry.name for entry in os.scandir(folder or os.curdir))
        except OSError:
            continue
        yield from filter(_INSTALLED.fullmatch, names)


def _stamps(folder: Path) -> Iterator[str]:
    """Yield name, size and time of every module: enough to see that the code was edited or replaced."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _stamps(Path(entry.path))
        elif entry.name.endswith(".py"):
            found = entry.stat()
            yield f"{entry.path[len(str(_PACKAGE)) :]} {found.st_size} {found.st_mtime_ns}"
