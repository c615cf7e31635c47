"""Annotations beside their text."""

from __future__ import annotations

from generator.formats.document import Document
from generator.formats.documents import FORMATS, read_document
from generator.formats.standoff import read_standoff
from generator.formats.yaml_tree import to_plain
from generator.problems import Problem
from generator.text import Location, Span, read_plain

PATH = "seeds/ferry.yml"
TEXT = "Ferry  crews are out.\n\n“14 crews\u00a0are out,” she said 🚢.\nTalks resume; 14 boats lie idle.\n"
NORMAL = "Ferry crews are out.\n\n“14 crews are out,” she said 🚢. Talks resume; 14 boats lie idle."
HEAD = "title: Ferry\ntext: ../texts/ferry.txt\n"
HASH = f"sha256: {read_plain(TEXT).sha256}\n"


def load(path: str) -> tuple[str | None, list[Problem]]:
    """Return the one text that is there."""
    return (TEXT if path == "texts/ferry.txt" else None), []


def read(body: str) -> tuple[Document, list[Problem]]:
    """Read a file that can be read."""
    document, problems = read_standoff(PATH, body, load)
    assert document is not None
    return document, problems


def annotated(*entries: str) -> tuple[Document, list[Problem]]:
    """Read annotations of the text."""
    return read(HEAD + "annotations:\n" + "".join(f"  - {entry}\n" for entry in entries) + HASH)


def shown(problems: list[Problem]) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem."""
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


def test_the_text_is_normalised() -> None:
    """The source is the one that any plain text gives; its places lead into the text's own file."""
    document, problems = annotated()
    assert problems == []
    assert document.source == read_plain(TEXT)
    assert document.source is not None
    assert document.source.text == NORMAL
    assert document.places is not None
    at = NORMAL.index("14 crews")
    assert document.places.location(Span(at, at + 12)) == Location("texts/ferry.txt", 3, 2, 12)
    at = NORMAL.index("crews are out")
    assert document.places.location(Span(at, at + 5)) == Location("texts/ferry.txt", 1, 8, 5)
    assert document.places.location(Span(at - 1, at + 60)) == Location("texts/ferry.txt", 1, 6, 16)


def test_metadata_is_all_but_the_keys_of_the_format() -> None:
    """What front matter would say comes out as metadata."""
    document, _ = read(HEAD + "sha256: " + "0" * 64 + "\nskip: []\nannotations:\npublisher: Courier\n")
    assert to_plain(document.metadata) == {"title": "Ferry", "publisher": "Courier"}
    assert document.slug == "ferry"


def test_an_entry_becomes_a_mark() -> None:
    """Kind, id, standing, attributes and verified values keep their places."""
    document, problems = annotated(
        "{kind: figure, id: out, standing: claimed, start: 23, end: 31, exact: 14 crews, measure: crews-out, "
        "because: [a, b], read: {value: 14, of: crews}}"
    )
    assert problems == []
    (mark,) = document.marks
    assert (mark.kind, mark.id, mark.spans) == ("figure", "out", (Span(23, 31),))
    assert mark.words == ("14 crews",)
    assert [name for name, _ in mark.classes] == ["claimed"]
    assert {key: attribute.value for key, attribute in mark.attributes.items()} == {
        "measure": "crews-out",
        "because": "a b",
    }
    assert mark.attributes["measure"].location == Location(PATH, 4, 94, 9)
    assert mark.attributes["measure"].key_location == Location(PATH, 4, 85, 7)
    assert mark.read == {"value": "14", "of": "crews"}
    assert (mark.location.line, mark.location.column) == (4, 5)
    assert mark.kind_location == Location(PATH, 4, 12, 6)
    assert mark.id_location == Location(PATH, 4, 24, 3)


def test_marks_stand_in_the_order_of_their_words() -> None:
    """An outer mark comes before the ones inside it, whatever the order of the entries."""
    document, _ = annotated(
        "{kind: figure, start: 23, end: 31}",
        "{kind: event, start: 0, end: 5}",
        "{kind: quote, start: 22, end: 41}",
    )
    assert [mark.kind for mark in document.marks] == ["event", "quote", "figure"]


def test_words_alone_are_looked_for() -> None:
    """Words that stand once need no positions; context makes them unique."""
    document, problems = annotated(
        "{kind: event, exact: Talks  resume}", "{kind: figure, exact: '14', suffix: boats}"
    )
    assert problems == []
    assert [mark.spans[0].of(NORMAL) for mark in document.marks] == ["Talks resume", "14"]
    assert document.marks[1].spans == (Span(NORMAL.index("14 boats"), NORMAL.index("14 boats") + 2),)


def test_words_that_cannot_be_found_are_reported() -> None:
    """Nowhere, in several places, or not in that context: each says so at the words."""
    _, problems = annotated(
        "{kind: event, exact: Talks end}",
        "{kind: figure, exact: '14'}",
        "{kind: figure, exact: 14 boats, prefix: x}",
    )
    assert shown(problems) == [
        ("words-not-found", 4, 26),
        ("ambiguous-words", 5, 27),
        ("context-mismatch", 6, 27),
    ]
    assert "does not stand" in problems[0].message
    assert "stands 2 times" in problems[1].message
    assert problems[1].related == (
        Location("texts/ferry.txt", 3, 2, 2),
        Location("texts/ferry.txt", 4, 15, 2),
    )
    assert "not between this prefix and suffix" in problems[2].message


def test_half_a_character_is_no_word() -> None:
    """A person in a group of joined signs does not stand there by themselves, and the message says why."""
    body = "text: a.txt\nannotations:\n  - {kind: event, exact: 👩}\n"
    _, problems = read_standoff(PATH, body, lambda _: ("Some 👩\u200d🚀 flew.", []))
    (problem,) = problems
    assert problem.code == "words-not-found"
    assert problem.message == "'👩' stands in the text only inside what readers see as one character"


def test_frequent_words_are_not_counted_to_the_end() -> None:
    """A letter that stands a million times costs no more than one that stands often."""
    document, problems = read_standoff(
        PATH, HEAD + "annotations: [{kind: event, exact: e}]\n", lambda _: ("e" * 100_000, [])
    )
    assert document is not None
    (problem,) = problems
    assert "stands at least 50 times" in problem.message
    assert len(problem.related) == 3


def test_words_at_another_place_are_reported_with_it() -> None:
    """The problem names what was found and where the words stand now: where their context is, if anywhere."""
    document, problems = annotated(
        "{kind: figure, start: 0, end: 8, exact: 14 crews}",
        "{kind: figure, start: 500, end: 508, exact: 14 crews}",
        "{kind: figure, start: 0, end: 2, exact: '14'}",
        "{kind: figure, start: 0, end: 2, exact: '14', suffix: boats}",
        "{kind: figure, start: 0, end: 8, exact: 15 crews}",
    )
    assert document.marks == ()
    assert [problem.code for problem in problems] == [*["words-moved"] * 4, "words-not-found"]
    assert "found 'Ferry cr'; they stand at 23–31" in problems[0].message
    assert problems[0].related == (Location("texts/ferry.txt", 3, 2, 8),)
    assert f"the text ends at {len(NORMAL)}; they stand at 23–31" in problems[1].message
    assert "they stand at 23–25 and at 68–70" in problems[2].message
    assert problems[3].message.endswith("they stand at 68–70")
    assert problems[4].message.endswith("found 'Ferry cr'; they stand nowhere in the text")
    assert problems[4].related == (Location("texts/ferry.txt", 1, 1, 9),)


def test_words_at_their_place_keep_their_context() -> None:
    """Equal words in another context are other words: prefix and suffix are checked where they are given."""
    document, problems = annotated(
        "{kind: figure, start: 23, end: 31, exact: 14 crews, prefix: out. “, suffix: are}",
        "{kind: figure, start: 23, end: 31, exact: 14 crews, prefix: in.}",
        "{kind: figure, start: 23, end: 31, exact: 14 crews, suffix: were}",
        "{kind: figure, start: 23, end: 31, exact: ' '}",
    )
    assert shown(problems) == [
        ("context-mismatch", 5, 65),
        ("context-mismatch", 6, 65),
        ("bad-value", 7, 47),
    ]
    assert "expected 'in.' before the words, found 'Ferry crews are out." in problems[0].message
    assert [mark.spans for mark in document.marks] == [(Span(23, 31),)]


def test_utf16_positions_are_recognised() -> None:
    """Positions that a tool in JavaScript counted are told from wrong ones."""
    at = NORMAL.index("14 boats")
    _, problems = annotated(f"{{kind: figure, start: {at + 1}, end: {at + 9}, exact: 14 boats}}")
    assert f"UTF-16 code units, in code points they are {at}–{at + 8}" in problems[0].message
    assert [problem.code for problem in problems] == ["bad-position"]
    _, problems = annotated(f"{{kind: figure, start: 0, end: {len(NORMAL) + 1}}}")
    assert f"the text ends at {len(NORMAL)}" in problems[0].message
    assert "UTF-16" in problems[0].message


def test_positions_that_are_none() -> None:
    """Negative, reversed, empty, past the end, missing or no number: each at its value."""
    document, problems = annotated(
        "{kind: a, start: -1, end: 5}",
        "{kind: a, start: 5, end: 3}",
        "{kind: a, start: 5, end: 5}",
        "{kind: a, start: 5, end: 5000}",
        "{kind: a, start: five, end: 6}",
        "{kind: a, start: 5}",
        "{kind: a, end: 5}",
        "{kind: a}",
        "{kind: a, start: [5], end: 6}",
    )
    assert document.marks == ()
    assert shown(problems) == [
        ("bad-position", 4, 22),
        ("bad-position", 5, 30),
        ("bad-position", 6, 30),
        ("bad-position", 7, 30),
        ("bad-position", 8, 22),
        ("missing-key", 9, 5),
        ("missing-key", 10, 5),
        ("missing-key", 11, 5),
        ("bad-value", 12, 22),
    ]


def test_discontinuous_marks() -> None:
    """Several spans make one mark, in the order of their words; they may not overlap."""
    document, problems = annotated(
        "{kind: quote, spans: [{start: 23, end: 31, exact: 14 crews}, {exact: Ferry crews}]}",
        "{kind: quote, spans: [{start: 0, end: 9}, {start: 5, end: 12}]}",
        "{kind: quote, spans: []}",
        "{kind: quote, spans: [{start: 0, end: 9}, {start: 9, end: 1}]}",
    )
    assert [mark.spans for mark in document.marks] == [(Span(0, 11), Span(23, 31))]
    assert document.marks[0].words == ("Ferry crews", "14 crews")
    assert shown(problems) == [("bad-position", 5, 47), ("bad-value", 6, 26), ("bad-position", 7, 63)]


def test_skipped_words() -> None:
    """Boilerplate is named like annotations are."""
    document, problems = read(HEAD + "skip:\n  - {start: 0, end: 20}\n  - {exact: she said}\n  - x\n" + HASH)
    assert document.source is not None
    assert [span.of(NORMAL) for span in document.source.skipped] == ["Ferry crews are out.", "she said"]
    assert shown(problems) == [("bad-value", 6, 5)]


def test_the_hash_is_checked() -> None:
    """The recorded hash must be that of the normalised text; any case of letters will do."""
    digest = read_plain(TEXT).sha256
    document, problems = read(f"{HEAD}sha256: {digest.upper()}\n")
    assert (document.sha256, problems) == (digest, [])
    _, problems = read(f"{HEAD}sha256: {'0' * 64}\n")
    assert shown(problems) == [("hash-mismatch", 3, 9)]
    assert digest in problems[0].message
    _, problems = read(f"{HEAD}sha256: abc\n")
    assert shown(problems) == [("bad-value", 3, 9)]


def test_positions_alone_need_a_hash() -> None:
    """Where neither words nor hash are recorded, a change of the text would pass: one warning a file."""
    entries = "annotations:\n  - {kind: event, start: 0, end: 5}\n  - {kind: event, start: 6, end: 9}\n"
    _, problems = read(HEAD + entries)
    assert shown(problems) == [("unverified-words", 4, 5)]
    assert "(and so does 1 other)" in problems[0].message
    assert read(HEAD + entries + HASH)[1] == []
    assert read("title: Ferry\n" + entries)[1] == []
    assert read(HEAD + "annotations: [{kind: event, start: 0, end: 5, exact: Ferry}]\n")[1] == []


def test_without_a_text_positions_and_words_are_kept() -> None:
    """A file that names no text is no problem; nothing is checked that cannot be."""
    document, problems = read(
        "title: x\nannotations:\n  - {kind: figure, start: 5, end: 13, exact: 14 crews}\n"
    )
    assert problems == []
    assert (document.source, document.places) == (None, None)
    assert document.marks[0].words == ("14 crews",)
    document, problems = read("title: x\nannotations:\n  - {kind: figure, start: 5, end: 13}\n")
    assert document.marks[0].words is None
    _, problems = read("annotations:\n  - {kind: figure, exact: 14 crews}\n")
    assert shown(problems) == [("text-needed", 2, 27)]


def test_a_named_text_that_is_not_there() -> None:
    """It is a warning at its name; what hinders reading it is reported instead, if that is known."""
    document, problems = read("text: other.txt\nannotations:\n  - {kind: figure, start: 5, end: 13}\n")
    assert shown(problems) == [("text-missing", 1, 7)]
    assert len(document.marks) == 1
    hindrance = Problem(code="unreadable-file", message="not UTF-8", location=Location("seeds/other.txt"))
    _, problems = read_standoff(PATH, "text: other.txt\n", lambda _: (None, [hindrance]))
    assert problems == [hindrance]


def test_a_text_is_named_relative_to_the_file() -> None:
    """Absolute paths and addresses are refused, and never loaded."""
    for name in ("/etc/passwd", "https://example.org/a.txt", "C:\\a.txt", '""'):
        _, problems = read_standoff(PATH, f"text: {name}\n", lambda path: (path, []))
        assert shown(problems) == [("bad-value", 1, 7)]
    document, _ = read_standoff("seeds/a/b.yml", "text: ../../x/t.txt\n", lambda path: (path, []))
    assert document is not None
    assert document.source is not None
    assert document.source.text == "x/t.txt"


def test_entries_of_the_wrong_shape() -> None:
    """Each is a problem at its place, and the others are read."""
    document, problems = annotated(
        "x",
        "{start: 0, end: 5}",
        "{kind: [a], start: 0, end: 5}",
        "{kind: a, start: 0, end: 5, note: {b: c}}",
        "{kind: a, start: 0, end: 5, read: 5}",
        "{kind: a, start: 0, end: 5, standings: [planned, denied]}",
    )
    assert shown(problems) == [
        ("bad-value", 4, 5),
        ("missing-key", 5, 5),
        ("bad-value", 6, 12),
        ("bad-value", 7, 39),
        ("bad-value", 8, 39),
    ]
    assert [[name for name, _ in mark.classes] for mark in document.marks] == [[], [], ["planned", "denied"]]
    _, problems = read("annotations: x\nskip: {a: b}\ntext: []\n")
    assert shown(problems) == [("bad-value", 1, 14), ("bad-value", 2, 7), ("bad-value", 3, 7)]


def test_files_that_are_no_mapping() -> None:
    """Nothing, a list, or broken YAML gives a problem and no document."""
    for raw in ("", "- a\n", "a: b: c\n"):
        document, problems = read_standoff(PATH, raw, load)
        assert document is None
        assert [problem.code for problem in problems] == ["broken-front-matter"]


def test_the_ending_names_the_format() -> None:
    """Every format of the table is chosen by its ending; others are a problem."""
    assert list(FORMATS) == [".md", ".yml"]
    document, _ = read_document("seeds/a.md", "---\ntitle: x\n---\n[a]{.figure}\n", load)
    assert document is not None
    assert len(document.marks) == 1
    document, _ = read_document(PATH, HEAD, load)
    assert document is not None
    assert document.source is not None
    assert read_document("seeds/a.txt", "", load)[1][0].code == "unreadable-file"


def test_inline_and_standoff_agree() -> None:
    """The same article in both forms has the same text, blocks and hash."""
    inline, _ = read_document("seeds/a.md", f"---\ntitle: x\n---\n{TEXT}", load)
    standoff, _ = read_document(PATH, HEAD, load)
    assert inline is not None
    assert standoff is not None
    assert inline.source == standoff.source


def test_a_position_inside_a_character_is_refused() -> None:
    """A span never splits what readers see as one character; the message gives the whole."""

    def load_text(_: str) -> tuple[str | None, list[Problem]]:
        return "An x\u0303 👩\u200d🚀 there.\n", []

    for start, end, whole in ((3, 4, "3–5"), (4, 5, "3–5"), (6, 7, "6–9"), (8, 9, "6–9")):
        entry = f"annotations: [{{kind: event, start: {start}, end: {end}}}]\n"
        document, problems = read_standoff(PATH, HEAD + entry, load_text)
        assert document is not None
        assert document.marks == ()
        assert [problem.code for problem in problems] == ["bad-position"]
        assert whole in problems[0].message
    _, problems = read_standoff(PATH, HEAD + "annotations: [{kind: event, start: 3, end: 9}]\n", load_text)
    assert [problem.code for problem in problems] == ["unverified-words"]
    _, problems = read_standoff(PATH, HEAD + "annotations: [{kind: event, exact: x}]\n", load_text)
    assert [problem.code for problem in problems] == ["words-not-found"]
