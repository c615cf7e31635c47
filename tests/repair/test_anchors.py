"""Anchors of standoff files, found again in an edited text."""

from __future__ import annotations

import pytest

from generator.repair import Repair, repair, unified_diff
from generator.text import read_plain

PATH = "seeds/ferry.yml"
TEXT = (
    "In the port, some 14 crews are out.\n\nOn Monday the harbor minister asked the crews to come back. "
    "Talks resume; 9 boats lie idle. The union wants talks. The ministry wants no talks.\n"
)
NORMAL = read_plain(TEXT).text
NEW_HASH = read_plain(TEXT).sha256
OLD_HASH = "0" * 64


def repaired(body: str, text: str | None = TEXT) -> Repair:
    """Repair a file that can be read."""
    found, problems = repair(PATH, body, lambda _: (text, []))
    assert problems == []
    assert found is not None
    return found


def entries(*lines: str, sha256: str | None = None) -> str:
    """Return a file with annotations."""
    head = f"title: Ferry # ours\ntext: ../texts/ferry.txt\n{f'sha256: {sha256}' if sha256 else '# none'}\n"
    return head + "annotations:\n" + "".join(f"  - {line}\n" for line in lines)


def changed_lines(done: Repair) -> list[str]:
    """Return the lines that a repair brings in."""
    lines = unified_diff(done.path, done.before, done.after)
    return [line[1:].strip() for line in lines if line[0] == "+" and not line.startswith("+++")]


def reasons(done: Repair) -> list[str]:
    """Return why anchors are left."""
    return [each.reason for each in done.uncertain]


def test_words_that_stand_where_recorded_are_left() -> None:
    """With positions or without, there is nothing to do, and not a byte changes."""
    done = repaired(
        entries("{kind: figure, start: 18, end: 26, exact: 14 crews}", "{kind: figure, exact: 9 boats}")
    )
    assert not done.is_needed
    assert done.after == done.before


def test_moved_words_get_new_positions() -> None:
    """Only positions are touched; quotation marks, comments and order of the keys stay."""
    done = repaired(entries("{exact: '14 crews', kind: figure, end: 13, start: \"5\"} # one"))
    assert changed_lines(done) == ["- {exact: '14 crews', kind: figure, end: 26, start: \"18\"} # one"]
    (change,) = done.changes
    assert (change.before, change.after, change.location.line) == ("14 crews", "14 crews", 5)
    assert change.likeness == 1


def test_changed_words_are_recorded_anew() -> None:
    """Words that are long and like enough are found, and written with the quotation marks that they had."""
    for mark in ("", "'", '"'):
        words = f"{mark}the harbour minister has asked the crews to come back{mark}"
        done = repaired(entries(f"{{kind: event, exact: {words}, start: 1, end: 5}}"))
        new = f"{mark}the harbor minister asked the crews to come back{mark}"
        assert changed_lines(done) == [f"- {{kind: event, exact: {new}, start: 47, end: 95}}"]
        assert 0.9 < done.changes[0].likeness < 1


def test_context_chooses_between_equal_words() -> None:
    """The place between the recorded context is meant; context that changed is recorded anew."""
    done = repaired(
        entries(
            "{kind: event, exact: talks, prefix: The union wants, start: 1, end: 6}",
            "{kind: event, exact: talks, prefix: 'The ministry wants ', suffix: now., start: 1, end: 6}",
        )
    )
    at = NORMAL.index("talks.")
    assert changed_lines(done) == [
        f"- {{kind: event, exact: talks, prefix: The union wants, start: {at}, end: {at + 5}}}"
    ]
    assert reasons(done) == ["several places are as likely"]


def test_changed_context_is_recorded_anew() -> None:
    """Context that no longer stands around the words would be a problem of its own."""
    done = repaired(
        entries("{kind: figure, exact: 14 crews, prefix: 'In our port, some ', start: 21, end: 29}")
    )
    assert changed_lines(done) == [
        "- {kind: figure, exact: 14 crews, prefix: 'In the port, some ', start: 18, end: 26}"
    ]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{kind: a, exact: 15 crews, start: 18, end: 26}", "the most like words have another number"),
        ("{kind: a, exact: fifteen crews are out of work now, start: 18, end: 26}", "too different"),
        ("{kind: a, exact: The ministry wants talks, start: 1, end: 6}", "deny, or no longer deny"),
        ("{kind: a, exact: talks, start: 1, end: 6}", "several places are as likely"),
        ("{kind: a, exact: port, start: 1, end: 5}", "words so short need a prefix or suffix"),
        ("{kind: a, exact: port, prefix: left every single, start: 1, end: 5}", "around the most like words"),
        ("{kind: a, exact: nobody knows why, start: 1, end: 5}", "no words like them stand in the text"),
        ("{kind: a, exact: 14 crews, start: 5}", "only one of 'start' and 'end'"),
        ("{kind: a, exact: 14 crews, start: 5, end: [1]}", "'end' cannot be replaced in place"),
    ],
)
def test_what_is_uncertain_is_left(entry: str, reason: str) -> None:
    """A close second, another number, a denial, too few words: listed with its reason, not a byte changed."""
    done = repaired(entries(entry))
    assert done.after == done.before
    assert done.changes == ()
    (found,) = reasons(done)
    assert reason in found


def test_uncertain_words_come_with_their_likeliest_places() -> None:
    """A person sees what was found, the likeliest first."""
    done = repaired(entries("{kind: a, exact: 15 crews, start: 18, end: 26}"))
    (left,) = done.uncertain
    assert left.places[0][1] == "14 crews"
    assert left.places[0][0].of(NORMAL) == "14 crews"


def test_values_that_run_over_lines_are_left() -> None:
    """Where a value cannot be replaced in place, a person has to."""
    words = "the harbour minister has asked\n      the crews to come back"
    for written in (
        words,
        f'"{words}"',
        f"|-\n      {words}",
        ">-\n      the harbour minister has asked crews",
    ):
        body = entries("kind: event").replace(
            "event\n", f"event\n    start: 1\n    end: 3\n    exact: {written}\n"
        )
        done = repaired(body)
        assert done.after == done.before
        assert "cannot be replaced in place" in reasons(done)[0]


def test_words_without_positions() -> None:
    """They are looked for when they stand nowhere, and must then stand in one place only."""
    done = repaired(entries("{kind: event, exact: On Monday the harbour minister asked the crews}"))
    assert changed_lines(done) == ["- {kind: event, exact: On Monday the harbor minister asked the crews}"]


def test_spans_of_one_annotation_stay_apart() -> None:
    """No span is moved onto another one of the same annotation."""
    spans = "[{exact: 14 crews, start: 18, end: 26}, {exact: 14 crews are, start: 1, end: 9}]"
    done = repaired(entries(f"{{kind: quote, spans: {spans}}}"))
    assert reasons(done) == ["the most like words belong to another span of this annotation"]
    spans = "[{exact: 9 boats lie idle, start: 3, end: 9}, {exact: 14 crews are, start: 1, end: 9}]"
    done = repaired(entries(f"{{kind: quote, spans: {spans}}}"))
    assert [change.after for change in done.changes] == ["9 boats lie idle", "14 crews are"]


def test_the_hash_follows_when_all_is_sure() -> None:
    """It speaks for the whole text, so it stays while anything is left to a person."""
    moved = "{kind: figure, start: 5, end: 13, exact: 14 crews}"
    done = repaired(entries(moved, sha256=OLD_HASH))
    assert f"sha256: {NEW_HASH}" in done.after
    done = repaired(entries(moved, "{kind: figure, start: 5, end: 13}", sha256=OLD_HASH))
    assert f"sha256: {OLD_HASH}" in done.after
    assert reasons(done) == ["the text changed, and this records no words to find"]
    done = repaired(entries(moved, "{kind: figure, start: 5, end: 13}", sha256=NEW_HASH.upper()))
    assert (len(done.changes), done.uncertain) == (1, ())
    assert repaired(entries(sha256=OLD_HASH)).is_needed


def test_verified_positions_are_left_to_a_person() -> None:
    """What was read from the text before may not be true of the one now, so the hash stays."""
    entry = "{kind: event, start: 5, end: 13, exact: 14 crews, read: {date: 2031, support: 1-5}}"
    done = repaired(entries(entry, sha256=OLD_HASH))
    assert "start: 18, end: 26" in done.after
    assert f"sha256: {OLD_HASH}" in done.after
    assert "'read' holds positions" in reasons(done)[0]
    assert repaired(entries(entry, sha256=NEW_HASH)).uncertain == ()


def test_all_lists_of_the_file_have_anchors() -> None:
    """Boilerplate and recorded names move with the text, too."""
    body = "text: a.txt\nskip: [{exact: 9 boats lie idle, start: 1, end: 3}]\nnames: [{start: 1, end: 4}]\n"
    done = repaired(body)
    assert [change.after for change in done.changes] == ["9 boats lie idle"]
    assert reasons(repaired(body + f"sha256: {OLD_HASH}\n")) == [
        "the text changed, and this records no words to find"
    ]


HEADED = "Some news.\n\nFerry talks resume at Port Alder\n\nThe crews are out.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[0, 20]", "[0, 12, 46]"),
        ("[0,20,  30,40] # kept", "[0,12,46] # kept"),
        ("[7]", "[0, 12, 46]"),
        ("\n  - 0\n  - 20", "\n  - 0\n  - 12\n  - 46"),
        ("\n- 0\n- 20\n- 30\n- 40", "\n- 0\n- 12\n- 46"),
    ],
)
def test_paragraphs_follow_the_text(before: str, after: str) -> None:
    """Where they begin is known from the text alone, however the list is written."""
    body = f"text: a.txt\nparagraphs: {before}\nannotations: []\n"
    done = repaired(body, HEADED)
    assert done.after == f"text: a.txt\nparagraphs: {after}\nannotations: []\n"
    assert not repaired(done.after, HEADED).is_needed


@pytest.mark.parametrize("before", ["[]", "soon", "[0, # one\n  20]", "\n  - 0", "[a: 1]"])
def test_paragraphs_that_cannot_be_replaced_are_told(before: str) -> None:
    """A person is told what the list should be."""
    done = repaired(f"text: a.txt\nparagraphs: {before}\nannotations: []\n", HEADED)
    assert done.after == done.before
    assert reasons(done) == [
        "the value of 'paragraphs' cannot be replaced in place; it should be [0, 12, 46]"
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "exact: Ferry talks resume at Port Alder, start: 0, end: 32",
            "exact: Ferry talks resume at Port Alder, start: 12, end: 44",
        ),
        (
            "exact: The ferry talks resume in Port Alder, start: 12, end: 30",
            "exact: Ferry talks resume at Port Alder, start: 12, end: 44",
        ),
        ("exact: Some news., start: 3, end: 13", "exact: Some news., start: 0, end: 10"),
    ],
)
def test_roles_follow_whole_paragraphs(entry: str, expected: str) -> None:
    """A heading that moved or was edited is found by its words, as the whole paragraph that it is."""
    done = repaired(f"text: a.txt\nblocks:\n  - {{role: heading, {entry}}}\n", HEADED)
    assert done.after == f"text: a.txt\nblocks:\n  - {{role: heading, {expected}}}\n"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("start: 0, end: 11", "no whole paragraph stands at its positions, and it records no words to find"),
        ("start: 0, end: 900", "no whole paragraph stands at its positions, and it records no words to find"),
        ("exact: Some, start: 0, end: 4", "the most like words are too different"),
        ("exact: Elsewhere, start: 0, end: 9", "no words like them stand in the text"),
    ],
)
def test_roles_of_no_whole_paragraph_are_left(entry: str, reason: str) -> None:
    """What cannot be told is left to a person; only the words of a whole paragraph make a heading."""
    done = repaired(f"text: a.txt\nblocks:\n  - {{role: heading, {entry}}}\n", HEADED)
    assert (done.after, reasons(done)) == (done.before, [reason])


def test_positions_outside_the_text_are_left() -> None:
    """Without words, and without a hash, a position that is not in the text needs a person."""
    done = repaired("text: a.txt\nnames: [{start: 1, end: 900, actors: a}, {start: 1, end: 3, actors: a}]\n")
    assert reasons(done) == ["nothing whole stands at its positions, and it records no words to find"]


def test_line_ends_and_byte_order_mark_stay() -> None:
    """Every byte but the values is kept."""
    body = "\ufeff" + entries("{kind: figure, start: 5, end: 13, exact: 14 crews}").replace("\n", "\r\n")
    assert repaired(body).after == body.replace("start: 5, end: 13", "start: 18, end: 26")


def test_files_that_cannot_be_repaired() -> None:
    """Broken YAML, no text named, or a text that is not there: no repair, and a problem that says so."""
    for body, code in (
        ("a: b: c\n", "broken-front-matter"),
        ("title: x\n", "text-missing"),
        ("text: gone.txt\n", "text-missing"),
    ):
        found, problems = repair(PATH, body, lambda _: (None, []))
        assert found is None
        assert [problem.code for problem in problems] == [code]


def test_hostile_texts_end() -> None:
    """Words that stand everywhere, or are longer than any annotation, cost no more than others."""
    done = repaired(
        entries(
            "{kind: a, exact: e, start: 5, end: 6}", f"{{kind: a, exact: {'ab ' * 5000}, start: 1, end: 2}}"
        ),
        "x " + "e e e " * 5000,
    )
    assert reasons(done) == ["several places are as likely", "no words like them stand in the text"]
    done = repaired(entries("{kind: a, exact: e e e e f e e e e, start: 5, end: 6}"), "e " * 10_000)
    assert len(done.uncertain) == 1
