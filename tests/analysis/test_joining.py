"""Facts that tell the same."""

from __future__ import annotations

from generator.analysis import joined
from tests.support.work import calls

Fact = tuple[str, tuple[str, ...]]


def _groups(*facts: Fact) -> list[list[str]]:
    found = joined(facts, lambda fact: (fact[0],), lambda fact: fact[1])
    return [[fact[0] for fact in group] for group in found]


def test_what_repeats_another_stands_with_it() -> None:
    """Groups, and the facts in them, keep the order given, whichever way a reference points."""
    assert _groups(("a", ()), ("b", ("d",)), ("c", ("a",)), ("d", ())) == [["a", "c"], ["b", "d"]]


def test_a_chain_is_one_group() -> None:
    """What repeats a repetition repeats the first."""
    assert _groups(("a", ("b",)), ("b", ("c",)), ("c", ())) == [["a", "b", "c"]]


def test_circles_come_to_an_end() -> None:
    """Facts that repeat each other in a circle, or themselves, are one group."""
    assert _groups(("a", ("b",)), ("b", ("c",)), ("c", ("a", "c"))) == [["a", "b", "c"]]


def test_what_is_not_at_hand_joins_nothing() -> None:
    """Two facts that repeat a third that is not there stay two: nobody has said what it is."""
    assert _groups(("a", ("x",)), ("b", ("x",))) == [["a"], ["b"]]


def test_any_key_of_a_fact_leads_to_it() -> None:
    """A fact with several marks is meant by the key of each."""
    found = joined(
        [("a", "a2"), ("b", "b2")], lambda fact: fact, lambda fact: ("a2",) if fact[0] == "b" else ()
    )
    assert found == [(("a", "a2"), ("b", "b2"))]


def test_joining_is_linear() -> None:
    """Ten times the facts in one chain cost about ten times the work."""

    def chain(count: int) -> int:
        facts: list[Fact] = [(str(number), (str(number + 1),)) for number in range(count)]
        return calls(lambda: _groups(*facts))

    assert chain(4_000) < 12 * chain(400)
