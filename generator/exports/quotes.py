"""The exact words of spans, and what stands around them, out of the pieces that may be shown."""

from __future__ import annotations

from typing import Final, TypeAlias

from generator.publishing import Piece, PublicArticle, PublicParagraph
from generator.selectors import quote
from generator.text import Span

Quoted: TypeAlias = tuple[str, str, str]
"""(exact, prefix, suffix), as ``selectors.quote`` gives them."""

_BETWEEN_BLOCKS: Final = "\n\n"
_END: Final = Piece("", withheld=True)


def quoted_words(article: PublicArticle) -> dict[str, Quoted]:
    """Return the words of every span that may be shown whole, by its anchor.

    What stands around them ends where their paragraph does, or where something is withheld.
    """
    whole = {passage.anchor for record in article.facts for passage in record.passages if passage.text}
    found: dict[str, Quoted] = {}
    for paragraph in article.paragraphs:
        for run, spans in _runs(paragraph):
            for anchor, span in spans.items():
                if anchor in whole:
                    exact, prefix, suffix = quote(run, Span(*span))
                    if anchor in found:
                        exact, prefix = f"{found[anchor][0]}{_BETWEEN_BLOCKS}{exact}", found[anchor][1]
                    found[anchor] = (exact, prefix, suffix)
    return found


def _runs(paragraph: PublicParagraph) -> list[tuple[str, dict[str, tuple[int, int]]]]:
    """Return each stretch of a paragraph that is shown, with where the spans stand in it."""
    runs: list[tuple[str, dict[str, tuple[int, int]]]] = []
    text = ""
    ends: dict[str, tuple[int, int]] = {}
    for piece in (*paragraph.pieces, _END):
        if piece.withheld:
            if text:
                runs.append((text, ends))
            text, ends = "", {}
            continue
        begin = len(text)
        text += piece.text
        end = len(text)
        for anchor in piece.anchors:
            ends[anchor] = (ends[anchor][0] if anchor in ends else begin, end)
    return runs
