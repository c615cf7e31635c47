"""What a run did, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from msgspec import Struct, field

from generator.problems import Problem, Severity

T = TypeVar("T")


class Progress(Protocol):
    """Shows how far a long step has come."""

    def follow(self, label: str, items: Iterable[T], count: int) -> Iterator[T]:
        """Yield the items of a step, of which there are ``count``, as they are worked through."""
        ...


class Silence:
    """Shows nothing."""

    def follow(self, label: str, items: Iterable[T], count: int) -> Iterator[T]:  # noqa: ARG002  # as Progress
        """Yield the items."""
        yield from items


class Readable(Protocol):
    """Has bytes, here or on disk; whoever only reports what came of a run loads no store."""

    def read(self) -> bytes:
        """Return the bytes."""
        ...


class Texts(Mapping[str, str]):
    """Pages as text, each read and decoded when it is asked for."""

    __slots__ = ("_pages",)

    def __init__(self, pages: Mapping[str, Readable]) -> None:
        self._pages = pages

    def __getitem__(self, path: str) -> str:
        return self._pages[path].read().decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of a run; all paths are sorted and below the output folder."""

    problems: tuple[Problem, ...]
    """In the order of places."""

    articles: int
    """How many articles go out."""

    held: tuple[Problem, ...] = ()
    """A note on each article that is held back, and why; they fail nothing."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """People's pages that stand where ours would be, and were left."""

    edited: tuple[str, ...] = ()
    """Our pages that people edited, and that were left."""

    stale: tuple[str, ...] = ()
    """What was not as a clean build makes it, before the run; empty where errors kept it from being known."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """Text of the pages, and of the files beside them, that were made in this run, by path."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that keep pages from being written."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Return the problems that fail only a strict build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)
