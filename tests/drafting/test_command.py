"""``briefings draft``, as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.drafting import Topic
from generator.model import Registries
from generator.pipeline import run
from generator.pipeline.drafting import MAX_RAW, take, write_draft
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project, Settings

TEXT = """date 2031-05-13 Talks resumed in Port Alder on Monday after 14 crews had left.

"We are close to a deal," harbour minister Ida Vance said.
"""
FILLED = {"title:": "title: Talks", "publisher:": "publisher: Courier", "url:": "url: https://example.org/a"}


def call(root: Path, *arguments: str, given: str | None = None) -> Result:
    """Run a command on a project."""
    return CliRunner().invoke(main, ["-C", str(root), *arguments], input=given)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a raw text beside its seeds."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    return tmp_path


def filled(root: Path) -> str:
    """Draft the text and fill in what it does not say."""
    assert call(root, "draft", "talks.txt").exit_code == 0
    drafted = (root / "seeds/talks.md").read_text("utf-8")
    for empty, full in FILLED.items():
        drafted = drafted.replace(f"\n{empty}\n", f"\n{full}\n")
    return drafted


def pages(root: Path, *, drafts: bool = False) -> str:
    """Return all pages of a project as one text."""
    outcome = run(Project(root, Settings(drafts=drafts)))
    assert outcome.pages is not None
    return "\n".join(file.read_text("utf-8") for file in sorted((root / "briefings").rglob("*.md")))


def test_a_raw_text_becomes_an_annotated_article(root: Path) -> None:
    """The file has the day of the dateline, gaps for what is not known, and marks that are drafts."""
    result = call(root, "draft", "talks.txt")
    assert result.exit_code == 0, result.output
    drafted = (root / "seeds/talks.md").read_text("utf-8")
    assert "published: 2031-05-13\n" in drafted
    assert "title:\n" in drafted
    assert '["We are close to a deal,"]{.quote status=draft} harbour minister Ida Vance said.' in drafted
    assert "[14 crews]{.figure status=draft}" in drafted
    assert "  vance: {name: Ida Vance, type: person, role: harbour minister}\n" in drafted


def test_nothing_of_a_draft_is_on_a_page_before_it_is_accepted(root: Path) -> None:
    """Neither an article that is a draft nor a mark that is one shows; what is accepted does."""
    drafted = filled(root)
    (root / "seeds/talks.md").write_text(drafted, "utf-8")
    assert "Ida Vance" not in pages(root)
    accepted = drafted.replace("status: draft\n", "").replace("{.figure status=draft}", "{.figure}")
    (root / "seeds/talks.md").write_text(accepted, "utf-8")
    shown = pages(root)
    assert "#fact-14-crews" in shown
    assert "close&#32;to&#32;a&#32;deal" not in shown
    assert "close to a deal" not in shown


def test_drafts_show_as_drafts_where_they_are_asked_for(root: Path) -> None:
    """With the setting, title and facts say that they are drafts."""
    (root / "seeds/talks.md").write_text(filled(root), "utf-8")
    shown = pages(root, drafts=True)
    assert "Draft" in shown
    assert "accepted" in shown
    assert "14" in shown


def test_what_is_there_is_not_overwritten(root: Path) -> None:
    """A second draft changes nothing unless told to, and says so."""
    (root / "seeds/talks.md").write_text("mine", "utf-8")
    result = call(root, "draft", "talks.txt")
    assert result.exit_code == 1
    assert "not-draftable" in result.output
    assert (root / "seeds/talks.md").read_text("utf-8") == "mine"
    assert call(root, "draft", "--force", "talks.txt").exit_code == 0
    assert (root / "seeds/talks.md").read_text("utf-8") != "mine"


def test_a_bad_file_is_reported_and_the_rest_go_on(root: Path) -> None:
    """One that is not there and one that is empty stop no other."""
    (root / "empty.txt").write_text("  \n", "utf-8")
    result = call(root, "draft", "nowhere.txt", "empty.txt", "talks.txt")
    assert result.exit_code == 1
    assert "unreadable-file" in result.output
    assert "not-draftable" in result.output
    assert (root / "seeds/talks.md").exists()


def test_standard_input_goes_to_standard_output(root: Path) -> None:
    """``-`` reads, ``--stdout`` prints, and no file is written."""
    result = call(root, "draft", "-", "--stdout", given=TEXT)
    assert result.exit_code == 0
    assert result.stdout.startswith("---\nstatus: draft\n")
    assert list((root / "seeds").iterdir()) == []


def test_marks_can_stand_beside_the_text(root: Path) -> None:
    """``--standoff`` writes the text and a file of marks that the gate accepts."""
    assert call(root, "draft", "--standoff", "talks.txt").exit_code == 0
    file = root / "seeds/talks.yml"
    drafted = file.read_text("utf-8").replace("\ntitle:\n", "\ntitle: Talks\n")
    file.write_text(drafted, "utf-8")
    assert "kind: quote" in drafted
    assert "status: draft" in drafted
    assert "14" in pages(root, drafts=True)


def test_programs_get_everything_as_json(root: Path) -> None:
    """Dates and names are among the suggestions, with their values."""
    result = call(root, "draft", "--json", "talks.txt")
    data = json.loads(result.stdout)
    kinds = {each["kind"] for each in data["suggestions"]}
    assert kinds == {each.value for each in Topic}
    assert [each["date"] for each in data["suggestions"] if each["kind"] == "date"] == ["2031-05-12"]
    assert all(data["text"][each["start"] : each["end"]] == each["exact"] for each in data["suggestions"])


def test_markdown_keeps_its_front_matter_and_headings(root: Path) -> None:
    """Metadata that stands there is taken over, and a heading stays one."""
    front = "---\ntitle: Talks\npublished: 2031-05-13\n---\n"
    raw = f"{front}## How it began\n\nIda Vance left on Monday with 14 crews.\n"
    (root / "raw.md").write_text(raw, "utf-8")
    result = call(root, "draft", "--stdout", "raw.md")
    assert "title: Talks\n" in result.stdout
    assert "\n## How it began\n" in result.stdout
    assert "[14 crews]{.figure status=draft}" in result.stdout


@pytest.mark.parametrize("raw", ["", "\ufeff \n", "x " * (MAX_RAW // 2 + 1)], ids=["empty", "blank", "huge"])
def test_what_no_draft_can_be_made_of_is_reported(raw: str) -> None:
    """Nothing, blank and far too much text are not-draftable."""
    incoming, problems = take(raw, "a.txt")
    assert incoming is None
    assert [each.code for each in problems] == ["not-draftable"]


def test_a_text_with_marks_is_not_drafted_again() -> None:
    """Somebody's work is not taken for raw text."""
    incoming, problems = take("---\ntitle: a\n---\n[14 crews]{.figure} left.\n", "a.md")
    assert incoming is None
    assert [each.code for each in problems] == ["not-draftable"]


def test_a_dateline_that_cannot_be_is_told() -> None:
    """The thirtieth of February is no day; the text is drafted without one."""
    incoming, _ = take("date 2031-02-30 Talks resumed on Monday.", "a.txt")
    assert incoming is not None
    assert incoming.notes == ("the dateline '2031-02-30' is no day that the calendar has",)
    done = write_draft(
        incoming,
        Vocabulary.of(Registries(actors={}, measures={}, stories={})),
        name="a.txt",
        seeds="seeds",
    )
    assert "published:\n" in done.files["seeds/a.md"]
