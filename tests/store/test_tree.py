"""The output folder becomes what it should be, and nobody's work is lost on the way."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.store import Tree, Wanted
from generator.store.manifest import JOURNAL, MANIFEST

OLD = {"index.md": "home", "articles/a.md": "first", "articles/b.md": "second", "gone/c.md": "third"}
NEW = {"index.md": "home", "articles/a.md": "FIRST", "articles/b.md": "SECOND", "actors/d.md": "fourth"}


def build(root: Path, pages: Mapping[str, str], *, force: bool = False) -> Any:  # noqa: ANN401  # Changes
    """Bring a folder to these pages and return what was changed."""
    tree = Tree(root, {})
    changes = tree.compare({path: Wanted.of(text.encode()) for path, text in pages.items()}, force=force)
    tree.apply(changes)
    return changes


def files(root: Path) -> dict[str, str]:
    """Return all files below a folder but for the manifest."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_first_build(tmp_path: Path) -> None:
    """Every page is written, and the manifest names each with its hash, sorted."""
    changes = build(tmp_path / "out", OLD)
    assert files(tmp_path / "out") == OLD
    assert list(changes.write) == sorted(OLD)
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
    assert list(manifest) == sorted(OLD)


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    """Pages that stay keep their time; new ones come, old ones and their empty folders go."""
    build(tmp_path, OLD)
    before = (tmp_path / "index.md").stat().st_mtime_ns
    changes = build(tmp_path, NEW)
    assert files(tmp_path) == NEW
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert list(changes.write) == ["actors/d.md", "articles/a.md", "articles/b.md"]
    assert changes.remove == ("gone/c.md",)
    assert changes.unchanged == ("index.md",)
    assert not (tmp_path / "gone").exists()


def test_a_build_without_changes_touches_nothing(tmp_path: Path) -> None:
    """Not even the manifest is written again."""
    build(tmp_path, OLD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    changes = build(tmp_path, OLD)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert changes.stale == ()


def test_a_page_of_a_person_is_left(tmp_path: Path) -> None:
    """A page that stands where ours would be is not ours, now and in later builds, even when forced."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text("by hand", "utf-8")
    (tmp_path / "mine.md").write_text("by hand too", "utf-8")
    for force in (False, True):
        changes = build(tmp_path, OLD, force=force)
        assert changes.foreign == ("articles/a.md",)
        assert files(tmp_path) == {**OLD, "articles/a.md": "by hand", "mine.md": "by hand too"}
    build(tmp_path, {})
    assert files(tmp_path) == {"articles/a.md": "by hand", "mine.md": "by hand too"}


def test_a_page_that_a_person_made_alike_is_ours(tmp_path: Path) -> None:
    """Where the manifest is lost, pages that are as they should be are taken on."""
    build(tmp_path, OLD)
    (tmp_path / MANIFEST).unlink()
    assert build(tmp_path, OLD).foreign == ()
    build(tmp_path, {})
    assert files(tmp_path) == {}


def test_an_edited_page_is_left_unless_forced(tmp_path: Path) -> None:
    """What a person changed in a page of ours stays, is reported each time, and goes when forced."""
    build(tmp_path, OLD)
    (tmp_path / "articles" / "a.md").write_text("edited", "utf-8")
    (tmp_path / "gone" / "c.md").write_text("edited", "utf-8")
    for _ in range(2):
        changes = build(tmp_path, NEW)
        assert changes.edited == ("articles/a.md", "gone/c.md")
        assert set(changes.stale) >= {"articles/a.md", "gone/c.md"}
        assert files(tmp_path) == {**NEW, "articles/a.md": "edited", "gone/c.md": "edited"}
    build(tmp_path, NEW, force=True)
    assert files(tmp_path) == NEW


def test_an_empty_page_is_made_again(tmp_path: Path) -> None:
    """A file without content is what a power cut leaves of a write, not an edit."""
    build(tmp_path, OLD)
    (tmp_path / "index.md").write_text("", "utf-8")
    build(tmp_path, OLD)
    assert files(tmp_path) == OLD


def test_a_manifest_in_conflict_is_read(tmp_path: Path) -> None:
    """After a merge, pages of either side are ours, and the next build makes the manifest anew."""
    build(tmp_path, OLD)
    ours = (tmp_path / MANIFEST).read_text("utf-8")
    build(tmp_path, NEW)
    theirs = (tmp_path / MANIFEST).read_text("utf-8")
    conflict = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"
    (tmp_path / MANIFEST).write_text(conflict, "utf-8")
    assert build(tmp_path, OLD).edited == ()
    assert files(tmp_path) == OLD
    assert (tmp_path / MANIFEST).read_text("utf-8") == ours


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    """A path that leads out of the folder is no path of ours, and nothing there is removed."""
    root = tmp_path / "out"
    build(root, OLD)
    target = tmp_path / "precious.md"
    target.write_text("first", "utf-8")
    text = (root / MANIFEST).read_text("utf-8").replace("articles/a.md", "../precious.md")
    (root / MANIFEST).write_text(text, "utf-8")
    build(root, {})
    assert target.exists()


def test_a_folder_in_the_way_is_left(tmp_path: Path) -> None:
    """A folder, or a link, where a page would be is foreign, and so is a file where a folder would be."""
    (tmp_path / "index.md").mkdir()
    (tmp_path / "articles").write_text("a file", "utf-8")
    changes = build(tmp_path, OLD)
    assert changes.foreign == ("articles/a.md", "articles/b.md", "index.md")


STEPS = 60


def failing_at(step: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let one step of all that touch files fail; return a list that the steps are noted in."""
    steps: list[str] = []

    def wrapped(method: Callable[..., Any], name: str) -> Callable[..., Any]:
        def replacement(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401  # passes on what it is given
            steps.append(name)
            if len(steps) == step:
                message = "the disk refuses"
                raise OSError(message)
            return method(*arguments, **keywords)

        return replacement

    for name in ("open", "replace", "unlink", "mkdir", "rmdir"):
        monkeypatch.setattr(Path, name, wrapped(getattr(Path, name), name))
    return steps


@pytest.mark.parametrize("step", range(1, STEPS))
def test_a_step_that_fails_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Whichever step fails, each page is wholly old or wholly new, and the next build completes the set."""
    build(tmp_path, OLD)
    with monkeypatch.context() as patched:
        steps = failing_at(step, patched)
        with contextlib.suppress(OSError):
            build(tmp_path, NEW)
    assert len(steps) < STEPS, "there are more steps than are tried"
    for path, text in files(tmp_path).items():
        assert path == JOURNAL or text in {OLD.get(path), NEW.get(path)}
    assert build(tmp_path, NEW).edited == ()
    assert files(tmp_path) == NEW


KILLED = """
import sys
from pathlib import Path
from generator.store import Tree, Wanted
root, word = Path(sys.argv[1]), sys.argv[2]
wanted = {f"articles/{n}.md": Wanted.of((word * 2000).encode()) for n in range(400)}
tree = Tree(root, {})
print("ready", flush=True)
tree.apply(tree.compare(wanted))
print("done", flush=True)
"""


def test_a_killed_build_is_completed(tmp_path: Path) -> None:
    """Killed at any moment, twice in a row, every file is whole, and the next build gives the clean tree."""
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    subprocess.run([*command, "old"], check=True, capture_output=True)
    killed = 0
    for number, word in enumerate(("new", "own", "now", "sun", "run", "gun")):
        process = subprocess.Popen([*command, word], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.004 * number)
        process.send_signal(signal.SIGKILL)
        killed += "done" not in process.communicate()[0]
        for path in tmp_path.rglob("*.md"):
            text = path.read_text("utf-8")
            assert text == text[:3] * 2000
    assert killed
    last = subprocess.run([*command, "end"], check=True, capture_output=True, text=True)
    assert "done" in last.stdout
    assert {path.read_text("utf-8")[:3] for path in tmp_path.rglob("*.md")} == {"end"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "articles"]
    assert len(list((tmp_path / "articles").iterdir())) == 400
