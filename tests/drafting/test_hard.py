"""What rules find hard: how far they go, and that they claim nothing beyond it."""

from __future__ import annotations

import datetime as dt

from generator.drafting import Draft, Topic, draft
from generator.text import read_plain

DAY = dt.date(2031, 5, 13)


def drafted(text: str) -> Draft:
    """Return the draft of a text."""
    return draft(read_plain(text), published=DAY, actors={})


def words(found: Draft, kind: Topic) -> list[str]:
    """Return the words of each suggestion of a kind."""
    return [each.spans[0].of(found.source.text) for each in found.of(kind)]


def test_a_year_earlier_is_not_counted_from_the_day_of_publication() -> None:
    """It counts from the quarter that is told of: both amounts are figures, and no day is claimed."""
    found = drafted(
        "Fares brought 40 million crowns in the quarter, up from 30 million crowns a year earlier."
    )
    assert [each.attributes["value"] for each in found.of(Topic.FIGURE)] == ["40000000", "30000000"]
    assert found.of(Topic.DATE) == ()


def test_numbers_of_weeks_count_nothing() -> None:
    """Neither ``week 20`` nor ``week 19 of 2031`` is a figure; what was counted in them is."""
    found = drafted("The line carried 400 passengers in week 20, after 310 in week 19 of 2031.")
    assert words(found, Topic.FIGURE) == ["400 passengers", "310"]


def test_a_range_over_a_sentence_is_two_figures_and_a_month_nobody() -> None:
    """``from … to …`` with a clause between: each end is marked for itself; ``March`` is no actor."""
    found = drafted("From 12 boats in March the fleet grew, after months of repairs, to 31 boats.")
    assert words(found, Topic.FIGURE) == ["12 boats", "31 boats"]
    assert [each.attributes["date"] for each in found.of(Topic.DATE)] == ["2031-03"]
    assert found.actors == {}


def test_a_person_who_is_called_as_a_month_stays_a_person() -> None:
    """``Ida March`` is named, and so is ``March`` behind no preposition of time."""
    found = drafted('"We will sail," said Ida March. March left on Monday.')
    assert [each.actor.name for each in found.actors.values()] == ["Ida March"]


def test_hours_before_a_comma_and_a_pronoun_are_hours() -> None:
    """In ``48 hours, we`` nothing of the next clause is counted."""
    found = drafted('"After 48 hours, we will sail again," harbour minister Ida Vance said.')
    (figure,) = found.of(Topic.FIGURE)
    assert (figure.attributes["value"], figure.attributes["unit"]) == ("48", "h")
    assert words(found, Topic.FIGURE) == ["48 hours"]


def test_two_names_for_one_body_are_no_two_named_actors() -> None:
    """What stands beside a name between commas describes it: nothing is declared under the description."""
    found = drafted(
        "Harrow Watch, the Swiss intelligence agency, said on Monday that 14 boats had left. "
        "Harrow Watch said nothing else."
    )
    assert "Swiss intelligence agency" not in {each.actor.name for each in found.actors.values()}
    assert "Harrow Watch" in {each.actor.name for each in found.actors.values()}
