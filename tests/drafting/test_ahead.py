"""A weekday in a clause that looks ahead is the next one."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.drafting import Topic, draft
from generator.text import read_plain

_THURSDAY = dt.date(2031, 5, 15)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The union would vote on Friday.", "2031-05-16"),
        ("The union would have voted on Friday.", "2031-05-09"),
        ("The road would be done by the end of September.", "../2031-09-30"),
        ("The road was done by the end of September.", "../2030-09-30"),
        ("The union voted on Friday.", "2031-05-09"),
        ("The union will vote on Friday.", "2031-05-16"),
        ("The vote is set to begin on Friday.", "2031-05-16"),
        ("The minister is to travel on Monday.", "2031-05-19"),
        ("On Friday, the minister and her staff are to travel to the port.", "2031-05-16"),
        ("The crews plan to be back by Monday.", "../2031-05-19"),
        ("The vote will be on Thursday.", "2031-05-15"),
        ("They said on Friday that the union will vote.", "2031-05-09"),
        ("The union will vote, the minister said on Friday.", "2031-05-09"),
        ("On Friday, the minister said that she will travel.", "2031-05-09"),
        ("The union was to vote on Friday.", "2031-05-09"),
        ("The union will vote. It met on Friday.", "2031-05-09"),
        ("The union will vote in the port, but the crews left on Friday.", "2031-05-09"),
        ("The union will vote on Friday, May 9, 2031.", "2031-05-09"),
    ],
)
def test_the_clause_decides_which_week(text: str, edtf: str) -> None:
    """A verb in the future before it counts, or behind it where it opens the sentence."""
    made = draft(read_plain(text), published=_THURSDAY, actors={})
    assert [each.attributes["date"] for each in made.of(Topic.DATE)] == [edtf]
