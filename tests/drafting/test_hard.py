"""What rules find hard: how far they go, and that they claim nothing beyond it."""

from __future__ import annotations

import datetime as dt

from generator.drafting import Draft, Topic, draft
from generator.drafting.raw.plain import read_plain_article
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


def test_numbered_weeks_are_dates_and_weeks_of_something_are_none() -> None:
    """``in week 19`` and ``week 23 of 2031`` are seven days each; ``week 3 of the strike`` is undated."""
    found = drafted(
        "Crews left in week 19. Talks resume in week 23 of 2031. In week 3 of the strike crews sang."
    )
    assert [each.attributes["date"] for each in found.of(Topic.DATE)] == [
        "2031-05-05/2031-05-11",
        "2031-06-02/2031-06-08",
    ]


def test_next_friday_is_told_with_doubt() -> None:
    """On a Tuesday it is that of next week, and the draft is only half sure; next Tuesday is not in doubt."""
    found = drafted("Crews vote next Friday. The union meets next Tuesday.")
    first, second = found.of(Topic.DATE)
    assert (first.attributes["date"], second.attributes["date"]) == ("2031-05-23", "2031-05-20")
    assert first.confidence < second.confidence
    assert "some mean" in first.reason


def test_an_event_over_a_parted_range_has_both_ends() -> None:
    """The clause is marked, with the range; a day whose month stands behind the second one is no figure."""
    text = "It ran from May 3, when talks broke down, to May 9. Crews sailed between 3 and, at most, 7 May."
    found = drafted(text)
    assert [(each.attributes["date"]) for each in found.of(Topic.EVENT)] == [
        "2031-05-03/2031-05-09",
        "2031-05-03/2031-05-07",
    ]
    assert words(found, Topic.FIGURE) == []


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


def said(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each quote with the name of its speaker."""
    found = drafted(text)
    return [
        (each.spans[0].of(text), found.actor(by).name if (by := each.attributes.get("by")) else None)
        for each in found.of(Topic.QUOTE)
    ]


def test_a_participle_far_from_its_subject_is_the_subjects() -> None:
    """Asides and clauses between ``Ida Vance`` and ``saying`` hide nobody, and put nobody in her place."""
    text = (
        "Ida Vance, who had come with her lawyer after a night of talks, left at noon, saying "
        '"I am tired". Peter Orme met crews who had waited since dawn, saying, "It is over."'
    )
    assert said(text) == [('"I am tired"', "Ida Vance"), ('"It is over."', "Peter Orme")]


def test_a_participle_that_opens_a_sentence_has_its_subject_behind_the_quotation() -> None:
    """``Calling it "…", Ida Vance left`` is hers; where crews told her something nobody is guessed."""
    assert said('Calling it "just another gift to the mayor", Ida Vance left the hall.')[0][1] == "Ida Vance"
    assert said('Calling it "just another gift to the mayor", crews told Ida Vance off.')[0][1] is None


def test_a_name_behind_its_description_speaks() -> None:
    """``The president of …, Oskarine Tarn, said``: she, not somebody unnamed."""
    text = (
        'The president of the League for the Rights of Crews, Oskarine Tarn, said, "We are not free today".'
    )
    assert said(text) == [('"We are not free today"', "Oskarine Tarn")]


def test_a_clause_behind_a_name_may_hold_the_speaker() -> None:
    """Of ``…, who left, saying`` it cannot be told who speaks, and nobody is guessed."""
    assert said('Ida Vance met Peter Orme, who left, saying "I am tired of it all".')[0][1] is None


def test_signatures_name_the_speaker() -> None:
    """Behind a dash, also without a first name, and in brackets."""
    text = (
        "Ida Vance met Peter Orme, a union leader.\n\n"
        '"We will sail before the week is out." - Vance.\n\n"It is over." (Peter Orme, union leader)'
    )
    assert said(text) == [
        ('"We will sail before the week is out."', "Ida Vance"),
        ('"It is over."', "Peter Orme"),
    ]


def test_words_held_at_arms_length_are_no_quotes() -> None:
    """A few words that nobody is said to say, nicknames and titles."""
    assert said('The "ghost boats" were back. Her "plan" failed. The film "Night Ferry" opened.') == []
    assert said('Ida Vance praised the "brave" crews.') == []


def test_whoever_is_quoted_by_somebody_is_who_speaks() -> None:
    """In ``according to X, Y would call it`` X foresees it; in ``according to X, Y said`` Y said it."""
    foreseen = 'According to Ida Vance, the union would call it "a gift to the ministry".'
    assert said(foreseen) == [('"a gift to the ministry"', "Ida Vance")]
    reported = 'According to Peter Orme, harbour minister Ida Vance had promised that "all will be paid".'
    assert said(reported) == [('"all will be paid"', "Ida Vance")]


def test_what_is_told_anew_is_no_second_part() -> None:
    """Behind ``quoted Vance as saying:`` the same words stand again, and go on with nothing."""
    text = '"Nobody has to go," Ida Vance said. Peter Orme quoted Vance as saying: "Nobody has to go."'
    first, second = drafted(text).of(Topic.QUOTE)
    assert first.attributes["by"] == second.attributes["by"] == "vance"
    assert "continues" not in second.attributes


def test_descriptions_end_before_what_was_done_and_when() -> None:
    """Whoever is not named is described by a noun phrase, never by a sentence."""
    found = drafted('The union rejected it after a vote on Monday, calling it "a gift to the ministry".')
    assert [each.actor.unnamed for each in found.actors.values()] == ["The union"]


def test_a_body_and_its_description_are_one_speaker() -> None:
    """``the agency``, and the whole description again, mean the body that was named with it."""
    text = (
        'Harrow Watch, the Swiss intelligence agency, agreed. "We know nothing of it," the agency said. '
        'The Swiss intelligence agency added that "nobody was told".'
    )
    assert [name for _, name in said(text)] == ["Harrow Watch", "Harrow Watch"]


def test_a_range_that_a_clause_parts_is_one_range() -> None:
    """``from … , when …, to …``: first and last day, a weekday before the last one, and no open range."""
    found = drafted(
        "The strike ran from May 3, when talks broke down, to May 9. "
        "From Monday, when the first crews left, to Friday, the harbour stood still."
    )
    dates = [each.attributes["date"] for each in found.of(Topic.DATE)]
    assert dates == ["2031-05-03/2031-05-09", "2031-05-05/2031-05-09"]


def test_a_year_before_an_amount_is_no_range_with_it() -> None:
    """In ``from 1.2 million in 2029 to 1.5 million`` there are two figures and a year."""
    found = drafted("Sales grew from 1.2 million in 2029 to 1.5 million.")
    assert words(found, Topic.FIGURE) == ["1.2 million", "1.5 million"]


def test_more_of_what_was_counted_before_is_an_increment() -> None:
    """``two more`` has no noun: the number is read, and nothing is made up for what it counts."""
    found = drafted("Two bodies were found on the beach and two more were found dead on board.")
    bodies, more = found.of(Topic.FIGURE)
    assert dict(bodies.attributes) == {"value": "2", "of": "bodies"}
    assert dict(more.attributes) == {"value": "2", "increment": "true"}


def test_a_fifth_is_a_share_or_a_place_in_a_row() -> None:
    """Of the crews it is a share; a place in a row is suggested to nobody as a figure."""
    found = drafted("A fifth of the crews left. A fifth boat sank.")
    marked = [each for each in found.of(Topic.FIGURE) if each.is_marked]
    assert [dict(each.attributes) for each in marked] == [{"value": "0.2", "of": "crews"}]


def test_a_tuesday_on_a_tuesday_is_the_day_itself() -> None:
    """Told on 13 May 2031, a Tuesday: met that day, and ``next`` and ``last`` are a week off."""
    found = drafted("Crews met on Tuesday. They meet next Tuesday. Last Tuesday nobody came.")
    assert [each.attributes["date"] for each in found.of(Topic.DATE)] == [
        "2031-05-13",
        "2031-05-20",
        "2031-05-06",
    ]


def test_a_line_that_ends_in_a_name_does_not_run_on() -> None:
    """``by Qatar`` and ``On Tuesday`` of the next line are neither one name nor one event."""
    text = "The night boat was halted by Qatar\nOn Tuesday crews went home again."
    found = drafted(text)
    assert [each.actor.name for each in found.actors.values()] == ["Qatar"]
    assert words(found, Topic.EVENT) == ["On Tuesday crews went home again"]


def test_a_dateline_is_part_of_nothing() -> None:
    """On the line of the text, its numbers belong to no figure and its words to no event."""
    article = read_plain_article("date 2031-05-13 Two boats sank on Monday.")
    found = draft(article.source, published=article.published, actors={})
    assert words(found, Topic.FIGURE) == ["Two boats"]
    assert words(found, Topic.EVENT) == ["Two boats sank on Monday"]


def actors(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the named actors with their types and roles."""
    found = [each.actor for each in drafted(text).actors.values()]
    return {each.name: (each.type, each.role) for each in found if each.name}


def test_people_are_known_by_what_stands_behind_their_names() -> None:
    """An age, ``who``, or a noun for people before a comma; none of the names is in a table."""
    text = (
        "Oskarine Tarn, 49, resigned on Monday. Edvige Kell, who led the union, left. "
        "Her lawyer, Wolmar Rusk, said nothing. Asteria Greve, the marine biologist who dived, died."
    )
    assert actors(text) == {
        "Oskarine Tarn": ("person", None),
        "Edvige Kell": ("person", None),
        "Wolmar Rusk": ("person", "lawyer"),
        "Asteria Greve": ("person", "marine biologist"),
    }


def test_a_board_is_another_body_than_the_company() -> None:
    """``Board of Harbour Holdings`` is no longer form of ``Harbour Holdings``; ``the Tarn Office`` is one."""
    text = (
        "Harbour Holdings rose. Ruth Lindt, who leads the Board of Harbour Holdings, left on Monday. "
        "Harbour Holdings fell."
    )
    assert actors(text)["Harbour Holdings"] == ("organisation", None)
    assert actors(text)["Board of Harbour Holdings"] == ("organisation", None)


def test_it_is_the_body_that_spoke_before() -> None:
    """Behind ``the port authority said`` ``it`` is the authority, not a body that was only named."""
    text = (
        "The Ferry Workers' Union agreed. Boats sail again, the port authority said in a statement. "
        '"Passengers should expect delays," it said.'
    )
    found = drafted(text)
    (quote,) = found.of(Topic.QUOTE)
    assert found.actor(quote.attributes["by"]).unnamed == "the port authority"


def test_a_share_and_an_amount_are_no_range() -> None:
    """``12% to $203 million`` is two figures."""
    found = drafted("Revenue fell 12% to $203 million.")
    assert words(found, Topic.FIGURE) == ["12%", "$203 million"]


def test_ages_are_not_marked() -> None:
    """How old somebody is counts nothing that a briefing compares; the number is still suggested."""
    found = drafted("Ida Vance, 58, resigned. A 71-year-old man left with 14 crews.")
    marked = [each.spans[0].of(found.source.text) for each in found.of(Topic.FIGURE) if each.is_marked]
    assert marked == ["14 crews"]


def test_an_event_has_its_subject() -> None:
    """Where an aside stands between subject and verb, the clause begins with the subject."""
    found = drafted("Ida Vance, 49, joined the union in 2022.")
    assert words(found, Topic.EVENT) == ["Ida Vance, 49, joined the union in 2022"]


def test_what_leads_to_other_articles_is_boilerplate() -> None:
    """``Related …`` without a full stop is skipped; a sentence that begins so is not."""
    article = read_plain_article(
        "date 2031-05-13\n\nTwo boats sank.\n\nRelated Ferry talks resume after 12 days\n\n"
        "READ MORE: What 14 crews want\n\nRelated parties hold 40 shares."
    )
    found = draft(article.source, published=article.published, actors={})
    assert words(found, Topic.FIGURE) == ["Two boats", "40 shares"]


def test_nouns_before_names_say_what_they_are() -> None:
    """A flag carrier and a retailer are bodies, what is a village is a place, and councillors are people."""
    text = (
        "Ruritanian flag carrier Zephra bought 22 jets. The retailer Kell Orr fell. Air Tarn rose. "
        "The village of Ulmar burned. Councillors Wolmar Tibb and Asteria Greve left."
    )
    assert {name: kind for name, (kind, _) in actors(text).items()} == {
        "Zephra": "organisation",
        "Kell Orr": "organisation",
        "Air Tarn": "organisation",
        "Ulmar": "place",
        "Wolmar Tibb": "person",
        "Asteria Greve": "person",
    }


def test_names_are_known_by_their_company() -> None:
    """Beside a person, or before ``of`` and a body, a name is a person's; joined with nobody it is none."""
    found = actors(
        "Ida Vance and Oskarine Tarn left. Wolmar Rusk of the Ferry Workers' Union stayed. Greve Tower fell."
    )
    assert found["Oskarine Tarn"] == found["Wolmar Rusk"] == ("person", None)
    assert found["Ferry Workers' Union"][0] == "organisation"
    assert "Greve Tower" not in found or found["Greve Tower"][0] != "person"


def test_a_person_whose_last_name_is_a_city_stays_one() -> None:
    """``Paris`` behind ``Ida Paris`` is she; in ``in Paris`` it is the city."""
    found = drafted("Ida Paris left on Monday. Paris claims that nobody paid her.")
    assert [each.attributes["ref"] for each in found.of(Topic.ACTOR)] == ["paris", "paris"]
    assert found.actors["paris"].actor.type == "person"
    assert actors("The talks in Paris ended.")["Paris"][0] == "place"


def test_months_are_first_names_and_dollars_are_no_state() -> None:
    """``April Orme spoke in April``; ``US$16`` and ``9 US dollars`` name no state."""
    text = "April Orme spoke in April. June Kell paid US$16 or 9 US dollars in June."
    assert actors(text) == {"April Orme": ("person", None), "June Kell": ("person", None)}


def test_a_body_goes_by_the_word_that_is_a_name_by_itself() -> None:
    """In a headline ``Boeing`` means ``Boeing Airliners`` where the text names no other body of that name."""
    found = drafted("Boeing Sells Last Jets\n\nBoeing Commercial Airplanes sold its last jets on Monday.")
    (body,) = found.actors.values()
    assert (body.actor.name, body.actor.aliases) == ("Boeing Commercial Airplanes", ("Boeing",))
