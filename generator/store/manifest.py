"""Which files of the output folder are ours: the manifest, and the journal of a set that is being written.

The manifest is committed beside the pages, one line a file, so that it can be merged. The journal names what
is about to be written before the first page is, and goes when the manifest tells all: whatever an interrupted
run leaves behind is known to be ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from generator.store.files import PLAIN_NAME, check_name, write_whole

MANIFEST: Final = ".manifest.json"
JOURNAL: Final = ".journal.json"

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LINE: Final = re.compile(r'\s*"([^"\\]+)": (\[[^\]]*\]|"[0-9a-f]{64}"),?\s*')
_HASHES: Final = re.compile(r"(?:[0-9a-f]{64}\n)*+[0-9a-f]{64}")
_NAMES: Final = re.compile(rf"(?:{PLAIN_NAME}\n)*+{PLAIN_NAME}")
"""Names alone that lead nowhere else."""

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ": ")).encode

Owned = dict[str, set[str]]
"""Hashes that a path of ours may have, by path."""


def read_owned(folder: Path) -> Owned:
    """Return what the manifest or a journal names.

    A file that a merge left in conflict is read line by line: what either side names is ours, as is what one
    file names twice.
    """
    owned: Owned = {}
    for name in (MANIFEST, JOURNAL):
        try:
            data = (folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            continue
        plain = _plain(data)
        if plain and not owned:
            owned = {path: {found} for path, found in plain.items()}
            continue
        for path, hashes in _entries(data.decode("utf-8", errors="replace")):
            if _is_safe(path):
                owned.setdefault(path, set()).update(hashes)
    return owned


def _plain(data: bytes) -> dict[str, str]:
    """Return what a manifest says that is just as we write it, as nearly every one is; else nothing."""
    try:
        found = msgspec.json.decode(data, type=dict[str, str])
    except msgspec.DecodeError:
        return {}
    is_plain = _NAMES.fullmatch("\n".join(found)) and _HASHES.fullmatch("\n".join(found.values()))
    return found if is_plain and render_manifest(found) == data else {}


def _entries(text: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the paths in a file with their hashes."""
    try:
        found = json.loads(text, object_pairs_hook=list)
        for path, value in found:
            hashes = [value] if isinstance(value, str) else value
            yield path, [each for each in hashes if _HASH.fullmatch(each)]
    except (ValueError, TypeError, RecursionError):
        for line in text.splitlines():
            match = _LINE.fullmatch(line)
            if match:
                yield match[1], _HASH.findall(match[2])


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
    return f"{{\n{_encode({path: files[path] for path in sorted(files)})[1:-1]}\n}}\n".encode()


def write_journal(folder: Path, owned: Mapping[str, Iterable[str]]) -> None:
    """Write down what is ours from now on, whether or not it is written in the end."""
    hashes = {path: '", "'.join(sorted(found)) for path, found in owned.items()}
    lines = [f'{_encode(path)}: ["{hashes[path]}"]' for path in sorted(hashes)]
    write_whole(folder / JOURNAL, ("{\n" + ",\n".join(lines) + "\n}\n").encode(), durable=True)


def _is_safe(name: str) -> bool:
    try:
        check_name(name)
    except ValueError:
        return False
    return True
