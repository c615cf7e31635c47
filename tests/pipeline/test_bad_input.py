"""Files as they come: each is read or is a problem that says why; none hangs, crashes or moves an anchor."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.support.project import build

_HEAD: Final = (
    "title: A\npublished: 2031-05-13\npublisher: Alder Courier\nurl: https://example.org/a\n"
    "rights: {display: full}\ntext: a.txt\nannotations:\n"
)
_CREWS: Final = "{kind: figure, exact: 14 crews}"
_ASTRONAUT: Final = "👩\u200d🚀"
_LONG: Final = "Some words of a long text without any news in it at all. " * 180_000


def _event(exact: str, more: str = "") -> str:
    return f'{{kind: event, exact: "{exact}", date: undated{more}}}'


def _build(root: Path, text: bytes | str, *entries: str) -> tuple[list[str], str]:
    """Return the codes of what is wrong with a standoff file beside its text, and its page."""
    seeds = root / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    body = _HEAD + "".join(f"  - {entry}\n" for entry in entries)
    (seeds / "a.yml").write_text(body, "utf-8", newline="\n")
    outcome = build(root)
    page = root / "briefings" / "articles" / "a.md"
    return [problem.code for problem in outcome.problems], page.read_text("utf-8") if page.exists() else ""


@pytest.mark.parametrize(
    ("text", "entry", "shown"),
    [
        ("\ufeffSome 14 crews.", "{kind: figure, exact: 14 crews, start: 5, end: 13}", "14 crews"),
        ("Out at sea.\r\n\r\n14 crews", "{kind: figure, exact: 14 crews, start: 13, end: 21}", "14 crews"),
        ("Out\r\nat sea.\r\r14 crews\r", "{kind: figure, exact: 14 crews, start: 13, end: 21}", "14 crews"),
        ("Cafe\u0301s shut.", _event("Caf\u00e9s shut", ", start: 0, end: 10"), "Caf\u00e9s shut"),
        ("Caf\u00e9s shut.", _event("Cafe\u0301s shut"), "Caf\u00e9s shut"),
        ("x\u0303y shut.", _event("x\u0303y shut", ", start: 0, end: 8"), "x\u0303y shut"),
        ("هطل المطر. استؤنفت المحادثات.", _event("استؤنفت المحادثات"), "استؤنفت المحادثات"),
        (
            f"{_ASTRONAUT} flew. {_ASTRONAUT} fell.",
            _event(f"{_ASTRONAUT} fell", ", start: 10, end: 18"),
            f"{_ASTRONAUT} fell",
        ),
    ],
    ids=["bom", "crlf", "cr", "decomposed text", "decomposed words", "combining", "right to left", "emoji"],
)
def test_what_is_read(text: str, entry: str, shown: str, tmp_path: Path) -> None:
    """Signs of other systems and scripts are read, and just the words that were recorded are marked."""
    codes, page = _build(tmp_path, text, entry)
    assert codes == []
    marked = page.partition("<mark id=")[2].partition(">")[2].partition("</mark>")[0]
    assert marked.replace("&#8205;", "\u200d").replace("\u2060", "") == shown


@pytest.mark.parametrize(
    ("text", "entry", "codes"),
    [
        ("14 crews".encode("utf-16"), _CREWS, ["unreadable-file", "text-needed"]),
        ("Caf\u00e9: 14 crews".encode("latin-1"), _CREWS, ["unreadable-file", "text-needed"]),
        (b"14\x00 crews", _CREWS, ["unreadable-file", "text-needed"]),
        ("14 crews", "{kind: figure, start: 0, end: 900}", ["bad-position"]),
        ("14 crews", "{kind: figure, start: -2, end: 8}", ["bad-position"]),
        ("14 crews", "{kind: figure, start: 8, end: 0}", ["bad-position"]),
        ("14 crews", f"{{kind: figure, start: 0, end: {'9' * 400}}}", ["bad-position"]),
        (
            f"{_ASTRONAUT} 14 crews",
            "{kind: figure, exact: 14 crews, start: 6, end: 14}",
            ["bad-position"],
        ),
        ("x\u0303y", "{kind: event, start: 0, end: 1}", ["bad-position"]),
        (f"{_ASTRONAUT} flew", _event("👩"), ["words-not-found"]),
        (_LONG, _event("Some words"), ["ambiguous-words"]),
        (_LONG + "14 crews", "{kind: figure, exact: 14 crews, start: 5, end: 13}", ["words-moved"]),
        ("14 crews", "&a {kind: figure, exact: *a}", ["broken-front-matter"] * 2),
        ("14 crews", "[" * 50_000 + "]" * 50_000, ["broken-front-matter"]),
    ],
    ids=[
        *("UTF-16", "Latin-1", "NUL", "past the end", "negative", "reversed", "huge", "UTF-16 units"),
        *("half a character", "half an emoji", "10 MB, often", "10 MB, moved", "alias", "deep"),
    ],
)
def test_what_is_told(text: bytes | str, entry: str, codes: list[str], tmp_path: Path) -> None:
    """What cannot be read, or stands nowhere, is an error of its own, and no page is written."""
    found, page = _build(tmp_path, text, entry)
    assert set(codes) <= set(found)
    assert page == ""


def test_a_bomb_of_aliases_is_refused(tmp_path: Path) -> None:
    """Lists of lists of lists by name would grow to any size; each name is refused where it stands."""
    (tmp_path / "seeds").mkdir()
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    (tmp_path / "seeds" / "a.yml").write_text("\n".join([*rows, "title: *a59", ""]), "utf-8")
    found = [problem.code for problem in build(tmp_path).errors]
    assert found.count("broken-front-matter") == 60 + 2 * 59 + 1


def test_marks_without_number_end(tmp_path: Path) -> None:
    """Ten thousand times the same mark is one problem, and none of them costs a look at all others."""
    codes, _ = _build(tmp_path, "Some 14 crews.", *["{kind: figure, exact: 14 crews}"] * 10_000)
    assert codes == ["crowded-marks"]
