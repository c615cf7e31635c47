"""Checks of sign-offs: four eyes are those of two people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Article, Memo, MemoMetadata, Metadata
from generator.problems import Problem
from generator.text import Location


def signed_off(article: Article) -> Iterator[Problem]:
    """Yield sign-offs that contradict themselves: nobody checked, or nobody else."""
    metadata = article.metadata
    makers = {"annotated_by": metadata.annotated_by, "byline": metadata.byline}
    yield from _contradictions(metadata, makers, article.locations, article.path)


def memo_signed_off(memo: Memo) -> Iterator[Problem]:
    """Yield sign-offs of a memo that contradict themselves."""
    makers = {"author": memo.metadata.author}
    yield from _contradictions(memo.metadata, makers, memo.locations, memo.path)


def _contradictions(
    metadata: Metadata | MemoMetadata,
    makers: Mapping[str, str | None],
    locations: Mapping[str, Location],
    path: str,
) -> Iterator[Problem]:
    """Yield what is wrong with a sign-off; ``makers`` are those who cannot check, by their keys."""
    place = locations.get("status") or Location(path)
    who = locations.get("checked_by") or place
    checker = metadata.checked_by
    if metadata.is_checked and checker is None:
        yield Problem(
            code="four-eyes",
            message=f"expected 'checked_by' beside status '{metadata.state}', found none",
            location=place,
            example="checked_by: A. Reader",
        )
    if not metadata.is_checked and checker is not None:
        yield Problem(
            code="four-eyes",
            message=f"expected no 'checked_by' beside status '{metadata.state}', found '{checker}'",
            location=place,
            example="status: checked",
            related=(who,),
        )
    for key, other in makers.items():
        if checker is not None and other is not None and checker.casefold() == other.casefold():
            yield Problem(
                code="four-eyes",
                message=f"expected a second person in 'checked_by', found '{checker}', as in '{key}'",
                location=who,
                example="checked_by: A. Reader",
                related=(locations.get(key) or place,),
            )
