"""Who speaks: a table of sentences in the shapes that news gives them."""

from __future__ import annotations

import re
from typing import Final

import pytest

from generator.formats.documents import read_document
from generator.model import Article, Quote, Registries
from generator.problems import Problem
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary
from tests.support.work import calls

_HEAD: Final = """\
---
title: Ferry talks
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/ferry-talks
actors:
  vance: {name: Ida Vance, type: person, aliases: [Vance]}
  orme: {name: Ann Orme, type: person, aliases: [Orme, the mayor's deputy]}
  union: {name: Ferry Workers' Union, type: organisation, aliases: [the union, FWU]}
  courier: {name: Alder Courier, type: organisation, aliases: [the Courier]}
  alder: {name: Port Alder, type: place, aliases: [Alder]}
  norland: {name: Norland, type: state}
  aide: {unnamed: an official close to the talks}
---
"""


def _read(body: str) -> tuple[Article, list[Problem]]:
    document, problems = read_document("seeds/ferry.md", _HEAD + body + "\n", lambda _: (None, []))
    assert document is not None
    article, more = read_article(document, Vocabulary.of(Registries(actors={}, measures={}, stories={})))
    assert article is not None
    return article, problems + more


def _quotes(body: str) -> tuple[list[Quote], list[str]]:
    """Return the quotes of a text whose «angle» quotes are marked, and the messages of the problems."""
    marked = re.sub(r"«([^»]*)»", r'["\1"]{.quote}', body)
    marked = re.sub(r"‹([^›]*)›", r"[\1]{.quote}", marked)
    article, problems = _read(marked)
    assert {problem.code for problem in problems} <= {"missing-speaker"}
    return [each for each in article.records if isinstance(each, Quote)], [each.message for each in problems]


_TOLD: Final = (
    # the verb before or behind the quote
    ("Vance said, «We are close.»", "vance"),
    ("«We are close,» Vance said.", "vance"),
    ("«We are close,» said Vance.", "vance"),
    ("«We are close,» Vance told the Courier on Monday.", "vance"),
    ("«We are close,» Vance said in a statement released by the union.", "vance"),
    ("Vance told Ann Orme: «We are close.»", "vance"),
    ("Vance asked the union ‹whether it would return›.", "vance"),
    ("Vance also repeatedly said ‹crews would return›.", "vance"),
    ("Vance has since said ‹crews would return›.", "vance"),
    ("Vance went on to say ‹crews would return›.", "vance"),
    ("According to Vance, ‹crews will return›.", "vance"),
    ("‹Crews will return›, according to Ida Vance.", "vance"),
    ("‹Crews will return›, said an official close to the talks.", "aide"),
    ("Vance called the strike «reckless».", "vance"),
    # titles and appositions
    ("Harbour minister Ida Vance said ‹crews would return›.", "vance"),
    ("Ida Vance, the harbour minister, said ‹crews would return›.", "vance"),
    ("Ida Vance, minister for Port Alder and Norland, said ‹crews would return›.", "vance"),
    ("Ida Vance, of Port Alder, Norland, said ‹crews would return›.", "vance"),
    ("The mayor of Port Alder, Ann Orme, said ‹crews would return›.", "orme"),
    ("The Port Alder mayor, Ann Orme, said ‹crews would return›.", "orme"),
    ("«We are close,» tweeted Mayor of Port Alder Ann Orme.", "orme"),
    ("«We are close,» said the mayor of Port Alder, Ann Orme.", "orme"),
    ("«We are close,» said Ferry Workers' Union leader Ann Orme.", "orme"),
    ("«We are close,» wrote protester Ann Orme on Twitter. «They know.»", "orme orme"),
    ("Port Alder harbour chief Ann Orme wrote: «We are close.»", "orme"),
    ("Bank of Norland governor Ann Orme said ‹rates would fall›.", "orme"),
    ("The Courier's Ann Orme said ‹crews would return›.", "orme"),
    ("Ida Vance, who met the union on Monday, said ‹crews would return›.", "vance"),
    ("Vance, speaking to the Courier, said ‹crews would return›.", "vance"),
    ("Vance on Friday said ‹crews would return›.", "vance"),
    ("On May 3 Vance said ‹crews would return›.", "vance"),
    ("Ann Orme of the Courier said ‹crews would return›.", "orme"),
    ("The Ferry Workers' Union (FWU) said ‹crews would return›.", "union"),
    # participles and verbs that share a subject
    ("Vance posted a message about Norland, saying there was «no evidence».", "vance"),
    ("Vance said, «We are close», adding, «It takes time».", "vance vance"),
    ("«We are close,» said Vance, adding: «It takes time».", "vance vance"),
    ("Vance met the union and said ‹crews would return›.", "vance"),
    ("The strike drags on, with Vance calling it «reckless».", "vance"),
    ("Vance was quoted as saying ‹crews would return›.", "vance"),
    ("Vance was quoted by the Courier as saying ‹crews would return›.", "vance"),
    # the passive names its agent
    ("Orme was told by harbour minister Ida Vance of «about 40 crews».", "vance"),
    # verbs as nouns, verbs of other quotations
    ("The union's demands met silence; Vance said ‹crews would return›.", "vance"),
    (
        "Norland denied all claims that ‹crews were hurt›, but a report by the union found otherwise.",
        "norland",
    ),
    ("«Orme said no,» said Vance.", "vance"),
    ("According to a statement by the union, ‹crews will return›.", "union"),
    ("According to a poll published by the Courier last week, ‹most agree›.", "courier"),
    # states and places may speak for themselves, when they alone stand there
    ("Norland said ‹it would send ships›.", "norland"),
    # the paragraph
    ("Vance spoke in Port Alder. «We are close.»", "vance"),
    ("Vance was questioned by reporters in Port Alder. She said, «We are close.»", "vance"),
    ("Vance said on Monday ‹talks would resume›. She also said: «We are close.»", "vance vance"),
    ("Vance said that ‹crews would return›, while Orme indicated ‹they would not›.", "vance orme"),
    ("Though Orme said there was no deal, «we are close,» Vance said.", "vance"),
)

_ASKED: Final = (
    ("«We are close,» she said.", ""),
    ("«We are close,» said Durbin. Vance said nothing.", "vance"),
    ("Vance said little. Durbin said ‹crews would return›.", "vance"),
    ("Vance's lawyer said ‹crews would return›.", "vance"),
    ("The union spokesman said ‹crews would return›.", "union"),
    ("Critics of Vance said ‹crews would return›.", "vance"),
    ("According to Vance's critics, ‹this is a ploy›.", "vance"),
    ("According to police in Port Alder, ‹crews would return›.", ""),
    ("Prosecutors in Norland said ‹crews would return›.", "norland"),
    ("Ann Orme and Ida Vance said ‹crews would return›.", "orme or vance"),
    ("Vance met Ann Orme. She said, «We are close.»", "vance or orme"),
    ("Vance was told that «crews would return».", "vance"),
    ("The mayor of Port Alder said ‹crews would return›.", ""),
    ("Orme said a deal was near. Vance said it was not. «We are close.»", "orme or vance"),
    ("The union announced talks. He said, «We are close.»", "union"),
    ("Vance called it «reckless,» Orme said.", "vance or orme"),
)


@pytest.mark.parametrize(("text", "speakers"), _TOLD)
def test_told(text: str, speakers: str) -> None:
    """A quote's speaker is whoever the words beside it say, whatever else they name."""
    quotes, messages = _quotes(text)
    assert [quote.said_by for quote in quotes] == speakers.split(), messages


@pytest.mark.parametrize(("text", "candidates"), _ASKED)
def test_asked(text: str, candidates: str) -> None:
    """Where the words leave it open nobody is chosen, and whoever it may be is offered."""
    quotes, messages = _quotes(text)
    asked = [quote for quote in quotes if quote.said_by is None]
    assert len(asked) == len(messages) == 1
    assert messages[0].partition("it might be ")[2] == candidates


_DATED: Final = (
    ("Vance said on Monday ‹crews would return›.", "2031-05-12"),
    ("On Monday, harbour minister Ida Vance said ‹crews would return›.", "2031-05-12"),
    ("On Monday Vance, the harbour minister, said ‹crews would return›.", "2031-05-12"),
    ("Vance told reporters late on Monday: «We are close.»", "2031-05-12"),
    ("«We go. We are close,» Vance told the Courier on Monday.", "2031-05-12"),
    ("«We are close,» said Vance on Monday.", "2031-05-12"),
    ("Vance on Monday also said ‹crews would return›.", "2031-05-12"),
    ("Speaking to reporters on Monday, Vance said ‹crews would return›.", "2031-05-12"),
    ("In a statement late on Monday, the union called it «reckless».", "2031-05-12"),
    ("After talks on Monday, Vance said ‹crews would return›.", None),
    ("Vance said crews left on Friday because of «greed».", None),
    ("Vance said on Monday crews left on Friday because of «greed».", "2031-05-12"),
    ("On Friday crews left port, Vance said, «for good».", None),
    ("Vance said the strike, which began on Friday, was «reckless».", None),
    ("Vance said «it ends on Friday».", None),
)


@pytest.mark.parametrize(("text", "date"), _DATED)
def test_date_of_a_quote(text: str, date: str | None) -> None:
    """A date beside the reporting verb or before its subject dates the quote, none in what is said."""
    (quote,) = _quotes(text)[0]
    assert (quote.date.edtf if quote.date else None) == date


def test_typed_speaker_wins() -> None:
    """Who is typed is not asked for, whatever stands beside the verb."""
    article, problems = _read('Vance said ["no"]{.quote by=orme}.')
    assert problems == []
    assert [each.said_by for each in article.records if isinstance(each, Quote)] == ["orme"]


@pytest.mark.parametrize(
    "piece",
    [
        "Vance said Orme told, ",
        "Vance, Orme and ",
        "of Vance, who, ",
        '["we go"]{.quote} said Vance. ',
        '["We go,"]{.quote} Vance said. ',
        '["no way",]{.quote} ',
    ],
)
def test_cost_grows_with_the_text(piece: str) -> None:
    """Twice as many names, verbs or quotes in one paragraph are about twice the work."""
    short, long = (f'{piece * count}["no"]{{.quote}}.' for count in (40, 80))
    assert calls(lambda: _read(long)) < 2.6 * calls(lambda: _read(short))
