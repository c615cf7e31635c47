"""Rights: what may be shown, and what does not exist in what is public."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from enum import Enum

import msgspec
import pytest
from msgspec import Struct

from generator.model import Display
from generator.publishing import PublicArticle, PublicParagraph
from generator.publishing.passages import trimmed
from tests.support.example import BODY, FRONT, example

NONE = "rights: {display: none}\n"
FULL = "rights: {display: full}\n"


def texts(value: object) -> Iterator[str]:
    """Yield every text in a record and in all that it holds."""
    if isinstance(value, Enum | date):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        yield from texts(msgspec.structs.asdict(value))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(key)
            yield from texts(item)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from texts(item)


def shown(paragraph: PublicParagraph) -> str:
    """Return the text of a paragraph as a reader sees it."""
    return "".join("[…]" if piece.withheld else piece.text for piece in paragraph.pieces)


def everything(article: PublicArticle) -> str:
    """Return all texts that an article holds."""
    return "\n".join(texts(article))


def test_full_shows_all() -> None:
    """Where all may be shown, the pieces of the paragraphs are the text of the source."""
    found = example(extra=FULL)
    assert found.article.source is not None
    assert "\n\n".join(shown(paragraph) for paragraph in found.public.paragraphs) == found.article.source.text


def test_excerpts_are_the_default() -> None:
    """Without rights, the sentences that carry facts are shown and each run of others is one ellipsis."""
    public = example().public
    assert public.display is Display.EXCERPTS
    assert shown(public.paragraphs[1]) == "[…]"
    assert shown(public.paragraphs[2]) == (
        '"We are close, but 14 crews are still out," the minister said.[…]"Ferries sail on Friday."'
    )
    assert "It rained" not in everything(public)
    assert "Related" not in everything(public)


def test_excerpts_hide_names_outside_sentences_with_facts() -> None:
    """A name that is found in a withheld sentence is known, and its words are not."""
    public = example(
        body="Vance smiled in her odd hat.\n\n[14 crews]{.figure} are out, said Ida Vance.\n"
    ).public
    hidden = next(record for record in public.records if record.is_found)
    assert hidden.actors == ("vance",)
    assert hidden.passages[0].text == ""
    assert hidden.label == "Ida Vance"
    assert "hat" not in everything(public)


def test_none_holds_no_words() -> None:
    """Where nothing may be shown, no word of the source but in the editor's own text is in the record."""
    public = example(extra=NONE).public
    held = everything(public)
    for words in (
        "resumed",
        "nearly",
        "We are",
        "Ferries",
        "union gave",
        "Related",
        "close to the talks",
        "Crews",
    ):
        assert words not in held
    assert public.headline is None
    assert all(piece.withheld for paragraph in public.paragraphs for piece in paragraph.pieces)
    assert not public.roles


def test_none_keeps_values_positions_and_titles() -> None:
    """Numbers, dates, positions, the hash and own-words titles are shown where words are not."""
    found = example(extra=NONE)
    public = {record.id: record for record in found.public.records}
    crews = public["crews"]
    assert crews.quantity is not None
    assert crews.quantity.value == 14
    assert crews.quantity.counted is None
    assert crews.label == "Figure in paragraph 3"
    assert crews.is_neutral
    assert crews.passages[0].end - crews.passages[0].start == len("14 crews")
    assert public["talks-resume"].label == "Talks resume"
    assert public["talks-resume"].date is not None
    assert found.public.sha256 == found.article.sha256


def test_none_says_gist() -> None:
    """A gist in the editor's words stands for words that are withheld."""
    body = '[Ferries sail on Friday]{.event #sail gist="Service returns"}.\n'
    (record,) = example(extra=NONE, body=body).public.facts
    assert (record.label, record.is_own_words, record.is_neutral) == ("Service returns", True, False)


def test_unnamed_of_withheld_text() -> None:
    """The description of someone unnamed is the source's words, and is withheld with them."""
    assert example(extra=NONE).public_corpus.actors["aide"].name == "an unnamed person"
    assert example().public_corpus.actors["aide"].name == "an official close to the talks"


def test_long_roles_of_withheld_text() -> None:
    """Eight words of a role or an alias are the source's; an office or a name is anybody's."""
    long = "minister of all the boats in the northern basin"
    front = FRONT.replace("harbour minister", long).replace("the minister]", f"the {long}]")
    shown, withheld = (
        example(front=front, extra=extra).public_corpus.actors["vance"] for extra in ("", NONE)
    )
    assert (shown.role, shown.aliases) == (long, ("Vance", f"the {long}"))
    assert (withheld.role, withheld.aliases) == (None, ("Vance",))
    assert example(extra=NONE).public_corpus.actors["vance"].role == "harbour minister"


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_internal_is_never_public(rights: str) -> None:
    """A remark that is internal is in nothing that pages are made of."""
    body = '[14 crews]{.figure #crews internal="zebra" note="Our count."}.\n'
    public = example(extra=rights, body=body).public
    assert "zebra" not in everything(public)
    assert public.facts[0].note == "Our count."


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_anchors(rights: str) -> None:
    """Each passage, support and role has its anchor in the paragraphs, once."""
    public = example(extra=rights).public
    set_anchors = [
        anchor for paragraph in public.paragraphs for piece in paragraph.pieces for anchor in piece.starts
    ]
    wanted = {
        passage.anchor for record in public.records for passage in (*record.passages, *record.support)
    } | {role.anchor for role in public.roles.values()}
    assert len(set_anchors) == len(set(set_anchors))
    assert set(set_anchors) == wanted


def test_overlapping_spans_are_cut() -> None:
    """Pieces know every record whose words they are, outer ones first."""
    (paragraph,) = example(body="[a [14 crews]{.figure} c]{.event #out date=undated} d.\n").public.paragraphs
    assert [(piece.text, piece.records) for piece in paragraph.pieces] == [
        ("a ", ("out",)),
        ("14 crews", ("out", "14-crews")),
        (" c", ("out",)),
        (" d.", ()),
    ]


def test_role_in_the_text() -> None:
    """A declared role that stands in the text leads there; one that does not is the editor's."""
    assert example().public.roles["vance"].anchor == "span-role.vance"
    other = FRONT.replace("harbour minister", "minister of ports")
    assert not example(front=other).public.roles


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"We are close,"', ("We are close", True)),
        ("“We are close.”", ("We are close.", True)),
        ('"Ferries sail".', ("Ferries sail.", True)),
        ('"a" and "b"', ('"a" and "b"', False)),
        ("“It goes on", ("It goes on", True)),
        ("'tis the season", ("'tis the season", False)),
        ("‘the crews’ own words’", ("the crews’ own words", True)),
        ("«Presque trois»", ("Presque trois", True)),
        ("plain,", ("plain", False)),
        ("", ("", False)),
        ('"', ("", True)),
    ],
)
def test_trimmed(words: str, expected: tuple[str, bool]) -> None:
    """Outer quotation marks and the comma go, and nothing else."""
    assert trimmed(words) == expected


def test_same_input_same_output() -> None:
    """Publishing twice gives equal records."""
    assert example(body=BODY).public == example(body=BODY).public


def test_words_lead_to_the_live_article() -> None:
    """Each fact whose words are shown has the address of these words in the article itself."""
    live = example(extra=FULL).public.live
    assert live["talks-resume"] == "https://example.org/ferry-talks#:~:text=resumed%20on%20Monday"
    assert not [name for name in live if name.startswith("mention")]


@pytest.mark.parametrize("extra", ["text_form: paraphrase\n", "text_form: translation\n", NONE])
def test_no_address_carries_other_words(extra: str) -> None:
    """Words that the live article does not have, or that are withheld, are in no address."""
    assert example(extra=extra).public.live == {}


def test_an_address_takes_no_context_from_withheld_words() -> None:
    """Under excerpts only what is shown tells words apart from others; where all is shown, anything does."""
    body = "Orr gave\n\n[14 crews]{.figure #one}\n\nto Ida Vance. Then 14 crews came.\n"
    shown = example(body=body, extra=FULL)
    hidden = example(body=body)
    assert shown.public.live["one"].endswith("#:~:text=Orr%20gave-,14%20crews")
    assert hidden.public.live["one"].endswith("#:~:text=14%20crews")
