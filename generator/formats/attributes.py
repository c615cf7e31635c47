"""The braces of a mark: ``{.kind #id .standing key=value key="any text"}``.

Everything here is counted in the text that the braces stand in. Linear: each regular expression is possessive
or has one way to match, and what was read is never read again.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, field

_SPACE: Final = re.compile(r"\s*")
_NAME: Final = re.compile(r"[.#]([^\s!\"#$%&'()*+,./;<=>?@\[\]^`{|}~]++)(?=[\s}]|\Z)")
_KIND_ALONE: Final = re.compile(r"\{\.([a-z]+)\}")
"""Most braces hold nothing else."""

_KEY: Final = re.compile(r"([\w:-]++)=")
_BARE: Final = re.compile(r"[^\s}\"][^\s}]*+")
_QUOTED: Final = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_ESCAPED: Final = re.compile(r'\\(["\\])')
_LINE_END: Final = re.compile(r"[ \t]*\n[ \t]*")
_WORD: Final = re.compile(r"[^\s}]*+")
_SHOWN: Final = 30
_EXAMPLE: Final = '[14 crews]{.figure #crews measure=crews-out note="any text"}'


class Fault(Struct, frozen=True):
    """Something wrong, before the place in the file is known."""

    code: str
    message: str
    at: int
    end: int
    example: str | None = None
    related: int | None = None
    """Offset of the other place that belongs to it."""


class Pair(Struct, frozen=True, gc=False):
    """One ``key=value``."""

    value: str
    key_at: int
    at: int
    """Where the value begins, behind its quotation mark."""

    end: int


class Braces(Struct):
    """What a mark's braces say."""

    end: int
    """Offset just after the closing brace; where reading can go on, if there is a fault."""

    classes: list[tuple[str, int]] = field(default_factory=list)
    """Name and the offset of its dot, in order."""

    id: tuple[str, int] | None = None
    """Name and the offset of its ``#``."""

    pairs: dict[str, Pair] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    is_broken: bool = False
    """Whether the braces do not parse, so that nothing in them counts."""


def read_braces(text: str, start: int) -> Braces:
    """Read the braces that open at ``start``.

    Of a key or an id given twice the first stands, with a fault. Where the braces do not parse, one fault
    says what was expected at which offset, and ``end`` lies behind the next closing brace or what was read.
    """
    alone = _KIND_ALONE.match(text, start)
    if alone is not None:
        return Braces(alone.end(), [(alone[1], start + 1)])
    braces = Braces(start)
    at = start + 1
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        sign = text[at : at + 1]
        if sign == "}":
            braces.end = at + 1
            return braces
        if sign in (".", "#"):
            following = _read_name(text, at, braces)
        elif sign == "%":
            following = _skip_comment(text, at)
        elif not sign:
            following = None
        else:
            following = _read_pair(text, at, braces)
        if following is None:
            _break(text, start, at, braces)
            return braces
        at = following


def _read_name(text: str, at: int, braces: Braces) -> int | None:
    match = _NAME.match(text, at)
    if match is None:
        return None
    if text[at] == ".":
        braces.classes.append((match.group(1), at))
    else:
        _set_id(match.group(1), at, match.end(), braces)
    return match.end()


def _read_pair(text: str, at: int, braces: Braces) -> int | None:
    key = _KEY.match(text, at)
    if key is None:
        return None
    match = _BARE.match(text, key.end())
    if match is not None:
        value, begin, end = match.group(), match.start(), match.end()
    else:
        match = _QUOTED.match(text, key.end())
        if match is None:
            return None
        value, begin, end = match.group(1), match.start(1), match.end(1)
        if "\n" in value:
            value = _LINE_END.sub(" ", value)
        if "\\" in value:
            value = _ESCAPED.sub(r"\1", value)
    name = key.group(1)
    if name == "class":
        braces.classes.extend((word, begin) for word in value.split())
    elif name == "id":
        _set_id(value, begin, end, braces)
    elif name in braces.pairs:
        first = braces.pairs[name].key_at
        message = f"expected each key once, found '{name}' again"
        braces.faults.append(
            Fault("duplicate-attribute", message, at, key.end(1), example=None, related=first)
        )
    else:
        braces.pairs[name] = Pair(value, at, begin, end)
    return match.end()


def _set_id(name: str, at: int, end: int, braces: Braces) -> None:
    if braces.id is None:
        braces.id = (name, at)
        return
    message = f"expected one id, found '{name}' after '{braces.id[0]}'"
    braces.faults.append(Fault("duplicate-attribute", message, at, end, related=braces.id[1]))


def _skip_comment(text: str, at: int) -> int | None:
    """Return the offset behind a comment, ``% any words %``; one that is not closed ends with the braces."""
    end = text.find("%", at + 1)
    if end >= 0 and text.find("]{", at, end) < 0:
        return end + 1
    end = text.find("}", at)
    return end if end >= 0 else None


def _break(text: str, start: int, at: int, braces: Braces) -> None:
    """Say what cannot be read at ``at``, and where reading can go on."""
    braces.is_broken = True
    at, end, message = _unclosed_quote(text, braces) or _expected(text, start, at)
    braces.faults.append(Fault("broken-mark", message, at, end, _EXAMPLE))
    closing = text.find("}", at)
    braces.end = closing + 1 if closing >= 0 else len(text)


def _unclosed_quote(text: str, braces: Braces) -> tuple[int, int, str] | None:
    """Return what to say if the last value ran on into later text because its quotation mark is missing."""
    last = next(reversed(braces.pairs.values()), None)
    if last is None or text.find("}", last.at, last.end) < 0:
        return None
    key = text[last.key_at : last.at]
    return last.at - 1, last.at, f"expected a closing quotation mark for {key}"


def _expected(text: str, start: int, at: int) -> tuple[int, int, str]:
    if at >= len(text):
        return start, start + 1, "expected a closing brace }, found the end of the block"
    word = _WORD.match(text, at)
    end = max(at + 1, word.end() if word else at)
    found = text[at : min(end, at + _SHOWN)]
    key = _KEY.match(text, at)
    if key is not None and text[key.end() : key.end() + 1] == '"':
        return key.end(), key.end() + 1, f'expected a closing quotation mark for {key.group()}"'
    if key is not None:
        return at, key.end(), f"expected a value after {key.group()}"
    if found[0] in ".#":
        what = "a class such as .figure" if found[0] == "." else "an id such as #crews"
        return at, end, f"expected {what} (letters, digits, - and _) and a space behind it, found '{found}'"
    message = f"expected .kind, #id or key=value, found '{found}'; put a value with spaces into double quotes"
    return at, end, message
