"""Every form becomes one record; what it does not say is a gap."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.drafting.raw import (
    Gap,
    RawForm,
    decode,
    detect_language,
    form_of,
    front_lines,
    language_note,
    read_raw,
)
from generator.text import BlockRole

_MARKDOWN = """---
published: 2031-05-13
publisher: Alder Courier
stories: [ferry-strike]
---
# Ferry talks resume

Talks *resumed* on Monday.

- 14 crews are [still out](https://example.org)
"""


def test_markdown_with_front_matter_keeps_it() -> None:
    """Its keys go before what the text says, and those we do not know stay."""
    article = read_raw("a.md", _MARKDOWN, RawForm.MARKDOWN).article
    assert article is not None
    assert article.published == dt.date(2031, 5, 13)
    assert (article.headline, article.publisher) == ("Ferry talks resume", "Alder Courier")
    assert article.further == {"stories": ["ferry-strike"]}
    assert article.source.text == "Ferry talks resume\n\nTalks resumed on Monday.\n\n14 crews are still out"
    assert [block.role for block in article.source.blocks] == [
        BlockRole.HEADING,
        BlockRole.PARAGRAPH,
        BlockRole.ITEM,
    ]


def test_markdown_needs_no_front_matter() -> None:
    """Places of problems are those of the file."""
    raw = read_raw("a.md", "Words.\n\n![a boat](boat.png)\n", RawForm.MARKDOWN)
    assert raw.article is not None
    assert [(problem.code, problem.location.line) for problem in raw.problems] == [
        ("unsupported-markdown", 3)
    ]


def test_items_of_a_numbered_list_are_paragraphs_with_their_numbers() -> None:
    """The format would lose the numbers, and a text that is only drafted need not be mended for that."""
    text = "# Crews\n\n13 May 2031\n\nTwo left.\n\n1. One.\n2. Then three.\n\nSo it was.\n"
    raw = read_raw("a.md", text, RawForm.MARKDOWN)
    assert raw.problems == ()
    assert raw.article is not None
    assert raw.article.published == dt.date(2031, 5, 13)
    assert raw.article.source.text.split("\n\n")[2:] == [
        "Two left.",
        "1. One.",
        "2. Then three.",
        "So it was.",
    ]


def test_a_wrong_day_in_front_matter_is_a_problem() -> None:
    """It is said where it stands, and nothing is counted from it."""
    raw = read_raw("a.md", "---\npublished: soon\n---\nWords.\n", RawForm.MARKDOWN)
    assert raw.article is not None
    assert raw.article.published is None
    assert [(problem.code, problem.location.line) for problem in raw.problems] == [("bad-value", 2)]


def test_gaps_are_comments_in_the_front_matter() -> None:
    """What is known stands as keys, what is missing as a comment that says what belongs there."""
    article = read_raw("a.md", _MARKDOWN, RawForm.MARKDOWN).article
    assert article is not None
    assert article.gaps == (Gap.URL,)
    assert list(front_lines(article)) == [
        "title: Ferry talks resume",
        "headline: Ferry talks resume",
        "published: 2031-05-13",
        "publisher: Alder Courier",
        "stories: [ferry-strike]",
        "# url:  (not found: where it stands)",
        "# rights: {display: excerpts}  # pages may show: full, none, or excerpts (if absent: a third)",
    ]


@pytest.mark.parametrize(
    ("path", "beginning", "form"),
    [
        ("a.txt", "<html>", RawForm.PLAIN),
        ("A.HTML", "", RawForm.HTML),
        ("a.csv", "", RawForm.CSV),
        ("a.ndjson", "", RawForm.JSON_LINES),
        ("-", "<!DOCTYPE html><html>", RawForm.HTML),
        ("-", '{"text": "x"}', RawForm.JSON_LINES),
        ("-", "---\ntitle: x\n---\n", RawForm.MARKDOWN),
        ("-", "Words.", RawForm.PLAIN),
    ],
)
def test_the_ending_names_the_form(path: str, beginning: str, form: RawForm) -> None:
    """Of standard input the first words do."""
    assert form_of(path, beginning) is form


@pytest.mark.parametrize(
    ("data", "is_html", "text"),
    [
        (b"caf\xc3\xa9", False, "café"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", False, "café"),
        ("café".encode("utf-16"), False, "café"),
        (b'<meta charset="iso-8859-1">caf\xe9', True, '<meta charset="iso-8859-1">café'),
        (b'<meta http-equiv=x content="text/html; charset=latin1">\xe9', True, None),
    ],
)
def test_encodings_are_read_as_declared(data: bytes, text: str | None, *, is_html: bool) -> None:
    """UTF-8, byte order marks, and what a web page declares."""
    found, problems = decode("a", data, is_html=is_html)
    assert problems == []
    assert found is not None
    assert text is None or found == text


@pytest.mark.parametrize(
    ("data", "is_html", "said"),
    [
        (b"one\ncaf\xe9", False, "found the byte e9"),
        (b'<meta charset="no-such">\xe9', True, "the no-such that it declares"),
        (b'<meta charset="zlib">\xe9', True, "the zlib that it declares"),
        (b"\xff\xfea", False, "expected UTF-16"),
        (b"a\0b", False, "NUL"),
        (b"a" * (16 * 1024 * 1024 + 1), False, "at most 16 MB"),
    ],
    ids=["latin", "unknown", "codec", "half", "nul", "large"],
)
def test_other_bytes_are_a_problem(data: bytes, said: str, *, is_html: bool) -> None:
    """Nothing is guessed, and the place is told."""
    text, problems = decode("a", data, is_html=is_html)
    assert text is None
    assert [problem.code for problem in problems] == ["unreadable-file"]
    assert said in problems[0].message


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The crews said that they were at work on the ferries and in the harbour.", "en"),
        (
            "Die Gespräche sind wieder aufgenommen worden, sagte der Minister auf einer Reise.",
            "de",
        ),
        ("Les équipages ont repris le travail dans le port, selon la ministre qui est sur place.", "fr"),
        ("Los equipos del puerto han vuelto al trabajo, según la ministra, que es una de las partes.", "es"),
        ("Переговоры о паромах возобновились в понедельник.", "ru"),
        ("渡船谈判周一恢复。", "zh"),
        ("フェリーの交渉は月曜日に再開された。", "ja"),
        ("استؤنفت محادثات العبارات يوم الاثنين.", "ar"),
        ("14 crews", None),
        ("", None),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, tag: str | None) -> None:
    """By writing system, else by words; too few tell nothing."""
    assert detect_language(text) == tag


def test_other_languages_are_told_of() -> None:
    """English needs no note, a variety of it neither."""
    assert language_note("en-GB") is None
    assert language_note(None) is None
    note = language_note("de")
    assert note is not None
    assert "German" in note
