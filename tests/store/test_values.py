"""What the cache gives back is data, whoever wrote it."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from generator.model import Actor, Evidence, Quote, Standing
from generator.problems import Problem
from generator.settings import Settings
from generator.store import UnpackError, decode, encode, pack, unpack
from generator.text import Location, Span


class Trap:
    """Unpickling it runs a command."""

    def __init__(self, *call: Any) -> None:  # noqa: ANN401  # a function and what it is called with
        self.call = call

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return self.call[0], self.call[1:]


@pytest.mark.parametrize(
    "value",
    [
        Problem(code="undated", message="found ‘no’ date", location=Location("seeds/a.md", 3, 4, 5)),
        (dt.date(2031, 5, 13), Fraction(1, 3), frozenset({"a"}), {"k": [1, 2.5, None, True]}),
        Actor(name="Ida Vance", aliases=("Vance",)),
        Standing.PLANNED,
        Quote(id="close", evidence=Evidence(spans=(Span(0, 5),)), location=Location("seeds/a.md")),
        Settings(seeds="b"),
    ],
)
def test_values_come_back(value: object) -> None:
    """Records, models, enumerations, dates and numbers come back equal."""
    assert unpack(pack(value)) == value


@pytest.mark.parametrize(
    "record",
    [
        Problem(code="undated", message="found ‘no’ date", location=Location("seeds/a.md", 3, 4, 5)),
        Actor(name="Ida Vance", aliases=("Vance",)),
        Span(3, 9),
    ],
)
def test_records_that_are_asked_for_come_back(record: object) -> None:
    """What is encoded comes back as what it was; as anything else it is refused."""
    assert decode(encode(record), type(record)) == record
    with pytest.raises(UnpackError):
        decode(encode(record), int)


@pytest.mark.parametrize(
    "data", [b"", b"\xc1", encode(Span(3, 9))[:-1], encode(Span(3, 9)).replace(b"\x03", b"\x0a")]
)
def test_broken_records_are_refused(data: bytes) -> None:
    """Bytes that are no such record, or one that its class would not make, fail in one way only."""
    with pytest.raises(UnpackError):
        decode(data, Span)


@pytest.mark.parametrize(
    "trap",
    [
        Trap(os.system, "true"),
        Trap(eval, "1"),
        Trap(subprocess.Popen, "true"),
        Trap(getattr, "", "join"),
        Trap(Path, "/"),
    ],
    ids=lambda trap: trap.call[0].__name__,
)
def test_a_pickle_that_calls_is_refused(trap: Trap) -> None:
    """Whatever is no plain data is never even looked up."""
    with pytest.raises(UnpackError, match="not plain data"):
        unpack(pickle.dumps(trap))


@pytest.mark.parametrize("data", [b"", b"\x80", b"cos\nsystem\n.", b"not a pickle", pack("x")[:-1]])
def test_broken_bytes_are_refused(data: bytes) -> None:
    """Bytes that are no packed value fail in one way only."""
    with pytest.raises(UnpackError):
        unpack(data)


def test_dotted_names_are_refused() -> None:
    """A name cannot reach through a module of ours to what that module imports."""
    data = b"\x80\x04\x8c\x0fgenerator.store\x8c\x0ctree.os.path\x93."
    with pytest.raises(UnpackError):
        unpack(data)
