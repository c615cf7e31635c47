"""Which articles come from one origin."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.analysis import Origin, OriginReason, origins, tellings
from generator.model import Provenance, Summary
from generator.reading.credits import credited_names
from generator.text import Block, Source, Span, likeness, sketch
from tests.support.records import replace

_WIRE = (
    "Crews of the night boats in Port Alder went on strike at noon, and no ferry left the harbour after. "
    "The ministry asked both sides to come back to the table by Thursday. The union wants two more hands on "
    "each boat and a longer pause between the crossings, which the company calls out of reach this summer."
)


def _source(text: str, skipped: tuple[Span, ...] = ()) -> Source:
    blocks: list[Block] = []
    start = 0
    for part in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(part))))
        start += len(part) + 2
    return Source.of(text, tuple(blocks), skipped)


def _summary(  # noqa: PLR0913  # one word for each thing that an article may name
    slug: str,
    publisher: str | None,
    *,
    day: int = 13,
    agency: str | None = None,
    via: str | None = None,
    text: str = "",
    same: tuple[tuple[str, str], ...] = (),
) -> Summary:
    return Summary(
        slug=slug,
        path=f"seeds/{slug}.md",
        title=slug,
        facts=(),
        references=(),
        actors={},
        declared={},
        used_actors=(),
        used_measures=(),
        stories=(),
        provenance=Provenance(
            published=dt.date(2031, 5, day),
            publisher=publisher,
            agency=agency,
            via=via,
            credited=credited_names(_source(text)) if text else (),
            sketch=sketch(_source(text)) if text else b"",
        ),
        same=same,
    )


def _placed(*summaries: Summary) -> dict[str, Origin]:
    return origins({summary.slug: summary for summary in summaries})


def test_an_agency_is_the_origin_of_all_that_name_it() -> None:
    """Two outlets that print an agency's report have one origin; a third one's own report has another."""
    placed = _placed(
        _summary("a", "Alder Courier", agency="Coastal Press"),
        _summary("b", "Harbour Gazette", agency="the coastal  press"),
        _summary("c", "Harbour Gazette"),
    )
    assert placed["a"].id == placed["b"].id != placed["c"].id
    assert (placed["b"].name, placed["b"].reason) == ("Coastal Press", OriginReason.AGENCY)
    assert placed["a"].is_shared
    assert not placed["c"].is_shared


def test_an_outlet_that_others_take_from_is_their_origin() -> None:
    """A declared ``via`` goes before an agency, and joins the outlet's own articles."""
    placed = _placed(
        _summary("a", "Alder Courier"),
        _summary("b", "Harbour Gazette", agency="Coastal Press", via="Alder Courier"),
    )
    assert placed["a"].id == placed["b"].id
    assert placed["a"].is_shared


@pytest.mark.parametrize(
    "text",
    [
        "PORT ALDER (Coastal Press) — Talks resumed.",
        "Talks resumed.\n\nSource: Coastal Press",
        "Talks resumed.\n\n(Reporting by Coastal Press)",
        "Talks resumed.\n\nWith material from Coastal Press and Reuters.",
        "Talks resumed.\n\nFirst published by the Coastal Press.",
    ],
)
def test_a_text_may_credit_an_outlet(text: str) -> None:
    """What stands behind the place, or in a line of its own, is a credit where somebody bears the name."""
    one = _summary("a", "Alder Courier", text=text)
    placed = _placed(one, _summary("b", "Coastal Press"))
    assert (placed["a"].name, placed["a"].reason) == ("Coastal Press", OriginReason.CREDIT)
    assert _placed(one)["a"].reason is OriginReason.PUBLISHER


def test_a_sentence_that_names_an_outlet_credits_nothing() -> None:
    """Whom somebody told something is no origin of the whole article."""
    text = (
        "The minister told Coastal Press that talks resumed.\n\nThe source: someone close to Coastal Press."
    )
    assert credited_names(_source(text)) == ()


def test_texts_that_are_nearly_the_same_have_one_origin() -> None:
    """A copy with a word changed has the origin of the earlier text; another text has its own."""
    copy = _WIRE.replace("at noon", "on Tuesday at noon")
    placed = _placed(
        _summary("later", "Harbour Gazette", day=14, text=copy),
        _summary("first", "Alder Courier", text=_WIRE),
        _summary("other", "Isle Post", text=" ".join(f"word{number} stands here" for number in range(40))),
    )
    assert placed["later"].id == placed["first"].id
    assert (placed["later"].reason, placed["later"].like) == (OriginReason.TEXT, "first")
    assert 80 <= placed["later"].percent <= 100
    assert placed["other"].reason is OriginReason.PUBLISHER


def test_of_copies_the_one_that_names_an_agency_tells_the_origin() -> None:
    """A copy without a credit has the agency of the copy with one, whichever came first."""
    placed = _placed(
        _summary("a", "Alder Courier", text=_WIRE),
        _summary("b", "Harbour Gazette", day=14, agency="Coastal Press", text=_WIRE),
        _summary("c", "Alder Courier", day=15),
    )
    assert {placed[slug].name for slug in "ab"} == {"Coastal Press"}
    assert placed["a"].like == "b"
    assert placed["c"].name == "Alder Courier"


def test_boilerplate_is_not_compared() -> None:
    """What is skipped leaves the sketch as it is; a short text has none."""
    text = f"{_WIRE}\n\nSubscribe to our newsletter for more of the same every single day of the week."
    rest = Span(len(_WIRE) + 2, len(text))
    assert sketch(_source(text, (rest,))) == sketch(_source(_WIRE))
    assert likeness(sketch(_source(_WIRE)), sketch(_source(_WIRE))) == 1
    assert sketch(_source("Talks resumed.")) == b""


def test_sketches_are_the_same_everywhere() -> None:
    """The values that this machine finds are those that every other one does."""
    assert sketch(_source(_WIRE)).hex()[:32] == "ba7f1320d4142b6bb06319c0b7d3b0a7"


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    """A Japanese text and its copy with a sentence more are found."""
    text = (
        "港の職員は正午にストライキに入り、その後フェリーは一隻も出港しなかった。"
        "省は木曜日までに交渉の席に戻るよう双方に求めた。"
    )
    alike = likeness(sketch(_source(text)), sketch(_source(f"{text}組合は人手を求めている。")))
    assert 0.5 <= alike < 1


def test_a_fact_says_on_how_many_articles_and_origins_it_rests() -> None:
    """References join over several articles; what one article repeats is told once."""
    one = _summary("a", "Alder Courier", agency="Coastal Press", same=(("a#x", "b#y"), ("a#x", "a#z")))
    two = _summary("b", "Harbour Gazette", agency="Coastal Press", same=(("b#y", "c#v"), ("b#k", "b#l")))
    three = _summary("c", "Isle Post")
    summaries = {each.slug: each for each in (one, two, three)}
    found = tellings(summaries, origins(summaries))
    assert found.keys() == {"a", "b", "c"}
    assert found["a"].keys() == {"x", "z"}
    telling = found["c"]["v"]
    assert (telling.articles, telling.origins, telling.names) == (3, 2, ("Coastal Press", "Isle Post"))
    assert found["a"]["x"] == telling
    assert "k" not in found["b"]


def test_many_copies_are_compared_each_with_one() -> None:
    """A thousand copies of one text have one origin, the first article's."""
    found = sketch(_source(_WIRE))
    copies = {
        f"s{number:04}": replace(
            _summary(f"s{number:04}", None), provenance=Provenance(publisher=f"Outlet {number}", sketch=found)
        )
        for number in range(1000)
    }
    assert {origin.id for origin in origins(copies).values()} == {"outlet 0"}
