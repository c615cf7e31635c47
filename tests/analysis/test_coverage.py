"""What the marks of an article leave open."""

from __future__ import annotations

import pytest

from generator.analysis import Coverage, Gap, Holding, Place, coverage, solidity
from generator.model import Evidence
from generator.text import Span
from tests.support.example import FRONT, example
from tests.support.records import replace
from tests.support.work import calls

NUMBER, DATE, QUOTATION = Holding.NUMBER, Holding.DATE, Holding.QUOTATION
PLAIN = FRONT.replace("bottom_line", "# bottom_line")
MARKED = "[14 crews]{.figure} are out.\n"


def found(body: str, *, front: str = PLAIN, extra: str = "") -> Coverage:
    """Return the coverage of an article."""
    return example(front=front, body=body, extra=extra).public.coverage


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Some 14 crews are out.", (NUMBER,)),
        ("Fourteen crews are out.", (NUMBER,)),
        ("Two-thirds of the crews are out.", (NUMBER,)),
        ("Talks resumed on Monday.", (DATE,)),
        ("Talks resumed in May 2029.", (DATE,)),
        ("The crews “have no boats” left.", (QUOTATION,)),
        ('The crews "have no boats" left.', (QUOTATION,)),
        ("The crews ‘have no boats’ left.", (QUOTATION,)),
        ("«Rien», said the crews.", (QUOTATION,)),
        ("Vance said “no” to 14 crews on Friday.", (QUOTATION, DATE, NUMBER)),
        ("It was the first time.", ()),
        ("The crews’ boats don't sail.", ()),
        ("Call 555-0100-22 for help.", ()),
        ("The crews are out.", ()),
    ],
)
def test_telling_sentences(sentence: str, holds: tuple[Holding, ...]) -> None:
    """A sentence without a fact is open where it holds a number, a date or an opening quotation mark."""
    coverage_ = found(f"{MARKED}\n{sentence}\n")
    assert coverage_.gaps.get(Gap.UNMARKED, ()) == ((Place(2, holds=holds),) if holds else ())
    assert (coverage_.telling, coverage_.carried) == (2 if holds else 1, 1)


@pytest.mark.parametrize(
    ("body", "telling", "carried"),
    [
        ("[14 crews]{.figure} are out. 9 boats sail.\n", 2, 1),
        ('[Talks resumed]{.event date="on Monday"}. They began on Monday.\n', 1, 1),
        ('["We have no boats. We have no crews."]{.quote by=vance}\n', 2, 2),
        ("[The crews struck]{.event date=undated}. Nothing else.\n", 0, 0),
        ("[Vance]{.actor ref=vance} met 9 crews.\n", 1, 0),
        ("14 crews. [9 boats for 3 days.]{.skip}\n", 1, 0),
        ("# 14 crews\n\n[9 boats]{.figure} sail.\n", 1, 1),
        ("# [14 crews]{.figure}\n\nNothing.\n", 1, 1),
    ],
)
def test_what_carries(body: str, telling: int, carried: int) -> None:
    """Words of facts, and words that support one, carry a sentence; names do not, boilerplate needs none."""
    coverage_ = found(body)
    assert (coverage_.telling, coverage_.carried) == (telling, carried)
    assert len(coverage_.gaps.get(Gap.UNMARKED, ())) == telling - carried


def test_facts_to_settle() -> None:
    """Undated events, figures without a measure, and quotes by nobody or by someone without a name."""
    body = (
        "[The crews struck]{.event #struck date=undated}.\n\n"
        "[14 crews]{.figure #a} and [9 crews]{.figure measure=crews-out} [14 crews]{.figure same=a}.\n\n"
        '["So it is."]{.quote #nobody} ["So it was,"]{.quote #aide-words by=aide} an aide said.\n'
    )
    gaps = found(body).gaps
    assert gaps[Gap.UNDATED] == (Place(1, "struck"),)
    assert gaps[Gap.NO_MEASURE] == (Place(2, "a"),)
    assert gaps[Gap.NO_SPEAKER] == (Place(3, "nobody"),)
    assert gaps[Gap.NAMELESS] == (Place(3, "aide-words"),)
    assert Gap.NO_EVIDENCE not in gaps


def test_of_an_article() -> None:
    """What an article lacks as a whole is open once, at no paragraph."""
    gaps = found(MARKED, front="\ntitle: A\npublished: 2031-05-13\n").gaps
    assert [gap for gap, places in gaps.items() if places == (Place(),)] == [
        Gap.NO_ADDRESS,
        Gap.NO_ARCHIVE,
        Gap.UNCHECKED,
    ]
    assert Gap.NO_ARCHIVE not in found(MARKED, extra="archive_url: https://example.org/copy\n").gaps


def test_ambiguous_names() -> None:
    """A name of two actors is open where it stands, and where a mark does not say whom it means."""
    front = PLAIN.replace("actors:", "actors:\n  tom: {name: Tom Vance, aliases: [Vance]}")
    gaps = found(
        "Nothing.\n\nVance spoke. [Vance]{.actor} left. [Vance]{.actor ref=tom} came.\n", front=front
    ).gaps
    assert gaps[Gap.AMBIGUOUS] == (Place(2), Place(2))


def test_evidence_is_held_against_the_text() -> None:
    """A fact whose recorded words are not those of its place has no evidence; nor has one without words."""
    made = example(body="[14 crews]{.figure #a} and [9 crews]{.figure #b} are out.\n", front=PLAIN)
    first, second = made.article.records
    moved = replace(first, evidence=Evidence(spans=(Span(1, 9),), words=("14 crews",)))
    empty = replace(second, evidence=Evidence(spans=(), words=()))
    article = replace(made.article, records=(moved, empty))
    solid = solidity(made.article, frozenset())
    assert coverage(article, solid, frozenset()).gaps[Gap.NO_EVIDENCE] == (Place(1, "a"), Place(None, "b"))


def test_without_the_text() -> None:
    """Where the text is not at hand no sentence is counted, and facts have no paragraph."""
    made = example(body="[14 crews]{.figure #a} are out on 9 boats.\n\n9 boats.\n", front=PLAIN)
    gone = replace(made.article, source=None)
    counted = coverage(gone, solidity(gone, frozenset()), frozenset())
    assert (counted.facts, counted.telling, counted.carried) == (1, 0, 0)
    assert counted.gaps[Gap.NO_TEXT] == (Place(),)
    assert counted.gaps[Gap.NO_MEASURE] == (Place(None, "a"),)
    assert not counted.gaps.keys() & {Gap.UNMARKED, Gap.NO_EVIDENCE}


def test_gaps_stand_in_order() -> None:
    """Gaps are in the order of how much they matter, and add up."""
    coverage_ = found("9 boats.\n\n[14 crews]{.figure} are out.\n")
    assert list(coverage_.gaps) == sorted(coverage_.gaps, key=list(Gap).index)
    assert coverage_.open == sum(len(places) for places in coverage_.gaps.values())


def test_the_cost_is_linear() -> None:
    """Eight times as many sentences, marks and skipped passages take no more than twelve times the work."""
    piece = (
        "[14 crews]{.figure} are out. Some 9 boats sail. [Read 3 more.]{.skip} He said “no” on Friday.\n\n"
    )

    def work(size: int) -> int:
        article = example(body=piece * size, front=PLAIN).article
        solid = solidity(article, frozenset())
        return calls(lambda: coverage(article, solid, frozenset()))

    assert work(80) < 12 * work(10)
