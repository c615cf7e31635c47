"""Cases of annotated text: many in a document, each with a title, an input and what is read out of it.

A case is a ``## title`` with two blocks fenced with four back quotes::

    ````body              the body of an article, below three lines of front matter that are not counted
    ````file              or a whole file
    ````read              what is expected, line by line:
    text words            the normalised text; ¶ stands between two blocks; left out where it is not the point
    roles heading item    the roles of the blocks, where not all are paragraphs
    kind #id .standing 0..5 'words' key=value @line:column
    skip 0..5 'words'
    !code @line:column words of the message

``⟦A0⟧`` in an input stands for the character of that hexadecimal number, ``⏎`` for nothing at the end of a
line whose blanks matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.formats.document import Document
from generator.model import Mark
from generator.problems import Problem
from generator.text import BlockRole, Span

MARK_CASES: Final = Path(__file__).resolve().parents[1] / "cases" / "marks"
FRONT: Final = "---\ntitle: A title\n---\n"

_CASE: Final = re.compile(
    r"^## (?P<title>.+)\n(?:(?!## |````).*\n)*````(?P<sort>body|file)\n(?P<input>(?s:.*?))^````\n"
    r"(?:(?!## |````).*\n)*````read\n(?P<read>(?s:.*?))^````$",
    re.MULTILINE,
)
_NAMED: Final = re.compile(r"⟦([0-9A-F]+)⟧")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCase:
    """One case."""

    name: str
    is_file: bool
    raw: str
    """The whole file."""

    expected: tuple[str, ...]


def find_mark_cases() -> list[MarkCase]:
    """Return all cases, in the order of the documents."""
    return [case for path in sorted(MARK_CASES.glob("*.md")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[MarkCase]:
    text = path.read_text(encoding="utf-8")
    found = list(_CASE.finditer(text))
    if len(found) != text.count("\n````read\n"):
        message = f"{path.name}: a case is not written as expected"
        raise ValueError(message)
    for match in found:
        raw = match["input"].replace("⏎\n", "\n")
        raw = _NAMED.sub(lambda hit: chr(int(hit[1], 16)), raw)
        is_file = match["sort"] == "file"
        yield MarkCase(
            name=f"{path.stem}: {match['title']}",
            is_file=is_file,
            raw=raw if is_file else FRONT + raw,
            expected=tuple(match["read"].splitlines()),
        )


def lines_of(case: MarkCase, document: Document | None, problems: list[Problem]) -> list[str]:
    """Return what was read, written as the cases write it."""
    skip = 0 if case.is_file else FRONT.count("\n")
    lines = [_problem_line(problem, skip) for problem in problems]
    if document is None or document.source is None:
        return lines
    text = document.source.text
    roles = [block.role for block in document.source.blocks]
    marks = [_mark_line(mark, text, skip) for mark in document.marks]
    skipped = [f"skip {_span(span, text)}" for span in document.source.skipped]
    wanted = {line.partition(" ")[0] for line in case.expected}
    head = [f"text {text.replace(chr(10) * 2, ' ¶ ')}"] if "text" in wanted else []
    if any(role is not BlockRole.PARAGRAPH for role in roles):
        head.append(f"roles {' '.join(role.value for role in roles)}")
    return [*head, *marks, *skipped, *lines]


def _mark_line(mark: Mark, text: str, skip: int) -> str:
    words = [f"{mark.kind}"]
    if mark.id is not None:
        words.append(f"#{mark.id}")
    words += [f".{name}" for name, _ in mark.classes]
    words += [_span(span, text) for span in mark.spans]
    for key, attribute in mark.attributes.items():
        value = attribute.value
        words.append(f'{key}="{value}"' if not value or " " in value else f"{key}={value}")
    words.append(f"@{mark.location.line - skip}:{mark.location.column}")
    return " ".join(words)


def _span(span: Span, text: str) -> str:
    return f"{span.start}..{span.end} '{span.of(text)}'"


def _problem_line(problem: Problem, skip: int) -> str:
    return f"!{problem.code} @{problem.location.line - skip}:{problem.location.column} {problem.message}"
