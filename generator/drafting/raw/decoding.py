"""Bytes to text: UTF-8, what a byte order mark says, or the encoding that a web page declares."""

from __future__ import annotations

import codecs
import re
from typing import Final

from generator.problems import Problem
from generator.text import LineIndex, Location

MAX_BYTES: Final = 16 * 1024 * 1024
"""Of one text; no article is longer."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_HEAD: Final = 4096
"""Bytes in which a web page has to declare its encoding. Source: HTML standard, 13.2.3.2 (1024 there)."""


def decode(path: str, data: bytes, *, is_html: bool = False) -> tuple[str | None, list[Problem]]:
    """Return the text of a file; none, and a problem, where it cannot be one."""
    if len(data) > MAX_BYTES:
        return None, [_unreadable(path, f"expected at most {MAX_BYTES >> 20} MB, found more")]
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or "utf-8"
    declared = _DECLARED.search(data[:_HEAD]) if is_html else None
    for name in (encoding, declared[1].decode("ascii") if declared else ""):
        try:
            text = data.decode(name) if name and _is_text(name) else None
        except (UnicodeDecodeError, LookupError):
            continue
        if text is not None:
            return _without_nul(path, text.removeprefix("\ufeff"))
    return None, [_undecodable(path, data, encoding, declared[1].decode("ascii") if declared else None)]


def _is_text(name: str) -> bool:
    """Return whether a name is that of an encoding of text: Python knows others, such as zip."""
    try:
        return codecs.lookup(name).name not in {"hex", "base64", "bz2", "zlib", "rot13", "uu", "quopri"}
    except LookupError:
        return False


def _without_nul(path: str, text: str) -> tuple[str | None, list[Problem]]:
    at = text.find("\0")
    if at < 0:
        return text, []
    place = LineIndex(path, text[: at + 1]).location(at)
    message = "expected text, found a NUL character; take it out"
    return None, [Problem(code="unreadable-file", message=message, location=place)]


def _undecodable(path: str, data: bytes, encoding: str, declared: str | None) -> Problem:
    if declared is not None:
        return _unreadable(
            path, f"expected UTF-8 or the {declared} that it declares, found neither; save it as UTF-8"
        )
    if encoding != "utf-8":
        return _unreadable(path, f"expected {encoding.upper()}, as its first bytes say, found something else")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = LineIndex(path, before).location(len(before))
        message = f"expected UTF-8, found the byte {data[error.start]:02x}; save it as UTF-8"
        return Problem(code="unreadable-file", message=message, location=place)
    return _unreadable(path, "expected UTF-8")


def _unreadable(path: str, message: str) -> Problem:
    return Problem(code="unreadable-file", message=message, location=Location(path))
