"""A slow and plain reader of text directives, as browsers read them: every place of a text that one fits."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from generator.text import Span


def places(text: str, directive: str) -> list[Span]:
    """Return every stretch of a text that a directive fits, in order; a term stands inside one block.

    Source: WICG, URL Fragment Text Directives, "find a range from a text directive".
    """
    name, _, value = directive.partition("=")
    assert name == "text"
    terms = value.split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else ""
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else ""
    start, *rest = (unquote(term) for term in terms)
    assert len(rest) <= 1
    found = []
    for first in _found(text, start, begins_word=not prefix, ends_word=bool(rest) or not suffix):
        if prefix and not _stands_before(text, first.start, prefix):
            continue
        lasts = (
            _found(text, rest[0], begins_word=True, ends_word=not suffix, after=first.end)
            if rest
            else iter([first])
        )
        for last in lasts:
            if not suffix or _stands_after(text, last.end, suffix):
                found.append(Span(first.start, last.end))
                break
    return found


def _found(text: str, term: str, *, begins_word: bool, ends_word: bool, after: int = 0) -> Iterator[Span]:
    low, wanted = text.lower(), term.lower()
    assert wanted
    assert "\n" not in wanted
    at = low.find(wanted, after)
    while at >= 0:
        end = at + len(wanted)
        if not (begins_word and _parts_word(text, at)) and not (ends_word and _parts_word(text, end)):
            yield Span(at, end)
        at = low.find(wanted, at + 1)


def _stands_before(text: str, at: int, prefix: str) -> bool:
    before = text[:at].rstrip().lower()
    return before.endswith(prefix.lower()) and not _parts_word(text, len(before) - len(prefix))


def _stands_after(text: str, at: int, suffix: str) -> bool:
    begin = len(text) - len(text[at:].lstrip())
    end = begin + len(suffix)
    return text[begin:end].lower() == suffix.lower() and not _parts_word(text, end)


def _parts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
