"""Looks for words that must not be there in everything that was written, however they are written.

Each file is looked at in several ways: as it stands, without its markup, with references, percent-encoding
and JSON escapes decoded. Of all of them only the words count: neither case nor punctuation hides any.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

LENGTH: Final = 8
"""Words in a row that nobody writes twice by chance."""

_WORD: Final = re.compile(r"[^\W_]+")
_TAG: Final = re.compile(r"<[^<>]*>")
_TARGET: Final = re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ENTITY: Final = re.compile(r"&#?[0-9A-Za-z]+;")
_GZIP: Final = b"\x1f\x8b"


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case, accents of compatibility and punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def runs(text: str, length: int = LENGTH) -> set[tuple[str, ...]]:
    """Return every run of so many words."""
    words = words_of(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def files_below(*folders: Path) -> Iterator[Path]:
    """Yield every file, hidden ones too."""
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def views(data: bytes) -> Iterator[str]:
    """Yield what a file says, read in every way that somebody may read it."""
    if data.startswith(_GZIP):
        data = gzip.decompress(data)
    text = data.decode("utf-8", "ignore")
    yield from _readings(text)
    try:
        tree = json.loads(text)
    except ValueError:
        return
    for value in _texts(tree):
        yield from _readings(value)


def leaks(paths: Iterable[Path], withheld: Iterable[str], never: Iterable[str] = ()) -> list[str]:
    """Return ``file: words`` for each run of withheld text, and for each word that must stand nowhere."""
    wanted = {run for text in withheld for run in runs(text)}
    marks = {word for text in never for word in words_of(text)}
    found: set[str] = set()
    for path in paths:
        for view in views(path.read_bytes()):
            words = words_of(view)
            found.update(f"{path.name}: {word}" for word in marks.intersection(words))
            found.update(
                f"{path.name}: {' '.join(run)}"
                for at in range(len(words) - LENGTH + 1)
                if (run := tuple(words[at : at + LENGTH])) in wanted
            )
    return sorted(found)


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands and without its markup, each with references and percent-encoding decoded."""
    bare = _TAG.sub("", _TARGET.sub("]", text))
    spaced = _TAG.sub(" ", _TARGET.sub("]", text))
    for each in dict.fromkeys((text, bare, spaced)):
        decoded = html.unescape(each) if _ENTITY.search(each) else each
        yield decoded
        if decoded is not each:
            # what was escaped twice, and tags that were text
            yield _TAG.sub(" ", html.unescape(decoded))
        if "%" in decoded:
            yield unquote(decoded)
        if "\\u" in decoded or "\\x" in decoded:
            yield re.sub(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))", _character, decoded)


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))


def _texts(tree: object) -> Iterator[str]:
    """Yield every text in a JSON value, keys too."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
