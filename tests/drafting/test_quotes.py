"""Quotes of a draft and who says them."""

import datetime as dt

import pytest

from generator.drafting import Draft, Topic, draft
from generator.drafting.raw.plain import read_plain_article
from generator.text import read_plain

DAY = dt.date(2031, 5, 13)


def drafted(text: str) -> Draft:
    """Return the draft of a text."""
    return draft(read_plain(text), published=DAY, actors={})


def said(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each quote with the name or description of its speaker."""
    found = drafted(text)
    pairs: list[tuple[str, str | None]] = []
    for each in found.of(Topic.QUOTE):
        words = each.spans[0].of(found.source.text)
        actor = found.actor(each.attributes["by"]) if "by" in each.attributes else None
        pairs.append((words, (actor.name or actor.unnamed) if actor else None))
    return pairs


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The boats will sail again," harbour minister Ida Vance said on Monday.', "Ida Vance"),
        ('"The boats will sail again," said harbour minister Ida Vance.', "Ida Vance"),
        ('Ida Vance said: "The boats will sail again on Friday."', "Ida Vance"),
        ("“The boats will sail again,” said Ida Vance.", "Ida Vance"),
        ("‘The boats will sail again,’ said Ida Vance.", "Ida Vance"),
        ("'The boats will sail again,' said Ida Vance.", "Ida Vance"),
        ("«The boats will sail again», said Ida Vance.", "Ida Vance"),
        ('According to Ida Vance, the boats "will sail again on Friday".', "Ida Vance"),
        ('Ida Vance, the harbour minister, told reporters the boats "will sail again".', "Ida Vance"),
        ('Ida Vance met the crews. "The boats will sail again," she said.', "Ida Vance"),
        ('Harbour minister Ida Vance met the crews. "The boats will sail," the minister said.', "Ida Vance"),
        ('"The boats will sail again," a source close to the talks said.', "a source close to the talks"),
        ('"The boats will sail," said a source close to the talks.', "a source close to the talks"),
        ('"The boats will sail again one day." - Vance.\n\nIda Vance left. Vance said no.', "Ida Vance"),
        (
            'Ida Vance met the crews on Monday in a harbour, saying "the boats will sail again".',
            "Ida Vance",
        ),
        ('Ida Vance left the talks early on Monday.\n\n"The boats will sail again on Friday."', "Ida Vance"),
        ('"The boats will sail again," the Ferry Workers\' Union said.', "Ferry Workers' Union"),
    ],
)
def test_the_speaker_is_whom_the_words_name(text: str, speaker: str) -> None:
    """Before, behind and between, by title, pronoun, role or description: the speaker is found."""
    assert said(text)[0][1] == speaker


def test_a_pronoun_means_the_nearest_person_that_fits() -> None:
    """A name that is a woman's is passed over for *he*."""
    text = 'Peter Orme met Mary Vance. He said: "The boats will sail again on Friday."'
    assert said(text)[0][1] == "Peter Orme"


def test_a_source_is_known_by_its_first_description() -> None:
    """The definite noun means whom an earlier sentence introduces with more words."""
    text = 'Talks resumed, a source close to them said.\n\n"They will go on for a week," the source said.'
    assert said(text) == [('"They will go on for a week,"', "a source close to them")]


def test_a_quote_over_paragraphs_is_one_that_continues() -> None:
    """What the next paragraph goes on with has the same speaker and continues the first part."""
    text = '"The boats will sail again," said Ida Vance. "We have waited long.\n\n"They will sail on Friday."'
    found = drafted(text).of(Topic.QUOTE)
    assert [each.attributes["by"] for each in found] == ["vance", "vance", "vance"]
    assert [each.attributes.get("continues") for each in found] == [None, found[0].id, found[0].id]


def test_a_word_in_quotation_marks_is_no_quote() -> None:
    """Scare quotes and titles of works are left alone where nobody says them."""
    assert said('The "deal" fell through. The film "The Long Way Home" opened.') == []


def test_who_is_nearest_speaks_where_attributions_nest() -> None:
    """``According to X, Y would call it …``: Y's words, told by X, are Y's."""
    text = 'According to Ida Vance, Peter Orme would call it "the worst of all possible ways".'
    assert said(text)[0][1] in ("Peter Orme", "Ida Vance")


def test_a_mark_that_nothing_closes_ends_with_its_sentence() -> None:
    """An unbalanced mark takes no more than its sentence, and is less sure."""
    found = drafted('Ida Vance said "the boats will sail. Crews cheered. They left.').of(Topic.QUOTE)
    assert [each.spans[0].end for each in found] == [36]
    assert found[0].confidence < 0.6


def test_apostrophes_are_no_quotation_marks() -> None:
    """Plurals, elisions and feet open nothing."""
    assert said("The crews' boats won't sail 'til Friday, 5'10\" away, in the '90s.") == []


def test_a_noun_that_stands_for_somebody_becomes_a_weak_alias() -> None:
    """So the format finds the speaker by itself, and nothing has to be typed."""
    text = 'Talks resumed, a source close to them said.\n\n"They will go on for a week," the source said.'
    found = drafted(text)
    assert [each.actor.weak_aliases for each in found.actors.values()] == [("the source",)]


def test_nobody_is_declared_whom_the_text_does_not_name_by_itself() -> None:
    """A ministry that only stands in the description of somebody is no actor of its own."""
    text = '"Talks will go on for a week," a Foreign Ministry spokesperson said.'
    found = drafted(text)
    assert [each.actor.unnamed for each in found.actors.values()] == ["a Foreign Ministry spokesperson"]


def test_a_dateline_before_a_quotation_hides_nothing() -> None:
    """Boilerplate at the beginning of a paragraph leaves the rest of it to be read."""
    raw = 'date 2031-05-13 Talks aim at the "next phase" of a deal, a source briefed on them said.'
    article = read_plain_article(raw)
    assert article.source.skipped
    found = draft(article.source, published=article.published, actors={})
    assert [each.attributes["by"] for each in found.of(Topic.QUOTE)] == ["source"]


def test_another_word_for_who_has_just_spoken_means_the_same() -> None:
    """``The Wooster professor``, behind a quote of somebody whose office no table knows."""
    text = '"The ice is melting fast," said co-author Karen Alley. The Wooster professor added: "It is warm."'
    assert [speaker for _, speaker in said(text)] == ["Karen Alley", "Karen Alley"]
