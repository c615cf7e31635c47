"""Text that tries to be more than text, and sites that carry it in every field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Final, TypeAlias

from tests.support.shared import SHARED

TRICKS: Final = (
    # HTML
    "<script>hacked()</script>",
    "</script><script>hacked()</script>",
    "</title><script>hacked()</script>",
    "</mark></a></li><script>hacked()</script>",
    '"><img src=x onerror=hacked()>',
    "'><svg/onload=hacked()>",
    '" onmouseover="hacked()" x="',
    "<!--",
    "-->",
    "<!-- <script>hacked()</script> -->",
    "<![CDATA[ x ]]>",
    "]]>",
    "<?php hacked(); ?>",
    "</textarea></style></noscript><b>",
    "<div markdown>**b**</div>",
    '<meta http-equiv="refresh" content="0;url=//evil.example/">',
    "<base href=//evil.example/>",
    "<plaintext>",
    "&#60;script&#62;hacked()&#60;/script&#62;",
    "&#x3C;b&#x3E;",
    "&lt;b&gt;&amp;lt;",
    "&amp;amp;",
    "&#0; &#xD800; &nosuch; &copy",
    # Markdown
    "](javascript:hacked())",
    "[a](javascript:hacked())",
    "[a](//evil.example)",
    "[a](data:text/html,<script>hacked()</script>)",
    "[a][b] [b]: javascript:hacked()",
    "[a]: //evil.example",
    "![a](//evil.example/x.png)",
    "![a](x.png){ onerror=hacked() }",
    "<javascript:hacked()>",
    "<https://evil.example/>",
    "https://evil.example/ www.evil.example a@evil.example",
    "[words]{.event #x}",
    "\\]{.figure}",
    "{: onclick=hacked() #id .class }",
    "{#id} {.class}",
    "# heading",
    "> quote",
    "- item",
    "* item",
    "1. item",
    "| a | b |",
    "|---|---|",
    "***",
    "---",
    "===",
    "**bold** __bold__ *it* _it_ ~~del~~ `code` ``a`b``",
    "```js",
    "~~~",
    "    indented code",
    "[^1] [^1]: note",
    "*[HTML]: abbreviation",
    "[TOC]",
    "!!! note",
    '??? note "t"',
    '=== "tab"',
    "$x$ $$x$$ \\(x\\) \\[x\\]",
    ":smile: :material-alert:",
    "++ctrl+c++ ==mark== ^^ins^^ H~2~O ^2^",
    "--8<-- 'mkdocs.yml'",
    "<!-- material/tags -->",
    "a  \nb",
    "back\\slash \\* \\\\ \\",
    "klzzwxh:0000 \u0002klzzwxh:0001\u0003 wzxhzdk:0",
    # templates
    "{{ 7*7 }}",
    "{% raw %}{{ config }}{% endraw %}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "{# comment #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%s %(x)s {0} {x!r}",
    # YAML
    "---",
    "...",
    ": x",
    "key: value",
    "- - x",
    "!!python/object/apply:os.system [id]",
    "&anchor *anchor <<: *x",
    "{a: b} [c, d]",
    "'\"",
    '"\\"',
    "null",
    "~",
    "yes",
    "0x1F",
    "1e3",
    "12:30",
    "2031-05-13",
    "@at `tick` %percent",
    "| >",
    "# comment",
    # addresses
    "javascript:hacked()",
    "JaVaScRiPt:hacked()",
    "java\tscript:hacked()",
    "data:text/html,<script>hacked()</script>",
    "vbscript:hacked()",
    "//evil.example/",
    "\\\\evil.example\\x",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "file:///etc/passwd",
    "%00 %0a %3Cscript%3E",
    # characters
    "zero\u200bwidth\u200c\u200djoin\ufeffer",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "\u202a\u202b\u202c\u202d\u202e only overrides",
    "👩\u200d👩\u200d👧 🏳️\u200d🌈 🇺🇳 𝕏 𠜎",
    "e\u0301 n\u0303 a" + "\u0301\u0316\u0327" * 20,
    "عربي 1. עברית (",
    "ﷺ ﷽ ꧅ ⸻",
    "nbsp\u00a0line\u2028paragraph\u2029next\u0085end",
    "bell\u0007 escape\u001b[31m delete\u007f c1\u009b",
    "half \U000e0041 tag \ufffe none \ufdd0",
    "ǅ ß ſ İ ı K",
)
"""Our own: what the strings of others do not try."""

CHUNK: Final = 14
"""Strings in one title, name or other field of a line."""

STORY: Final = 3
"""Chunks in the title of one story."""

FACTS: Final = 56
"""Strings that are marked in one article."""

Chunk: TypeAlias = Sequence[tuple[int, str]]
"""Strings with their numbers."""

_DROPPED: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""What pages leave out: controls, and what turns the direction of writing."""

REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What metadata may not hold."""

_TOKEN: Final = re.compile(r"Qzx(\d{4})z")
_LONGEST: Final = 400
"""Characters that a cut label may leave out."""

_ENOUGH: Final = 16
"""Characters behind a cut label that tell where the text goes on."""

_TYPED: Final = re.compile(r"[!-/:-@\[-`{-~]")


def naughty_strings() -> tuple[str, ...]:
    """Return all strings that show something: the corpus, and our own."""
    listed = json.loads((SHARED / "corpora" / "blns" / "blns.json").read_text(encoding="utf-8"))
    return tuple(text for text in dict.fromkeys([*TRICKS, *listed]) if shown(text))


def harmless(count: int) -> tuple[str, ...]:
    """Return as many plain words."""
    return tuple(f"Qzx{number:04}z" for number in range(count))


def shown(text: str) -> str:
    """Return what a page shows of a text, each run of white space one space."""
    return fold(_DROPPED.sub("", text))


def fold(text: str) -> str:
    """Return a text as comparisons take it: composed, each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def substitute(text: str, strings: Sequence[str]) -> str:
    """Return a text of the harmless site as it has to be with other strings in their places."""
    return fold(_TOKEN.sub(lambda match: shown(strings[int(match[1])]), text))


def difference(text: str, plain: str, strings: Sequence[str]) -> str | None:
    """Return where a text differs from one of the harmless site by more than the strings; None if nowhere.

    A long label may end in an ellipsis: what it leaves out is passed over.
    """
    expected = substitute(plain, strings)
    at = passed = 0
    while text[at:] != expected[passed:]:
        pairs = enumerate(zip(text[at:], expected[passed:], strict=False))
        rest = min(len(text) - at, len(expected) - passed)
        same = next((number for number, (mine, other) in pairs if mine != other), rest)
        at, passed = at + same, passed + same
        behind = text[at + 1 : at + 1 + _ENOUGH].partition("…")[0]
        if at + 1 + len(behind) == len(text) and expected.endswith(behind):
            found = len(expected) - len(behind)
        else:
            found = expected.find(behind, passed, passed + _LONGEST)
        if text[at : at + 1] != "…" or found < 0:
            return f"expected {expected[passed : passed + 80]!r}, found {text[at : at + 80]!r}"
        at, passed = at + 1, found
    return None


def quoted(text: str) -> str:
    """Return a YAML scalar in double quotes, in ASCII, without the controls that readers refuse in YAML."""
    kept = REFUSED.sub(lambda match: " " if match[0].isspace() else "", text)
    return '"' + "".join(_yaml_character(character) for character in kept) + '"'


def _yaml_character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if " " <= character <= "~" else f"\\U{ord(character):08x}"


def typed(text: str) -> str:
    """Return a text as an author types it into a body, so that none of it means anything."""
    return _TYPED.sub(r"\\\g<0>", " ".join(text.split()))


def attribute(text: str) -> str:
    """Return the value of an attribute."""
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def site(strings: Sequence[str]) -> dict[str, str]:
    """Return the files of a site that carries every string in every field.

    Some articles carry them in their metadata, some in their marks, some in marks whose words are withheld.
    Names, topics, publishers, agencies, what is counted and titles of measures and stories begin with a
    number of ours, so that the same shape sorts alike, and is as different, whatever the strings are.
    """
    chunks = _chunks(strings, CHUNK)
    files = {
        "seeds/measures.yml": "".join(_measure(number, joined(chunk)) for number, chunk in enumerate(chunks)),
        "seeds/actors.yml": "".join(_actor(number, joined(chunk)) for number, chunk in enumerate(chunks)),
        "seeds/stories.yml": "".join(
            _story(number, joined(chunk)) for number, chunk in enumerate(_chunks(strings, CHUNK * STORY))
        ),
    }
    for number, chunk in enumerate(chunks):
        files[f"seeds/meta-{number:02}.md"] = _in_metadata(number, chunk)
    for number, chunk in enumerate(_chunks(strings, FACTS)):
        files[f"seeds/shown-{number:02}.md"] = _in_marks(number, chunk)
        files[f"seeds/withheld-{number:02}.md"] = _withheld(number, chunk)
    return files


def _chunks(strings: Sequence[str], size: int) -> list[Chunk]:
    return [list(enumerate(strings))[start : start + size] for start in range(0, len(strings), size)]


def joined(chunk: Chunk) -> str:
    """Return all strings of a chunk in one line."""
    return " ¦ ".join(text for _, text in chunk)


def _measure(number: int, text: str) -> str:
    return (
        f"m{number}: {{title: {quoted(f'M{number:02} {text}')}, "
        f"counted: {quoted(text)}, note: {quoted(text)}}}\n"
    )


def _actor(number: int, text: str) -> str:
    name = "unnamed" if number % 3 == 0 else "name"
    return (
        f"a{number}: {{{name}: {quoted(f'N{number:02} {text}')}, role: {quoted(f'{text} R{number}')}, "
        f"aliases: [{quoted(f'{text} A{number}')}], weak_aliases: [{quoted(f'{text} W{number}')}]}}\n"
    )


def _story(number: int, text: str) -> str:
    return f"s{number}: {{title: {quoted(f'S{number:02} {text}')}, summary: {quoted(text)}}}\n"


def _article(front: Sequence[str], body: Sequence[str]) -> str:
    return "\n".join(["---", *front, "url: https://example.org/a", "---", "\n\n".join(body), ""])


def _in_metadata(number: int, chunk: Chunk) -> str:
    every = quoted(joined(chunk))
    halves = (chunk[: CHUNK // 2], chunk[CHUNK // 2 :])
    topics = ", ".join(
        quoted(f"T{number:02}{letter} {joined(half)}") for letter, half in zip("ab", halves, strict=True)
    )
    front = [
        *(f"{key}: {every}" for key in ("title", "headline", "byline")),
        f"annotated_by: {quoted(f'A{number:02} {joined(chunk)}')}",
        f"checked_by: {quoted(f'C{number:02} {joined(chunk)}')}",
        f"agency: {quoted(f'G{number:02} {joined(chunk)}')}",
        f"publisher: {quoted(f'P{number:02} {joined(chunk)}')}",
        f"published: 2031-{1 + number // 20:02}-{1 + number % 20:02}",
        f"stories: [s{number // STORY}]",
        f"topics: [{topics}]",
        f"rights: {{display: full, licence: {every}, notice: {every}}}",
    ]
    body = [
        "[One]{.event #one date=undated} [14]{.figure #two}",
        f"[three]{{.quote #three by=a{number} date=undated}}",
    ]
    return _article(front, body)


def _in_marks(number: int, chunk: Chunk) -> str:
    bottom_line = " ".join(f"[{typed(text)}](#e{each})" for each, text in chunk)
    front = [
        f"title: Shown {number:02}",
        f"published: 2031-04-{1 + number:02}",
        "publisher: Port Times",
        "rights: {display: full}",
        f"bottom_line: {quoted(bottom_line)}",
    ]
    body: list[str] = []
    for each, text in chunk:
        group, words, value = each // CHUNK, typed(text), attribute(text)
        counted, behind = attribute(f"c{each} {text}"), f"c{each} {words}"
        body += [
            f"[event {words} event]{{.event #e{each} date=undated}}",
            f"[14]{{.figure #f{each} measure=m{group} of={counted} title={value} note={value}}}",
            f"[spoken {words} spoken]{{.quote #q{each} by=a{group} date=undated note={value}}} {behind}",
        ]
    return _article(front, body)


def _withheld(number: int, chunk: Chunk) -> str:
    front = [
        f"title: Withheld {number:02}",
        f"published: 2031-05-{1 + number:02}",
        "publisher: Port Times",
        "rights: {display: none}",
    ]
    values = [(each, attribute(text)) for each, text in chunk]
    body = [
        f"[Own]{{.event #e{each} date=undated title={value} gist={value} note={value} internal={value}}}"
        for each, value in values
    ]
    return _article(front, body)
