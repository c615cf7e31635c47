"""Tests of metadata: what is accepted, and what is said of everything else."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent

import pytest

from generator.formats.yaml_tree import YamlMap, parse_yaml
from generator.model import ActorType, Display, Metadata, TextForm
from generator.problems import Problem
from generator.reading.metadata import read_metadata
from generator.text import Location

GOOD = """\
    title: Ferry talks resume
    published: 2031-05-13
    publisher: Alder Courier
    url: https://example.org/ferry-talks
    """


def tree(text: str) -> YamlMap:
    """Return a mapping whose first line is the second of its file, as in front matter."""
    node, problems = parse_yaml(dedent(text), "seeds/ferry.md", first_line=2)
    assert not problems
    assert isinstance(node, YamlMap)
    return node


def read(text: str, *registered: str) -> tuple[Metadata | None, dict[str, Location], list[Problem]]:
    """Read the metadata of an article."""
    return read_metadata(tree(text), "seeds/ferry.md", registered)


def said(extra: str, *registered: str) -> list[str]:
    """Return what is said of good metadata with a few lines more."""
    _, _, problems = read(dedent(GOOD) + dedent(extra), *registered)
    return [f"{problem.location.line}:{problem.location.column}: {problem.code}" for problem in problems]


def test_every_key_is_read() -> None:
    """Every key of the design becomes a typed field."""
    metadata, _, problems = read(
        dedent(GOOD)
        + dedent("""\
            headline: >
              Crews and ministry
              back at the table
            byline: Ann Orme
            agency: Coastal Press
            language: en-GB
            topics: [transport, labour]
            stories: [ferry-strike]
            retrieved: 2031-05-14
            archive_url: http://archive.example.org/x
            supersedes: ferry-first
            correction: It counted the night boats twice.
            text_form: paraphrase
            rights: {display: full, licence: CC BY 2.5, notice: By permission}
            actors:
              vance: {name: Ida  Vance, type: person, aliases: [Vance], wikidata: Q90}
              aide: {unnamed: an official}
            bottom_line: Talks [are on](#talks).
            key: [a, b]
            checked_by: A. Reader
            """)
    )
    assert problems == []
    assert metadata is not None
    assert metadata.headline == "Crews and ministry back at the table"
    assert metadata.published == dt.date(2031, 5, 13)
    assert metadata.retrieved == dt.date(2031, 5, 14)
    assert metadata.text_form is TextForm.PARAPHRASE
    assert metadata.rights.display is Display.FULL
    assert metadata.actors["vance"].type is ActorType.PERSON
    assert metadata.actors["vance"].name == "Ida Vance"
    assert metadata.topics == ("transport", "labour")


def test_scalars_are_text() -> None:
    """What YAML would take for a number, a time or a truth value stays as it is typed."""
    metadata, _, problems = read(
        dedent(GOOD).replace("Ferry talks resume", "12:30") + "topics: [yes, 1984]\n"
    )
    assert problems == []
    assert metadata is not None
    assert metadata.title == "12:30"
    assert metadata.topics == ("yes", "1984")


def test_a_key_without_a_value_counts_as_absent() -> None:
    """An optional key may be left empty; one that is needed may not."""
    assert said("headline:\ntopics:\n") == []
    _, _, problems = read("title:\npublished: 2031-05-13\npublisher: A\nurl: https://example.org\n")
    assert [(problem.code, problem.location.line) for problem in problems] == [("missing-key", 2)]


def test_all_problems_of_a_file_are_found_at_once() -> None:
    """Each stands at its own line and column, in the order of the file."""
    metadata, _, problems = read("""\
        titl: Ferry talks resume
        published: 13 May 2031
        publisher: [Alder Courier]
        url: https://example.org/
        topics: transport, labour
        rights: {display: ful, shown: no}
        actors:
          vance: {name: Ida Vance, type: persn, aliases: [Vance, [x]]}
          2nd: {name: Orme}
        """)
    assert metadata is None
    assert [f"{problem.location}: {problem.message} [{problem.code}]" for problem in problems] == [
        "seeds/ferry.md:2:1: expected the key 'title', found none [missing-key]",
        "seeds/ferry.md:2:1: unknown key 'titl' (did you mean 'title'?) [unknown-key]",
        "seeds/ferry.md:3:12: 'published': expected a day as year-month-day, found '13 May 2031' [bad-value]",
        "seeds/ferry.md:4:12: 'publisher': expected text, found a list [bad-value]",
        "seeds/ferry.md:6:9: 'topics': expected a list, found 'transport, labour' [bad-value]",
        (
            "seeds/ferry.md:7:19: 'rights.display': expected one of 'full', 'excerpts' or 'none', found 'ful'"
            " (did you mean 'full'?) [bad-value]"
        ),
        "seeds/ferry.md:7:24: unknown key 'shown' [unknown-key]",
        (
            "seeds/ferry.md:9:34: 'actors.vance.type': expected one of 'person', 'organisation', 'state',"
            " 'group' or 'place', found 'persn' (did you mean 'person'?) [bad-value]"
        ),
        "seeds/ferry.md:9:58: item 2 of 'actors.vance.aliases': expected text, found a list [bad-value]",
        (
            "seeds/ferry.md:10:3: 'actors.2nd': expected letters a to z, digits, - and _, a letter first,"
            " found '2nd' [bad-id]"
        ),
    ]
    examples = {problem.location.line: problem.example for problem in problems}
    assert examples[3] == "published: 2031-05-13"
    assert examples[6] == "topics: [transport, labour]"


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    """A wrong optional part costs itself, not what stands beside it."""
    metadata, _, problems = read(
        dedent(GOOD)
        + dedent("""\
            language: no_NO
            nonsense: 1
            stories: [../etc, ferry-strike]
            actors:
              vance: {name: Ida Vance, type: persn}
              orme: Orme
            """)
    )
    assert len(problems) == 5
    assert metadata is not None
    assert metadata.title == "Ferry talks resume"
    assert metadata.language == "en"
    assert metadata.stories == ("ferry-strike",)
    assert metadata.actors.keys() == {"vance"}
    assert metadata.actors["vance"].name == "Ida Vance"
    assert metadata.actors["vance"].type is None


def test_without_title_or_day_there_is_no_metadata() -> None:
    """Only these two stop an article."""
    assert read("published: 2031-05-13\n")[0] is None
    assert read("title: x\n")[0] is None
    assert read("title: x\npublished: 2031-02-30\n")[0] is None
    assert read("title: x\npublished: 2031-02-28\n")[0] is not None


@pytest.mark.parametrize(
    "day",
    ["20310513", "2031-W20-2", "2031-5-13", "2031-05-13T10:00", "1936656000", "0000-01-01", "٢٠٣١-٠٥-١٣"],
)
def test_a_day_has_one_form(day: str) -> None:
    """Years, months and days in digits and hyphens, and nothing else that a library might take for a date."""
    assert said(f"retrieved: {day}\n") == ["6:12: bad-value"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "example.org",
        "https://",
        "https:///x",
        "https://:80/",
        "http://[::1",
        "ftp://example.org/",
        "https://example.org/a b",
        "https://exa<mple.org/",
        r"https:\\example.org",
        "java\tscript:alert(1)",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    """An address that could do anything but open a page of a named host is refused."""
    assert said(f"archive_url: '{url}'\n") == ["6:14: bad-value"]


@pytest.mark.parametrize("url", ["http://example.org", "HTTPS://例え.jp/a?b#c", "https://[::1]:8000/x"])
def test_web_addresses_are_kept_as_typed(url: str) -> None:
    """Whatever has the right scheme and a host is an address."""
    assert said(f"archive_url: '{url}'\n") == []


@pytest.mark.parametrize(
    ("tag", "is_good"),
    [
        ("en", True),
        ("zh-Hant-TW", True),
        ("de-CH-1996", True),
        ("es-419", True),
        ("zh-cmn-Hans-CN", True),
        ("en-a-bbb-x-a-ccc", True),
        ("x-ferry", True),
        ("en_GB", False),
        ("e", False),
        ("en-", False),
        ("english (UK)", False),
        ("en-x", False),
        ("a-DE", False),
        ("en" + "-abcde" * 40, False),
    ],
)
def test_languages_are_well_formed_tags(tag: str, *, is_good: bool) -> None:
    """Source: RFC 5646, section 2.1 and appendix A."""
    assert said(f"language: {tag}\n") == ([] if is_good else ["6:11: bad-value"])


@pytest.mark.parametrize("name", ["../vance", "a/b", "1st", "-a", "_a", "a.b", "é", "index", "CON", "a" * 65])
def test_an_id_cannot_leave_its_folder(name: str) -> None:
    """Ids become file names, so that they begin with a letter and hold nothing that a path could."""
    assert said(f"actors: {{'{name}': {{name: Ida Vance}}}}\n") == ["6:10: bad-id"]


def test_ids_that_differ_by_capitals_are_one_file() -> None:
    """The second of the two is reported."""
    assert said("actors:\n  vance: {name: Ida Vance}\n  Vance: {name: Orme}\n") == ["8:3: bad-id"]


def test_an_actor_has_a_name_or_a_description() -> None:
    """Never both, and one of them unless the registry gives it."""
    assert said("actors:\n  vance: {role: minister}\n  aide: {name: A, unnamed: an aide}\n") == [
        "7:3: missing-key",
        "8:19: bad-value",
    ]
    assert said("actors:\n  vance: {role: minister}\n", "vance") == []


def test_a_wrong_name_is_reported_once() -> None:
    """A name that is there and wrong is not missing as well."""
    assert said("actors:\n  vance: {name: [Ida, Vance]}\n") == ["7:17: bad-value"]


def test_six_key_facts_at_most() -> None:
    """More than a reader takes in at one look are refused."""
    assert said("key: [a, b, c, d, e, f]\n") == []
    assert said("key: [a, b, c, d, e, f, g]\n") == ["6:6: too-many-key-facts"]


def test_a_source_is_expected() -> None:
    """A missing publisher or address is a warning, given once."""
    _, _, problems = read("title: x\npublished: 2031-05-13\n")
    assert [problem.message for problem in problems] == [
        "expected 'publisher' and 'url', found no publisher and no url"
    ]
    _, _, problems = read("title: x\npublished: 2031-05-13\npublisher: A\nurl: ''\n")
    assert [problem.code for problem in problems] == ["missing-source", "bad-value"]


def test_an_embargo_is_read() -> None:
    """It ends on a day, or on the first of a month or a year; what is in doubt is refused."""
    front = "title: x\npublished: 2031-05-13\npublisher: A\nurl: https://example.org/a\n"
    for text, day in (("2031-05-20", "2031-05-20"), ("2031-06", "2031-06-01"), ("2032", "2032-01-01")):
        metadata, _, problems = read(f"{front}rights: {{embargoed_until: {text}}}\n")
        assert (metadata and str(metadata.rights.embargoed_until), problems) == (day, [])
    for text in ("2031-06~", "2031-13", "2031-05/2031-06", "soon"):
        assert said(f"rights: {{embargoed_until: {text}}}\n") == ["6:27: bad-value"]


def test_places_of_keys() -> None:
    """Single values and items stand where they begin, everything else where its key does."""
    _, places, _ = read(dedent(GOOD) + "stories: [a, b]\nactors:\n  vance:\n    name: Ida Vance\n")
    where = {key: (place.line, place.column) for key, place in places.items()}
    assert where["title"] == (2, 8)
    assert where["stories"] == (6, 1)
    assert where["stories.1"] == (6, 14)
    assert where["actors"] == (7, 1)
    assert where["actors.vance"] == (8, 3)
    assert "actors.vance.name" not in where


def test_no_metadata_at_all() -> None:
    """An empty mapping has a place too: the file."""
    metadata, places, problems = read_metadata(YamlMap(), "seeds/ferry.md")
    assert metadata is None
    assert places == {}
    assert [(problem.code, str(problem.location)) for problem in problems] == [
        ("missing-key", "seeds/ferry.md:1:1"),
        ("missing-key", "seeds/ferry.md:1:1"),
        ("missing-source", "seeds/ferry.md:1:1"),
    ]
