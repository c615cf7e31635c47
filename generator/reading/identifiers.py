"""Ids of facts: typed, else a readable slug of the words, numbered where several would be equal."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.model import Mark

_SEPARATOR: Final = re.compile(r"(?<=\d)[,.](?=\d)")
_PLAIN: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
_APART: Final = {code: code if chr(code) in _PLAIN else ord(" ") for code in range(0x80)}
"""Every character of ASCII text in lower case, a space for each that parts words."""

_ODD: Final = re.compile(r"[^\x00-\x7f]")
_MOST_WORDS: Final = 4
_MOST_CHARACTERS: Final = 48


def slug(words: str) -> str:
    """Return at most four words as lower-case ASCII joined by hyphens; empty where none has any."""
    plain = words[:400].replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.lower()
    if "," in plain or "." in plain:
        plain = _SEPARATOR.sub("", plain)
    if not plain.isascii():
        plain = _ODD.sub(" ", plain)
    first = plain.translate(_APART).split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    return "-".join(first)[:_MOST_CHARACTERS].strip("-")


def identify(marks: Sequence[Mark], words: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the id of each mark, and the derived ids that several marks would share.

    ``words`` holds for each mark what its id is derived from.
    """
    taken = {mark.id for mark in marks if mark.id}
    wanted = [slug(word) or mark.kind for mark, word in zip(marks, words, strict=True)]
    shared = Counter(name for mark, name in zip(marks, wanted, strict=True) if not mark.id)
    colliding = frozenset(name for name, count in shared.items() if count > 1 or name in taken) - taken
    used = set(taken)
    numbers: Counter[str] = Counter()
    ids: list[str] = []
    given: set[str] = set()
    for mark, name in zip(marks, wanted, strict=True):
        # An id that is given twice is a problem elsewhere; here the second mark only must not be lost.
        if mark.id and mark.id not in given:
            given.add(mark.id)
            ids.append(mark.id)
            continue
        chosen, number = name, numbers[name] + 1
        # From the number that the last of this name got: each is tried once, however many share it.
        while chosen in used:
            number += 1
            chosen = f"{name}-{number}"
        numbers[name] = number - 1
        used.add(chosen)
        ids.append(chosen)
    return tuple(ids), colliding
