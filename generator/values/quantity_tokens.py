"""Words, numbers and signs of a text, for the reading of quantities. Linear in the length of the text."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

_TOKEN: Final = re.compile(
    r"(?P<currency>(?:AU|CA|HK|NZ|US|[ACRS])?\$|[£€¥₹₽₪₺₴₩])"
    r"|(?P<number>\d++(?:[.,:]\d++)*+)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}+|[AaPp]\.[Mm]\b|[^\W\d_]++(?:['’][^\W\d_]++)*+)"
    r"|(?P<sign>\S)"
)


class Token(Struct, frozen=True, gc=False):
    """One word, number or sign."""

    kind: str
    """``currency``, ``number``, ``word`` or ``sign``."""

    text: str
    lower: str
    start: int
    end: int


_PADDING: Final = [Token("none", "", "", -2, -2)] * 32
"""More than any rule looks past the last token; also what stands before the first one."""

_LOWER_PADDING: Final = [token.lower for token in _PADDING]
_HYPHENS: Final = frozenset("-‐‑")


class Tokens:
    """The tokens of some words; whatever lies outside them is a token of no kind."""

    __slots__ = ("_count", "is_share", "items", "lowers", "text")

    def __init__(self, text: str, *, is_share: bool = False) -> None:
        """Take words apart; ``is_share`` where the text that they stand in goes on with ``of``."""
        self.text = text
        self.is_share = is_share
        items = [
            Token(match.lastgroup or "", word := match[0], word.lower(), *match.span())
            for match in _TOKEN.finditer(text)
        ]
        self._count = len(items)
        self.lowers = [token.lower for token in items] + _LOWER_PADDING
        """The tokens in lower case; nothing outside. Rules look here a thousand times an article."""
        self.items = items + _PADDING

    def __len__(self) -> int:
        return self._count

    def is_word(self, at: int) -> bool:
        """Return whether a word stands at a position."""
        return self.items[at].kind == "word"

    def is_number(self, at: int) -> bool:
        """Return whether digits stand at a position."""
        return self.items[at].kind == "number"

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between a token and the one before it."""
        return self.items[at - 1].end == self.items[at].start

    def is_hyphen(self, at: int) -> bool:
        """Return whether a hyphen joins the tokens on both of its sides."""
        return self.lowers[at] in _HYPHENS and self.glued(at) and self.glued(at + 1)

    def texts(self, at: int, count: int) -> list[str]:
        """Return the texts of so many tokens from a position on, fewer at the end."""
        return [token.text for token in self.items[max(0, at) : min(at + count, self._count)]]

    def words(self, first: int, past: int) -> str:
        """Return the text from one token to just before another, as it stands."""
        return self.text[self.items[first].start : self.items[past - 1].end] if past > first else ""

    def begins_sentence(self, at: int) -> bool:
        """Return whether a capital at a position may be that of a sentence (or of the whole stretch)."""
        before = self.items[at - 1]
        return (
            before.kind == "none"
            or (before.kind == "sign" and before.text in ".!?…:;“\"‘'«(")
            or "\n" in self.text[before.end : self.items[at].start]
        )
