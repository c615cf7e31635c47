"""Read every article of a project and do nothing else: the share that reading has in a build."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.reading.registries import read_registries

from generator.formats import read_document
from generator.model import Registries
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary


def main() -> None:
    """Read the project named on the command line."""
    seeds = Path(sys.argv[1]) / "seeds"
    names = ("actors.yml", "measures.yml", "stories.yml")
    files = {name.removesuffix(".yml"): (f"seeds/{name}", (seeds / name).read_text("utf-8")) for name in names}
    registries, problems = read_registries(files)
    vocabulary = Vocabulary.of(registries or Registries())
    count = 0
    for path in sorted(seeds.glob("*.md")):
        document, found = read_document(f"seeds/{path.name}", path.read_text("utf-8"), lambda _: (None, []))
        problems += found
        if document is not None:
            article, found = read_article(document, vocabulary)
            count += len(article.records) if article else 0
            problems += found
    if problems:
        sys.exit(f"{len(problems)} problems, the first: {problems[0].location} {problems[0].message}")
    print(f"{count} records")


if __name__ == "__main__":
    main()
