"""Memos as pages show them: the editor's own words, each linked fact one of an article that may be shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model import Memo, MemoBlock, Status


class PublicMemo(Struct, frozen=True, kw_only=True):
    """One memo."""

    slug: str
    title: str
    date: dt.date
    author: str | None
    to: str | None
    stories: tuple[str, ...]
    checked_by: str | None
    status: Status
    blocks: tuple[MemoBlock, ...]
    keys: tuple[str, ...]
    """Of the facts that it cites, in order, each once."""

    @property
    def page(self) -> str:
        """Return the path of its page below the output folder."""
        return f"memos/{self.slug}.md"


def publish_memos(memos: Iterable[Memo]) -> dict[str, PublicMemo]:
    """Return what may be shown of memos, by slug, the newest first."""
    ordered = sorted(memos, key=lambda memo: (-memo.metadata.date.toordinal(), memo.slug))
    return {
        memo.slug: PublicMemo(
            slug=memo.slug,
            title=memo.metadata.title,
            date=memo.metadata.date,
            author=memo.metadata.author,
            to=memo.metadata.to,
            stories=memo.metadata.stories,
            checked_by=memo.metadata.checked_by,
            status=memo.metadata.state,
            blocks=memo.blocks,
            keys=memo.keys,
        )
        for memo in ordered
    }


def cited_by(memos: Mapping[str, PublicMemo]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return which memo cites which facts of each article: by its slug, pairs of a memo and a fact's id."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for memo in memos.values():
        for key in memo.keys:
            slug, _, name = key.partition("#")
            found[slug].append((memo.slug, name))
    return {slug: tuple(sorted(pairs)) for slug, pairs in found.items()}
