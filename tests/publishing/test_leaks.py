"""Nothing that is withheld stands in anything that is written."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.model import Article
from generator.pipeline.build import explain
from generator.settings import Project, Settings
from generator.text import read_plain
from tests.support.checkout import tool
from tests.support.leaks import files_below, leaks, runs
from tests.support.project import write
from tests.support.shared import needs_shared
from tests.support.truce import MARKS, PLACE, SEEDS
from tests.support.truce import REGISTRIES as NAMES
from tests.support.truce import TEXT as TRUCE

SHOWN: Final = (
    "Ida Vance said on Monday that 14 crews would sail again before the week was out",
    "the ferry union gave up nine of its berths in the northern basin of the port",
)
"""Sentences with a fact."""

HIDDEN: Final = (
    "Quernstone gulls wheeled over the empty quay while the harbour clerks counted their ropes in silence",
    "Ida Vance wore the thrummel hat that her grandmother had carried home from the war in the south",
    "Nobody in the office of the vextillary could say where the old register of the pilots had gone",
)
"""Sentences without one, each with a word that stands nowhere else; a name is found in the second."""

RARE: Final = ("quernstone", "thrummel", "vextillary")
INTERNAL: Final = "zwiebelkraut"
"""Stands in remarks that are never published."""

TEXT: Final = (
    f"{HIDDEN[0]}. {SHOWN[0]}.\n\n{HIDDEN[1]}. {HIDDEN[2]}.\n\n{SHOWN[1][0].upper()}{SHOWN[1][1:]}.\n"
)
HEADLINE: Final = "A headline of the source with far more than eight words of its own makers in it"
DESCRIPTION: Final = "someone who counted the ropes and would not be named for fear of the board"
ROLE: Final = "keeper of the old register of the pilots of the northern basin of the port"
"""A role that only the text gives, word for word."""

FRONT: Final = {
    "published": "2031-05-13",
    "publisher": "Alder Courier",
    "url": "https://example.org/ferry-talks",
    "headline": HEADLINE,
    "actors": {
        "aide": {"unnamed": DESCRIPTION},
        "keeper": {"name": "Tom Orme", "role": ROLE, "aliases": [f"the {ROLE}"]},
    },
}


def _front(title: str, rights: str) -> dict[str, object]:
    return {"title": title, **FRONT, "rights": {"display": rights}, "bottom_line": f"{title} [so](#crews)."}


def _inline(title: str, rights: str) -> str:
    marked = TEXT.replace(
        "14 crews",
        f'[14 crews]{{.figure #crews title="Boats that are to come back" internal="{INTERNAL} a"}}',
    )
    marked = marked.replace(
        "would sail again",
        '[would sail again]{.event #sail .planned title="Service" gist="Back soon" date=undated '
        f'internal="{INTERNAL} b"}}',
    )
    marked = marked.replace("the week", "[the week]{.actor ref=keeper}")
    marked = marked.replace(
        "gave up nine of its berths",
        f'[gave up [nine]{{.figure #berths internal="{INTERNAL} c"}} of its berths]'
        f'{{.event #gift date=undated internal="{INTERNAL} d"}}',
    )
    return f"---\n{yaml.safe_dump(_front(title, rights), sort_keys=False)}---\n{marked}"


def _standoff(title: str, rights: str, text: str) -> str:
    source = read_plain(TEXT)

    def mark(kind: str, words: str, **more: str) -> dict[str, object]:
        start = source.text.index(words)
        place = {"start": start, "end": start + len(words)}
        context = {"prefix": source.text[max(0, start - 60) : start], "exact": words}
        return {"kind": kind, **place, **context, "internal": f"{INTERNAL} {kind}", **more}

    annotations = [
        mark("figure", "14 crews", id="crews"),
        mark("quote", SHOWN[0].partition("that ")[2], by="aide"),
        mark("event", "gave up nine of its berths", id="gift", date="undated"),
        mark("actor", "The ferry union", ref="union"),
        mark("actor", "the week", ref="keeper"),
    ]
    return yaml.safe_dump(
        {**_front(title, rights), "text": text, "sha256": source.sha256, "annotations": annotations},
        sort_keys=False,
        allow_unicode=True,
    )


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that came of a project."""

    root: Path

    @property
    def published(self) -> list[Path]:
        """Return the pages, the manifest beside them, and the site."""
        return list(files_below(self.root / "briefings", self.root / "site"))

    @property
    def kept(self) -> list[Path]:
        """Return what is kept for the next run."""
        return list(files_below(self.root / ".cache"))


def _written(root: Path, files: dict[str, str]) -> Written:
    """Make a new project of these files, its pages and its site."""
    made = CliRunner().invoke(main, ["-C", str(root), "new", "project"])
    assert made.exit_code == 0, made.output
    project = root / "project"
    shutil.rmtree(project / "seeds")
    write(project, files)
    built = CliRunner().invoke(main, ["-C", str(project), "build"])
    assert built.exit_code == 0, built.output
    tool(["mkdocs", "build"], project)
    return Written(project)


REGISTRIES: Final = {
    "seeds/actors.yml": "vance: {name: Ida Vance, type: person}\nunion: {name: Ferry Union}\n",
    "texts/ferry.txt": TEXT,
}
FULL: Final = {
    "seeds/in-full.md": _inline("Crews in full", "full"),
    "seeds/off-full.yml": _standoff("Crews beside it in full", "full", "../texts/ferry.txt"),
}
EXCERPTS: Final = {
    "seeds/in-excerpts.md": _inline("Crews in excerpts", "excerpts"),
    "seeds/off-excerpts.yml": _standoff("Crews beside it in excerpts", "excerpts", "../texts/ferry.txt"),
}
NONE: Final = {
    "seeds/in-none.md": _inline("Crews unseen", "none"),
    "seeds/off-none.yml": _standoff("Crews beside it unseen", "none", "../texts/ferry.txt"),
}
ABSENT: Final = {
    "seeds/gone-excerpts.yml": _standoff("Crews of a text elsewhere", "excerpts", "../texts/gone.txt"),
    "seeds/gone-none.yml": _standoff("Crews of a text unseen elsewhere", "none", "../texts/gone.txt"),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return what comes of articles that may be shown in full."""
    return _written(tmp_path_factory.mktemp("full"), {**REGISTRIES, **FULL})


@pytest.fixture(scope="module")
def excerpts(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return what comes of articles of which only sentences with facts may be shown."""
    return _written(tmp_path_factory.mktemp("excerpts"), {**REGISTRIES, **EXCERPTS, **ABSENT})


@pytest.fixture(scope="module")
def none(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return what comes of articles of which nothing may be shown."""
    return _written(
        tmp_path_factory.mktemp("none"),
        {**REGISTRIES, **NONE, "seeds/gone-none.yml": ABSENT["seeds/gone-none.yml"]},
    )


def test_all_stands_in_full(full: Written) -> None:
    """Where all may be shown, all of it is found: in pages, in the site and in its search index."""
    found = leaks(full.published, HIDDEN, RARE)
    for name in ("in-full.md", "off-full.md", "index.html", "search_index.json"):
        assert [word for word in RARE if f"{name}: {word}" in found] == list(RARE)


def test_excerpts_leak_nothing(excerpts: Written) -> None:
    """Of sentences without a fact no word is anywhere; the others are shown."""
    assert leaks(excerpts.published, HIDDEN, RARE) == []
    assert leaks(excerpts.published, SHOWN) != []
    assert leaks(excerpts.published, [ROLE]) != []


def test_none_leaks_nothing(none: Written) -> None:
    """Of a text that may not be shown no eight words are anywhere, nor is its headline or a description."""
    assert leaks(none.published, [TEXT, HEADLINE, DESCRIPTION, ROLE], RARE) == []


@pytest.mark.parametrize("rights", ["full", "excerpts", "none"])
def test_internal_remarks_are_nowhere(rights: str, request: pytest.FixtureRequest) -> None:
    """A remark that is internal reaches no page, whatever may be shown."""
    written: Written = request.getfixturevalue(rights)
    assert leaks(written.published, [], [INTERNAL]) == []


@pytest.mark.parametrize("rights", ["excerpts", "none"])
def test_the_cache_is_elsewhere_and_keeps_no_text(rights: str, request: pytest.FixtureRequest) -> None:
    """What is kept for the next run is not published, and holds nothing withheld and no remark either."""
    written: Written = request.getfixturevalue(rights)
    assert written.kept
    assert not [path for path in written.published if ".cache" in path.parts]
    withheld = [TEXT] if rights == "none" else HIDDEN
    assert rights == "none" or leaks(written.kept, SHOWN) != []
    assert leaks(written.kept, withheld, [*RARE, INTERNAL]) == []


def _real(root: Path, display: str, *, most: int | None = None) -> tuple[Written, Article]:
    """Build the real article's marks, the first few or all of them, with its text at hand."""
    files = {f"seeds/{name}.yml": (SEEDS / f"{name}.yml").read_text("utf-8") for name in NAMES}
    head, found, marks = MARKS.read_text("utf-8").partition("annotations:\n")
    entries = marks.split("\n  - ")[:most]
    # nearly every sentence of it carries a fact: more than anybody may show, but for a test
    agreed = f"display: {display}\n  excerpts: {{share: 100%, characters: 9000}}"
    head = head.replace("display: none", agreed)
    # what the bottom line and the key name is not there with fewer marks, nor is what is told again
    head = re.sub(r"(?ms)^bottom_line:.*?(?=^text:)", "", head)
    kept = re.sub(r'(?m)^ *same: .*\n|, same: "[^"]*"', "", "\n  - ".join(entries) + "\n")
    files[f"seeds/{MARKS.name}"] = f"{head}{found}{kept}"
    written = _written(root, {**files, PLACE: TRUCE.read_text("utf-8")})
    (article,) = explain(Project(written.root, Settings()))
    return written, article


@needs_shared
def test_the_real_article_unseen(tmp_path: Path) -> None:
    """Eight words of the real article are nowhere in what is built of its marks, if nothing may be shown."""
    written, article = _real(tmp_path, "none")
    assert article.source is not None
    assert len(article.source.text) > 1_000
    assert leaks([*written.published, *written.kept], [article.source.text]) == []


@needs_shared
@pytest.mark.parametrize("most", [None, 3], ids=["all marks", "three marks"])
def test_the_real_article_in_excerpts(most: int | None, tmp_path: Path) -> None:
    """Of the sentences of the real article that carry no fact, eight words are nowhere; others are shown."""
    written, article = _real(tmp_path, "excerpts", most=most)
    source = article.source
    assert source is not None
    carrying = [span for record in article.facts for span in (*record.evidence.spans, *record.support)]
    shown = [each for each in source.sentences if any(each.overlaps(span) for span in carrying)]
    hidden = [each.of(source.text) for each in source.sentences if each not in shown]
    assert any(runs(sentence) for sentence in hidden)
    assert leaks([*written.published, *written.kept], hidden) == []
    assert leaks(written.published, [each.of(source.text) for each in shown]) != []


def _references(text: str) -> str:
    return "".join(f"&#{ord(char)};" if not char.isalnum() and char != " " else char for char in text)


@pytest.mark.parametrize(
    "hide",
    [
        lambda text: text,
        lambda text: text.upper().replace(" ", " — "),
        lambda text: "".join(f"&#{ord(char)};" for char in text),
        lambda text: "".join(f"&#x{ord(char):x};" for char in text),
        lambda text: _references(text.replace(" ", "’ ")),
        lambda text: f"<!-- {text} -->",
        lambda text: f'<meta name="description" content="{text}">',
        lambda text: text.replace(" ", "</mark> <mark id='a' class='b'>"),
        lambda text: text.replace("gulls", "<b>gu</b>lls"),
        lambda text: text.replace(" ", "](a.md#b) [").join("[]"),
        lambda text: f"https://example.org/a#:~:text={quote(text)}",
        lambda text: json.dumps({"docs": [{"text": text.replace("e", "é").replace("é", "e")}]}),
        lambda text: "".join(f"\\u{ord(char):04x}" for char in text).join('""'),
        lambda text: json.dumps({text: "<p>" + text.replace(" ", "&nbsp;") + "</p>"}),
        lambda text: f"&lt;p&gt;{_references(text)}&lt;/p&gt;",
    ],
)
@pytest.mark.parametrize("wrap", [str.encode, lambda text: gzip.compress(text.encode(), mtime=0)])
def test_a_leak_is_found(hide: Callable[[str], str], wrap: Callable[[str], bytes], tmp_path: Path) -> None:
    """However withheld words are written, they are found."""
    file = tmp_path / "page"
    file.write_bytes(b"".join([wrap(f"Before.\n{hide(HIDDEN[0])}\nAfter.\n")]))
    if hide(HIDDEN[0]).startswith(("{", '"')):
        file.write_bytes(wrap(hide(HIDDEN[0])))
    assert leaks([file], HIDDEN) != []
    assert _named(leaks([file], [], RARE)) == {"quernstone"}


def _named(found: Iterable[str]) -> set[str]:
    return {each.partition(": ")[2] for each in found}


def test_seven_words_are_no_leak(tmp_path: Path) -> None:
    """A few words in a row may be written twice by chance."""
    file = tmp_path / "page"
    file.write_text(" ".join(HIDDEN[0].split()[:7]), "utf-8")
    assert leaks([file], HIDDEN) == []
