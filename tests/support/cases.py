"""Cases: whole small sites in one Markdown document, with what is expected of them.

A case has a ``# title``, prose, and blocks fenced with four back quotes or more::

    ````file seeds/ferry.md       a file of the site; its text is the block
    ````hex seeds/broken.md       the same, as hexadecimal bytes
    ````problems                  every problem, as ``path:line:column: severity: message [code]``
    ````explain                   every line of ``--explain``
    ````page articles/ferry.md    lines that stand in this page, in this order

A case without ``problems`` expects none; one without ``explain`` does not say what was inferred.
``UPDATE_CASES=1`` rewrites both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CASES: Final = Path(__file__).resolve().parents[1] / "cases"
OWN_RUNNERS: Final = frozenset({"values", "marks"})
"""Folders of cases that other tests run."""

_FENCE: Final = re.compile(r"^(`{4,})(\S+)(?: +(\S.*?))? *$")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block."""

    info: str
    argument: str
    text: str
    """Its lines, each with its line end."""

    start: int
    """Number of the first line of the text in the document, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document."""

    path: Path
    title: str
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """Return the path below the cases, without its ending."""
        return self.path.relative_to(CASES).with_suffix("").as_posix()

    def write(self, root: Path) -> None:
        """Write the files of the site below a folder."""
        for block in self.blocks:
            if block.info not in {"file", "hex"}:
                continue
            target = root / block.argument
            target.parent.mkdir(parents=True, exist_ok=True)
            is_hex = block.info == "hex"
            target.write_bytes(bytes.fromhex(block.text) if is_hex else block.text.encode("utf-8"))

    def lines(self, info: str) -> list[str]:
        """Return the expected lines of one sort, in order."""
        return [line for block in self.of(info) for line in block.text.splitlines() if line]

    def of(self, info: str) -> Iterator[Block]:
        """Yield the blocks of one sort."""
        return (block for block in self.blocks if block.info == info)


def read_case(path: Path) -> Case:
    """Read a case; a document that is not one is an error of the test suite."""
    lines = path.read_text(encoding="utf-8").split("\n")
    title = lines[0].removeprefix("# ")
    if title == lines[0]:
        message = f"{path}: expected '# title' on the first line"
        raise ValueError(message)
    return Case(path=path, title=title, blocks=tuple(_blocks(lines, path)))


def _blocks(lines: list[str], path: Path) -> Iterator[Block]:
    position = 0
    while position < len(lines):
        match = _FENCE.match(lines[position])
        position += 1
        if match is None:
            continue
        start = position
        try:
            position = lines.index(match.group(1), start)
        except ValueError:
            message = f"{path}:{start}: the fence is never closed"
            raise ValueError(message) from None
        if match.group(2) not in {"file", "hex", "problems", "explain", "page"}:
            message = f"{path}:{start}: unknown sort of block '{match.group(2)}'"
            raise ValueError(message)
        text = "".join(f"{line}\n" for line in lines[start:position])
        yield Block(match.group(2), match.group(3) or "", text, start)
        position += 1


def find_cases() -> list[Path]:
    """Return all cases that have no runner of their own, sorted."""
    return sorted(
        path for path in CASES.rglob("*.md") if not OWN_RUNNERS & set(path.relative_to(CASES).parts)
    )


def update(case: Case, info: str, found: list[str]) -> None:
    """Rewrite the expected lines of one sort; problems without a block get one at the end."""
    lines = case.path.read_text(encoding="utf-8").split("\n")
    block = next(read_case(case.path).of(info), None)
    if block is not None:
        lines[block.start : block.start + block.text.count("\n")] = found
    elif found and info == "problems":
        lines = ["\n".join(lines).rstrip("\n"), "", "````problems", *found, "````", ""]
    text = "\n".join(lines)
    if text != case.path.read_text(encoding="utf-8"):
        case.path.write_text(text, encoding="utf-8", newline="\n")


def missing_line(expected: Iterable[str], found: Iterable[str]) -> str | None:
    """Return the first expected line that does not stand in the found ones, in order; None if all do."""
    rest = iter([line.strip() for line in found])
    for line in expected:
        if line.strip() and not any(other == line.strip() for other in rest):
            return line
    return None
