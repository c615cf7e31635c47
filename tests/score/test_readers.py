"""Gold is read as the corpora mean it, on texts of a line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from benchmarks.score.gold import Gold, Kind
from benchmarks.score.gum import read_gum
from benchmarks.score.meantime import read_meantime
from benchmarks.score.names import capitals, name_in, nested
from benchmarks.score.own import read_own
from benchmarks.score.timex import read_timex
from benchmarks.score.tokens import Text
from generator.text import read_plain
from generator.values import Date

_NAF = """<NAF><text>
{words}
</text><entities>
<entity type="PER"><references><span><target id="8"/><target id="9"/></span></references></entity>
<entity type="PRO"><references><span><target id="5"/></span></references></entity>
</entities><timeExpressions>
<timex3 type="DATE" value="2031-05-13"><span><target id="3"/><target id="4"/></span></timex3>
<timex3 type="DATE" value="2031-05-12"><span><target id="7"/></span></timex3>
<timex3 type="DURATION" value="P1D"><span><target id="5"/></span></timex3>
</timeExpressions></NAF>"""

_XML = """<text id="x" dateCreated="2031-05-13">
<head>
Ferries\tNNS\t_\t_\t_
</head>
<p>
<date when="2031-05-13">
Tuesday\tNP\t_\t_\t_
</date>
</p>
<p>
<quote>
"\t``\t_\t_\t_
Soon\tRB\t_\t_\t_
"\t''\t_\t_\t_
</quote>
said\tVVD\t_\t_\t_
Ida\tNP\t_\t_\t_
Vance\tNP\t_\t_\t_
<date when="2031-05-12">
Monday\tNP\t_\t_\t_
</date>
.\tSENT\t_\t_\t_
</p>
</text>
"""
_TSV = ("Ferries", "Tuesday", '"', "Soon", '"', "said", "Ida", "Vance", "Monday", ".")


def _words(gold: Gold, kind: Kind) -> list[str]:
    return [item.span.of(gold.source.text) for item in gold.items[kind]]


def test_meantime_is_read_without_its_dateline(tmp_path: Path) -> None:
    """The dateline gives the day and leaves the text; names and dates stand on their words."""
    words = "Ferries sail|May 13|Crews .|Monday|Ida Vance".replace("|", " ").split()
    sentences = [1, 1, 2, 2, 3, 3, 4, 4, 4]
    lines = [
        f'<wf id="{number}" sent="{sentence}">{word}</wf>'
        for number, (word, sentence) in enumerate(zip(words, sentences, strict=True), start=1)
    ]
    (tmp_path / "a.naf").write_text(_NAF.format(words="\n".join(lines)), "utf-8")
    (gold,) = read_meantime(tmp_path)
    assert gold.published == dt.date(2031, 5, 13)
    assert gold.source.text == "Ferries sail\n\nCrews. Monday Ida Vance"
    assert _words(gold, Kind.ACTOR) == ["Ida Vance"]
    assert _words(gold, Kind.DATE) == ["Monday"]
    assert [span.of(gold.source.text) for span in gold.ignored[Kind.DATE]] == ["Crews"]


def test_gum_is_read_from_both_files(tmp_path: Path) -> None:
    """Marks and dates come from the XML, actors from the table, on one text."""
    (tmp_path / "xml").mkdir()
    (tmp_path / "tsv").mkdir()
    (tmp_path / "xml" / "x.xml").write_text(_XML, "utf-8")
    rows = [
        f"1-{number}\t0-1\t{word}\t{'person[1]' if word in ('Ida', 'Vance') else '_'}\t_"
        for number, word in enumerate(_TSV, start=1)
    ]
    (tmp_path / "tsv" / "x.tsv").write_text("\n".join(rows), "utf-8")
    (gold,) = read_gum(tmp_path)
    assert gold.source.text == 'Ferries\n\n"Soon" said Ida Vance Monday.'
    assert _words(gold, Kind.MARKS) == ['"Soon"']
    assert _words(gold, Kind.ACTOR) == ["Ida Vance"]
    assert _words(gold, Kind.DATE) == ["Monday"]


def test_a_caption_in_a_paragraph_ends_before_the_rest_of_it(tmp_path: Path) -> None:
    """What stands behind the caption is text of the paragraph again, and no heading, which nobody reads."""
    (tmp_path / "xml").mkdir()
    (tmp_path / "tsv").mkdir()
    captioned = _XML.replace(
        "<quote>", "<figure>\n<caption>\nBoats\tNNS\t_\t_\t_\n</caption>\n</figure>\n<quote>"
    )
    (tmp_path / "xml" / "x.xml").write_text(captioned, "utf-8")
    words = (*_TSV[:2], "Boats", *_TSV[2:])
    rows = [f"1-{number}\t0-1\t{word}\t_\t_" for number, word in enumerate(words, start=1)]
    (tmp_path / "tsv" / "x.tsv").write_text("\n".join(rows), "utf-8")
    (gold,) = read_gum(tmp_path)
    assert [(block.span.of(gold.source.text), block.role.value) for block in gold.source.blocks] == [
        ("Ferries", "heading"),
        ("Boats", "heading"),
        ('"Soon" said Ida Vance Monday.', "paragraph"),
    ]


def test_our_gold_is_read_by_position(tmp_path: Path) -> None:
    """A file of ours has positions, values and the hash of a text; a text that changed is refused."""
    text = '"Soon," said Ida Vance on Monday of 14 crews.'
    (tmp_path / "text.txt").write_text(text, "utf-8")
    (tmp_path / "gold").mkdir()
    lines = [
        "text: text.txt",
        "published: 2031-05-13",
        f"sha256: {read_plain(text).sha256}",
        "quotes: [[0, 7, [13, 22]]]",
        'dates: [[26, 32, "2031-05-12"]]',
        "quantities: [[36, 44, 14]]",
    ]
    (tmp_path / "gold" / "a.yml").write_text("\n".join(lines), "utf-8")
    (gold,) = read_own(tmp_path / "gold", tmp_path)
    assert {kind: _words(gold, kind) for kind in gold.items} == {
        Kind.QUOTE: ['"Soon,"'],
        Kind.MARKS: ['"Soon,"'],
        Kind.DATE: ["Monday"],
        Kind.QUANTITY: ["14 crews"],
    }
    (tmp_path / "text.txt").write_text("Something else.", "utf-8")
    with pytest.raises(ValueError, match="has changed"):
        list(read_own(tmp_path / "gold", tmp_path))


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Ida Vance", "Ida Vance"),
        ("the harbour minister Ida Vance", "Ida Vance"),
        ("Ida Vance , the minister", "Ida Vance"),
        ("the Ministry of Ferries", "Ministry of Ferries"),
        ("Ferry Company officials", None),
        ("the Prime Minister", None),
        ("she", None),
    ],
)
def test_a_mention_is_named_by_its_last_name(mention: str, name: str | None) -> None:
    """Titles alone, other nouns and pronouns are no names."""
    words = mention.split()
    found = name_in(words, capitals(words))
    assert (" ".join(words[at] for at in found) if found else None) == name


def test_a_name_inside_belongs_to_the_smaller_mention() -> None:
    """Of two mentions, one in the other, the inner keeps its tokens."""
    assert nested([[0, 1, 2], [0], [5]]) == [frozenset({0}), frozenset(), frozenset()]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2031-05-13", "2031-05-13"),
        ("2031-05-13TMO", "2031-05-13"),
        ("2031-W20", "2031-05-12/2031-05-18"),
        ("2031-W20-WE", "2031-05-17/2031-05-18"),
        ("2031-Q2", "2031-34"),
        ("203", "203X"),
        ("P3W", None),
        ("2031-05-13T06:40", None),
        ("PAST_REF", None),
    ],
)
def test_timex_values_are_dates(value: str, edtf: str | None) -> None:
    """Days, weeks, quarters and decades are; durations, times of day and references are not."""
    found = read_timex(value)
    assert isinstance(found, Date) == (edtf is not None)
    assert edtf is None or (found is not None and found.edtf == edtf)


def test_tokens_are_put_together_as_people_write() -> None:
    """Punctuation closes up, quotation marks open and close in turn, and every token has its span."""
    text = Text()
    tokens = '" It \'s $ 5 , " she said ( twice ) .'.split()
    spans = [text.add(token) for token in tokens]
    assert text.words == '"It\'s $5," she said (twice).'
    assert [span.of(text.words) for span in spans] == tokens
