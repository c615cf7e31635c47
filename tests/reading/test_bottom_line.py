"""Tests of the bottom line: words that lead to facts, and words that should."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.formats.yaml_tree import YamlMap, YamlScalar, parse_yaml
from generator.model import Words
from generator.problems import Problem
from generator.reading.bottom_line import places_in, read_bottom_line
from generator.text import Location

_STATED = re.compile(r"\d+|Monday|Ida Vance")


def ungated(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield digits, one weekday and one name: a stand-in for the readers of values."""
    for match in _STATED.finditer(plain):
        yield match.start(), match.end(), "number" if match.group().isdigit() else "name"


def value(yaml: str) -> YamlScalar:
    """Return the value of ``bottom_line`` in front matter."""
    tree, problems = parse_yaml(yaml, "seeds/ferry.md", first_line=2)
    assert not problems
    assert isinstance(tree, YamlMap)
    node = tree.entries["bottom_line"].node
    assert isinstance(node, YamlScalar)
    return node


def read(yaml: str) -> tuple[tuple[tuple[Words, ...], ...], list[Problem]]:
    """Read a bottom line in which every fact exists but ``ferry#none``."""
    node = value(yaml)
    return read_bottom_line(node.value, places_in(node), "ferry", lambda key, _: key != "ferry#none", ungated)


def problems(text: str) -> list[str]:
    """Return what is said of a bottom line on one line."""
    _, found = read(f"bottom_line: '{text.replace(chr(39), chr(39) * 2)}'")
    return [f"{problem.code}: {problem.message}" for problem in found]


def test_links_become_keys_of_facts() -> None:
    """A link to an id leads to a fact of this article, one with a slug to another's."""
    paragraphs, found = read("bottom_line: Talks [are on](#talks); [14 crews](other#crews) are out.")
    assert found == []
    assert paragraphs == (
        (
            Words("Talks "),
            Words("are on", "ferry#talks"),
            Words("; "),
            Words("14 crews", "other#crews"),
            Words(" are out."),
        ),
    )


def test_paragraphs_are_parted_by_empty_lines() -> None:
    """Line ends inside a paragraph are spaces."""
    paragraphs, found = read("bottom_line: |\n  One\n  line.\n\n  Two [lines](#b).\n")
    assert found == []
    assert ["".join(words.text for words in paragraph) for paragraph in paragraphs] == [
        "One line.",
        "Two lines.",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*so* **it** __is__ _said_", "so it is said"),
        ("***both***", "both"),
        (r"\*so\* \[it\]", "*so* [it]"),
        ("a * b * c", "a * b * c"),
        ("snake_case_name", "snake_case_name"),
        ("open *and never closed", "open *and never closed"),
        ("[not a link] (so)", "[not a link] (so)"),
        ("<b>&amp;</b> {{ x }}", "<b>&amp;</b> {{ x }}"),
        ("[*are* on](#talks)", "are on"),
    ],
)
def test_emphasis_is_dropped_and_all_else_kept(typed: str, shown: str) -> None:
    """What is shown is text; nothing in it stays Markdown."""
    paragraphs, found = read(f"bottom_line: '{typed}'")
    assert found == []
    assert "".join(words.text for words in paragraphs[0]) == shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Now 14 crews.", "number '14'"),
        ("Ida Vance spoke.", "name 'Ida Vance'"),
        ("They are “very close”.", "quoted phrase “very close”"),
        ('They are "very close".', 'quoted phrase "very close"'),
        ("They are 'very close'.", "quoted phrase 'very close'"),
        ("Sie sind „ganz nah“.", "quoted phrase „ganz nah“"),
        ("Ils sont « tout près ».", "quoted phrase « tout près »"),
        ("They are “[very](#a) close”.", "quoted phrase “very close”"),
        ("They are “very close.", "quoted phrase “very close."),
        ("From [14](#a) to 20.", "number '20'"),
    ],
)
def test_what_states_a_fact_must_lead_to_it(text: str, words: str) -> None:
    """Numbers, dates, names and quoted phrases outside links are errors."""
    assert problems(text) == [f"ungated-words: expected a link to a fact on the {words}, found none"]


@pytest.mark.parametrize(
    "text",
    [
        "[14 crews](#a) are out.",
        "“[Very close](#close),” they say.",
        "[“Very close”](#close), they say.",
        "The union's crews don't sail; the crews' boats lie idle.",
        "‘[Very close](#close)’, it’s said.",
        "Ida [Vance](#v) spoke.",
    ],
)
def test_linked_words_pass(text: str) -> None:
    """A link may stand inside the quotation marks; apostrophes open no quotation."""
    assert problems(text) == []


def test_words_are_reported_once() -> None:
    """A number inside a quoted phrase is the phrase's."""
    assert len(problems("They said “14 and 15 on Monday”.")) == 1


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org",
        "https://example.org/#a",
        "//example.org#a",
        "javascript:x#y",
        "other.md",
        "#",
        "",
    ],
)
def test_links_lead_to_facts_and_nowhere_else(target: str) -> None:
    """Any other link is refused, and its words stay."""
    paragraphs, found = read(f"bottom_line: '[words]({target})'")
    assert [problem.code for problem in found] == ["bad-value"]
    assert paragraphs == ((Words("words"),),)


def test_an_unknown_fact_is_asked_for_at_its_link() -> None:
    """Whoever knows the facts is told where the link stands; the words stay, without a link."""
    asked: list[tuple[str, str]] = []

    def is_fact(key: str, place: Location) -> bool:
        asked.append((key, str(place)))
        return False

    node = value("bottom_line: Talks [go on](#none).")
    paragraphs, found = read_bottom_line(node.value, places_in(node), "ferry", is_fact, ungated)
    assert asked == [("ferry#none", "seeds/ferry.md:2:28")]
    assert found == []
    assert paragraphs == ((Words("Talks "), Words("go on"), Words(".")),)


def test_a_mark_is_no_link() -> None:
    """A mark in the bottom line does not vanish into text unnoticed."""
    assert [line.partition(":")[0] for line in problems("[crews]{.figure} are out")] == ["stray-mark"]


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("bottom_line: Now 14 crews.", "2:18"),
        ('bottom_line: "Now 14 crews."', "2:19"),
        ("bottom_line: |\n  Talks go on.\n  Now 14 crews.\n", "4:7"),
        ("bottom_line: >\n  Talks go on.\n  Now 14 crews.\n", "3:3"),
        ("bottom_line:\n  Talks go on.\n  Now 14 crews.\n", "3:3"),
    ],
)
def test_places_in_yaml(yaml: str, place: str) -> None:
    """Exact where YAML keeps the lines; the beginning of the value where it folds them."""
    _, found = read(yaml)
    assert [str(problem.location) for problem in found] == [f"seeds/ferry.md:{place}"]


def test_hostile_text_takes_linear_time() -> None:
    """Many brackets, stars and quotation marks are read like any other text."""
    for text in ("[" * 50_000, "](" * 50_000, "*a " * 50_000, "[a](#b) " * 20_000, "“" * 50_000):
        read_bottom_line(text, places_in(value("bottom_line: x")), "ferry", lambda *_: True, lambda _: ())
