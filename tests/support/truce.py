"""The real article: its marks in the demo's seeds, its text outside the repository."""

from __future__ import annotations

from typing import Final

from generator.formats.document import Document
from generator.formats.documents import read_document
from generator.problems import Problem
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary
from tests.support.checkout import REPOSITORY
from tests.support.shared import SHARED

SLUG: Final = "truce-original"
SEEDS: Final = REPOSITORY / "seeds"
MARKS: Final = SEEDS / f"{SLUG}.yml"
TEXT: Final = SHARED / "seeds" / "000_e79ee798e13953f7.txt"
PLACE: Final = f"seeds/texts/{SLUG}.txt"
"""Where a project finds the text; git ignores it."""

REGISTRIES: Final = ("actors", "measures", "stories")


def vocabulary() -> Vocabulary:
    """Return what the demo's articles may refer to."""
    files = {name: (f"seeds/{name}.yml", (SEEDS / f"{name}.yml").read_text("utf-8")) for name in REGISTRIES}
    registries, problems = read_registries(files)
    assert problems == []
    return Vocabulary.of(registries)


def read_marks(raw: str | None = None, *, has_text: bool = True) -> tuple[Document, list[Problem]]:
    """Return the marks, or other ones of the same article, beside its text or without it."""
    text = TEXT.read_text("utf-8") if has_text else None
    raw = MARKS.read_text("utf-8") if raw is None else raw
    document, problems = read_document(f"seeds/{MARKS.name}", raw, lambda _: (text, []))
    assert document is not None
    return document, problems
