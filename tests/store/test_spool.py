"""Bytes that wait until they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store import Spool

PARTS = [b"", b"ab", b"c" * 10_000, b"", b"d", b"e" * 300]


@pytest.mark.parametrize("most", [0, 3, 10_100, 1 << 20])
def test_what_is_kept_comes_back(tmp_path: Path, most: int) -> None:
    """In memory, in the file or partly in each, in any order, and as often as it is asked for."""
    spool = Spool(tmp_path, most)
    kept = [spool.keep(part) for part in PARTS]
    assert [each.read() for each in reversed(kept)] == PARTS[::-1]
    late = spool.keep(b"late")
    assert [each.read() for each in (*kept, late)] == [*PARTS, b"late"]


def test_little_opens_no_file(tmp_path: Path) -> None:
    """What is little stays in memory, and what is much takes no room there."""
    few, many = Spool(tmp_path, 100), Spool(tmp_path, 100)
    assert few.keep(b"x" * 100).data
    assert many.keep(b"x" * 101).data == b""


def test_what_is_kept_outlives_the_spool(tmp_path: Path) -> None:
    """Whoever has something kept may ask for it after everything else is gone, and no name is left behind."""
    kept = Spool(tmp_path, 0).keep(b"words")
    assert kept.read() == b"words"
    del kept
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_costs_memory_alone(tmp_path: Path) -> None:
    """Where no file can be made, everything stays in memory."""
    kept = [Spool(tmp_path / "absent", 0).keep(part) for part in PARTS]
    assert [each.read() for each in kept] == PARTS


def test_what_the_disk_lost_is_no_page(tmp_path: Path) -> None:
    """Fewer bytes than were kept are an error of the disk, never written as if they were all."""
    spool = Spool(tmp_path, 0)
    spool.keep(b"words")
    with pytest.raises(OSError, match="5 of 9 bytes"):
        spool.read(0, 9)
