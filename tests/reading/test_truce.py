"""The real article: marks in the tests, text outside the repository."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

import pytest

from generator.kinds import KINDS
from generator.model import Article, Event, Figure, Quote, Standing
from generator.reading.article import read_article
from generator.values import Bound
from tests.support.shared import needs_shared
from tests.support.truce import SLUG, read_marks, vocabulary

SOURCE: Final = "visit-source"
SPOKESPERSON: Final = "ansari"

pytestmark = needs_shared


@pytest.fixture(scope="module")
def article() -> Article:
    """Read the marks against the text at hand; no problem may stand in the way."""
    document, found = read_marks()
    read, more = read_article(document, vocabulary())
    assert found + more == []
    assert read is not None
    return read


def figure(article: Article, words: str) -> Figure:
    """Return the one figure of these words."""
    (found,) = [each for each in article.of(Figure) if each.evidence.words == (words,)]
    return found


def event(article: Article, beginning: str) -> Event:
    """Return the one event whose words begin like this."""
    (found,) = [each for each in article.of(Event) if each.evidence.words[0].startswith(beginning)]
    return found


def amount(article: Article, words: str) -> tuple[int, Bound, str | None, str | None]:
    """Return what was read out of the words of a figure."""
    quantity = figure(article, words).quantity
    assert quantity is not None
    return int(quantity.value), quantity.bound, quantity.unit, quantity.counted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("four-day pause", (4, Bound.EXACT, "d", None)),
        ("two-day extension", (2, Bound.EXACT, "d", None)),
        ("50 civilian hostages", (50, Bound.EXACT, None, "civilian hostages")),
        ("150 Palestinian prisoners", (150, Bound.EXACT, None, "Palestinian prisoners")),
        ("at least 10 hostages", (10, Bound.AT_LEAST, None, "hostages")),
        ("20 further hostages", (20, Bound.EXACT, None, "hostages")),
        ("48 hours", (48, Bound.EXACT, "h", None)),
        ("17 Thais", (17, Bound.EXACT, None, "Thais")),
        ("one Filipino", (1, Bound.EXACT, None, "Filipino")),
        ("one Russian-Israeli dual national", (1, Bound.EXACT, None, "Russian-Israeli dual national")),
        ("just four hostages", (4, Bound.EXACT, None, "hostages")),
        ("two more", (2, Bound.EXACT, None, "hostages")),
    ],
)
def test_figures_are_read_out_of_the_words(
    article: Article, words: str, expected: tuple[int, Bound, str | None, str | None]
) -> None:
    """Value, bound, unit and thing counted of every figure come from its words."""
    assert amount(article, words) == expected


def test_a_fifth_is_a_place_in_a_row(article: Article) -> None:
    """The fifth hostage was rescued: an ordinal, not a fraction."""
    quantity = figure(article, "A fifth").quantity
    assert quantity is not None
    assert (quantity.value, quantity.ordinal) == (Decimal(5), True)


def test_increments_are_told_from_totals(article: Article) -> None:
    """'20 further' and 'two more' come on top of something; 'at least 10' does not."""
    increments = {
        words: bool(quantity and quantity.increment)
        for words in ("20 further hostages", "two more", "at least 10 hostages", "50 civilian hostages")
        for quantity in (figure(article, words).quantity,)
    }
    assert list(increments.values()) == [True, True, False, False]


def test_the_truce_is_dated_by_inference(article: Article) -> None:
    """The truce's days follow from its expiry on Monday and its four days, and say so."""
    swap = event(article, "Over the initial")
    assert swap.date is not None
    assert swap.date.edtf == "2023-11-24/2023-11-27"
    assert swap.inferred
    assert swap.because == (f"{SLUG}#expiry", f"{SLUG}#four-days")


def test_the_extension_was_announced_late_on_monday(article: Article) -> None:
    """'Late on Monday' is counted from publication, a Tuesday, and is not inferred."""
    extension = event(article, "The Gulf state announced")
    assert extension.date is not None
    assert extension.date.edtf == "2023-11-27"
    assert not extension.inferred
    assert extension.actors[0] == "qatar"


def test_the_meeting_is_undated(article: Article) -> None:
    """'On Tuesday' is when the source spoke, not when the leaders were to meet."""
    meeting = event(article, "The leaders of the US")
    assert meeting.date is None
    assert meeting.standing is Standing.PLANNED
    (quote,) = [each for each in article.of(Quote) if each.id == meeting.inside]
    assert quote.date is not None
    assert quote.date.edtf == "2023-11-28"


def test_fifty_for_a_hundred_and_fifty_is_one_exchange(article: Article) -> None:
    """Both figures stand in one event and take its date."""
    freed, prisoners = figure(article, "50 civilian hostages"), figure(article, "150 Palestinian prisoners")
    assert freed.event == prisoners.event == "swap"
    assert freed.period == prisoners.period == event(article, "Over the initial").date


def test_a_condition_and_a_plan_are_told_apart(article: Article) -> None:
    """'At least 10' is a condition, the 20 are planned; the spokesperson says both."""
    condition, plan = figure(article, "at least 10 hostages"), figure(article, "20 further hostages")
    assert (condition.standing, plan.standing) == (Standing.CONDITION, Standing.PLANNED)
    assert condition.said_by == plan.said_by == SPOKESPERSON


def test_the_unnamed_source_makes_four_statements(article: Article) -> None:
    """Each quote of the first four paragraphs is the unnamed source's, without its id being typed once."""
    assert len([quote for quote in article.of(Quote) if quote.said_by == SOURCE]) == 4


def test_every_quote_has_a_speaker_that_nobody_typed(article: Article) -> None:
    """The other quotes are the spokesperson's, but for one announcement of the state."""
    speakers = [quote.said_by for quote in article.of(Quote)]
    assert speakers.count(SPOKESPERSON) == 6
    assert speakers.count("qatar") == 1
    assert None not in speakers


def test_what_is_to_come_in_48_hours_has_bounds(article: Article) -> None:
    """'In the next 48 hours' runs from publication to two days later."""
    news = event(article, "in the next 48 hours")
    assert news.date is not None
    assert (news.date.earliest, news.date.latest) == (dt.date(2023, 11, 28), dt.date(2023, 11, 30))


def test_before_friday_has_no_beginning(article: Article) -> None:
    """Four were freed, a fifth rescued and two found dead before Friday 24 November."""
    for beginning in ("Before Friday", "A fifth", "two more"):
        date = event(article, beginning).date
        assert date is not None
        assert (date.earliest, date.latest) == (None, dt.date(2023, 11, 23))


def test_what_the_text_says_is_not_typed() -> None:
    """41 marks need at most 30 typed attributes beside titles and joins with the retelling, and 14 ids."""
    document, _ = read_marks(has_text=False)
    marks = document.marks
    assert len(marks) == 41
    assert sum(len(mark.attributes.keys() - {"title", "same"}) for mark in marks) <= 30
    assert sum(mark.id is not None for mark in marks) <= 14
    assert {mark.kind for mark in marks} == set(KINDS)
