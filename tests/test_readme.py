"""The README shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generator.pipeline.build import explain, run
from generator.reports.readings import format_readings
from generator.settings import Project, Settings
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
