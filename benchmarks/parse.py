"""Our reading of annotated Markdown beside its peer: markdown-it-py with its stock attributes plugin.

Both take the same bodies in turn in one process; ours also gives offsets, lines, columns and problems, and
reads the front matter. Prints one line of JSON: milliseconds an article for each, the best of several rounds,
which on a busy machine is the least disturbed one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin

from generator.formats.documents import read_document

_ROUNDS: Final = 7
_MOST_ARTICLES: Final = 100


def main() -> None:
    """Read the articles of the project named on the command line."""
    paths = sorted((Path(sys.argv[1]) / "seeds").glob("*.md"))[:_MOST_ARTICLES]
    texts = [(f"seeds/{path.name}", path.read_text("utf-8")) for path in paths]
    bodies = [text.split("---\n", 2)[2] for _, text in texts]
    peer = MarkdownIt("commonmark").use(attrs_plugin, spans=True)

    def ours() -> None:
        for path, text in texts:
            read_document(path, text, lambda _: (None, []))

    def theirs() -> None:
        for body in bodies:
            peer.parse(body)

    print(json.dumps(dict(zip(("ours", "peer"), _best((ours, theirs), len(texts)), strict=True))))


def _best(works: Sequence[Callable[[], None]], count: int) -> list[float]:
    """Return the least processor time of each piece of work, in milliseconds an article."""
    best = [float("inf")] * len(works)
    for _ in range(_ROUNDS):
        for number, work in enumerate(works):
            started = time.process_time()
            work()
            best[number] = min(best[number], 1000 * (time.process_time() - started) / count)
    return best


if __name__ == "__main__":
    main()
