"""The words of a text: runs of letters, digits and underscores, found without a regular expression.

All of a text is asked for its words several times, so this is one step through it that Python makes in C.
"""

from __future__ import annotations

from typing import Final

_SPACE: Final = ord(" ")
_FEW: Final = 40
"""Signs in one text; each is taken out in a step through all of it."""


class _Parting(dict[int, int]):
    """Every character as it is, and a space for each that no word holds; filled as texts bring them."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        found = self[code] = code if character.isalnum() or character == "_" else _SPACE
        return found


class _PartingLetters(dict[int, int]):
    """The same of words that hold letters alone, besides signs that count as numbers, such as ``½``."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        found = self[code] = code if character.isalnum() and not character.isdecimal() else _SPACE
        return found


_PARTING: Final = _Parting()
_PARTING_LETTERS: Final = _PartingLetters()


def words_of(text: str) -> list[str]:
    r"""Return the words of a text in order: what ``\w+`` finds in it."""
    if not text.isascii():
        # Python steps through any other text in its own code: it is quicker to take out sign by sign
        signs = signs_of(text)
        if len(signs) <= _FEW:
            for sign in signs:
                text = text.replace(sign, " ")
            return text.split()
    return text.translate(_PARTING).split()


def signs_of(text: str) -> set[str]:
    """Return the characters of a text that neither stand in words nor are white space."""
    return {sign for sign in set(text) if not (sign.isalnum() or sign == "_" or sign.isspace())}


def letters_of(text: str) -> list[str]:
    r"""Return its runs of letters in order: what ``[^\W\d_]+`` finds in it."""
    return text.translate(_PARTING_LETTERS).split()
