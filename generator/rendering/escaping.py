"""Text becomes Markdown that shows exactly that text, in every reader of Markdown.

Backslash escapes are read differently from reader to reader, so characters that could mean something become
numeric references. Where a character is harmless beside its neighbours it stays: people read and compare the
Markdown itself.
"""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Controls, overrides of the direction of writing, halves of surrogate pairs and what is no character."""

_SPACE: Final = re.compile(r"\s+")
_RISKY: Final = re.compile(
    r"""
      [#&<>@\[\\\]`{|}*_+~^=$]           # mean something wherever they stand
    | [:!](?!\s)                         # emoji, addresses, pictures; those of a sentence stay
    | \?(?=\?)                           # three begin a foldable block
    | ^\s?[().:?-]                       # lists, rules, or next to what the template put before
    | ^\s?\d+[.)]                        # numbered lists
    | \.(?=[^\W\d]) | (?<=[Ww]{3})\.     # www.example.org
    """,
    re.VERBOSE,
)
_HARMLESS: Final = re.compile(
    r"[ ]?(?:[A-Za-z“,;]|[0-9]++(?![.)]))"
    r"(?:[A-Za-z0-9,;'\"/%()’“”–—…-]++|[ ](?![ ])|(?<![Ww])\.(?![^ ])|:(?=[ ]))*+"
)
"""Most text: words and figures in which nothing that is risky above, or invisible, can stand."""

_EMOJI: Final = re.compile(r"&#58;(?=(?:\w|-|&#(?:43|45|95);){1,64}&#58;)")
_SPLIT: Final = "<!-- -->"
"""Shows nothing and parts two stretches of text; GitHub links addresses after it has read references."""

_UNSAFE_IN_ADDRESS: Final = re.compile(r"[^\w.~:/?#@!$,;=+%&-]|[*_]")
_PLAIN_ADDRESS: Final = re.compile(r"[A-Za-z0-9.~:/?#@!$,;=+%-]*")
"""Most addresses: nothing that is encoded, or invisible, can stand in them."""

_MOST_KNOWN: Final = 4096
_SAFE_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_MACHINE: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-][0-9]+)?|[0-9-]*/[0-9-]*")


class Markdown(str):
    """Markdown that is ready to be printed. What an operation on it gives is plain text again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself, by the protocol of Jinja's autoescape: nothing in it needs escaping."""
        return str(self)


def visible(text: str) -> str:
    """Return what of a text is shown: no invisible characters, each run of white space one space."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text))


class _Escaped(dict[str, Markdown]):
    """Texts as Markdown: names, dates and labels stand on a page many times.

    What templates compile to looks here by itself, without a call.
    """

    def __missing__(self, text: str) -> Markdown:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        # most texts need nothing done
        made = self[text] = Markdown(text) if _HARMLESS.fullmatch(text) else escape_thoroughly(text)
        return made


ESCAPED: Final = _Escaped()


def escape(text: str) -> Markdown:
    """Return Markdown that shows exactly the visible text, anywhere but inside an attribute."""
    return ESCAPED[text]


def escape_thoroughly(text: str) -> Markdown:
    """Return the same without a quick look first."""
    return Markdown(_EMOJI.sub("&#58;" + _SPLIT, _RISKY.sub(_reference, visible(text))))


def _reference(match: re.Match[str]) -> str:
    found = match.group()
    kept, character = found[:-1], found[-1]
    split = _SPLIT if character == "@" else ""
    return f"{kept}&#{ord(character)};{split}"


def escape_html(text: str) -> str:
    """Return the visible text for HTML: what front matter holds is printed raw by themes."""
    return html.escape(visible(text).strip())


def quote(text: str) -> Markdown:
    """Return the visible text, escaped for HTML, as a YAML scalar in double quotes."""
    return Markdown(json.dumps(escape_html(text), ensure_ascii=False))


class _Anchors(dict[str, str]):
    """Names that were found to be anchors of ours; plain text, which is put together faster than Markdown."""

    def __missing__(self, name: str) -> str:
        if not _ANCHOR.fullmatch(name):
            message = f"{name!r} is no anchor"
            raise ValueError(message)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[name] = str(name)
        return name


ANCHORS: Final = _Anchors()


@lru_cache(maxsize=_MOST_KNOWN)
def anchor(name: str) -> Markdown:
    """Return an anchor as it is.

    Raises:
        ValueError: where it is none that we make.
    """
    return Markdown(ANCHORS[name])


def machine(value: str) -> Markdown:
    """Return a number, or days with a stroke between them, as it is: what tables sort by.

    Raises:
        ValueError: where it is neither.
    """
    if not _MACHINE.fullmatch(value):
        message = f"{value!r} is neither a number nor days"
        raise ValueError(message)
    return Markdown(value)


def address(url: str) -> Markdown:
    """Return an address for the brackets of a Markdown link.

    Raises:
        ValueError: where it leads elsewhere than to http or https.
    """
    if not _SAFE_SCHEME.match(url):
        message = f"{url!r} is no address that a page may link to"
        raise ValueError(message)
    return Markdown(encode(url))


def encode(path: str) -> str:
    """Return a path or address without a character that could end a Markdown link or mean markup in it."""
    if _PLAIN_ADDRESS.fullmatch(path):
        return path
    encoded = _UNSAFE_IN_ADDRESS.sub(_percent, _INVISIBLE.sub("", path))
    return encoded.replace("&", "&amp;")


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
