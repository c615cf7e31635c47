"""How much work something is, counted and not timed, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

LONG: Final = 20_000
"""Characters of a hostile text in which a pattern that backtracks would not come to an end."""


def calls(function: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called while ``function`` runs."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def is_linear(function: Callable[[str], object], piece: str, *, size: int = 800) -> bool:
    """Return whether a text eight times as long costs less than twelve times the calls.

    Calls do not see what happens inside a regular expression, so a long text is read as well: a pattern that
    backtracks badly keeps the tests from ending.
    """
    short = piece * (size // len(piece) + 1)
    function(piece * (LONG // len(piece)))
    return calls(lambda: function(short * 8)) < 12 * calls(lambda: function(short)) + 1_000


def lines_run(function: Callable[[], object]) -> int:
    """Return how many lines of Python run while ``function`` does: a loop that calls nothing counts, too."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401  # it returns itself
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count
