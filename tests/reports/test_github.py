"""Problems as workflow commands."""

from __future__ import annotations

from generator.problems import Problem
from generator.reports.github import problems_as_commands
from generator.text import Location


def test_a_problem_is_a_command() -> None:
    """It names file, line, columns and code, and gives the message; errors and warnings are told apart."""
    found = [
        Problem(code="undated", message="no date", location=Location("seeds/b.md", 3, 4, 5)),
        Problem(code="bad-id", message="expected an id", location=Location("seeds/a.md", 9)),
    ]
    assert problems_as_commands(found) == (
        "::error file=seeds/a.md,line=9,col=1,endColumn=2,title=bad-id::expected an id\n"
        "::warning file=seeds/b.md,line=3,col=4,endColumn=9,title=undated::no date\n"
    )


def test_example_and_related_places_are_further_lines() -> None:
    """The message of one command has several lines, the command one."""
    problem = Problem(
        code="duplicate-id",
        message="given twice",
        location=Location("seeds/a.md", 9),
        example="a\nb",
        related=(Location("seeds/a.md", 2, 7),),
    )
    (line,) = problems_as_commands([problem], "site/").splitlines()
    assert line.startswith("::error file=site/seeds/a.md,")
    assert line.endswith("::given twice%0Aexample: a%0Ab%0Asee also: site/seeds/a.md:2:7")


def test_nothing_ends_a_command_early() -> None:
    """Per cents, line ends, colons and commas are escaped where they would mean something."""
    problem = Problem(
        code="undated",
        message="50% of\r\n::error::x",
        location=Location("seeds/a,b:c%\n::stop-commands::.md", 1),
        example="1%\r2",
    )
    (line,) = problems_as_commands([problem]).splitlines()
    assert line.startswith("::warning file=seeds/a%2Cb%3Ac%25\\u000a%3A%3Astop-commands%3A%3A.md,line=1,")
    assert line.endswith("::50%25 of\\u000d\\u000a::error::x%0Aexample: 1%25%0A2")


def test_no_character_commands_the_terminal() -> None:
    """What a log would act on is spelled out."""
    text = problems_as_commands([Problem(code="undated", message="\x1b[31m\u202e", location=Location("a"))])
    assert text.endswith("::\\u001b[31m\\u202e\n")


def test_no_problem_is_no_command() -> None:
    """A workflow log stays quiet."""
    assert problems_as_commands([]) == ""
