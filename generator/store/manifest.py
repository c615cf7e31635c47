"""Which files of the output folder are ours: the manifest, and the journal of a set that is being written.

The manifest is committed beside the pages, one line a file, so that it can be merged. The journal names what
is about to be written before the first page is, and goes when the manifest tells all: whatever an interrupted
run leaves behind is known to be ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from generator.store.files import check_name, write_whole

MANIFEST: Final = ".manifest.json"
JOURNAL: Final = ".journal.json"

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LINE: Final = re.compile(r'\s*"([^"\\]+)": (\[[^\]]*\]|"[0-9a-f]{64}"),?\s*')
_encode: Final = json.JSONEncoder(ensure_ascii=False).encode

Owned = dict[str, set[str]]
"""Hashes that a path of ours may have, by path."""


def read_owned(folder: Path) -> Owned:
    """Return what the manifest or a journal names.

    A file that a merge left in conflict is read line by line: what either side names is ours.
    """
    owned: Owned = {}
    for name in (MANIFEST, JOURNAL):
        try:
            text = (folder / name).read_text("utf-8", errors="replace")
        except (FileNotFoundError, NotADirectoryError):
            continue
        for line in text.splitlines():
            match = _LINE.fullmatch(line)
            if match and _is_safe(match[1]):
                owned.setdefault(match[1], set()).update(_HASH.findall(match[2]))
    return owned


def read_manifest(folder: Path) -> bytes:
    """Return the manifest as it stands; nothing where there is none."""
    try:
        return (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def has_journal(folder: Path) -> bool:
    """Return whether an interrupted run has left a journal."""
    return (folder / JOURNAL).is_file()


def render_manifest(files: Mapping[str, str]) -> bytes:
    """Return the bytes of a manifest: hashes by path, sorted."""
    return _render({path: files[path] for path in sorted(files)})


def write_journal(folder: Path, owned: Mapping[str, Iterable[str]]) -> None:
    """Write down what is ours from now on, whether or not it is written in the end."""
    lines = {path: sorted(owned[path]) for path in sorted(owned)}
    write_whole(folder / JOURNAL, _render(lines), durable=True)


def _render(entries: Mapping[str, object]) -> bytes:
    lines = (f"{_encode(path)}: {_encode(value)}" for path, value in entries.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _is_safe(name: str) -> bool:
    try:
        check_name(name)
    except ValueError:
        return False
    return True
