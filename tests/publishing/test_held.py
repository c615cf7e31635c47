"""What is held back, or for the house alone, is in no byte of what is published."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.checkout import tool
from tests.support.leaks import files_below, leaks
from tests.support.project import build, write

REMARK: Final = "zwiebelkraut"
DRAFT: Final = "quernstone"
HELD: Final = "thrummel"
"""Words that stand in an internal remark, a draft and an embargoed article alone."""

OPEN: Final = f"""---
title: Shown to everybody
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/open
stories: [strike]
rights: {{display: full}}
checked_by: A. Reader
supersedes: {HELD}
correction: The {HELD} was wrong.
---
[14 crews]{{.figure #crews internal="{REMARK} one" same="{HELD}#crews-{HELD}"}} of the
[Ferry Union]{{.actor ref=union internal="{REMARK} two"}} are out, and Ida Vance
[waits]{{.event date=undated internal="{REMARK} three"}}.
["Not long,"]{{.quote by=vance internal="{REMARK} four"}} she said.
"""


def _hidden(word: str, extra: str) -> str:
    return f"""---
title: All about the {word}
published: 2031-05-14
publisher: {word} Courier
url: https://example.org/{word}
stories: [{word}-story]
topics: [{word}]
supersedes: older
correction: Nobody had thought of the {word}.
rights: {{display: full{extra}}}
actors:
  {word}-hat: {{name: The {word} Hat, type: organisation, role: {word} maker}}
bottom_line: "[15 crews](#crews-{word}) and a {word}."
---
[15 crews]{{.figure #crews-{word} measure={word}-crews internal="{REMARK}"}} and The {word} Hat
[met on Monday]{{.event title="The {word} met"}}. ["No {word} for us,"]{{.quote by={word}-hat}} it said.
"""


FILES: Final = {
    "seeds/actors.yml": "vance: {name: Ida Vance, type: person}\nunion: {name: Ferry Union}\n",
    "seeds/stories.yml": (
        "strike: {title: The strike}\n"
        f"{DRAFT}-story: {{title: The {DRAFT} story}}\n{HELD}-story: {{title: The {HELD} story}}\n"
    ),
    "seeds/measures.yml": (
        f"{DRAFT}-crews: {{title: {DRAFT} crews}}\n{HELD}-crews: {{title: {HELD} crews}}\n"
    ),
    "seeds/open.md": OPEN,
    "seeds/older.md": OPEN.replace(f"supersedes: {HELD}\ncorrection: The {HELD} was wrong.\n", ""),
    f"seeds/{DRAFT}.md": _hidden(DRAFT, ""),
    f"seeds/memos/on-{HELD}.md": (
        f"---\ntitle: The {HELD}\ndate: 2031-05-21\nstories: [strike]\n---\n"
        f"A {HELD} of [15 crews]({HELD}#crews-{HELD}).\n"
    ),
    f"seeds/memos/on-{DRAFT}.md": (
        f"---\ntitle: The {DRAFT}\ndate: 2031-05-21\nauthor: {DRAFT} maker\n---\n"
        f"A {DRAFT} of [14 crews](open#crews).\n"
    ),
    "seeds/memos/shown.md": (
        "---\ntitle: Shown\ndate: 2031-05-21\n"
        "author: B. Marker\nchecked_by: A. Reader\nstatus: published\n---\n"
        "Some [14 crews](open#crews).\n"
    ),
    f"seeds/{HELD}.md": _hidden(HELD, ", embargoed_until: 2031-05-20").replace(
        "---\n[15", "checked_by: A. Reader\n---\n[15"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new project of these files."""
    folder = tmp_path_factory.mktemp("held")
    made = CliRunner().invoke(main, ["-C", str(folder), "new", "project"])
    assert made.exit_code == 0, made.output
    shutil.rmtree(folder / "project" / "seeds")
    write(folder / "project", FILES)
    return folder / "project"


def _published(root: Path, audience: str, today: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return which of the words stand in what is published, pages and site, for an audience on a day."""
    monkeypatch.setenv("BRIEFINGS_AUDIENCE", audience)
    monkeypatch.setenv("BRIEFINGS_TODAY", today)
    tool(["mkdocs", "build", "--strict"], root)
    found = leaks(files_below(root / "briefings", root / "site"), [], [REMARK, DRAFT, HELD])
    names = [path.name for path in files_below(root / "briefings", root / "site")]
    return sorted(
        word
        for word in (REMARK, DRAFT, HELD)
        if any(each.endswith(f": {word}") for each in found) or any(word in name for name in names)
    )


@pytest.mark.parametrize("today", ["", "2031-05-19"])
def test_nothing_held_back_reaches_the_public(
    root: Path, today: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After all was made for the house, the public's site holds no draft, embargoed article or remark."""
    assert _published(root, "internal", today, monkeypatch) == sorted([REMARK, DRAFT, HELD])
    assert _published(root, "public", today, monkeypatch) == []


def test_an_embargo_ends_on_its_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article comes on the day that is passed in, and goes again on the day before."""
    assert _published(root, "public", "2031-05-20", monkeypatch) == [HELD]
    page = (root / "briefings" / "articles" / "open.md").read_text("utf-8")
    assert f"articles/{HELD}.md".removeprefix("articles/") in page
    assert _published(root, "public", "2031-05-19", monkeypatch) == []


def test_who_writes_sees_drafts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While working, drafts are shown and say that nobody checked them; remarks are not."""
    assert _published(root, "working", "", monkeypatch) == [DRAFT]
    page = (root / "briefings" / "articles" / f"{DRAFT}.md").read_text("utf-8")
    assert "not yet checked by a second person" in page.replace("&#45;", "-")


def test_memos_say_who_checked_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public has those that a second person checked; while working, the others say that nobody did."""
    _published(root, "public", "", monkeypatch)
    memos = root / "briefings" / "memos"
    assert sorted(path.name for path in memos.glob("*.md")) == ["index.md", "shown.md"]
    shown = (memos / "shown.md").read_text("utf-8").replace("&#46;", ".")
    assert "Checked by A. Reader and signed off for publication." in shown
    _published(root, "working", "", monkeypatch)
    assert "Not yet checked by a second person." in (memos / f"on-{DRAFT}.md").read_text("utf-8")


def test_every_page_for_the_house_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page bears the word and asks search engines to stay away; no page of the others does."""
    _published(root, "internal", "", monkeypatch)
    pages = sorted((root / "briefings").rglob("*.md"))
    built = [page for page in sorted((root / "site").rglob("index.html")) if page.parent.name != "overrides"]
    assert len(pages) > 10
    assert all("bf-internal" in page.read_text("utf-8") for page in pages)
    assert all('<meta name="robots" content="noindex' in page.read_text("utf-8") for page in built)
    secret = (root / "briefings" / "articles" / f"{HELD}.md").read_text("utf-8")
    assert "Under embargo until 20 May 2031" in secret
    _published(root, "public", "", monkeypatch)
    assert not [
        page for page in sorted((root / "site").rglob("*.html")) if "noindex" in page.read_text("utf-8")
    ]


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), *arguments])


def test_what_is_held_back_is_listed(tmp_path: Path) -> None:
    """Each article with its reason, as information: it fails nothing, and the report for programs has it."""
    write(tmp_path, FILES)
    public = _run(tmp_path, "build", "--audience", "public")
    assert public.exit_code == 0
    assert (
        f"seeds/{DRAFT}.md:1:1: note: held back: not checked by a second person [held-back]" in public.output
    )
    assert f"seeds/{HELD}.md:10:" in public.output
    assert "2 articles, 4 held back" in public.output
    assert _run(tmp_path, "check", "--strict", "--audience", "public").exit_code == 0
    listed = _run(tmp_path, "--audience", "public", "check", "--format", "json").output
    assert listed.count('"severity": "note"') == 4
    later = _run(tmp_path, "build", "--today", "2031-05-20")
    assert "held" not in later.output


def test_what_is_wrong_with_a_draft_does_not_hold_up_the_public(tmp_path: Path) -> None:
    """Problems of what is held back are its author's: they fail the working build, and not the public one."""
    write(tmp_path, FILES)
    write(tmp_path, {f"seeds/{DRAFT}.md": FILES[f"seeds/{DRAFT}.md"].replace("[15 crews]", "[crews]")})
    assert build(tmp_path).errors
    assert _run(tmp_path, "build", "--audience", "public").exit_code == 0


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--today", "tomorrow"], "'today' expects a day such as 2031-05-20; found 'tomorrow'"),
        (["--today", "2031-02-30"], "'today' expects a day"),
        (["--audience", "everybody"], "'everybody'"),
    ],
)
def test_a_setting_that_cannot_be(option: list[str], said: str, tmp_path: Path) -> None:
    """A day or an audience that is none is wrong usage, wherever it stands, and says what was expected."""
    write(tmp_path, FILES)
    for arguments in ([*option, "build"], ["build", *option]):
        found = _run(tmp_path, *arguments)
        assert found.exit_code == 2
        assert said in found.output


def test_a_day_of_yaml_is_a_day(tmp_path: Path) -> None:
    """YAML reads a bare day as a date; it is taken all the same."""
    write(tmp_path, {**FILES, "mkdocs.yml": "plugins:\n  - briefings:\n      today: 2031-05-20\n"})
    assert "held" not in _run(tmp_path, "build").output
