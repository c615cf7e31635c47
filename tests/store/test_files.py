"""Files are whole always, and no path leads out of its folder."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from generator.store.files import Folder, Signature, check_name, digest, remove_leftovers, write_whole

UNSAFE = [
    "",
    "/etc/passwd",
    "../up.md",
    "a/../../up.md",
    "a//b.md",
    "./a.md",
    "a/.",
    "C:/a.md",
    "a\\b.md",
    "a\0.md",
    "a\n.md",
]


def names(folder: Path) -> list[str]:
    """Return what stands in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", UNSAFE)
def test_a_name_stays_below_its_folder(name: str) -> None:
    """What is not plainly a path below the folder is refused."""
    with pytest.raises(ValueError, match="not a path below"):
        check_name(name)


def test_line_ends_do_not_count() -> None:
    """A file that git checked out with other line ends is the same file."""
    assert digest(b"a\r\nb\r\n") == digest(b"a\nb\n")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the old content stands and nothing lies beside it."""
    file = tmp_path / "a.md"
    file.write_text("old", "utf-8")

    def refuse(_source: str, _target: Path) -> None:
        message = "refused"
        raise OSError(message)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="refused"):
        write_whole(file, b"new")
    assert file.read_text("utf-8") == "old"
    assert names(tmp_path) == ["a.md"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk takes a part and refuses the rest, the old content stands and nothing lies beside it."""
    file = tmp_path / "a.md"
    file.write_text("old", "utf-8")

    class Filling(io.FileIO):
        def write(self, data: Any, /) -> int:  # noqa: ANN401  # any buffer
            if self.tell() > 0:
                raise OSError(errno.ENOSPC, "no space left")
            return super().write(memoryview(data)[:2])

    monkeypatch.setattr(io, "FileIO", Filling)
    with pytest.raises(OSError, match="no space left"):
        write_whole(file, b"new words")
    assert file.read_text("utf-8") == "old"
    assert names(tmp_path) == ["a.md"]


def test_what_a_disk_takes_in_parts_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that takes a few bytes at a time goes on until all are there."""

    class Slow(io.FileIO):
        def write(self, data: Any, /) -> int:  # noqa: ANN401  # any buffer
            return super().write(memoryview(data)[:2])

    monkeypatch.setattr(io, "FileIO", Slow)
    write_whole(tmp_path / "a.md", b"new words")
    assert (tmp_path / "a.md").read_bytes() == b"new words"


def test_leftovers_are_removed(tmp_path: Path) -> None:
    """Only temporary files of ours go."""
    (tmp_path / ".briefings-123.tmp").write_text("half", "utf-8")
    (tmp_path / ".hidden.tmp").write_text("theirs", "utf-8")
    remove_leftovers(tmp_path)
    remove_leftovers(tmp_path / "absent")
    assert names(tmp_path) == [".hidden.tmp"]


def test_looking_reads_only_what_changed(tmp_path: Path) -> None:
    """A file of the known size and time is taken to be the known one."""
    folder = Folder(tmp_path)
    known = folder.write("a/b.md", b"words")
    assert known.sha256 == digest(b"words")
    pretended = Signature(known.size, known.mtime_ns, "f" * 64)
    assert folder.look("a/b.md", pretended) == pretended
    assert folder.look("a/b.md") == known
    assert folder.look("a/c.md") is None
    assert folder.look("a/b.md/c.md") == Signature(0, 0, "")


def test_symbolic_links_lead_nowhere(tmp_path: Path) -> None:
    """Neither a link among the folders nor a link in place of a file is followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("theirs", "utf-8")
    root = tmp_path / "root"
    root.mkdir()
    (root / "linked").symlink_to(outside)
    (root / "a.md").symlink_to(outside / "a.md")
    folder = Folder(root)
    assert folder.look("linked/a.md") == Signature(0, 0, "")
    assert folder.look("linked/new.md") == Signature(0, 0, "")
    assert folder.look("a.md") == Signature(0, 0, "")
    with pytest.raises(OSError, match="symbolic link"):
        folder.write("linked/a.md", b"ours")
    assert (outside / "a.md").read_text("utf-8") == "theirs"


def test_removing_takes_empty_folders_along(tmp_path: Path) -> None:
    """Folders go when they are empty, the root and what holds other files stay."""
    folder = Folder(tmp_path / "root")
    folder.write("a/b/c.md", b"1")
    folder.write("a/d.md", b"2")
    folder.remove("a/b/c.md")
    assert not (tmp_path / "root" / "a" / "b").exists()
    assert (tmp_path / "root" / "a" / "d.md").exists()
    folder.remove("a/d.md")
    assert names(tmp_path / "root") == []
