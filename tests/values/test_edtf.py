"""EDTF: the corpora of three other readers, and what is refused."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, Final

import pytest

from generator.values import parse_edtf
from tests.support.shared import SHARED, needs_shared

FOLDER: Final = SHARED / "corpora" / "edtf"

BOUNDS_THAT_DIFFER: Final = {
    "[": "sets are not read",
    "{": "sets are not read",
    "S": "significant digits: ours are all years that share them, theirs the year written",
    "2010-24": "winter: ours ends in February of the next year, theirs with the year",
    "/2006": "an unknown start has no bound; theirs is invented, ten years back",
    "2004-06-01/": "an unknown end has no bound; theirs is invented, ten years on",
    "1984-06-02?/": "an unknown end has no bound; theirs is invented, ten years on",
}
"""Beginnings, letters or whole texts of the examples whose bounds differ, and why."""


def load(name: str) -> dict[str, Any]:
    """Return one file of the corpus; empty where the corpora are not there."""
    path = FOLDER / name
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


UNT: Final = load("unt-edtf-validate.json")
IXC: Final = load("ixc-python-edtf-parser.json")


@needs_shared
def test_valid_texts_parse() -> None:
    """All valid texts of levels 0, 1 and 2 parse, but for sets."""
    texts = [text for level in ("Level0", "Level1", "Level2") for text in UNT[level]]
    assert len(texts) > 200
    assert [text for text in texts if parse_edtf(text) is None and text[0] not in "[{"] == []


@needs_shared
def test_invalid_texts_do_not_parse() -> None:
    """Nothing that either suite calls invalid parses."""
    lists = [values for name, values in UNT.items() if name.startswith("invalid")]
    texts = [text for values in (*lists, IXC["BAD_EXAMPLES"]) for text in values if text is not None]
    assert len(texts) > 60
    assert [text for text in texts if parse_edtf(text) is not None] == []


@needs_shared
def test_bounds_match_those_of_another_reader() -> None:
    """First and last day are those of python-edtf, but where it is said why not."""
    wrong = []
    compared = 0
    for text, expected in IXC["EXAMPLES"]:
        if any(
            text == key or text.startswith(key) or (key == "S" and key in text) for key in BOUNDS_THAT_DIFFER
        ):
            continue
        date = parse_edtf(text)
        # One bound alone is a day. Of a day with a qualifier they list the day once, then fuzzy bounds.
        is_day = len(expected) == 1 or len(expected) == 3
        lowest, highest = expected[0], expected[0 if is_day else 1]
        found = date and (date.earliest, date.latest)
        compared += 1
        if found != (_day(lowest), _day(highest)):
            wrong.append((text, found, expected))
    assert wrong == []
    assert compared > 60


def _day(text: str) -> dt.date | None:
    """Return a day of the examples; None outside the years 1 to 9999 and for infinity, as ours have it."""
    year = text.rpartition("-")[0].rpartition("-")[0]
    return dt.date.fromisoformat(text) if len(year) == 4 and year.isdigit() and year > "0000" else None


@needs_shared
def test_every_exclusion_is_still_needed() -> None:
    """Each text left out of the comparison stands in the examples."""
    texts = [text for text, _ in IXC["EXAMPLES"]]
    for key in BOUNDS_THAT_DIFFER:
        assert any(text == key or text.startswith(key) or key in text for text in texts), key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2031-5-13",
        "2031-02-29",
        "1900-02-29",
        "2031-W20-2",
        "2031-05-13 ",
        " 2031",
        "٢٠٣١",
        "2031-42",
        "2031-20",
        "2031-21-01",
        "2031-00",
        "2031-05-00",
        "XXX1-02-29",
        "XXXX-09-31",
        "?2031?",
        "2031-05-13T24:00:00",
        "2031-05-13T10:00",
        "2031/2030",
        "2031-05-13/2031-05",
        "2031-05-XX/2031-04-XX",
        "../x",
        "x/..",
        "2031/2032/2033",
        "Y2031",
        "Y170000-05",
        "Y" + "9" * 5000,
        "Y1E999999999",
        "9" * 5000,
        "on Monday",
    ],
)
def test_what_is_no_edtf_gives_none(text: str) -> None:
    """Impossible days, reversed intervals, other notations and endless digits are refused."""
    assert parse_edtf(text) is None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2031-05~", "2031-05-01", "2031-05-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-36", "2031-10-01", "2031-12-31"),
        ("2031-39", "2031-09-01", "2031-12-31"),
        ("2031-41", "2031-07-01", "2031-12-31"),
        ("201X-21", "2010-03-01", "2019-05-31"),
        ("20XX-02-29", "2000-02-29", "2096-02-29"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("2031-05-13T10:00:00+02:00", "2031-05-13", "2031-05-13"),
        ("../2031-05", None, "2031-05-31"),
        ("2031/", "2031-01-01", None),
        ("/..", None, None),
        ("0000", None, None),
        ("0000/0001", None, "0001-12-31"),
        ("9999-24", "9999-12-01", None),
        ("Y17E7", None, None),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    """Bounds are the first and last day; open, unknown and far ends have none."""
    date = parse_edtf(text)
    assert date is not None
    assert date.edtf == text
    assert date.earliest == (dt.date.fromisoformat(earliest) if earliest else None)
    assert date.latest == (dt.date.fromisoformat(latest) if latest else None)
