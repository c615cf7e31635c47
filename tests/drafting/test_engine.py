"""The draft of a text."""

import datetime as dt

from generator.drafting import Topic, draft, to_document
from generator.formats.inline_writer import write_inline
from generator.model import ActorType
from generator.text import Span, read_plain
from tests.support.drafts import front_matter

DAY = dt.date(2031, 5, 13)
TEXT = "On Monday, 14 crews of the night boats were still out."


def test_figures_and_dates_are_suggested_with_what_their_words_say() -> None:
    """A quantity carries its value and what it counts, a dated expression its date against the dateline."""
    found = draft(read_plain(TEXT), published=DAY, actors={})
    assert [dict(each.attributes) for each in found.of(Topic.FIGURE)] == [{"value": "14", "of": "crews"}]
    assert [dict(each.attributes) for each in found.of(Topic.DATE)] == [{"date": "2031-05-12"}]


def test_a_mark_is_written_as_a_draft_without_what_its_words_say() -> None:
    """What the format reads by itself is not typed; that it is a draft is."""
    found = draft(read_plain(TEXT), published=DAY, actors={})
    metadata = front_matter(found, {"title": "Crews"}, "")
    written, problems = write_inline(to_document(found, metadata, path="seeds/a.md", slug="a"))
    assert problems == []
    assert written is not None
    assert "[14 crews]{.figure status=draft}" in written


def test_whoever_is_referred_to_is_declared() -> None:
    """Names inside a description of somebody unnamed are neither declared nor referred to."""
    text = '"Talks will go on for a week," a Foreign Ministry spokesperson said.'
    found = draft(read_plain(text), published=DAY, actors={})
    said = [dict(each.attributes) for each in found.suggestions]
    referred = {each[key] for each in said for key in ("by", "ref") if key in each}
    assert referred == set(found.actors)


def test_a_recogniser_adds_names_and_types() -> None:
    """What it finds beside the rules is declared; where the rules know a type, theirs stays."""
    text = "The crews of Greywater met Ida Vance."

    def recogniser(words: str) -> list[tuple[Span, ActorType]]:
        start, vance = words.index("Greywater"), words.index("Ida")
        return [
            (Span(start, start + 9), ActorType.ORGANISATION),
            (Span(vance, vance + 9), ActorType.PLACE),
        ]

    found = draft(read_plain(text), published=DAY, actors={}, recogniser=recogniser)
    assert [(each.actor.name, each.actor.type) for each in found.actors.values()] == [
        ("Greywater", ActorType.ORGANISATION),
        ("Ida Vance", ActorType.PERSON),
    ]
