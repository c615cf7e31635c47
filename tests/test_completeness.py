"""What is in the tables of the program is documented and tested."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generator.problems import CODES
from tests.support.cases import find_cases, read_case

ROOT: Final = Path(__file__).resolve().parents[1]
PROBLEMS: Final = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

WITHOUT_A_SITE: Final = {
    # raised while pages are written, in tests/store
    "foreign-page",
    "edited-page",
    # a page of 300 KB is no document that anybody reads: raised in tests/store
    "page-too-large",
}
"""Codes that no small site can raise, tested where they are raised."""


def raised() -> dict[str, list[str]]:
    """Return the names of the cases that raise each code."""
    found: dict[str, list[str]] = {}
    for path in find_cases():
        case = read_case(path)
        for line in case.problems:
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
        assert any(line.endswith(f"[{case.path.stem}]") for line in case.problems)
