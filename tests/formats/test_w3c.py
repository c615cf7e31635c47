"""W3C Web Annotations, other people's and our own."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any, Final

import pytest

from generator.formats.json_tree import MAX_DEPTH, parse_json
from generator.formats.w3c import read_w3c
from generator.formats.w3c_anchors import Anchors
from generator.formats.w3c_model import read_annotations
from generator.formats.yaml_tree import to_plain
from generator.problems import Problem
from generator.text import Span, normalise
from tests.support.shared import SHARED, needs_shared

SAMPLES: Final = SHARED / "corpora" / "w3c-web-annotation" / "tools" / "samples"
RECOGITO: Final = SHARED / "corpora" / "recogito" / "packages" / "text-annotator" / "test"
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"

REASONS: Final = {
    1: "expected a value, found 'this'",
    2: "expected the type Annotation",
    3: "expected the @context",
    4: "expected the @context",
    5: "expected the @context",
    6: "expected an address for an id",
    7: "expected one id, found 2",
    8: "expected the type Annotation",
    9: "expected the type Annotation",
    10: "expected a target, found none",
    11: "expected an address for a target, found the number 9",
    12: "expected an address for body",
    13: "expected an address for an id, found 'this is not a uri either'",
    14: "expected text for 'format', found the number 6",
    15: "expected text for 'language', found the number 3",
    16: "found 'squirrel'",
    17: "expected one text for 'value', found nothing",
    18: "expected one text for 'value', found a list",
    19: "expected body or bodyValue, found both",
    20: "expected one text for 'bodyValue', found a list",
    21: "expected one text for 'bodyValue', found the number 23",
    22: "expected one of Choice, Composite, Independents, List",
    23: "expected one processingLanguage, found several",
    24: "expected one textDirection, found several",
    25: "expected one of Choice, Composite, Independents, List",
    26: "for creator",
    27: "for generator",
    28: "for 'created'",
    29: "for 'modified'",
    30: "for 'generated'",
    31: "for 'modified'",
    32: "for 'created'",
    33: "for 'generated'",
    34: "for rights, found 'not a uri'",
    35: "for via, found 'not a uri'",
    36: "for canonical, found 'not a uri'",
    37: "expected one source of a specific resource, found none",
    38: "expected one text for 'value', found nothing",
    39: "expected one text for 'value', found a list",
}
"""What is wrong with each of the W3C's incorrect samples; most of them give two ids and a last comma, too."""


def read(raw: str, text: str | None = None) -> tuple[Any, list[Problem]]:
    """Read annotations beside a text."""
    return read_w3c("a.jsonld", raw, lambda _: (text, []), None if text is None else "a.txt")


def annotation(*selectors: dict[str, Any], kind: str = "event", **more: Any) -> str:  # noqa: ANN401  # JSON
    """Return an annotation of somebody else, with a tag that names a kind."""
    return json.dumps(
        {
            "@context": CONTEXT,
            "id": "http://example.org/1",
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": kind, "purpose": "tagging"},
            "target": {"source": "http://example.org/a", "selector": list(selectors)},
            **more,
        }
    )


def words(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    """Return a selector by words."""
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def positions(start: int, end: int) -> dict[str, Any]:
    """Return a selector by positions."""
    return {"type": "TextPositionSelector", "start": start, "end": end}


@needs_shared
def test_all_correct_samples_are_read() -> None:
    """None of the 45 has a problem as JSON or as an annotation."""
    files = sorted((SAMPLES / "correct").glob("*.json"))
    assert len(files) == 45
    for file in files:
        tree, problems = parse_json(file.read_text("utf-8"), file.name)
        assert tree is not None
        found, wrong = read_annotations(tree)
        assert (file.name, problems + wrong) == (file.name, [])
        assert found.annotations or "Collection" in file.read_text("utf-8")
        document, problems = read(file.read_text("utf-8"), "Some text of ours.")
        assert document is not None
        assert {problem.code for problem in problems} <= {"left-out"}


@needs_shared
@pytest.mark.parametrize("number", REASONS)
def test_incorrect_samples_are_refused_for_what_is_wrong(number: int) -> None:
    """Each of the 39 gives an error that says why, and no document."""
    raw = (SAMPLES / "incorrect" / f"anno{number}.json").read_text("utf-8")
    document, problems = read(raw)
    assert document is None
    assert any(REASONS[number] in problem.message for problem in problems)
    assert {problem.code for problem in problems} <= {"broken-json", "bad-annotation"}


class PageText(HTMLParser):
    """Collects the text of the element with the id ``content``, as a browser's ``textContent``."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count elements inside the one that is wanted."""
        if self._depth or dict(attrs).get("id") == "content":
            self._depth += tag not in ("br", "img", "hr", "input", "meta", "link")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # as its base has it
        """Leave an element."""
        self._depth -= bool(self._depth)

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._depth:
            self.text += data


@needs_shared
def test_recogito_anchors_in_its_page() -> None:
    """Every sample annotation is found in the text of its page by its exact words."""
    page = PageText()
    page.feed((RECOGITO / "index.html").read_text("utf-8"))
    tree, problems = parse_json((RECOGITO / "annotations.w3c.json").read_text("utf-8"), "a.json")
    assert tree is not None
    found, wrong = read_annotations(tree)
    assert problems + wrong == []
    assert len(found.annotations) >= 4
    anchors = Anchors(page.text)
    text = normalise(page.text)
    for each in found.annotations:
        (target,) = each.targets
        span = anchors.span(target)
        assert span is not None
        assert span.of(text) == normalise(target.selectors[0].exact)
    assert {problem.code for problem in anchors.problems} <= {"other-offsets"}


SHIP: Final = "🚢 One  boat left.\n\n\n🚢 One boat stayed, x\u0303 said."
NORMAL: Final = normalise(SHIP)


@pytest.mark.parametrize(
    ("selectors", "expected", "codes"),
    [
        ((words("boat left"),), "boat left", []),
        ((words("One boat", suffix=" stayed"),), "One boat", []),
        ((words("One boat"), positions(20, 28)), "One boat", []),
        ((words("One boat"),), None, ["words-mismatch"]),
        ((words("Two boats"),), None, ["words-mismatch"]),
        ((words("boat stayed"), positions(27, 38)), "boat stayed", ["other-offsets"]),
        ((words("boat stayed"), positions(500, 511)), "boat stayed", ["other-offsets"]),
        ((positions(500, 511),), None, ["bad-position"]),
        ((positions(21, 29),), None, ["bad-position"]),
        ((words("x"),), None, ["words-mismatch"]),
        (({"type": "XPathSelector", "value": "//p[2]"},), None, ["left-out"]),
        (
            ({"type": "XPathSelector", "value": "//p[2]", "refinedBy": words("boat stayed")},),
            "boat stayed",
            [],
        ),
        (({**words("One boat stayed"), "refinedBy": words("boat")},), "boat", []),
        (({**words("One boat stayed"), "refinedBy": positions(4, 8)},), "boat", []),
        (({**words("One boat stayed"), "refinedBy": positions(4, 80)},), None, ["words-mismatch"]),
        (
            ({"type": "RangeSelector", "startSelector": words("boat stayed"), "endSelector": words("said")},),
            "boat stayed, x\u0303",
            [],
        ),
        (
            ({"type": "RangeSelector", "startSelector": words("said"), "endSelector": words("boat left")},),
            None,
            ["bad-position"],
        ),
    ],
)
def test_words_decide(selectors: tuple[dict[str, Any], ...], expected: str | None, codes: list[str]) -> None:
    """A mark is made where its exact words stand, once; anything else is a problem, never another place."""
    document, problems = read(annotation(*selectors), SHIP)
    assert document is not None
    found = [mark.spans[0].of(NORMAL) for mark in document.marks]
    assert found == ([expected] if expected else [])
    assert [problem.code for problem in problems] == codes
    if expected == "One boat":
        assert document.marks[0].spans[0] == Span(NORMAL.rindex("One boat"), NORMAL.rindex("One boat") + 8)


def test_utf16_is_detected_and_explained() -> None:
    """Positions as JavaScript counts them choose between equal words, and the message says so."""
    at = NORMAL.rindex("One boat")
    document, problems = read(annotation(words("One boat"), positions(at + 2, at + 10)), NORMAL)
    assert document is not None
    assert document.marks[0].spans == (Span(at, at + 8),)
    (problem,) = problems
    assert problem.code == "other-offsets"
    assert "UTF-16" in problem.message
    raw = SHIP.rindex("One boat")
    document, problems = read(annotation(words("One boat"), positions(raw + 2, raw + 10)), SHIP)
    assert document is not None
    assert document.marks[0].spans == (Span(at, at + 8),)
    assert "UTF-16 units of the text before normalisation" in problems[0].message


def test_equal_words_are_told_apart_only_by_far() -> None:
    """Positions that fit no place choose one only where every other one is eight times as far, and say so."""
    text = f"One boat. {'x ' * 60}One boat."
    document, problems = read(annotation(words("One boat"), positions(3, 11)), text)
    assert document is not None
    assert document.marks[0].spans == (Span(0, 8),)
    assert [problem.code for problem in problems] == ["other-offsets"]
    assert "by far the nearest" in problems[0].message
    document, problems = read(annotation(words("One boat"), positions(40, 48)), text)
    assert document is not None
    assert document.marks == ()
    assert [problem.code for problem in problems] == ["words-mismatch"]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (
            [{"sourceDate": "2031-05-14T10:00:00Z", "cached": "https://archive.example.org/f"}, {}],
            {"retrieved": "2031-05-14", "archive_url": "https://archive.example.org/f"},
        ),
        (
            [{"sourceDateStart": "2031-05-14T00:00:00Z", "sourceDateEnd": "2031-05-14T12:00:00Z"}],
            {"retrieved": "2031-05-14"},
        ),
        ([{"sourceDateStart": "2031-05-14T00:00:00Z", "sourceDateEnd": "2031-05-15T00:00:00Z"}], {}),
        ([{"sourceDate": "2031-05-14T10:00:00Z"}, {"sourceDate": "2031-05-15T10:00:00Z"}], {}),
        ([{"cached": "urn:isbn:1"}], {}),
    ],
)
def test_states_tell_when_the_source_was_read(states: list[dict[str, str]], expected: dict[str, str]) -> None:
    """The day and the copy of a ``TimeState`` become front matter, where all targets agree on them."""
    source = "https://example.org/ship"
    found = [
        {
            "id": f"https://example.org/{number}",
            "type": "Annotation",
            "body": {"type": "TextualBody", "purpose": "tagging", "value": "event"},
            "target": {
                "source": source,
                "selector": words("boat left"),
                **({"state": {"type": "TimeState", **state}} if state else {}),
            },
        }
        for number, state in enumerate(states)
    ]
    page = {"@context": CONTEXT, "id": "https://example.org/p", "type": "AnnotationPage", "items": found}
    document, problems = read(json.dumps(page), SHIP)
    assert document is not None
    assert problems == []
    told = to_plain(document.metadata)
    assert told == {"url": source, **expected}


def test_what_is_left_out_is_said() -> None:
    """Another source, another body: a warning each, and no mark."""
    document, problems = read(annotation(words("boat left"), kind="lovely"), SHIP)
    assert document is not None
    assert document.marks == ()
    assert [problem.code for problem in problems] == ["left-out"]
    assert "no body names a kind" in problems[0].message


def test_remarks_become_internal() -> None:
    """A comment beside a tag is kept where it is never published; the label becomes the title."""
    bodies = [
        {"type": "TextualBody", "value": "Figure", "purpose": "tagging"},
        {"type": "TextualBody", "value": "Ask the\n union.", "purpose": "commenting"},
    ]
    document, problems = read(annotation(words("boat left"), body=bodies, label="A: b"), SHIP)
    assert problems == []
    assert document.marks[0].kind == "figure"
    assert document.marks[0].attributes["internal"].value == "Ask the union."
    assert to_plain(document.metadata) == {"title": "A: b", "url": "http://example.org/a"}


HOSTILE: Final = {
    "deep": "[" * 100_000,
    "deep objects": '{"a":' * 5_000 + "1" + "}" * 5_000,
    "not a number": '{"a": NaN}',
    "infinite": '{"a": -Infinity}',
    "huge number": '{"a": ' + "9" * 5_000 + "}",
    "surrogate": '{"a": "\\ud800"}',
    "control": '{"a": "\n"}',
    "unclosed": '{"a": "b',
    "comments": "/* a */ {}",
    "nothing": "",
    "two values": "{} {}",
    "bare key": "{a: 1}",
    "escapes": '"' + "\\\\" * 200_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_json_is_a_problem(raw: str) -> None:
    """No text crashes or hangs the reader; each gives its problem."""
    tree, problems = parse_json(raw, "a.json")
    assert tree is None
    assert [problem.code for problem in problems] == ["broken-json"]


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -1, 2.5, "", "a b", [], [[]], {}, {"id": "#annotations"}, {"type": 4}, [{"a": None}]],
)
@pytest.mark.parametrize(
    "key",
    [
        *("@context", "id", "type", "body", "target", "first", "items", "created", "motivation"),
        *(f"briefings:{name}" for name in ("frontMatter", "text", "blocks", "names", "sha256")),
    ],
)
def test_any_type_may_stand_anywhere(key: str, value: object) -> None:
    """Wrong types in any place are read or refused, in annotations, pages and collections alike."""
    for kind in ("Annotation", "AnnotationPage", "AnnotationCollection"):
        thing = {
            **json.loads(annotation(words("boat left"))),
            "type": kind,
            "items": [],
            "total": 1,
            "briefings:frontMatter": "title: A\n",
            key: value,
        }
        document, problems = read(json.dumps(thing), SHIP)
        assert document is not None or problems


def test_addresses_that_lead_in_a_circle_are_not_followed() -> None:
    """A page that is its own next page, and a collection that is its own first, are read once."""
    page = {
        "@context": CONTEXT,
        "id": "#p",
        "type": "AnnotationPage",
        "next": "#p",
        "partOf": "#p",
        "items": [],
    }
    assert read(json.dumps(page))[1] == []
    circle = {"@context": CONTEXT, "id": "#c", "type": "AnnotationCollection", "total": 1, "first": "#c"}
    assert read(json.dumps(circle))[1] == []
    assert MAX_DEPTH < 100
