"""What the YAML parser's errors mean to somebody who writes articles."""

from __future__ import annotations

from typing import Final

import yaml

_QUOTED: Final = 'title: "Talks: the second day"'
_SENTENCES: Final = (
    # part of the parser's words, what to say, an example
    (
        "found character that cannot start any token",
        "a value cannot begin with {char}; put it in quotes",
        'title: "@alder is back"',
    ),
    (
        "found unknown escape character",
        "no such escape in double quotes; write \\\\ for a backslash, or use single quotes",
        r'title: "C:\\temp"',
    ),
    (
        "escape",
        "an escape in double quotes needs the hexadecimal number of a character",
        r'title: "caf\u00e9"',
    ),
    ("undefined tag handle", "a tag (!name) is not read here; put the value in quotes", None),
    ("directive", "a line cannot begin with %; put the value in quotes", None),
    (
        "expected alphabetic or numeric character",
        "a value cannot begin with {char}; put it in quotes",
        'title: "*Talks* resume"',
    ),
    (
        "expected comment or line break",
        "expected the end of the line after | or >; put the value in quotes, or its text on the next lines",
        'title: "> 50 boats"',
    ),
    (
        "block sequence entries are not allowed",
        "a list item (- …) cannot stand here; begin it on a line of its own, or quote the value",
        "stories: [ferry-strike]",
    ),
    ("could not find expected ':'", "expected a colon and a space after the key", "title: Talks resume"),
    ("did not find expected '-' indicator", "expected another list item (- …) in line with the others", None),
    ("did not find expected <document start>", "expected nothing after the line that ends the YAML", None),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str | None]:
    """Return (offset in the text, a sentence that says what to do, an example) for an error of the parser."""
    problem = error.problem or ""
    at = error.problem_mark.index if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else at
    sign = text[opened : opened + 1]
    line = text[text.rfind("\n", 0, at) + 1 : at]
    for words, sentence, example in _SENTENCES:
        if words in problem and sign != "\t":
            return at, sentence.format(char=sign), example
    if "unexpected end of stream" in problem:
        return opened, f"this quotation mark ({sign}) is never closed", None
    if "',' or" in problem:
        return opened, f"expected a comma or a closing bracket after what follows this {sign}", None
    if "tab" in problem or sign == "\t":
        return at, "a tab cannot indent YAML; use spaces", None
    return at, *_misplaced(problem, line, text, at)


def _misplaced(problem: str, line: str, text: str, at: int) -> tuple[str, str | None]:
    """Return what to say where something stands that is no value or no key."""
    if "mapping values are not allowed" in problem:
        return _second_colon(line, text[:at])
    if "did not find expected node content" in problem:
        found = repr(text[at : at + 1]) if text[at:].strip() else "the end"
        return f"expected a value, found {found}; is a bracket left open?", "stories: [ferry-strike]"
    if "did not find expected key" in problem:
        return _no_key(line)
    return f"cannot be read as YAML: {problem}", None


def _second_colon(line: str, before: str) -> tuple[str, str | None]:
    if ": " in line:
        return "a colon and a space inside a value: put the whole value in quotes", _QUOTED
    above = before[: len(before) - len(line)].rstrip().rpartition("\n")[2]
    if above and ": " not in above and not above.endswith(":"):
        return f"expected a colon and a space after the key on the line above ({above.strip()!r})", None
    return "this key is indented further than the one above, which has a value already", None


def _no_key(line: str) -> tuple[str, str | None]:
    if line.rstrip().endswith(("'", '"')):
        message = (
            "expected nothing after the closing quotation mark; one inside the value must be written twice"
        )
        return message, "title: 'The minister''s offer'"
    return "expected a key here, in line with the keys above", "title: Talks resume"
