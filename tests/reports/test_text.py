"""Tests of problems as text."""

from __future__ import annotations

from generator.problems import Problem
from generator.reports.text import format_problem, format_problems, summary
from generator.text import Location
from tests.support.records import replace


def problem(column: int = 1, length: int = 1, line: int = 1, path: str = "seeds/ferry.md") -> Problem:
    """Return an error at a place."""
    location = Location(path, line, column, length)
    return Problem(code="unknown-actor", message="unknown actor 'vanse'", location=location)


def excerpt(source: str, column: int, length: int = 1) -> tuple[str, str]:
    """Return the line of a source as it is shown, and its underline."""
    report = format_problems([problem(column, length)], lambda _: source)
    _, line, underline, *_ = report.split("\n")
    return line.removeprefix("  1 | "), underline.removeprefix("    | ")


def test_the_whole_report() -> None:
    """Place, severity, message and code; the words underlined; an example; other places; a count."""
    source = 'One.\n["We are close"]{.quote by=vanse}\n'
    unknown = replace(
        problem(28, 5, line=2),
        example="by=vance\nor by=union",
        related=(Location("seeds/actors.yml", 3, 1),),
    )
    found = [unknown, replace(problem(1, 4), code="missing-source", message="no publisher")]
    assert format_problems(found, lambda _: source) == (
        "seeds/ferry.md:1:1: warning: no publisher [missing-source]\n"
        "  1 | One.\n"
        "    | ^^^^\n"
        "\n"
        "seeds/ferry.md:2:28: error: unknown actor 'vanse' [unknown-actor]\n"
        '  2 | ["We are close"]{.quote by=vanse}\n'
        "    |                            ^^^^^\n"
        "  example: by=vance\n"
        "           or by=union\n"
        "  see also: seeds/actors.yml:3:1\n"
        "\n"
        "1 error, 1 warning in 1 file\n"
    )


def test_the_summary_counts() -> None:
    """Errors, warnings and files are counted; nothing is no problem."""
    warning = replace(problem(), code="undated")
    assert summary([]) == "no problems"
    assert summary([problem(), problem(path="seeds/b.md")]) == "2 errors in 2 files"
    assert summary([problem(), warning, warning]) == "1 error, 2 warnings in 1 file"
    assert summary([warning] * 1000) == "1,000 warnings in 1 file"


def test_tabs_and_wide_and_combining_characters() -> None:
    """The underline stands below the words as a terminal shows them."""
    assert excerpt("\tx by", 4, 2) == ("    x by", "      ^^")
    assert excerpt("港口 by", 4, 2) == ("港口 by", "     ^^")
    assert excerpt("港口 by", 1, 2) == ("港口 by", "^^^^")
    assert excerpt("cafe\u0301 by", 7, 2) == ("cafe\u0301 by", "     ^^")


def test_long_lines_are_cut_around_the_words() -> None:
    """What is shown is at most a hundred columns wide and holds the words."""
    line, underline = excerpt("a" * 500 + " here " + "b" * 500, 502, 4)
    assert len(line) <= 100
    assert line.startswith("…")
    assert line.endswith("…")
    start = underline.index("^")
    assert line[start : start + 4] == "here"
    assert underline.count("^") == 4


def test_words_longer_than_the_screen() -> None:
    """The underline ends with what is shown of the line."""
    line, underline = excerpt("a" * 5_000_000, 1, 5_000_000)
    assert len(line) <= 100
    assert len(underline) <= 100


def test_a_place_past_the_end_of_its_line() -> None:
    """The underline stands just behind the line."""
    assert excerpt("short", 90, 9) == ("short", "     ^")


def test_no_command_reaches_the_terminal() -> None:
    """Control characters and changes of direction are spelled out, wherever they come from."""
    hostile = "\x1b]0;x\x07\x9b31m\u202e\u2066\u2028\x00\r"
    report = format_problems(
        [replace(problem(path=f"seeds/{hostile}.md"), message=hostile, example=hostile)],
        lambda _: f"{hostile} x\n",
    )
    assert {char for char in report if not char.isprintable()} == {"\n"}
    assert r"\u001b]0;x\u0007\u009b31m\u202e\u2066\u2028\u0000\u000d" in report
    assert "\n" not in format_problem(replace(problem(), message=hostile))


def test_the_underline_allows_for_what_is_spelled_out() -> None:
    """A control character takes as many columns as its spelling."""
    assert excerpt("\x1b by", 3, 2) == (r"\u001b by", "       ^^")


def test_without_the_source_there_is_no_excerpt() -> None:
    """A file that cannot be read is named, and no more."""
    report = format_problems([problem()], lambda _: None)
    assert report == "seeds/ferry.md:1:1: error: unknown actor 'vanse' [unknown-actor]\n\n1 error in 1 file\n"


def test_colour_changes_no_word() -> None:
    """With the escapes taken out, the report is the same."""
    sources = {"seeds/ferry.md": "words"}
    found = [problem(1, 5), replace(problem(2, 2), code="undated")]
    plain = format_problems(found, sources.get)
    coloured = format_problems(found, sources.get, colour=True)
    assert coloured != plain
    for escape in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m"):
        assert escape in coloured
        coloured = coloured.replace(escape, "")
    assert coloured == plain


def test_the_order_is_that_of_places() -> None:
    """By path, line and column, whatever order they were found in."""
    found = [problem(5, path="b.md"), problem(9, path="a.md"), problem(2, path="a.md")]
    report = format_problems(found, lambda _: None)
    heads = [line.partition(": ")[0] for line in report.splitlines() if "error:" in line]
    assert heads == ["a.md:1:2", "a.md:1:9", "b.md:1:5"]
