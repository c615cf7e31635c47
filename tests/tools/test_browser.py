"""The browser for the tests is one that starts, the user's choice before all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.browser import VARIABLE, candidates, find_browser, works


def _program(path: Path, code: int) -> Path:
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What BRIEFINGS_BROWSER names is taken, whatever else is installed."""
    browser = _program(tmp_path / "browser", 0)
    monkeypatch.setenv(VARIABLE, str(browser))
    assert find_browser() == browser


def test_a_browser_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stub that only asks for something to be installed is no browser; the next one on PATH is taken."""
    _program(tmp_path / "chromium", 1)
    second = _program(tmp_path / "google-chrome", 0)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == second


def test_an_absent_program_does_not_work(tmp_path: Path) -> None:
    """A path that leads nowhere is an answer, not an exception."""
    assert not works(tmp_path / "gone")


def test_without_a_choice_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable counts as none."""
    first = _program(tmp_path / "chromium", 0)
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert next(candidates()) == first
