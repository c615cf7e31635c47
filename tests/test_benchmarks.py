"""The benchmarks measure what they say: articles that read without a problem, the same every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from mkdocs.utils.yaml import yaml_load

from benchmarks import read, run, synthetic, verify

_COUNT: Final = 5
_LEAST_RECORDS: Final = 30


def test_synthetic_articles_read_without_a_problem(tmp_path: Path) -> None:
    """Every article and registry is free of errors and warnings, and full of facts."""
    synthetic.write(tmp_path, _COUNT)
    records, problems = read.read(tmp_path / "seeds")
    assert problems == []
    assert records >= _COUNT * _LEAST_RECORDS
    command = [sys.executable, "-m", "generator", "check", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    """Two runs write the same files, and more articles leave the first ones as they are."""
    for name, count in (("one", _COUNT), ("two", _COUNT), ("more", _COUNT + 1)):
        synthetic.write(tmp_path / name, count)
    one, two, more = (_files(tmp_path / name) for name in ("one", "two", "more"))
    assert one == two
    assert all(more[name] == data for name, data in one.items() if name.endswith(".md"))


def _files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "seeds").iterdir()}


def test_articles_are_of_the_size_they_claim(tmp_path: Path) -> None:
    """An article has about 3 KB and 30 marks."""
    synthetic.write(tmp_path, _COUNT)
    for path in (tmp_path / "seeds").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert 2_500 < len(text) < 4_500
        assert 25 <= text.count("]{.") <= 36


def test_every_figure_is_taken(tmp_path: Path) -> None:
    """A project is built cold, without a change and after an edit, and every figure says something."""
    figures = run.measure(2, tmp_path / "project")
    assert all(value > 0 for name, value in figures.items() if "memory over" not in name)
    assert figures["largest page, KiB"] < 300
    built = (tmp_path / "project" / "briefings" / "articles" / "article-00001.md").read_text(encoding="utf-8")
    assert "One more line" in built


def test_parsers_are_compared(tmp_path: Path) -> None:
    """Our reader and its peer both take some time, in one line of JSON."""
    synthetic.write(tmp_path, 1)
    command = [sys.executable, "-m", "benchmarks.parse", str(tmp_path)]
    root = Path(run.__file__).resolve().parents[1]
    found = json.loads(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)
    assert set(found) == {"ours", "peer"}
    assert all(value > 0 for value in found.values())


def test_verification_is_the_only_difference(tmp_path: Path) -> None:
    """Both projects give the same pages; one records words for each span, the other none."""
    figures = run.verification(tmp_path, 2)
    assert list(figures)[:2] == [
        "cold build, words verified, s of processor",
        "cold build, positions alone, the same",
    ]
    verified, bare = (tmp_path / name for name in (verify.VERIFIED, verify.BARE))
    assert _pages(verified) == _pages(bare)
    for project, is_recorded in ((verified, True), (bare, False)):
        for path in sorted((project / "seeds").glob("article-*.yml")):
            body = path.read_text(encoding="utf-8")
            assert body.count("start: ") > _LEAST_RECORDS
            assert body.count("exact: ") == (body.count("start: ") if is_recorded else 0)


def _pages(project: Path) -> dict[str, bytes]:
    pages = project / "briefings"
    return {path.relative_to(pages).as_posix(): path.read_bytes() for path in pages.rglob("*.md")}


def test_repair_is_timed() -> None:
    """A thousand moved annotations are found again, but for a few that are left to a person."""
    found, left = (run.repairing()[row] for row in ("found again", "left to a person"))
    assert found > 9 * left > 0


def test_drafts_are_timed(tmp_path: Path) -> None:
    """Ours has a time and a memory; a peer has a time and a ratio, or no row at all."""
    synthetic.write(tmp_path, 1)
    found = run.drafting(tmp_path)
    own = [
        "file to draft, ms of processor an article",
        "of which the suggestions",
        "peak memory, MiB",
        "start-up beyond Python's, s of processor",
    ]
    assert list(found)[: len(own)] == own
    assert all(value > 0 for value in found.values())
    assert len(found) % 2 == len(own) % 2


def test_fewer_stories_change_nothing_else(tmp_path: Path) -> None:
    """A project of one story has the same articles as any other, but for the story that each belongs to."""
    synthetic.write(tmp_path / "many", _COUNT)
    synthetic.write(tmp_path / "one", _COUNT, stories=1)
    many, one = (_files(tmp_path / name) for name in ("many", "one"))
    articles = [name for name in many if name.startswith("article-")]
    assert {b"stories: [s0]"} == {line for name in articles for line in _stories(one[name])}
    assert [re.sub(rb"stories: .*", b"", many[name]) for name in articles] == [
        re.sub(rb"stories: .*", b"", one[name]) for name in articles
    ]


def _stories(data: bytes) -> list[bytes]:
    return re.findall(rb"^stories: .*$", data, re.MULTILINE)


def test_work_between_articles_is_weighed(tmp_path: Path) -> None:
    """Twice as many articles cost more, and both are told beside the ratio of the two."""
    figures = run.across(tmp_path / "project", _COUNT)
    few, many, ratio, *_ = figures.values()
    assert few > 0
    assert ratio == many / few
    assert [name for name in figures if name.startswith("ratio")] == ["ratio of time", "ratio of memory"]


def test_a_dossier_is_timed(tmp_path: Path) -> None:
    """The dossier takes less than all of its pages, of which there are some."""
    page, everything, pages = run.dossier(tmp_path / "project", _COUNT).values()
    assert 0 < page <= everything
    assert pages >= 1


def test_table() -> None:
    """Figures with the same rows stand side by side, others in a table of their own."""
    shown = run.table(
        {"100 articles": {"pages": 3.0}, "200 articles": {"pages": 6.0}, "peer": {"ratio": 1.0}}
    )
    rows = [line.split() for line in shown.splitlines() if line]
    assert rows == [
        ["100", "articles", "200", "articles"],
        ["pages", "3.00", "6.00"],
        ["peer"],
        ["ratio", "1.00"],
    ]


def test_the_peer_differs_by_our_plugin_alone() -> None:
    """MkDocs without our plugin reads every other setting of the demo as it is."""
    text = (Path(__file__).parents[1] / "mkdocs.yml").read_text("utf-8")
    ours, peer = (yaml_load(each) for each in (text, run.without_plugin(text)))
    assert "briefings" in [_plugin_name(each) for each in ours["plugins"]]
    ours["plugins"] = [each for each in ours["plugins"] if _plugin_name(each) != "briefings"]
    assert peer == ours


def _plugin_name(entry: str | dict[str, object]) -> str:
    return entry if isinstance(entry, str) else next(iter(entry))
