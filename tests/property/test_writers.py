"""Writing what was read, in both forms, gives the same again, or says what it cannot."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.formats.comparing import differences, said
from generator.formats.document import Document
from generator.formats.inline import read_inline
from generator.formats.inline_writer import write_inline
from generator.formats.standoff import read_standoff
from generator.formats.standoff_writer import write_standoff
from generator.formats.w3c import read_w3c
from generator.formats.w3c_writer import write_w3c
from generator.formats.yaml_tree import parse_yaml, to_plain
from generator.formats.yaml_writer import block, flow, scalar
from generator.model.mark import Attribute, Mark
from generator.problems import Problem
from generator.text import Location, Span, is_boundary, read_plain
from tests.property.test_inline import TEXTS
from tests.support.records import replace

PLACE = Location("seeds/a.yml")
FRONTS = st.sampled_from(
    [
        "title: A title\n",
        "# a remark\ntitle: A title   # another\n\ntopics: [a, b]\n# the last one\n",
        "actors:\n  vance: {name: Ida Vance}\nbottom_line: |\n  Two\n\n  # paragraphs\n",
        "{title: A, topics: [x]}\n",
        "title: A title\n...\n",
        "title:\nnull: ~\n'a b': \"x\\ty\"\n",
        "",
    ]
)


def loader(document: Document) -> tuple[str | None, list[Problem]]:
    """Return the text of a document, as it is written beside a standoff file."""
    return (document.source.text + "\n" if document.source else None), []


@settings(max_examples=120, deadline=None, derandomize=True)
@given(FRONTS, TEXTS)
@example("title: A\n", "[e]{.x}[\u0301]{.y}")
@example("title: A\n", "# a #\\#\n\n- 1\\. b\n\n> \\# c")
@example("title: A\n", "\ufeff a")
@example("text: own\n", "[a]{.x start=5}")
def test_inline_to_standoff_and_back_is_the_identity(front: str, body: str) -> None:
    """Metadata, text, blocks, boilerplate and marks come back, by way of a standoff file."""
    inline, _ = read_inline("seeds/a.md", f"---\n{front}---\n{body}")
    assert inline is not None
    written, problems = write_standoff(inline, own=front, text_path="a.txt")
    if written is None:
        assert {problem.code for problem in problems} == {"not-convertible"}
        return
    standoff, problems = read_standoff("seeds/a.yml", written, lambda _: loader(inline))
    assert problems == []
    assert standoff is not None
    assert list(differences(inline, standoff)) == []
    again, problems = write_inline(standoff, own=written)
    assert problems == []
    assert again is not None
    back, problems = read_inline("seeds/a.md", again)
    assert problems == []
    assert back is not None
    assert list(differences(inline, back)) == []


def test_comments_stay() -> None:
    """Front matter is carried over as it stands, there and back."""
    front = "# first\ntitle: A title   # beside\n\n# above\ntopics: [a,  b]\nrights:\n  display: full\n"
    inline, _ = read_inline("seeds/a.md", f"---\n{front}---\n[a]{{.figure}} b\n")
    assert inline is not None
    written, _ = write_standoff(inline, own=front, text_path="a.txt")
    assert written is not None
    assert written.startswith(front)
    standoff, _ = read_standoff("seeds/a.yml", written, lambda _: loader(inline))
    assert standoff is not None
    again, _ = write_inline(standoff, own=written)
    assert again == f"---\n{front}---\n[a]{{.figure}} b\n"


WORDS = st.lists(
    st.sampled_from(
        [
            "talks",
            "x\u0303",
            "👩\u200d🚀",
            "[a]{.x}",
            "1.",
            "#",
            "##",
            "*b*",
            "`",
            "\\",
            "> c",
            "- d",
            "{.e",
            "a_b_c",
            "&amp;",
            "](",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
PLAIN = st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join)
NAMES = st.sampled_from(["figure", "event", "skip", "x-1", "größe", "a b", "a}", ""])
VALUES = st.sampled_from(
    ["a", "", "two words", 'a "b"', "back\\", "x}y", "two\nlines", "\u2028", " ~", "null", "# a", "%"]
)
KEYS = st.sampled_from(["title", "by", "class", "a:b", "a b", "start", "read"])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document with marks on whole characters, anywhere."""
    source = read_plain(draw(PLAIN))
    ends = [at for at in range(len(source.text) + 1) if is_boundary(source.text, at)]
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        edges = sorted(draw(st.sets(st.sampled_from(ends), min_size=2, max_size=4)))
        pairs = list(zip(edges[::2], edges[1::2], strict=False))
        attributes = draw(st.dictionaries(KEYS, VALUES, max_size=2))
        marks.append(
            Mark(
                kind=draw(NAMES.filter(bool)),
                spans=tuple(Span(start, end) for start, end in pairs),
                location=PLACE,
                kind_location=PLACE,
                id=draw(st.none() | NAMES.filter(bool)),
                classes=tuple((name, PLACE) for name in draw(st.lists(NAMES.filter(bool), max_size=2))),
                attributes={key: Attribute(value, PLACE, PLACE) for key, value in attributes.items()},
            )
        )
    marks.sort(key=lambda mark: (mark.spans[0].start, -mark.spans[-1].end))
    metadata, _ = parse_yaml("title: A\n", "seeds/a.yml")
    return Document(path="seeds/a.yml", slug="a", metadata=metadata, source=source, marks=tuple(marks))  # type: ignore[arg-type]  # a mapping


@settings(max_examples=120, deadline=None, derandomize=True)
@given(documents())
def test_what_inline_cannot_say_is_a_problem(document: Document) -> None:
    """Either every mark comes back from the Markdown as it was, or nothing is written."""
    written, problems = write_inline(document)
    if written is None:
        assert {problem.code for problem in problems} == {"not-convertible"}
        return
    back, found = read_inline("seeds/a.md", written)
    assert found == []
    assert back is not None
    assert list(differences(document, back)) == []


@settings(max_examples=120, deadline=None, derandomize=True)
@given(documents(), st.booleans())
def test_standoff_says_all_marks(document: Document, with_words: bool) -> None:  # noqa: FBT001  # drawn
    """Overlaps and several stretches come back, with words or with positions alone."""
    written, problems = write_standoff(document, text_path="a.txt", with_words=with_words)
    if written is None:
        assert {problem.code for problem in problems} == {"not-convertible"}
        return
    back, found = read_standoff("seeds/a.yml", written, lambda _: loader(document))
    assert found == []
    assert back is not None
    assert list(differences(document, back)) == []
    assert document.source is not None
    if not with_words:
        absent, _ = read_standoff("seeds/a.yml", written, lambda _: (None, []))
        assert absent is not None
        assert [said(mark) for mark in absent.marks] == [said(mark) for mark in document.marks]
        assert "exact" not in written


@settings(max_examples=120, deadline=None, derandomize=True)
@given(documents(), st.booleans())
def test_annotations_say_all_marks(document: Document, with_words: bool) -> None:  # noqa: FBT001  # drawn
    """What is exported as Web Annotations is imported as it was: kind, id, standing, value, stretch."""
    assert document.source is not None
    front = "# mine\ntitle: A\n"
    written, problems = write_w3c(document, own=front, text_path="a.txt", with_words=with_words)
    assert problems == []
    assert written is not None
    back, found = read_w3c("seeds/a.jsonld", written, lambda _: loader(document))
    marks = [mark for mark in document.marks if mark.kind != "skip"]
    skipped = tuple(span for mark in document.marks if mark.kind == "skip" for span in mark.spans)
    expected = replace(
        document, marks=tuple(marks), source=replace(document.source, skipped=tuple(sorted(skipped)))
    )
    touching = any(
        span.of(document.source.text).strip() != span.of(document.source.text)
        for mark in document.marks
        for span in mark.spans
    )
    if touching and found:
        assert {problem.code for problem in found} <= {"words-mismatch", "bad-position", "other-offsets"}
        return
    assert found == []
    assert back is not None
    assert list(differences(expected, back)) == []
    assert json.loads(written)["briefings:frontMatter"] == front


SCALARS = st.text(max_size=12) | st.sampled_from(
    ["null", "~", "a: b", "- a", "a #b", "'a'", "a\u2028b", "12:30"]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.dictionaries(SCALARS, SCALARS | st.lists(SCALARS, max_size=3), max_size=3))
def test_any_data_is_read_as_it_was_written(data: dict[str, str | list[str]]) -> None:
    """Whatever text stands in a value, the reader gets it, unless no file may hold it."""
    for text in (flow(data), "\n".join(block(data))):
        tree, problems = parse_yaml(text, "a.yml")
        if problems:
            assert {problem.code for problem in problems} <= {"bad-value", "broken-front-matter"}
            assert any(not char.isprintable() for char in text) or "\\u" in text
        else:
            assert (to_plain(tree) if tree is not None else {}) == data
    assert "\n" not in scalar("a\nb")
