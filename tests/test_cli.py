"""The command line, as people and scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import COMMANDS, main
from generator.settings import Settings
from tests.support.project import FILES, FIRST, THIRD, article, write

ROOT: Final = Path(__file__).resolve().parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project that was never built."""
    write(tmp_path, FILES)
    return tmp_path


def call(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="briefings")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_teaches(command: str) -> None:
    """Each command shows examples of itself, and those that can fail their exit codes."""
    result = call(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert f"briefings {command}".strip() in result.output.partition("\n")[2]
    if command:
        assert "Exit codes: 0" in result.output
        summary = COMMANDS[command].rstrip(".")
        assert summary.split(",")[0] in result.output


def test_help_is_quick() -> None:
    """Help loads neither MkDocs nor what reads articles."""
    code = (
        "import sys; from generator.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    loaded = done.stdout.splitlines()[-1]
    for name in ("mkdocs", "pydantic_core", "jinja2", "markdown_it", "yaml"):
        assert f"'{name}'" not in loaded


def test_the_command_line_never_loads_mkdocs() -> None:
    """A build works without MkDocs."""
    code = "import sys, generator.commands.build, generator.commands.check, generator.commands.new"
    code += "; print('mkdocs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "False"


def test_a_draft_loads_nothing_that_reads_or_renders_files(tmp_path: Path) -> None:
    """Plain text is drafted without a validator, a parser of Markdown, templates or comparing words."""
    (tmp_path / "raw.txt").write_text("Ida Vance said on Monday that 14 crews had left.\n", "utf-8")
    code = (
        "import sys; from generator.cli import main\n"
        f"try: main(['-C', {str(tmp_path)!r}, 'draft', '--stdout', 'raw.txt'])\n"
        "except SystemExit: print(sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert "[14 crews]" in done.stdout
    loaded = done.stdout.splitlines()[-1]
    for name in ("mkdocs", "pydantic_core", "jinja2", "markdown_it", "rapidfuzz", "sqlite3", "html"):
        assert f"'{name}'" not in loaded


def test_every_setting_is_an_option() -> None:
    """The options of the command line are those of the plugin."""
    result = call("--help")
    for each in fields(Settings):
        assert f"--{each.name.replace('_', '-')} " in result.output


def test_build_says_what_it_did(root: Path) -> None:
    """The first build writes, the second one leaves everything."""
    first = call("-C", root, "build")
    assert first.exit_code == 0
    assert first.output.startswith("3 articles: ")
    assert " written" in first.output
    assert "written" not in call("-C", root, "build").output
    assert (root / "briefings" / "articles" / "first.md").is_file()


def test_build_check_lists_what_is_stale(root: Path) -> None:
    """Pages that are not up to date are listed one a line, with exit code 1; nothing is written."""
    stale = call("-C", root, "build", "--check")
    assert stale.exit_code == 1
    assert "briefings/articles/first.md\n" in stale.output
    assert not (root / "briefings").exists()
    assert call("-C", root, "build").exit_code == 0
    assert call("-C", root, "build", "--check").exit_code == 0


def test_an_edited_page_fails_the_check(root: Path) -> None:
    """What was edited by hand is not what the seeds give, until the build is forced."""
    call("-C", root, "build")
    page = root / "briefings" / "articles" / "first.md"
    page.write_text("edited", "utf-8")
    assert call("-C", root, "build", "--check").exit_code == 1
    left = call("-C", root, "build")
    assert left.exit_code == 0
    assert "[edited-page]" in left.output
    assert "1 left" in left.output
    call("-C", root, "build", "--force")
    assert page.read_text("utf-8") != "edited"


def test_errors_fail_everything(root: Path) -> None:
    """An error is shown with its place and the words, and nothing is written."""
    write(root, {"seeds/first.md": FIRST.replace(".event", ".evnt")})
    for command in ("build", "check"):
        result = call("-C", root, command)
        assert result.exit_code == 1
        assert "seeds/first.md:9:" in result.output
        assert "[unknown-kind]" in result.output
    assert not (root / "briefings").exists()


def test_warnings_fail_when_strict(root: Path) -> None:
    """A warning alone is shown and passes, but for --strict."""
    write(root, {"seeds/third.md": article("Quiet", "[Nothing happened]{.event}.")})
    assert call("-C", root, "check").exit_code == 0
    assert "[undated]" in call("-C", root, "check").output
    assert call("-C", root, "check", "--strict").exit_code == 1


def test_check_says_when_all_is_well(root: Path) -> None:
    """Silence could be mistaken for a check that did not run."""
    result = call("-C", root, "check", "--strict")
    assert (result.exit_code, result.output) == (0, "3 articles: no problems\n")
    assert not (root / "briefings").exists()


def test_check_as_json(root: Path) -> None:
    """Programs get a list, empty where all is well, and nothing else on standard output."""
    assert json.loads(call("-C", root, "check", "--format", "json").stdout) == []
    write(root, {"seeds/third.md": THIRD.replace(".event", ".evnt")})
    (found,) = json.loads(call("-C", root, "check", "--format", "json").stdout)
    assert (found["code"], found["path"], found["line"]) == ("unknown-kind", "seeds/third.md", 9)


def test_check_for_code_scanning(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths lead from where the command runs to the file, so that a project may lie below its repository."""
    write(root, {"seeds/third.md": THIRD.replace(".event", ".evnt")})
    (run,) = json.loads(call("-C", root, "check", "--format", "sarif").stdout)["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "seeds/third.md"
    monkeypatch.chdir(root.parent)
    result = call("-C", root, "check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"::error file={root.name}/seeds/third.md,line=9,")


def test_coverage_lists_what_is_open(root: Path) -> None:
    """Each article says what its marks leave open and where, the totals come last, and nothing is written."""
    result = call("-C", root, "coverage")
    assert result.exit_code == 0
    first, _, totals = result.stdout.partition("3 articles in all\n")
    assert "seeds/second.md: 2 of 2 sentences, 2 left open\n" in first
    assert "  not checked by a second person\n" in first
    assert "  5 of 5 sentences with a number, a date or a quotation mark carry a fact (100%)\n" in totals
    assert "  facts without evidence: 0\n" in totals
    assert not (root / "briefings").exists()
    write(root, {"seeds/fourth.md": article("Open", 'Some 9 boats sail.\n\n["No," she said.]{.quote #no}')})
    again = call("-C", root, "coverage").stdout
    assert "quotation mark, and no fact: 1 (¶ 1 number)\n" in again
    assert "quotes without a speaker: 1 (¶ 2 #no)\n" in again


def test_coverage_as_json(root: Path) -> None:
    """Programs get the totals, and each article with the places of what is open."""
    write(root, {"seeds/fourth.md": article("Open", "Some 9 boats sail on Friday.")})
    found = json.loads(call("-C", root, "coverage", "--format", "json").stdout)
    assert (found["articles"], found["telling"], found["carried"]) == (4, 6, 5)
    assert found["gaps"]["no-evidence"] == 0
    assert found["gaps"]["unmarked"] == 1
    (fourth,) = [each for each in found["of"] if each["path"] == "seeds/fourth.md"]
    assert fourth["page"] == "articles/fourth.md"
    assert fourth["gaps"]["unmarked"] == [{"paragraph": 1, "fact": None, "holds": ["date", "number"]}]


def test_coverage_tells_what_is_held_back(root: Path) -> None:
    """Articles held back are listed last with the reason, are in no total, and on no page."""
    embargo = "rights: {display: full, embargoed_until: 2031-05-20}\nchecked_by: A. Reader"
    late = article("Late", "Some 9 boats sail.").replace("rights: {display: full}", embargo)
    write(root, {"seeds/a-late.md": late})
    said = call("-C", root, "coverage").stdout
    before, _, after = said.partition("1 article held back, on no page and in no total\n")
    assert "a-late" not in before
    assert "3 articles in all\n" in before
    assert after.startswith(
        "seeds/a-late.md: 0 of 1 sentences, 2 left open (held back: embargoed until 2031-05-20)\n"
    )
    found = json.loads(call("-C", root, "coverage", "--format", "json").stdout)
    assert (found["articles"], found["held"], found["gaps"]["unmarked"]) == (3, 1, 0)
    (of,) = [each for each in found["of"] if each["path"] == "seeds/a-late.md"]
    assert (of["page"], of["held"]) == (None, "embargoed until 2031-05-20")
    assert call("-C", root, "build").exit_code == 0
    page = (root / "briefings" / "coverage.md").read_text("utf-8")
    assert f"**{found['carried']} of {found['telling']} sentences (100%)**" in page
    assert "Late" not in page
    opened = json.loads(call("-C", root, "--today", "2031-05-20", "coverage", "--format", "json").stdout)
    assert (opened["articles"], opened["held"], opened["gaps"]["unmarked"]) == (4, 0, 1)


def test_coverage_of_a_draft_held_back_keeps_no_numbers_from_the_public(root: Path) -> None:
    """What is wrong with an article that does not go out stops no count of the others."""
    write(root, {"seeds/third.md": THIRD.replace(".event", ".evnt")})
    for name in ("first", "second"):
        file = root / "seeds" / f"{name}.md"
        file.write_text(file.read_text("utf-8").replace("---\n", "---\nchecked_by: A. Reader\n", 1), "utf-8")
    result = call("-C", root, "--audience", "public", "coverage")
    assert result.exit_code == 0, result.stderr
    assert "2 articles in all\n" in result.stdout
    assert "1 article held back" in result.stdout


def test_coverage_of_withheld_texts(root: Path) -> None:
    """Sentences of a text that is not shown are counted here; the totals say that no page counts them."""
    hidden = article("Hidden", "Some 9 boats sail.").replace("display: full", "display: none")
    write(root, {"seeds/hidden.md": hidden})
    said = call("-C", root, "coverage").stdout
    assert "  0 of 1 are in texts that are not shown; the page leaves them out\n" in said
    assert call("-C", root, "build").exit_code == 0
    assert "**5 of 5 sentences (100%)**" in (root / "briefings" / "coverage.md").read_text("utf-8")


def test_coverage_is_not_counted_where_seeds_are_wrong(root: Path) -> None:
    """Articles that cannot be read would make the numbers false: the errors are shown instead."""
    write(root, {"seeds/third.md": THIRD.replace(".event", ".evnt")})
    result = call("-C", root, "coverage", "--format", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[unknown-kind]" in result.stderr


def test_explain_gives_reasons(root: Path) -> None:
    """Each inferred value stands with file, line, column and its reason."""
    lines = call("-C", root, "check", "--explain").stdout.splitlines()
    (date,) = [line for line in lines if ": met: date = " in line]
    assert date.startswith("seeds/first.md:9:")
    assert "2031-05-12" in date
    assert "on Monday" in date
    assert [line.split(":")[0] for line in lines[:-1]] == sorted(line.split(":")[0] for line in lines[:-1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "There is no command 'bild'"),
        (["build", "--sedds", "x"], "No such option"),
        (["-C", "nowhere", "build"], "does not exist"),
        (["--rows-per-page", "0", "build"], "range"),
        (["check", "--explain", "--format", "json"], "--explain prints text only"),
        (["check", "--explain", "--format", "sarif"], "--explain prints text only"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str) -> None:
    """What is typed wrong is said, with exit code 2."""
    result = call(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_settings_of_mkdocs_count(root: Path) -> None:
    """What mkdocs.yml gives the plugin holds for the command line, and an option goes before it."""
    config = "site_name: x\nurl: !ENV [A, b]\nmarkdown_extensions:\n  - x: !!python/name:a.b\nplugins:\n"
    write(root, {"mkdocs.yml": f"{config}  - search\n  - briefings: {{output: pages}}\n"})
    call("-C", root, "build")
    assert (root / "pages" / "index.md").is_file()
    call("-C", root, "--output", "elsewhere", "build")
    assert (root / "elsewhere" / "index.md").is_file()


@pytest.mark.parametrize(
    ("plugins", "said"),
    [
        ("[briefings: {sedds: x}]", "no option 'sedds'"),
        ("{briefings: {seeds: 3}}", "expects str"),
        ("[briefings: {rows_per_page: true}]", "expects int"),
        ("[", "cannot be read"),
    ],
)
def test_wrong_settings_of_mkdocs(root: Path, plugins: str, said: str) -> None:
    """What cannot be an option in mkdocs.yml is said, and never passed over."""
    write(root, {"mkdocs.yml": f"plugins: {plugins}\n"})
    result = call("-C", root, "build")
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("config", ["", "plugins:\n", "- a list\n", "plugins: [search]\n", "plugins: text\n"])
def test_configurations_without_our_plugin(root: Path, config: str) -> None:
    """A project that does not name the plugin is built with standard settings."""
    write(root, {"mkdocs.yml": config})
    assert call("-C", root, "build").exit_code == 0
    assert (root / "briefings" / "index.md").is_file()


def test_a_new_project_is_without_problems(tmp_path: Path) -> None:
    """What a person begins with has nothing to warn about, is built already, and is up to date."""
    result = call("-C", tmp_path, "new", "my-briefings")
    assert (result.exit_code, result.output) == (
        0,
        "my-briefings: read it with: cd my-briefings && mkdocs serve\n",
    )
    project = tmp_path / "my-briefings"
    assert call("-C", project, "check", "--strict").exit_code == 0
    assert call("-C", project, "build", "--check").exit_code == 0
    assert 'site_name: "My briefings"' in (project / "mkdocs.yml").read_text("utf-8")
    assert (project / ".github" / "workflows" / "pages.yml").is_file()
    assert (project / ".gitignore").is_file()


def _plain(path: Path) -> dict[str, Any]:
    class Loader(yaml.SafeLoader):
        """Reads past tags."""

    Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    found: dict[str, Any] = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506  # a safe loader
    return found


def test_a_new_project_looks_like_the_demo(tmp_path: Path) -> None:
    """Its configuration is that of this repository, but for name, address and folder of templates."""
    call("-C", tmp_path, "new", "a")
    ours, theirs = _plain(ROOT / "mkdocs.yml"), _plain(tmp_path / "a" / "mkdocs.yml")
    for key in ("site_name", "site_description", "site_url", "copyright"):
        ours.pop(key, None)
        theirs.pop(key, None)
    for key in ("custom_dir", "variant"):
        ours["theme"].pop(key, None)
    assert theirs == ours


def test_nothing_is_overwritten(root: Path) -> None:
    """A folder that holds something, and a file that is there, are left as they are."""
    assert call("-C", root, "new", ".").exit_code == 2
    result = call("-C", root, "new", "seeds/first.md")
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert (root / "seeds" / "first.md").read_text("utf-8") == FIRST


def test_a_new_article_can_be_read(root: Path) -> None:
    """It has all that must be there; what else is missing is a warning."""
    assert call("-C", root, "new", "seeds/night-boats.md").exit_code == 0
    text = (root / "seeds" / "night-boats.md").read_text("utf-8")
    assert 'title: "Night boats"' in text
    result = call("-C", root, "check")
    assert result.exit_code == 0
    assert "[missing-source]" in result.output


def test_a_place_that_cannot_be_written(root: Path) -> None:
    """A refusing disk is one line, with exit code 1, and no traceback."""
    (root / "briefings").write_text("a file in the way", "utf-8")
    for arguments in (["build"], ["new", "seeds/first.md/x.md"]):
        result = call("-C", root, *arguments)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        assert "Error: cannot write" in result.output


def test_no_bar_in_a_pipe(root: Path) -> None:
    """Where nobody watches, standard error holds problems and nothing else."""
    command = [sys.executable, "-m", "generator", "-C", str(root), "build"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
