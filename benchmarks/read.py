"""Read every article of a project and do nothing else: the share that reading has in a build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from generator.formats.documents import read_document
from generator.problems import Problem
from generator.reading.article import read_article
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary

_REGISTRIES: Final = ("actors", "measures", "stories")


def main() -> None:
    """Read the project named on the command line."""
    records, problems = read(Path(sys.argv[1]) / "seeds")
    if problems:
        sys.exit(f"{len(problems)} problems, the first: {problems[0].location} {problems[0].message}")
    print(f"{records} records")


def read(seeds: Path) -> tuple[int, list[Problem]]:
    """Return how many records the articles of a folder give, and what is wrong with them."""
    files = {name: (f"seeds/{name}.yml", (seeds / f"{name}.yml").read_text("utf-8")) for name in _REGISTRIES}
    registries, problems = read_registries(files)
    vocabulary = Vocabulary.of(registries)
    count = 0
    for path in sorted(seeds.glob("*.md")):
        document, found = read_document(f"seeds/{path.name}", path.read_text("utf-8"), lambda _: (None, []))
        problems += found
        if document is not None:
            article, found = read_article(document, vocabulary)
            count += len(article.records) if article else 0
            problems += found
    return count, problems


if __name__ == "__main__":
    main()
