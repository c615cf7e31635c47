"""What is in the tables of the program is documented and tested."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import Final

import click
import pytest

from generator.cli import COMMANDS, main
from generator.kinds import COMMON, KINDS, Kind
from generator.model import Metadata
from generator.packaged import packaged_templates
from generator.pages import PAGES, PageType
from generator.plugin import BriefingsPlugin
from generator.problems import CODES
from generator.settings import Settings
from tests.support.cases import find_cases, read_case

ROOT: Final = Path(__file__).resolve().parents[1]
FORMAT: Final = (ROOT / "docs" / "annotation-format.md").read_text(encoding="utf-8")
PROBLEMS: Final = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

WITHOUT_A_SITE: Final = {
    # raised by what stands in the folder of pages, or by a page that is no document to read
    "edited-page": "tests/pipeline/test_build.py::test_pages_of_people_are_told_of",
    "page-too-large": "tests/pipeline/test_build.py::test_a_page_can_be_too_large",
    # raised by the command that drafts
    "not-draftable": "tests/drafting/test_command.py::test_what_no_draft_can_be_made_of_is_reported",
    # raised by what git says
    "unknown-revision": "tests/pipeline/test_changes.py::test_an_unknown_revision_is_a_problem",
    # raised by the command that converts
    "not-convertible": "tests/pipeline/test_conversion.py::test_what_is_wrong_is_not_converted",
    "broken-json": "tests/pipeline/test_conversion.py::test_what_is_wrong_is_not_converted",
    "bad-annotation": "tests/pipeline/test_conversion.py::test_what_is_wrong_is_not_converted",
    "left-out": "tests/formats/test_w3c.py::test_what_is_left_out_is_said",
    "other-offsets": "tests/formats/test_w3c.py::test_utf16_is_detected_and_explained",
    # raised by the command that drafts
    "bad-row": "tests/drafting/raw/test_rows.py::test_a_bad_row_is_reported_and_the_rest_are_read",
    "missing-extra": "tests/drafting/raw/test_html.py::test_without_the_extra_it_is_named",
}
"""Codes that no small site can raise, each with the test that raises it."""


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
    assert CODES.keys() - raised().keys() - WITHOUT_A_SITE.keys() == set()


@pytest.mark.parametrize("code", WITHOUT_A_SITE)
def test_what_needs_no_case_is_tested(code: str) -> None:
    """A code without a case is named in a test that is there; one with a case needs no exception."""
    path, _, name = WITHOUT_A_SITE[code].partition("::")
    source = (ROOT / path).read_text(encoding="utf-8")
    tests = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    named = {node.value for node in ast.walk(tests[name]) if isinstance(node, ast.Constant)}
    assert code in named
    assert code not in raised()


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
    assert [key for key in Metadata.__struct_fields__ if not re.search(rf"\b{key}\b", FORMAT)] == []


def of_the_command_line() -> dict[str, object]:
    """Return the options of the command line that are settings, by name, each with the type that it takes."""
    common = {"directory", "version"}
    return {str(option.name): _type_of(option) for option in main.params if option.name not in common}


def _type_of(option: click.Parameter) -> object:
    if isinstance(option, click.Option) and option.is_flag:
        return bool
    return int if isinstance(option.type, click.IntRange) else str


def test_settings_are_the_options_of_plugin_and_command_line() -> None:
    """The three lists are one: same names in the same order, of the same type, with the same default."""
    settings = {each.name: type(each.default) for each in fields(Settings)}
    assert list(of_the_command_line().items()) == list(settings.items())
    assert [name for name, _ in BriefingsPlugin.config_scheme] == list(settings)
    for (_, option), each in zip(BriefingsPlugin.config_scheme, fields(Settings), strict=True):
        assert option.default == each.default
        assert option.validate(each.default) == each.default


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_a_module(command: str) -> None:
    """Each has a module of its name, whose help has examples and tells the exit codes."""
    assert (ROOT / "generator" / "commands" / f"{command}.py").is_file()
    found = main.get_command(click.Context(main), command)
    assert found is not None
    assert f"briefings {command}" in (found.help or "")
    assert "Exit codes:" in (found.help or "")


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_every_page_type_has_a_template(kind: PageType) -> None:
    """The template that a page type names is one of the packaged ones."""
    assert (packaged_templates() / kind.template).is_file()


def test_every_page_type_has_a_name() -> None:
    """The rows of the cache are told apart by the names of page types."""
    names = [kind.name for kind in PAGES]
    assert len(set(names)) == len(names)


def test_every_page_template_has_a_page_type() -> None:
    """A template at the top of the folder is that of a page type: no leftover stays."""
    templates = {path.name for path in packaged_templates().glob("*.md.jinja")}
    assert templates == {kind.template for kind in PAGES}
