"""What changed since an earlier revision, as pages show it."""

from __future__ import annotations

from msgspec import Struct


class PublicChange(Struct, frozen=True, kw_only=True):
    """One thing that happened."""

    slug: str
    """Of the article."""

    title: str
    """Of the article, as it is or was."""

    kind: str
    """``article-added``, ``article-removed``, ``added``, ``changed``, ``support``, ``withdrawn``."""

    label: str = ""
    """What the fact is called."""

    anchor: str = ""
    """Of its row; empty where there is none any more."""

    part: str = ""
    before: str = ""
    after: str = ""
    count: int = 0
    """Facts of an article that came or went."""


class PublicChanges(Struct, frozen=True, kw_only=True):
    """All that happened since a revision."""

    revision: str
    day: str
    """Of that revision, ``YYYY-MM-DD``."""

    changes: tuple[PublicChange, ...]
