"""The gates run one after another, all of them, and their failures add up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.gates import ROOT, Gate, gates, run_all


def _gate(name: str, code: int) -> Gate:
    return Gate(name=name, command=(sys.executable, "-c", f"raise SystemExit({code})"))


def test_all_gates_run_and_failures_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A failing gate stops none of the later ones, and the last line names every one that failed."""
    code = run_all([_gate("first", 1), _gate("second", 0), _gate("third", 2)], tmp_path)
    out = capsys.readouterr().out
    assert code == 1
    assert "second passed" in out
    assert out.splitlines()[-1] == "2 of 3 gates failed: first, third"


def test_gates_that_pass_end_well(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without a failure the exit code is zero."""
    assert run_all([_gate("only", 0)], tmp_path) == 0
    assert capsys.readouterr().out.endswith("All 1 gates passed\n")


def test_a_missing_program_is_a_failure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A gate whose program is not installed fails; it is not skipped."""
    assert run_all([Gate(name="gone", command=("no-such-program",))], tmp_path) == 1
    assert "gone FAILED" in capsys.readouterr().out


def test_no_engine_is_told_to_be_quiet() -> None:
    """Engines build strictly and never with -q, under which MkDocs passes broken links."""
    engines = [gate.command for gate in gates(ROOT) if "build" in gate.command and gate.name != "briefings"]
    assert len(engines) == 3
    for command in engines:
        assert "--strict" in command
        assert not {"-q", "--quiet"} & set(command)


def test_continuous_integration_runs_make_test_alone() -> None:
    """The script of CI calls make test and does nothing that make test does not."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith(("#", "set ", "cd "))] == ["make test"]


def test_each_gate_can_be_named_to_make() -> None:
    """Names of gates are single words, since make passes a list of them."""
    names = [gate.name for gate in gates(ROOT)]
    assert len(set(names)) == len(names)
    assert all(name.isalpha() for name in names)
