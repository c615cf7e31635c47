"""``briefings draft``, as people use it."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.drafting import Topic
from generator.pipeline.build import run
from generator.pipeline.drafting import MAX_RAW, Drafted, write_draft
from generator.settings import Project, Settings

TEXT = """date 2031-05-13 Talks resumed in Port Alder on Monday after 14 crews had left.

"We are close to a deal," harbour minister Ida Vance said.
"""
FILLED = "title: Talks\npublisher: Courier\nurl: https://example.org/a\n"


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
    return drafted.replace("status: draft\n", f"status: draft\n{FILLED}", 1)


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
    assert "# title:" in drafted
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
    assert result.output.count("unreadable-file") == 2
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
    drafted = file.read_text("utf-8").replace("status: draft\n", "status: draft\ntitle: Talks\n", 1)
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


def test_what_no_draft_can_be_made_of_is_reported(root: Path) -> None:
    """Far too much text and a text with marks are not-draftable; the others go on."""
    (root / "huge.txt").write_text("x " * (MAX_RAW // 2 + 1), "utf-8")
    (root / "marked.md").write_text("---\ntitle: a\n---\n[14 crews]{.figure} left.\n", "utf-8")
    result = call(root, "draft", "huge.txt", "marked.md", "talks.txt")
    assert result.exit_code == 1
    assert result.output.count("not-draftable") == 2
    assert (root / "seeds/talks.md").exists()


def test_every_row_of_a_table_is_an_article(root: Path) -> None:
    """Each goes to a file of its own, named after its title."""
    rows = (
        "url,date,title,text\n"
        'https://example.org/1,2031-05-13,Crews leave port,"Ida Vance said 14 crews left on Monday."\n'
        'https://example.org/2,2031-05-14,Crews leave port,"Peter Orme said 3 crews left on Monday."\n'
    )
    (root / "all.csv").write_text(rows, "utf-8")
    assert call(root, "draft", "all.csv").exit_code == 0
    assert sorted(file.name for file in (root / "seeds").iterdir()) == [
        "crews-leave-port-2.md",
        "crews-leave-port.md",
    ]
    assert "url: " in (root / "seeds/crews-leave-port.md").read_text("utf-8")


def test_a_dateline_that_cannot_be_is_told(root: Path) -> None:
    """The thirtieth of February is no day; the text is drafted without one, and the gap is marked."""
    (root / "wrong.txt").write_text("date 2031-02-30 Talks resumed on Monday in Port Alder.", "utf-8")
    result = call(root, "draft", "wrong.txt")
    assert result.exit_code == 0
    assert "published" in result.output
    assert "# published:" in (root / "seeds/wrong.md").read_text("utf-8")


def test_a_draft_is_made_without_searches_for_garbage(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks for cycles while an article is drafted, and it is as before afterwards."""
    seen: list[bool] = []

    def watching(*given: object, **named: object) -> Drafted:
        seen.append(gc.isenabled())
        return write_draft(*given, **named)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr("generator.commands.draft.write_draft", watching)
    assert call(root, "draft", "talks.txt").exit_code == 0
    assert seen == [False]
    assert gc.isenabled()


def test_on_a_terminal_what_is_not_known_is_asked_for(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Of a few files, title, publisher, address; an empty answer leaves a gap, and many files ask nothing."""
    monkeypatch.setattr("generator.commands.draft._is_terminal", lambda: True)
    result = call(root, "draft", "talks.txt", given="Talks resume\nAlder Courier\n\n")
    assert result.exit_code == 0, result.output
    drafted = (root / "seeds/talks.md").read_text("utf-8")
    assert "title: Talks resume\n" in drafted
    assert "publisher: Alder Courier\n" in drafted
    assert "# url:" in drafted
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        (root / name).write_text(TEXT, "utf-8")
    assert "your title" not in call(root, "draft", *names).output


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_second_file_of_one_address_is_written(root: Path, force: tuple[str, ...]) -> None:
    """Beside an inline article its standoff form is refused, and one in another folder; forced, too."""
    assert call(root, "draft", "talks.txt").exit_code == 0
    result = call(root, "draft", "--standoff", *force, "talks.txt")
    assert result.exit_code == 1
    assert "the address 'talks' is taken by seeds/talks.md" in result.output
    assert [file.name for file in (root / "seeds").iterdir()] == ["talks.md"]
    (root / "seeds/2031").mkdir()
    (root / "seeds/talks.md").rename(root / "seeds/2031/talks.md")
    assert "taken by seeds/2031/talks.md" in call(root, "draft", *force, "talks.txt").output
