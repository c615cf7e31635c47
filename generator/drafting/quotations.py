"""What stands in quotation marks: double and single, straight and curly, guillemets, over paragraphs.

One pass over the marks of each block. A mark that closes nothing is passed over; one that nothing closes ends
with its sentence, or with its block where the next block opens with one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.drafting.pieces import is_heading
from generator.text import Source, Span

_MARK: Final = re.compile(r"[\"“”„‟«»‹›‘’‚']|``|''")
_CLOSERS: Final = {
    '"': '"',
    "“": '”"',
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "``": "''\"",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLES: Final = frozenset("‘’‚'")
_BEFORE: Final = frozenset(' ([{—–-/…"“«,:')
_STOPS: Final = frozenset(",.!?…")
_ELIDED: Final = ("em", "tis", "twas", "til", "cause", "round", "n")
_SAID: Final = re.compile(r",\s(?:[^,.;:!?\"“”]{1,60}\s)?(?:said|says|told|added|asked|replied)\b")
"""What parts words that nothing closes from who says them."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class Quotation(Struct, frozen=True, kw_only=True):
    """One stretch in quotation marks, with the marks."""

    span: Span
    follows: bool = False
    """Whether it goes on with one that the paragraph before left open."""

    closed: bool = True
    words: int = 0
    ended: bool = False
    """Whether a comma or the end of a sentence stands inside its closing mark."""

    is_title: bool = False
    """Whether its words are written like the title of a work."""

    single: bool = False


def quotations(source: Source) -> list[Quotation]:
    """Return the quotations of a text in order; none overlap, and none stand in headings or boilerplate."""
    found: list[Quotation] = []
    open_mark: str | None = None
    blocks = source.blocks
    for number, block in enumerate(blocks):
        if is_heading(source.text, block) or any(skip.contains(block.span) for skip in source.skipped):
            open_mark = None
            continue
        follows = open_mark is not None
        here = list(_Reader(source.text, block.span).read())
        open_mark = None
        for mark, span, closed in here:
            following = blocks[number + 1].span if number + 1 < len(blocks) else None
            goes_on = not closed and following is not None and source.text[following.start] in ('"“„«', mark)
            end = span.end
            if not closed and not goes_on:
                end = _open_end(source, span, opens=source.text[block.span.start] == mark[0])
            if goes_on:
                open_mark = mark
            each = _quotation(source.text, Span(span.start, end), mark, closed=closed or goes_on)
            if each.words and not source.is_skipped(each.span):
                is_next = follows and span.start == block.span.start
                found.append(replace(each, follows=is_next) if is_next else each)
    return found


def _open_end(source: Source, span: Span, *, opens: bool) -> int:
    """Return where words end that nothing closes: before who says them, else with their sentence.

    A block that opens with the mark, and in which nobody is said to speak, is quoted as a whole.
    """
    said = _SAID.search(source.text, span.start, span.end)
    sentence = source.sentence_at(span.start).end
    if said is not None:
        return min(said.start() + 1, sentence)
    return span.end if opens else sentence


def _quotation(text: str, span: Span, mark: str, *, closed: bool) -> Quotation:
    inner = span.of(text).strip("\"“”„‟«»‹›‘’‚'`")
    words = _WORD.findall(inner)
    capital = sum(word[0].isupper() for word in words)
    ended = inner[-1:] in _STOPS
    return Quotation(
        span=span,
        closed=closed,
        words=len(words),
        ended=ended,
        is_title=len(words) > 1 and capital * 4 >= len(words) * 3 and inner[-1:] not in ("!", "?"),
        single=mark in _SINGLES,
    )


class _Reader:
    """Goes through the marks of one block."""

    def __init__(self, text: str, block: Span) -> None:
        self._text = text
        self._block = block
        self._opened: tuple[str, int] | None = None
        self._weak: int | None = None
        """End of a single quotation that may have closed behind a plural."""

    def read(self) -> Iterator[tuple[str, Span, bool]]:
        """Yield (mark, span, closed) of each quotation; only the last can be open."""
        for match in _MARK.finditer(self._text, self._block.start, self._block.end):
            yield from self._take(match)
        if self._opened is None:
            return
        mark, start = self._opened
        if mark not in _SINGLES:
            yield mark, Span(start, self._block.end), False
        elif self._weak is not None:
            yield mark, Span(start, self._weak), True

    def _take(self, match: re.Match[str]) -> Iterator[tuple[str, Span, bool]]:
        mark, at, past = match.group(), match.start(), match.end()
        before = self._text[at - 1] if at > self._block.start else " "
        behind = self._text[past] if past < self._block.end else " "
        if self._opened is not None and mark in _closers(self._opened[0]):
            if self._closes(mark, before, behind, past):
                yield self._opened[0], Span(self._opened[1], past), True
                self._opened = None
            elif mark == '"':
                # the one before was never closed
                self._opened = (mark, at)
            return
        if self._opened is not None and self._opened[0] in _SINGLES and mark not in _SINGLES:
            if self._weak is not None:
                yield self._opened[0], Span(self._opened[1], self._weak), True
            self._opened = None
        if self._opened is None and self._opens(mark, before, behind, past):
            self._opened, self._weak = (mark, at), None

    def _closes(self, mark: str, before: str, behind: str, past: int) -> bool:
        if mark not in _SINGLES or (self._opened is not None and self._opened[0] not in _SINGLES):
            return not (mark == '"' and before == " " and behind != " ")
        state = _closes_single(before, behind)
        if state == "perhaps":
            self._weak = past
        return state == "yes"

    def _opens(self, mark: str, before: str, behind: str, past: int) -> bool:
        if mark not in _CLOSERS or behind == " ":
            return mark in ("«", "„") and past < self._block.end
        if mark in _SINGLES:
            tail = _WORD.match(self._text, past, self._block.end)
            is_elision = mark in "'’" and tail is not None and tail.group().lower() in _ELIDED
            is_start = before in _BEFORE - {"-", "/"} and behind.isalpha()
            return is_start and not is_elision
        return before in _BEFORE or mark != '"'


def _closers(mark: str) -> tuple[str, ...]:
    return ("''", '"') if mark == "``" else tuple(_CLOSERS.get(mark, ""))


def _closes_single(before: str, behind: str) -> str:
    """Return whether a mark closes a single quotation: ``yes``, ``no``, or ``perhaps`` behind a plural."""
    if behind.isalnum() or before == " ":
        return "no"
    if before in _STOPS or behind in ".,;:)?!—–" or before != "s":
        return "yes"
    return "perhaps"
