"""Memos: the editor's Markdown over several articles, gated like a bottom line.

Read are paragraphs, headings of the second and third level, items of lists, links to facts, emphasis (which
is dropped) and backslash escapes. Other blocks of Markdown are problems: nothing that is typed here can run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct, field

from generator.formats.inline import read_front
from generator.formats.yaml_tree import YamlMap, locate
from generator.model import Memo, MemoBlock, MemoMetadata, MemoPart, Story
from generator.problems import Problem, did_you_mean
from generator.reading.bottom_line import Cited, Gate, IsFact, read_stretch
from generator.reading.ungated import ungated
from generator.reading.validation import validate
from generator.text import LineIndex, Location
from generator.values import NameIndex

_EXAMPLE: Final = "---\ntitle: The strike after two weeks\ndate: 2031-05-20\n---"
_LINE: Final = re.compile(r"[^\n]*\n?")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_ITEM: Final = re.compile(r" {0,3}(?:([-*+])|(\d{1,9})[.)])[ \t]+(?=\S)")
_OTHER: Final = re.compile(r" {0,3}(?:>|```|~~~|\||<|!\[|(?:[-*_][ \t]*){3,}$)|#{7,}|\t| {4}")
_LEVELS: Final = {2: MemoPart.HEADING, 3: MemoPart.SUBHEADING}


class MemoRead(Struct, frozen=True, kw_only=True):
    """What became of the file of a memo."""

    memo: Memo | None
    """None where its front matter cannot be read."""

    cited: tuple[Cited, ...] = ()
    problems: tuple[Problem, ...]


class _Block(Struct):
    """A block by the offsets of its words."""

    part: MemoPart
    start: int
    end: int


class _Body(Struct):
    """Finds the blocks of a body."""

    lines: LineIndex
    problems: list[Problem] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)
    is_open: bool = False

    def read(self, start: int) -> None:
        for match in _LINE.finditer(self.lines.text, start):
            if match.group().strip():
                self._line(match.group().rstrip("\n"), match.start())
            else:
                self.is_open = False

    def _line(self, line: str, at: int) -> None:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        end = at + len(line)
        if heading:
            part = _LEVELS.get(len(heading[1]))
            if part is None:
                self._refuse(line, at, "a heading of the second or third level", "## What comes next")
            else:
                self.blocks.append(_Block(part, at + heading.end(), end))
            self.is_open = False
        elif item and not self._is_rule(line):
            part = MemoPart.ITEM if item[1] else MemoPart.NUMBERED
            self.blocks.append(_Block(part, at + item.end(), end))
            self.is_open = True
        elif self.is_open and not _OTHER.match(line.lstrip()):
            self.blocks[-1].end = end
        elif _OTHER.match(line):
            self._refuse(line, at, "a paragraph, a heading or a list", "[14 crews](ferry#14-crews) are out.")
        else:
            self.blocks.append(_Block(MemoPart.PARAGRAPH, at, end))
            self.is_open = True

    def _is_rule(self, line: str) -> bool:
        return not line.strip(" \t-*_")

    def _refuse(self, line: str, at: int, expected: str, example: str) -> None:
        found = line.strip()[:20]
        self.problems.append(
            Problem(
                code="unsupported-markdown",
                message=f"expected {expected}, found '{found}'",
                location=self.lines.location(at, len(line)),
                example=example,
            )
        )


def read_memo(
    path: str, raw: str, names: NameIndex, stories: Mapping[str, Story], is_fact: IsFact
) -> MemoRead:
    """Return a memo, what its links lay upon which fact, and all that is wrong with it."""
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    tree, start, problems = read_front(text, path, _EXAMPLE)
    if tree is None or start is None:
        return MemoRead(memo=None, problems=tuple(problems))
    metadata, wrong = validate(_located(tree, path), MemoMetadata)
    problems += wrong
    if metadata is None:
        return MemoRead(memo=None, problems=tuple(problems))
    problems += _unknown_stories(metadata, tree, stories)
    lines = LineIndex(path, text)
    body = _Body(lines)
    body.read(start)
    problems += body.problems
    blocks: list[MemoBlock] = []
    cited: list[Cited] = []

    def place(begin: int, end: int) -> Location:
        return lines.location(begin, end - begin)

    gate = Gate(place, is_fact, lambda plain: ungated(plain, names, metadata.date))
    for block in body.blocks:
        found = read_stretch(text[: block.end], block.start, "", gate)
        problems += found.problems
        cited += found.cited
        blocks.append(MemoBlock(part=block.part, words=found.words))
    memo = Memo(
        slug=PurePosixPath(path).stem,
        path=path,
        metadata=metadata,
        blocks=tuple(blocks),
        locations={key: locate(tree, (key,)) for key in tree.entries},
    )
    if not cited and not problems:
        problems.append(_uncited(path))
    return MemoRead(memo=memo, cited=tuple(cited), problems=tuple(problems))


def _located(tree: YamlMap, path: str) -> YamlMap:
    return tree if tree.location else YamlMap(tree.entries, Location(path))


def _unknown_stories(
    metadata: MemoMetadata, tree: YamlMap, stories: Mapping[str, Story]
) -> Iterator[Problem]:
    for number, story in enumerate(metadata.stories):
        if story not in stories:
            yield Problem(
                code="unknown-story",
                message=f"unknown story '{story}'{did_you_mean(story, stories)}",
                location=locate(tree, ("stories", number)),
                example="declare it in seeds/stories.yml",
            )


def _uncited(path: str) -> Problem:
    return Problem(
        code="uncited-memo",
        message="expected a link to a fact, found none in the whole memo",
        location=Location(path),
        example="[14 crews](ferry#14-crews) are out.",
    )
