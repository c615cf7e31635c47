"""What the cache gives back is data, whoever wrote it."""

from __future__ import annotations

import os
import pickle

import pytest

from generator.model import Actor, Event, Evidence, Quote
from generator.problems import Problem
from generator.store import UnpackError, decode, decode_rows, encode, encode_rows
from generator.text import Location, Span


class Trap:
    """Unpickling it runs a command."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "record",
    [
        Problem(code="undated", message="found ‘no’ date", location=Location("seeds/a.md", 3, 4, 5)),
        Actor(name="Ida Vance", aliases=("Vance",)),
        Quote(id="close", evidence=Evidence(spans=(Span(0, 5),)), location=Location("seeds/a.md")),
        Span(3, 9),
    ],
)
def test_records_that_are_asked_for_come_back(record: object) -> None:
    """What is encoded comes back as what it was; as anything else it is refused."""
    assert decode(encode(record), type(record)) == record
    with pytest.raises(UnpackError):
        decode(encode(record), int)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"\xc1",
        pickle.dumps(Trap()),
        encode(Span(3, 9))[:-1],
        encode((9, 3)),
        encode(("3", "9")),
    ],
)
def test_what_is_no_such_record_is_refused(data: bytes) -> None:
    """Bytes that are none, or one that its class would not make, fail in one way only."""
    with pytest.raises(UnpackError):
        decode(data, Span)


def test_rows_come_back_by_their_kind() -> None:
    """Each row comes back as the record that it was; those of one kind keep their order."""
    place = Location("seeds/a.md")
    evidence = Evidence(spans=(Span(0, 5),))
    quote, event = (kind(id="one", evidence=evidence, location=place) for kind in (Quote, Event))
    found = decode_rows(encode_rows([quote, event, quote], (Event, Quote)), (Event, Quote))
    assert found == [event, quote, quote]
    with pytest.raises(UnpackError):
        decode_rows(encode_rows([quote], (Quote,)), (Event, Quote))
