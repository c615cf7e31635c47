"""Texts that are no clean news: what cannot be read is left alone, and nothing takes long."""

from __future__ import annotations

import cProfile
import datetime as dt
import pstats

import pytest

from generator.collecting import uncollected
from generator.drafting import Draft, Topic, draft, refined, to_document
from generator.formats.inline import read_inline
from generator.formats.inline_writer import write_inline
from generator.model import Actor, ActorType, Registries
from generator.reading.vocabulary import Vocabulary
from generator.text import read_plain
from tests.support.drafts import front_matter

DAY = dt.date(2031, 5, 13)
VANCE = Actor(name="Ida Vance", type=ActorType.PERSON, role="harbour minister", aliases=("Vance",))
NOBODY = Vocabulary.of(Registries(actors={}, measures={}, stories={}))
HOSTILE = {
    "quotation marks": '"',
    "single marks": "'a ",
    "opening marks": "“a ",
    "capitals": "Aa ",
    "full stops": "J. ",
    "joined": "Ida and ",
    "reports": "said he, ",
    "titles": "Minister of ",
    "commas": "a, ",
    "brackets": "Ida (",
    "numbers": "1 ",
    "dates": "on Monday ",
    "paragraphs": '"Ida said.\n\n',
}


def drafted(text: str) -> Draft:
    """Return the draft of a text."""
    return draft(read_plain(text), published=DAY, actors={})


def values(text: str, kind: Topic, key: str) -> list[str]:
    """Return one attribute of each suggestion of a kind."""
    return [each.attributes.get(key, "") for each in drafted(text).of(kind)]


def calls(text: str) -> int:
    """Return how many functions a draft calls."""
    source = read_plain(text)
    profile = cProfile.Profile()
    profile.runcall(draft, source, published=DAY, actors={})
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # not in the stubs


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    """The number of calls grows with the length of the text, whatever stands in it."""
    drafted(unit * 50)
    once, twice = calls(unit * 1000), calls(unit * 2000)
    assert twice <= once * 2.4 + 2000


ONE_LINE = {
    "pronouns": 'She said "we are all here now" again. ',
    "unnamed": 'A source said "we are all here now" again. ',
    "named": 'Ida Vance said "we are all here now" again. ',
    "unsaid": 'It was "all of us are here now", again and again. ',
    "places": 'In Oslo and Paris she said "we are all here now" again. ',
    "events": "Crews left on Monday with 14 boats. ",
    "no full stop": 'Ida Vance said "we are all here now" on Monday and ',
}
"""What a paragraph can be made of, in which each quote may have to do with all that is before it."""


def visits(text: str) -> int:
    """Return how many functions a draft calls that is held against the reader."""
    source = read_plain(text)
    profile = cProfile.Profile()
    profile.runcall(lambda: refined(draft(source, published=DAY, actors={}), NOBODY))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # not in the stubs


@pytest.mark.parametrize("unit", ONE_LINE.values(), ids=ONE_LINE)
def test_a_long_line_is_held_against_the_reader_in_proportion(unit: str) -> None:
    """In one paragraph of any length, twice the words are twice the work, reading included."""
    opening = "Ida Vance came. "
    visits(opening + unit * 10)
    once, twice = visits(opening + unit * 150), visits(opening + unit * 300)
    assert twice <= once * 2.3 + 2000


def test_a_line_of_a_megabyte_is_drafted() -> None:
    """All that stands in it is found, in one paragraph: no limit is passed and nothing is left out."""
    unit = "Crews left on Monday. " + "Boats lay idle while talks went on behind closed doors. " * 20
    times = 1_000_000 // len(unit)
    with uncollected():
        found = refined(drafted(unit * times), NOBODY)
    assert len(found.source.blocks) == 1
    assert sum(each.is_marked for each in found.of(Topic.EVENT)) == times


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_drafted_can_be_read(unit: str) -> None:
    """The written draft has the text that it was made from, and no problem."""
    found = refined(drafted(unit * 40), NOBODY)
    written, problems = write_inline(
        to_document(found, front_matter(found, {"title": "a"}, ""), path="a.md", slug="a")
    )
    assert problems == []
    assert written is not None
    document, problems = read_inline("a.md", written)
    assert problems == []
    assert document is not None
    assert document.source is not None
    assert document.source.text == found.source.text


def test_the_same_text_gives_the_same_draft() -> None:
    """Nothing depends on chance."""
    text = '"We will sail," said Ida Vance. Peter Orme and 14 crews left on Monday.'
    assert drafted(text) == drafted(text)


def test_words_that_are_months_or_ordinals_elsewhere_are_left_alone() -> None:
    """``May`` and ``march`` as verbs, ``second`` as a unit and as a place in a row."""
    text = "It may rain. They march to the port. A second boat came a second later."
    assert values(text, Topic.DATE, "date") == []
    assert "5" not in values(text, Topic.FIGURE, "value")


def test_to_last_four_days_is_no_date() -> None:
    """``last`` is a verb behind ``to``."""
    assert values("The truce was due to last four days.", Topic.DATE, "date") == []


def test_a_weekday_that_is_planned_comes_and_one_that_happened_went() -> None:
    """On a Tuesday, ``will meet on Friday`` is in three days, ``met on Friday`` four days ago."""
    text = "They will meet on Friday. They met on Friday. They left on Tuesday."
    assert values(text, Topic.DATE, "date") == ["2031-05-16", "2031-05-09", "2031-05-13"]


def test_another_language_is_told_and_marked_as_far_as_it_goes() -> None:
    """A note says so; what stands in quotation marks and numbers are marked."""
    text = (
        "Die Fähren fahren wieder, sagte Ministerin Ida Vance am Montag in der Stadt. "
        "„Wir sind froh, dass es endlich weitergeht“, sagte sie. Es sind 14 Boote."
    )
    found = drafted(text)
    assert any("English" in note for note in found.notes)
    assert len(found.of(Topic.QUOTE)) == 1


def test_numbers_of_another_language_are_whole_ones() -> None:
    """Digits alone are marked; a year, a day, a time and what a full stop may part are not."""
    text = "Am 5. Mai 2031 um 14:30 Uhr kamen 400 Menschen; 1.400 blieben, 12,5 Meter tief, und 14 Boote."
    found = draft(read_plain(text), published=DAY, actors={}, language="de")
    assert [each.attributes["value"] for each in found.of(Topic.FIGURE)] == ["400", "14"]


def test_short_quotations_are_marked_in_other_languages() -> None:
    """No reporting verb is known there, so that three words are enough; two may be a title."""
    text = "„Wir fahren wieder“, sagte Ida Vance in „Die Fähre“."
    found = draft(read_plain(text), published=DAY, actors={}, language="de")
    assert [each.spans[0].of(text) for each in found.of(Topic.QUOTE)] == ["„Wir fahren wieder“"]


def test_numbers_of_items_are_no_figures() -> None:
    """``1.`` and ``2)`` before an item count nothing; what is counted in it is."""
    assert values("1. One crew left.\n\n2) Of the boats 14 sank.", Topic.FIGURE, "value") == ["1", "14"]


def test_numbers_in_tables_are_not_marked() -> None:
    """Nothing beside a number in a cell says what it counts; ``14 crews`` below the table does."""
    found = drafted("| Crews | 14 |\n|---|---|\n| Boats | 3 |\n\n14 crews left.")
    marked = [each.spans[0].of(found.source.text) for each in found.of(Topic.FIGURE) if each.is_marked]
    assert marked == ["14 crews"]


def test_words_that_nothing_closes_end_before_who_says_them() -> None:
    """``"We will sail again tomorrow, Ida Vance said`` quotes neither her name nor the next sentence."""
    found = drafted('"We will sail again tomorrow, Ida Vance said. It is over, she said.\n\nCrews left.')
    quoted = [each.spans[0].of(found.source.text) for each in found.of(Topic.QUOTE)]
    assert quoted == ['"We will sail again tomorrow,']


def test_tables_and_lists_stay_what_they_are() -> None:
    """Lines of a table and of a list are text; their numbers may be marked."""
    text = "| Crews | 14 |\n|---|---|\n| Boats | 3 |\n\n- 14 crews\n- 3 boats\n\n1. One crew left."
    found = refined(drafted(text), NOBODY)
    written, problems = write_inline(
        to_document(found, front_matter(found, {"title": "a"}, ""), path="a.md", slug="a")
    )
    assert problems == []
    assert written is not None


def test_a_name_does_not_run_over_a_paragraph() -> None:
    """``…: Qatar`` and ``On Tuesday`` of the next paragraph are no one name."""
    found = drafted("Truce extended by two days, says Qatar\n\nOn Tuesday, Qatar said it would go on.")
    assert [each.actor.name for each in found.actors.values()] == ["Qatar"]


def test_the_registry_comes_first() -> None:
    """An actor that it knows is not declared again, and speaks under its id."""
    found = draft(
        read_plain('"We will sail again on Friday," Vance said. Ida Vance left.'),
        published=DAY,
        actors={"ida": VANCE},
    )
    assert found.actors == {}
    assert [each.attributes["by"] for each in found.of(Topic.QUOTE)] == ["ida"]


def test_short_forms_are_one_actor() -> None:
    """A last name, and an abbreviation in brackets, mean whom the full name means."""
    text = (
        "Majed al Ansari met the Federal Security Service (FSB). Ansari left. The FSB stayed. "
        "Al Ansari said nothing."
    )
    found = drafted(text)
    assert {name: each.actor.aliases for name, each in found.actors.items()} == {
        "ansari": ("Al Ansari", "Ansari"),
        "federal-security-service": ("FSB",),
    }


def test_an_event_is_the_clause_around_a_date() -> None:
    """Happened or planned; a clause that only tells when something was said is none."""
    text = "Talks resumed in Port Alder on Monday. Crews will vote on Friday, officials said on Tuesday."
    found = drafted(text)
    words = [(each.spans[0].of(found.source.text), each.standing.value) for each in found.of(Topic.EVENT)]
    assert words == [
        ("Talks resumed in Port Alder on Monday", "reported"),
        ("Crews will vote on Friday", "planned"),
    ]
