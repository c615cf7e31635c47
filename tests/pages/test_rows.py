"""What articles put on pages goes through the cache."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from generator.pages import PAGES
from generator.pages.article import ArticlePage
from generator.pages.page import PageType
from generator.store import encode_rows
from tests.support.example import example
from tests.support.indexes import kept
from tests.support.records import replace

_TOGETHER = [kind for kind in PAGES if kind.name != ArticlePage.name]


@pytest.mark.parametrize("is_small", [True, False])
@pytest.mark.parametrize("kind", _TOGETHER, ids=lambda kind: kind.name)
def test_rows_come_back_as_what_they_were(kind: PageType, is_small: bool) -> None:  # noqa: FBT001  # a parameter
    """Rows of every page type are equal behind the cache, of the same classes, and sort as before."""
    found = example()
    corpus = replace(found.public_corpus, is_small=is_small)
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for group, row in kind.rows(found.public, corpus):
        groups[group].append(row)
    for rows in groups.values():
        back = sorted(kept(kind, rows))
        assert back == sorted(rows)
        assert [type(row) for row in back] == [type(row) for row in sorted(rows)]


def test_a_row_of_another_type_is_refused() -> None:
    """No row is left out without a word because its type did not name it."""
    with pytest.raises(KeyError):
        encode_rows([("a", 1)], (str,))
