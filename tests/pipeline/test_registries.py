"""Registries are read anew only where one of their files has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import registries
from generator.pipeline.seeds import find_seeds
from generator.settings import Project, Settings
from generator.store import Cache
from tests.support.project import FILES, REGISTRIES, build, write

_MISSPELT = REGISTRIES["seeds/actors.yml"].replace("Ida Vance", "Ida Vance, rôle: minister")


def test_registries_come_back_as_they_were_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run takes them from the cache, with what is wrong in them; an edit is seen."""
    write(tmp_path, {**REGISTRIES, "seeds/actors.yml": _MISSPELT})
    seeds, _ = find_seeds(Project(tmp_path, Settings()))
    cache = Cache.open(tmp_path / "cache", "program")
    first = registries.registries_of(seeds, cache)
    assert [problem.code for problem in first.problems] == ["unknown-key"]
    with monkeypatch.context() as patched:
        patched.delattr(registries, "read_registries")
        assert registries.registries_of(seeds, cache) == first
    write(tmp_path, {"seeds/actors.yml": REGISTRIES["seeds/actors.yml"]})
    seeds, _ = find_seeds(Project(tmp_path, Settings()))
    assert registries.registries_of(seeds, cache) == registries.registries_of(seeds) != first
    cache.close()


def test_what_is_wrong_in_a_registry_is_said_each_time(tmp_path: Path) -> None:
    """A file that cannot be read is not remembered as if it were empty."""
    write(tmp_path, FILES)
    (tmp_path / "seeds/measures.yml").write_bytes(b"crews: {name: \xff}\n")
    said = [build(tmp_path).problems for _ in range(2)]
    assert "unreadable-file" in {problem.code for problem in said[0]}
    assert said[0] == said[1]
