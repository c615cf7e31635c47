"""An article without its text gives the facts that it gave with it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.formats.document import Document
from generator.formats.documents import read_document
from generator.formats.standoff_writer import write_standoff
from generator.model import Article, Record
from generator.problems import CODES, Severity
from generator.reading.article import read_article
from generator.reading.registries import read_registries
from generator.reading.verified import with_verified
from generator.reading.vocabulary import Vocabulary
from generator.text import Location
from tests.support.records import replace
from tests.support.shared import needs_shared
from tests.support.truce import read_marks
from tests.support.truce import vocabulary as truce_vocabulary

ROOT: Final = Path(__file__).resolve().parents[2]
REGISTRIES: Final = ("actors", "measures", "stories")
NOWHERE: Final = Location("")


def vocabulary(seeds: Path) -> Vocabulary:
    """Return the registries of a folder."""
    files = {
        name: (f"seeds/{name}.yml", (seeds / f"{name}.yml").read_text("utf-8"))
        for name in REGISTRIES
        if (seeds / f"{name}.yml").is_file()
    }
    registries, problems = read_registries(files)
    assert problems == []
    return Vocabulary.of(registries)


def understood(document: Document, known: Vocabulary) -> Article:
    """Return the article of a document; only warnings may be raised."""
    article, problems = read_article(document, known)
    assert [problem for problem in problems if CODES[problem.code].severity is Severity.ERROR] == []
    assert article is not None
    return article


def facts(article: Article) -> list[Record]:
    """Return records without what is in the words alone, and without where they stand in which file."""
    return [
        replace(
            record,
            evidence=replace(record.evidence, words=()),
            location=NOWHERE,
            readings=(),
            is_derived_id=False,
        )
        for record in article.records
    ]


def without_text(document: Document, article: Article) -> Document:
    """Return what is read of the file that is written without words."""
    written, problems = write_standoff(with_verified(document, article), with_words=False)
    assert problems == []
    assert written is not None
    path = f"seeds/{document.slug}.yml"
    absent, found = read_document(path, written, lambda _: (None, []))
    assert found == []
    assert absent is not None
    assert absent.source is None
    return absent


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.md")), ids=lambda path: path.stem)
def test_the_demo_needs_no_text(path: Path) -> None:
    """Each article of the demo gives the same records, and the same bottom line, from positions alone."""
    known = vocabulary(path.parent)
    document, problems = read_document(f"seeds/{path.name}", path.read_text("utf-8"), lambda _: (None, []))
    assert problems == []
    assert document is not None
    article = understood(document, known)
    absent = understood(without_text(document, article), known)
    assert facts(absent) == facts(article)
    assert absent.bottom_line == article.bottom_line
    assert absent.sha256 == article.sha256


@needs_shared
def test_the_real_article_needs_no_text() -> None:
    """Its marks, verified against its text, carry all of its facts; those without it are the same."""
    document, problems = read_marks()
    assert problems == []
    known = truce_vocabulary()
    article = understood(document, known)
    absent, problems = read_marks(has_text=False)
    assert problems == []
    assert facts(understood(absent, known)) == facts(article)
    assert facts(understood(without_text(document, article), known)) == facts(article)
    assert absent.paragraphs == article.paragraphs
    # with the text at hand again, the words are read anew and nothing recorded counts
    written, _ = write_standoff(with_verified(document, article), text_path="a.txt", with_words=False)
    again, problems = read_marks(written)
    assert problems == []
    assert facts(understood(again, known)) == facts(article)


def test_what_is_recorded_counts_for_nothing_beside_the_text() -> None:
    """Words that carry a number are not overruled by a recorded one."""
    raw = (
        "title: A\npublished: 2031-05-13\npublisher: B\nurl: https://example.org/a\ntext: a.txt\n"
        "annotations:\n  - {kind: figure, exact: 14 crews, read: {value: 50, of: boats}}\n"
    )
    document, _ = read_document("seeds/a.yml", raw, lambda _: ("Some 14 crews are out.", []))
    assert document is not None
    (record,) = understood(document, Vocabulary.of(read_registries({})[0])).records
    assert "14 crews" in repr(record)
    assert "boats" not in repr(record)
