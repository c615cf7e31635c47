"""A sketch of a text, by which texts that are nearly the same are found without comparing all with all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from struct import Struct
from typing import Final

from rensa import RMinHash

from generator.text.source import Source
from generator.text.words import words_of

SLOTS: Final = 64
"""Values of a sketch: enough to tell half alike from not alike, in 256 bytes."""

SLOT_BYTES: Final = 4
_HIGHEST: Final = {
    width: int.from_bytes((b"\0" * (width - 1) + b"\x80") * SLOTS, "little") for width in (1, SLOT_BYTES)
}
"""The highest bit of each slot, by the bytes that a slot has."""

_ALL_BUT_HIGHEST: Final = {
    width: int.from_bytes((b"\xff" * (width - 1) + b"\x7f") * SLOTS, "little") for width in (1, SLOT_BYTES)
}
_PACKED: Final = Struct(f"<{SLOTS}I")
_SEED: Final = 2031
_RUN: Final = 3
"""Words in a row that are compared: whoever takes over a text leaves most such runs as they are."""

_FEWEST_RUNS: Final = 30
"""Of shorter texts too much is alike by chance."""

_UNSPACED: Final = ("\u0e00\u0e7f", "\u3040\u30ff", "\u3400\u9fff")
"""Scripts in which each letter counts as a word."""

"""Words; characters, where a script writes them without spaces."""


def sketch(source: Source) -> bytes:
    """Return the sketch of a text without its boilerplate; empty where it is too short to compare.

    The same on every machine. No word can be read from it. Source: Broder, On the resemblance and
    containment of documents, 1997; made by the library as it says.
    """
    words = _words(_kept(source).casefold())
    runs = set(map(" ".join, zip(*(words[start:] for start in range(_RUN)), strict=False)))
    if len(runs) < _FEWEST_RUNS:
        return b""
    found = RMinHash(num_perm=SLOTS, seed=_SEED)
    found.update(list(runs))
    return _PACKED.pack(*found.digest())


def _words(text: str) -> list[str]:
    is_spaced = text.isascii() or not any(
        first <= character <= last for character in set(text) for first, last in _UNSPACED
    )
    return words_of(text) if is_spaced else _any_words().findall(text)


@cache
def _any_words() -> re.Pattern[str]:
    """Return what finds words in any script; made for the first text that asks: it takes long to compile."""
    unspaced = "".join(f"{first}-{last}" for first, last in _UNSPACED)
    return re.compile(rf"[{unspaced}]|\w+")


def likeness(first: bytes, second: bytes) -> float:
    """Return about how much of two texts is the same, of all that stands in either, from 0 to 1."""
    return same_slots(first, [second])[0] / SLOTS


def same_slots(first: bytes, others: Iterable[bytes]) -> list[int]:
    """Return how many slots a sketch has in common with each of others."""
    return _same(_number(first), map(_number, others), SLOT_BYTES)


def outline(sketched: bytes) -> int:
    """Return a byte of each slot, as one number that is quickly compared."""
    return _number(sketched[::SLOT_BYTES])


def most_same_slots(own: int, others: Iterable[int]) -> list[int]:
    """Return how many slots two sketches have in common at most, by their outlines."""
    return _same(own, others, 1)


def _same(own: int, others: Iterable[int], width: int) -> list[int]:
    highest, rest = _HIGHEST[width], _ALL_BUT_HIGHEST[width]
    # where a slot is not nought, adding all ones but the highest bit carries into that bit, or it is set
    return [
        SLOTS - (((((differing := own ^ other) & rest) + rest) | differing) & highest).bit_count()
        for other in others
    ]


def _number(sketched: bytes) -> int:
    """Return one number, all of whose slots are compared at once."""
    return int.from_bytes(sketched, "little")


def _kept(source: Source) -> str:
    edges = sorted({0, len(source.text), *(at for span in source.skipped for at in (span.start, span.end))})
    skipped = {span.start for span in source.skipped}
    return " ".join(source.text[start:end] for start, end in pairwise(edges) if start not in skipped)
