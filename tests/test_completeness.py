"""What is in the tables of the program is documented and tested."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generator.kinds import COMMON, KINDS, Kind
from generator.model import Metadata
from generator.problems import CODES
from tests.support.cases import find_cases, read_case

ROOT: Final = Path(__file__).resolve().parents[1]
FORMAT: Final = (ROOT / "docs" / "annotation-format.md").read_text(encoding="utf-8")
PROBLEMS: Final = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

WITHOUT_A_SITE: Final = {
    # raised while pages are written, in tests/store
    "foreign-page",
    "edited-page",
    # a page of 300 KB is no document that anybody reads: raised in tests/store
    "page-too-large",
    # raised by the command that converts, in tests/formats and tests/pipeline
    "not-convertible",
    "broken-json",
    "bad-annotation",
    "left-out",
    "other-offsets",
}
"""Codes that no small site can raise, tested where they are raised."""


def raised() -> dict[str, list[str]]:
    """Return the names of the cases that raise each code."""
    found: dict[str, list[str]] = {}
    for path in find_cases():
        case = read_case(path)
        for line in case.lines("problems"):
            found.setdefault(line[line.rindex("[") + 1 : -1], []).append(case.name)
    return found


def test_every_problem_has_a_section_in_order() -> None:
    """The headings of the page are the codes of the table."""
    assert re.findall(r"^### (\S+)$", PROBLEMS, re.MULTILINE) == list(CODES)


def test_sections_say_how_bad_it_is() -> None:
    """Each section begins with the severity of its code."""
    said = dict(re.findall(r"^### (\S+)\n\n\*(\w+)\.\*", PROBLEMS, re.MULTILINE))
    assert said == {code.name: code.severity.value.capitalize() for code in CODES.values()}


def test_every_problem_has_a_case() -> None:
    """At least one small site raises each code."""
    assert CODES.keys() - raised().keys() - WITHOUT_A_SITE == set()


def test_cases_raise_known_problems() -> None:
    """A code that a case expects is one of the table."""
    assert raised().keys() <= CODES.keys()


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: path.stem)
def test_a_case_named_for_a_problem_raises_it(path: Path) -> None:
    """A file ``problems/<code>.md`` has its code among the problems."""
    case = read_case(path)
    if case.path.parent.name == "problems":
        assert case.path.stem in CODES
        assert any(line.endswith(f"[{case.path.stem}]") for line in case.lines("problems"))


def section(heading: str) -> str:
    """Return what stands below a heading of the annotation format, up to the next one of any level."""
    _, found, rest = FORMAT.partition(f"\n{heading}\n")
    assert found, f"docs/annotation-format.md has no section '{heading}'"
    return rest.partition("\n#")[0]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_is_documented(kind: Kind) -> None:
    """Each has a section that names every attribute that is its own."""
    text = section(f"### {kind.name}")
    assert [name for name in kind.attributes if f"`{name}=" not in text] == []


def test_common_attributes_are_documented() -> None:
    """The section on every kind names them."""
    text = section("### Every kind")
    assert [name for name in COMMON if f"`{name}=" not in text] == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_has_a_template(kind: str) -> None:
    """A part of a briefing is looked up by the name of its kind."""
    assert [path.name for path in (ROOT / "templates" / "kinds").glob(f"{kind}.*")] != []


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_has_a_case(kind: str) -> None:
    """At least one case marks words with it."""
    mark = f"{{.{kind}"
    assert any(mark in block.text for path in find_cases() for block in read_case(path).of("file"))


def test_every_key_of_the_front_matter_is_documented() -> None:
    """The page on the format names each key."""
    assert [key for key in Metadata.model_fields if not re.search(rf"\b{key}\b", FORMAT)] == []
