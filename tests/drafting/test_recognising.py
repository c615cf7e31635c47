"""A recogniser of names beside the rules: what it adds, and what it cannot change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.drafting import Recogniser, draft
from generator.drafting.spacy_names import recogniser_of
from generator.model import ActorType
from generator.text import Span, read_plain

DAY = dt.date(2031, 5, 13)


@dataclass(frozen=True)
class Entity:
    """One name as spaCy gives it."""

    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class Parsed:
    """What spaCy makes of a text."""

    ents: tuple[Entity, ...]


def standing_in(names: Mapping[str, str]) -> Recogniser:
    """Return a recogniser that finds the first place of some words in each paragraph."""

    def model(text: str) -> Parsed:
        at = {name: text.find(name) for name in names}
        return Parsed(
            tuple(Entity(at[name], at[name] + len(name), names[name]) for name in names if at[name] >= 0)
        )

    return recogniser_of(model)


def actors(text: str, names: Mapping[str, str] | None) -> dict[str, str]:
    """Return the suggested actors, name and type, with a recogniser or without one."""
    recogniser = standing_in(names) if names is not None else None
    found = draft(read_plain(text), published=DAY, actors={}, recogniser=recogniser)
    return {each.actor.name or "": each.actor.type or "" for each in found.actors.values()}


def test_a_name_gets_the_type_that_the_rules_do_not_know() -> None:
    """Two capitals that nothing explains become what the recogniser says."""
    text = "The boats of Harrow Velt left on Monday. Fares rose."
    assert actors(text, None) == {}
    assert actors(text, {"Harrow Velt": "ORG"}) == {"Harrow Velt": "organisation"}


def test_what_the_rules_are_sure_of_stands() -> None:
    """A recogniser that takes a ministry for a person and a state for a body is not heard."""
    text = "Norway and the Ministry of Health agreed on Monday."
    wrong = {"Ministry of Health": "PERSON", "Norway": "ORG"}
    assert (
        actors(text, wrong) == actors(text, None) == {"Ministry of Health": "organisation", "Norway": "state"}
    )


def test_a_last_name_stays_a_persons() -> None:
    """Taken for a place where it stands alone, it is still whose full name is in the text."""
    text = "Ida Vance, the harbour minister, left on Monday. Vance said nothing."
    assert actors(text, {"Vance": "GPE"}) == {"Ida Vance": "person"}


def test_of_a_name_with_two_types_the_usual_one_counts() -> None:
    """A body in two paragraphs and a place in a third is a body."""
    text = "Velt hired 14 crews.\n\nFares of Velt rose.\n\nShips left Velt."
    labels = iter(["ORG", "ORG", "GPE"])

    def model(paragraph: str) -> Parsed:
        at = paragraph.index("Velt")
        return Parsed((Entity(at, at + 4, next(labels)),))

    found = draft(read_plain(text), published=DAY, actors={}, recogniser=recogniser_of(model))
    assert [each.actor.type for each in found.actors.values()] == ["organisation"]


def test_what_is_not_written_like_a_name_is_none() -> None:
    """A product with a small letter, a currency, a people and other labels add nobody."""
    text = "The new ePort sold for 30 USD to a Norwegian on Monday, in March."
    assert actors(text, {"ePort": "ORG", "USD": "ORG", "Norwegian": "ORG", "Monday": "DATE"}) == {}


def test_articles_and_endings_are_no_part_of_a_name() -> None:
    """``the Harrow Velt's`` is Harrow Velt."""
    text = "It was the Harrow Velt's boat that left on Monday."
    assert actors(text, {"the Harrow Velt's": "ORG"}) == {"Harrow Velt": "organisation"}


def test_places_count_from_the_beginning_of_the_text() -> None:
    """A text is read by the paragraph, and one that is too long in parts; no part is over the limit."""
    seen: list[int] = []

    def model(part: str) -> Parsed:
        seen.append(len(part))
        return Parsed(tuple(Entity(at, at + 4, "ORG") for at in _places(part, "Velt")))

    text = "Fares rose.\n\n" + "boats of Velt left " * 10_000
    spans = [span for span, _ in recogniser_of(model)(text)]
    assert {span.of(text) for span in spans} == {"Velt"}
    assert len(spans) == 10_000
    assert spans == sorted(spans)
    assert max(seen) <= 50_000


def test_a_long_word_is_read_in_parts_too() -> None:
    """Where there is no space to cut at, the text is cut all the same and nothing is left out."""
    seen: list[str] = []

    def model(part: str) -> Parsed:
        seen.append(part)
        return Parsed(())

    text = "x" * 120_000
    assert list(recogniser_of(model)(text)) == []
    assert "".join(seen) == text


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def test_types_of_other_models_are_known() -> None:
    """``PER`` and ``LOC`` of models that know four labels are people and places."""
    found = list(standing_in({"Ida": "PER", "Velt": "LOC", "Cup": "MISC"})("Ida won the Cup in Velt."))
    assert found == [(Span(0, 3), ActorType.PERSON), (Span(19, 23), ActorType.PLACE)]
