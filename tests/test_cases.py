"""Runs every case under ``tests/cases``: a small site, and what is expected of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pipeline.build import explain, run
from generator.reports.readings import format_readings
from generator.reports.text import format_problem
from generator.settings import Project, Settings
from tests.support.cases import find_cases, missing_line, read_case, update


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    """A site has the problems, explanations and page lines that its case lists, and no other problem."""
    case = read_case(path)
    case.write(tmp_path)
    project = Project(tmp_path, Settings())
    outcome = run(project, write=False)
    found = {"problems": [format_problem(problem) for problem in (*outcome.problems, *outcome.held)]}
    if any(case.of("explain")):
        found["explain"] = [
            line for article in explain(project) for line in format_readings(article).splitlines()
        ]
    for info, lines in found.items():
        if os.environ.get("UPDATE_CASES"):
            update(case, info, lines)
        else:
            assert lines == case.lines(info), info
    for block in case.of("page"):
        assert block.argument in outcome.pages, f"no page {block.argument}"
        page = outcome.pages[block.argument].splitlines()
        missing = missing_line(block.text.splitlines(), page)
        assert missing is None, f"{block.argument} lacks, at its place: {missing}"
