"""Annotate at random, edit the text at random: nothing wrong is accepted, and what is repaired is right."""

from __future__ import annotations

from typing import Final

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.formats.standoff import read_standoff
from generator.formats.yaml_writer import flow
from generator.problems import Problem
from generator.repair import repair
from generator.selectors import quote
from generator.text import Span, normalise, read_plain, widened

PATH: Final = "seeds/a.yml"
WORDS: Final = """
    the crews of Port Alder asked for talks 14 9 boats, said; “we're close” not éa\u0301 👩\u200d🚀 港
""".split()


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return a text of a few words, many of which repeat."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60))
    breaks = draw(
        st.lists(st.sampled_from([" ", " ", " ", "\n\n"]), min_size=len(words), max_size=len(words))
    )
    return normalise("".join(word + between for word, between in zip(words, breaks, strict=True)))


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Return a text with words put in, taken out and written over."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(st.sampled_from(["", "x", " and ", "14 boats, said", "\n\n", "\u0301", *WORDS]))
        text = text[:start] + put + text[end:]
    return normalise(text)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a text, annotations on it, and the text as it was edited."""
    text = draw(texts())
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text) - 1))
        span = Span(*widened(text, start, min(len(text), start + draw(st.integers(1, 40)))))
        exact, prefix, suffix = quote(text, span)
        if normalise(exact) != exact:
            continue
        entry: dict[str, str | int] = {"kind": "event", "exact": exact}
        if draw(st.booleans()):
            entry |= {"prefix": prefix, "suffix": suffix}
        if draw(st.booleans()):
            entry |= {"start": span.start, "end": span.end}
        lines.append(f"  - {flow(entry)} # stays\n")
    digest = f"sha256: {read_plain(text).sha256}\n" if draw(st.booleans()) else ""
    body = f"text: a.txt\n{digest}annotations:\n{''.join(lines) or '  []'}"
    return text, body, draw(edited(text))


def read(body: str, text: str) -> tuple[list[tuple[int, str, str]], list[Problem]]:
    """Return line, recorded words and words in the text of all marks that are accepted, and the problems."""
    document, problems = read_standoff(PATH, body, lambda _: (text, []))
    assert document is not None
    marks = [(mark.location.line, mark.words, mark.spans[0].of(text)) for mark in document.marks]
    return [(line, words[0], found) for line, words, found in marks if words], problems


@settings(max_examples=150, deadline=None)
@given(cases())
def test_only_the_recorded_words_are_accepted(case: tuple[str, str, str]) -> None:
    """Whatever happens to the text, a mark that is read stands on exactly the words that it records."""
    _, body, after = case
    marks, problems = read(body, after)
    assert [found for _, words, found in marks if words != found] == []
    told = {problem.location.line for problem in problems}
    entries = [number for number, line in enumerate(body.split("\n"), start=1) if line.startswith("  - ")]
    assert set(entries) == {line for line, _, _ in marks} | (told & set(entries))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_what_is_repaired_is_accepted(case: tuple[str, str, str]) -> None:
    """A repaired anchor has no problem, no anchor that stood is touched, and a second repair does nothing."""
    _, body, after = case
    done, _ = repair(PATH, body, lambda _: (after, []))
    assert done is not None
    changed = {change.location.line: change for change in done.changes}
    marks, problems = read(done.after, after)
    told = {problem.location.line for problem in problems}
    assert told & changed.keys() == set()
    assert {line: found for line, _, found in marks if line in changed} == {
        line: change.after for line, change in changed.items()
    }
    assert {mark for mark in read(body, after)[0] if mark[0] not in changed} == {
        mark for mark in marks if mark[0] not in changed
    }
    assert told - {2} == {each.location.line for each in done.uncertain} - {2}
    again, _ = repair(PATH, done.after, lambda _: (after, []))
    assert again is not None
    assert again.changes == ()
    assert again.after == done.after


@settings(max_examples=150, deadline=None)
@given(cases())
def test_only_anchors_are_touched(case: tuple[str, str, str]) -> None:
    """Lines of anchors that were repaired and of the hash change; all others, and comments, stay."""
    _, body, after = case
    done, _ = repair(PATH, body, lambda _: (after, []))
    assert done is not None
    lines = zip(body.split("\n"), done.after.split("\n"), strict=True)
    changed = {change.location.line for change in done.changes}
    for number, (one, other) in enumerate(lines, start=1):
        assert one == other or number in changed or one.startswith("sha256: ")
        assert one.endswith("# stays") == other.endswith("# stays")


@st.composite
def whole_files(draw: st.DrawFn) -> tuple[str, str]:
    """Return a file that records all that depends on its text, and the text as it was edited."""
    text, body, after = draw(cases())
    source = read_plain(text)
    head = f"text: a.txt\nsha256: {source.sha256}\n"
    blocks = [
        f"  - {flow({'role': 'heading', 'exact': words, 'start': block.span.start, 'end': block.span.end})}\n"
        for block in source.blocks
        if normalise(words := block.span.of(text)) == words and draw(st.booleans())
    ]
    starts = [str(block.span.start) for block in source.blocks]
    paragraphs = draw(
        st.sampled_from(
            [
                f"paragraphs: [{', '.join(starts)}]\n",
                "paragraphs:\n" + "".join(f"  - {start}\n" for start in starts),
            ]
        )
    )
    listed = f"blocks:\n{''.join(blocks)}" if blocks else ""
    return f"{head}{listed}{body[body.index('annotations:') :]}\n{paragraphs}", after


@settings(max_examples=200, deadline=None)
@given(whole_files())
@example(
    # one paragraph became two, in a list that does not say how a second one is written
    (
        f"text: a.txt\nsha256: {'0' * 64}\nannotations:\n  - {{kind: event, exact: t}}\nparagraphs:\n  - 0\n",
        "t\n\nhe the the",
    )
)
def test_a_file_in_which_all_is_sure_is_clean(case: tuple[str, str]) -> None:
    """Hash, paragraphs, roles and anchors are true of the text again, but for what is left to a person."""
    body, after = case
    done, _ = repair(PATH, body, lambda _: (after, []))
    assert done is not None
    _, problems = read_standoff(PATH, done.after, lambda _: (after, []))
    left = {each.location.line for each in done.uncertain}
    assert {problem.location.line for problem in problems} - {2} <= left
    assert left or problems == []


@settings(max_examples=100, deadline=None)
@given(cases())
def test_an_unchanged_text_needs_no_repair(case: tuple[str, str, str]) -> None:
    """Of words that stand where they are recorded nothing is proposed."""
    text, body, _ = case
    done, _ = repair(PATH, body, lambda _: (text, []))
    assert done is not None
    assert done.before == done.after
    assert done.changes == ()
