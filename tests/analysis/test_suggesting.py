"""Which facts of different articles may be the same."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from generator.analysis.suggesting import Suggestion, suggestions
from generator.cli import main
from generator.pipeline.build import explain
from generator.settings import Project, Settings
from tests.support.project import REGISTRIES, article, write

_FIRST = article(
    "Talks resume",
    "[Ida Vance met the Ferry Union on Monday]{.event #met}. "
    '["We lack [14 crews]{.figure #crews measure=crews-out} for the boats,"]{.quote #lack} Ida Vance said.',
)
_SECOND = article(
    "The crews",
    "[On Monday, May 12, the Ferry Union met Ida Vance]{.event #meeting}. "
    '["We lack [14 crews]{.figure #fourteen measure=crews-out} for all boats,"]{.quote #b} Ida Vance said. '
    "[The harbour was painted on May 12]{.event #shut}. [15 crews]{.figure measure=crews-out} were out.",
    day=14,
)


def _found(root: Path, files: dict[str, str]) -> list[Suggestion]:
    write(root, {**REGISTRIES, **files})
    return suggestions(explain(Project(root, Settings())))


def _pairs(found: list[Suggestion]) -> set[tuple[str, str]]:
    return {(each.fact, each.same) for each in found}


def test_the_same_event_figure_and_quote_are_proposed(tmp_path: Path) -> None:
    """Each of the three is found in the later article, and nothing that differs is."""
    found = _found(tmp_path, {"seeds/first.md": _FIRST, "seeds/second.md": _SECOND})
    assert _pairs(found) == {
        ("second#meeting", "first#met"),
        ("second#fourteen", "first#crews"),
        ("second#b", "first#lack"),
    }
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    (event,) = (each for each in found if each.kind == "event")
    assert "both with union, vance" in event.reasons
    assert event.location.path == "seeds/second.md"


def test_what_is_joined_is_not_proposed(tmp_path: Path) -> None:
    """A pair that is the same by way of a third fact is none."""
    joined = _SECOND.replace("#meeting}", '#meeting same="first#met"}')
    third = article(
        "Again",
        '[Ida Vance met the Ferry Union on May 12]{.event #third same="second#meeting"}.',
        day=15,
    )
    files = {"seeds/first.md": _FIRST, "seeds/second.md": joined, "seeds/third.md": third}
    assert not any(each.kind == "event" for each in _found(tmp_path, files))


def test_other_stories_and_standings_are_not_compared(tmp_path: Path) -> None:
    """Articles of different stories share nothing, and a plan is no event that happened."""
    files = {"seeds/stories.yml": "strike: {title: The strike}\nother: {title: Another}\n"}
    other = _SECOND.replace("stories: [strike]", "stories: [other]")
    assert _found(tmp_path, {**files, "seeds/first.md": _FIRST, "seeds/second.md": other}) == []
    planned = _SECOND.replace("{.event #meeting}", "{.event .planned #meeting}")
    found = _found(tmp_path, {**files, "seeds/second.md": planned})
    assert ("second#meeting", "first#met") not in _pairs(found)


def test_a_fact_told_very_often_is_compared_with_few(tmp_path: Path) -> None:
    """A hundred articles that tell one event give at most eight proposals each."""
    text = "[Ida Vance met the Ferry Union on May 12]{.event #met}."
    files = {f"seeds/a{number:03}.md": article("Talks", text) for number in range(100)}
    found = _found(tmp_path, files)
    assert 99 <= len(found) <= 99 * 8


def test_the_command_says_what_to_type(tmp_path: Path) -> None:
    """The place of the mark, the attribute, the reason; for programs the same as JSON."""
    _found(tmp_path, {"seeds/first.md": _FIRST, "seeds/second.md": _SECOND})
    said = CliRunner().invoke(main, ["-C", str(tmp_path), "suggest"])
    assert said.exit_code == 0
    assert 'seeds/second.md:9:1: same="first#met"' in said.stdout
    assert "3 pairs that may be the same" in said.stdout
    keys = ("met", "crews", "lack")
    listed = json.loads(CliRunner().invoke(main, ["-C", str(tmp_path), "suggest", "--format", "json"]).stdout)
    assert {each["type"] for each in listed} == {f'same="first#{key}"' for key in keys}
    assert not (tmp_path / "briefings").exists()
