"""The table says what was measured, and what was not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from importlib import metadata

import pytest

from benchmarks.score import run
from benchmarks.score.gold import Gold, Item, Kind, Number
from generator.text import Span, read_plain
from tests.support.shared import SHARED, needs_shared
from tools.set_up import ROOT
from tools.set_up_score import LIBRARIES, steps


def _gold() -> Gold:
    return Gold(
        name="a",
        corpus="invented",
        source=read_plain("The strike of 14 crews goes on."),
        published=dt.date(2031, 5, 13),
        items={Kind.QUANTITY: (Item(Span(14, 22), Number(Decimal(14), Decimal(14))),)},
    )


def test_our_drafts_are_scored() -> None:
    """A figure that the draft finds is right, and its row is ours."""
    (row, *_) = run.score([_gold()], [Kind.QUANTITY], with_peers=False)
    assert row.system == run.OURS
    assert row.counts["all"].f1 == 1


def test_an_absent_library_is_said_to_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is guessed of a library that is not installed."""

    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    table = run.table(list(run.score([_gold()], [Kind.QUANTITY])))
    assert "quantulum3 | not installed" in table
    assert "100.0 | 100.0 | **100.0**" in table


def test_some_texts_are_held_out() -> None:
    """Whether a text may be learnt from depends on its name alone."""
    names = [f"text-{number}" for number in range(300)]
    unseen = sum(_named(name).is_unseen for name in names)
    assert 60 < unseen < 140


def _named(name: str) -> Gold:
    return Gold(name=name, corpus="", source=read_plain("Words."), published=dt.date(2031, 5, 13), items={})


@needs_shared
def test_the_corpora_are_read_whole() -> None:
    """All texts that are there become gold, and every kind has some."""
    texts = run.read_gold(SHARED)
    assert {gold.corpus for gold in texts} == {"MEANTIME", "GUM", "TimeML sample", "ours"}
    for kind in Kind:
        assert sum(len(gold.items.get(kind, ())) for gold in texts) > 50


def test_each_library_is_installed_by_itself() -> None:
    """One that an index does not have leaves the others standing; the model is held to its hash."""
    product, *others, model = steps(ROOT)
    assert [step[-1] for step in others] == list(LIBRARIES)
    assert all("constraints.txt" in step[1] for step in (product, *others))
    assert "--require-hashes" in model
    assert not any(each.startswith("mkdocs") for each in product)
