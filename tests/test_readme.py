"""The README shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generator.pipeline.build import explain, run
from generator.reports.readings import format_readings
from generator.settings import Audience, Project, Settings
from tests.support.cases import missing_line

ROOT: Final = Path(__file__).resolve().parents[1]
BLOCKS: Final = re.findall(
    r"^```(\w*)\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project of the article that the README shows."""
    (article,) = (text for _, text in BLOCKS if text.startswith("---\n"))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry-talks.md").write_text(article, "utf-8")
    return Project(tmp_path, Settings())


def test_the_article_explains_itself_as_shown(project: Project) -> None:
    """``briefings check --explain`` prints the lines of the README."""
    (shown,) = (text for _, text in BLOCKS if text.startswith("seeds/ferry-talks.md:"))
    assert "".join(format_readings(article) for article in explain(project)) == shown


def test_the_page_holds_the_lines_shown(project: Project) -> None:
    """The article has no problem, and its page holds the lines of the README in their order."""
    (shown,) = (text for _, text in BLOCKS if text.startswith("## Bottom line"))
    outcome = run(project, write=False)
    assert outcome.problems == ()
    assert missing_line(shown.splitlines(), outcome.pages["articles/ferry-talks.md"].splitlines()) is None


def test_every_file_it_links_to_is_there() -> None:
    """Links to files of the repository lead somewhere."""
    text = (ROOT / "README.md").read_text("utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert linked
    assert [target for target in linked if not (ROOT / target).exists()] == []


def test_the_public_gets_what_is_signed() -> None:
    """The demo's public site is whole without the one article that nobody signed, which is no error."""
    outcome = run(Project(ROOT, Settings(audience=Audience.PUBLIC)), write=False)
    assert outcome.problems == ()
    held = [(each.code, each.location.path) for each in outcome.held]
    assert held == [("held-back", "seeds/truce-fifth-day.md")]
    assert "articles/truce-fifth-day.md" not in outcome.pages
    assert "articles/truce-extension.md" in outcome.pages


def test_workflows_pass_what_the_readme_says() -> None:
    """Both workflows pass the day and MkDocs reads both variables; the demo's alone asks for the public."""
    demo = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    begun = (ROOT / "generator/commands/scaffold/pages.yml").read_text("utf-8")
    assert all('BRIEFINGS_TODAY="$(date -u +%F)"' in each for each in (demo, begun))
    asks = re.compile(r"^ +BRIEFINGS_AUDIENCE: public$", re.MULTILINE)
    assert asks.search(demo)
    assert not asks.search(begun)
    options = (ROOT / "mkdocs.yml").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for variable in ("BRIEFINGS_TODAY", "BRIEFINGS_AUDIENCE"):
        assert f"`{variable}" in readme
        assert f"!ENV [{variable}," in options
