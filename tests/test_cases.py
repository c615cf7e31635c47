"""Runs every case under ``tests/cases``: a small site, and what is expected of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pipeline import Outcome, run
from generator.reports import format_problem
from generator.settings import Project, Settings
from tests.support.cases import find_cases, missing_line, read_case, update


def outcome_of(root: Path) -> Outcome:
    """Run a site without writing anything."""
    return run(Project(root, Settings()), write=False)


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    """A site has the problems, explanations and page lines that its case lists, and no other problem."""
    case = read_case(path)
    case.write(tmp_path)
    outcome = outcome_of(tmp_path)
    problems = [
        format_problem(problem) for problem in sorted(outcome.problems, key=lambda problem: problem.order)
    ]
    if os.environ.get("UPDATE_CASES"):
        update(case, problems)
    else:
        assert problems == case.problems
    for block in case.of("page"):
        assert block.argument in outcome.pages, f"no page {block.argument}"
        page = outcome.pages[block.argument].splitlines()
        missing = missing_line(block.text.splitlines(), page)
        assert missing is None, f"{block.argument} lacks, at its place: {missing}"
