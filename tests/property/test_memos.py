"""What holds for any text of a memo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.memos import read_memo
from generator.text import LineIndex
from generator.values import Name, NameIndex

_NAMES = NameIndex.of([Name(text="Ida Vance", actor="vance", weak=False)])
_FRONT = "---\ntitle: The strike\ndate: 2031-05-20\n---\n"
_PARTS = st.sampled_from(
    ["[", "](", "a#b", ")", "14 crews", "Ida Vance", '"', "\n", "\n\n", "- ", "## ", "> ", "```", "*", "<b>"]
)
_BODIES = st.lists(st.one_of(_PARTS, st.text(max_size=8)), max_size=30).map(
    lambda parts: "".join(parts).replace("\r", "\n")
)


@given(_BODIES)
def test_any_body_is_read_with_its_problems_in_place(body: str) -> None:
    """Nothing raises, and each problem stands at a place that the file has."""
    raw = _FRONT + body
    read = read_memo("seeds/memos/may.md", raw, _NAMES, {}, lambda key, _: key == "a#b")
    lines = LineIndex("seeds/memos/may.md", raw)
    for problem in read.problems:
        assert 1 <= problem.location.line <= raw.count("\n") + 1
        assert problem.location.column <= len(lines.line(problem.location.line)) + 1
    assert read.memo is not None
    assert all(words.fact in {None, "a#b"} for block in read.memo.blocks for words in block.words)


@given(_BODIES)
def test_every_number_and_name_is_linked_or_a_problem(body: str) -> None:
    """A sentence with a number and a name that nothing carries is never passed over."""
    raw = f"{_FRONT}{body}\n\nIda Vance sees 14 crews.\n"
    read = read_memo("seeds/memos/may.md", raw, _NAMES, {}, lambda key, _: key == "a#b")
    last = raw.count("\n")
    found = [problem.message for problem in read.problems if problem.location.line == last]
    assert len([message for message in found if "Ida Vance" in message or "14 crews" in message]) == 2
