"""What verification costs in a cold build: the same standoff articles with and without recorded words.

The synthetic articles are written as standoff files twice, by our own writer. In one project each mark has
its exact words with prefix and suffix, all of which the build compares with the text; in the other, positions
alone, so that there is nothing to compare. Texts, positions and hashes are the same, and so are the pages.
What it takes to read the recorded words out of YAML counts as verification, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks import synthetic
from generator.formats.documents import read_document
from generator.formats.inline import front_matter_of
from generator.formats.standoff_writer import write_standoff

VERIFIED: Final = "verified"
BARE: Final = "bare"


def write(folder: Path, count: int) -> None:
    """Write two projects below a folder, ``verified`` and ``bare``, of ``count`` articles each."""
    for name in (VERIFIED, BARE):
        synthetic.write(folder / name, count)
        for path in sorted((folder / name / "seeds").glob("*.md")):
            _rewrite(path, with_words=name == VERIFIED)


def _rewrite(path: Path, *, with_words: bool) -> None:
    """Put a standoff file and its text in the place of an inline article."""
    raw = path.read_text("utf-8")
    document, _ = read_document(f"seeds/{path.name}", raw, lambda _: (None, []))
    if document is None or document.source is None:
        message = f"{path.name} cannot be read"
        raise ValueError(message)
    text = path.with_suffix(".txt")
    own = front_matter_of(raw)
    body, problems = write_standoff(document, own=own, text_path=text.name, with_words=with_words)
    if body is None:
        message = f"{path.name} cannot be written as standoff: {problems[0].message}"
        raise ValueError(message)
    text.write_text(document.source.text + "\n", "utf-8", newline="\n")
    path.with_suffix(".yml").write_text(body, "utf-8", newline="\n")
    path.unlink()
