"""The output folder, as far as the cache knows it: which pages stand, which have to be made or written."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from generator.pipeline.making import Made
from generator.problems import Problem
from generator.settings import Project
from generator.store import Cache, CachedPage, Changes, Group, Signature, Tree, Wanted, decode, encode
from generator.text import Location

_COPIED: Group = ("", "")
"""Stands for the group of files that are copied, not made."""


_NOT_WRITTEN: Final = -1
"""Size of a page that was made and left unwritten, since a person's file stands there: fits no file."""


class Output:
    """What stands in the output folder, and what should."""

    def __init__(self, project: Project, cache: Cache) -> None:
        """Look at the folder as it is before the run."""
        self._folder = project.settings.output
        self._cache = cache
        self._known = cache.pages()
        self._tree = Tree(project.output, {path: page.signature for path, page in self._known.items()})
        self._pages: dict[str, CachedPage] = {}

    def damaged(self, *, force: bool) -> set[Group]:
        """Return the groups of pages that are gone, or that were edited and are to be overwritten."""
        return {
            page.group
            for path in self._tree.changed()
            if (page := self._known[path]).group != _COPIED and (force or not self._tree.is_edited(path))
        }

    def compare(
        self,
        remade: AbstractSet[Group],
        made: Mapping[str, Made],
        assets: Mapping[str, bytes],
        *,
        force: bool,
    ) -> tuple[Changes, list[Problem]]:
        """Return what has to be done for the folder to hold what was made, and what stays as it is.

        ``remade`` are the groups that give the pages in ``made``; those of all other groups stay.
        """
        gone = {*remade, _COPIED}
        self._pages = {path: page for path, page in self._known.items() if page.group not in gone}
        wanted = {path: Wanted(page.signature.sha256) for path, page in self._pages.items()}
        for path, page in made.items():
            wanted[path] = Wanted(page.sha256, page.kept)
            self._pages[path] = CachedPage(
                group=page.group,
                signature=Signature(_NOT_WRITTEN, 0, wanted[path].sha256),
                problems=encode(page.problems) if page.problems else b"",
            )
        for path, data in assets.items():
            wanted[path] = Wanted.of(data)
            self._pages[path] = CachedPage(
                group=_COPIED, signature=Signature(_NOT_WRITTEN, 0, wanted[path].sha256)
            )
        changes = self._tree.compare(wanted, force=force)
        problems = [
            each
            for page in self._pages.values()
            if page.problems
            for each in decode(page.problems, tuple[Problem, ...])
        ]
        problems += [
            self._left(path, "foreign-page", "is not ours, and was left") for path in changes.foreign
        ]
        problems += [
            self._left(path, "edited-page", "was edited by hand, and was left") for path in changes.edited
        ]
        return changes, problems

    def apply(self, changes: Changes) -> None:
        """Make the changes, and remember what stands there now."""
        for path, signature in self._tree.apply(changes).items():
            if self._pages[path].signature != signature:
                self._pages[path] = replace(self._pages[path], signature=signature)
        if self._pages != self._known or self._cache.stale():
            self._cache.replace_pages(self._pages)

    def _left(self, path: str, code: str, what: str) -> Problem:
        example = (
            "move it elsewhere in the folder, or rename what stands there instead"
            if code == "foreign-page"
            else "take the change to seeds or templates, then: briefings build --force"
        )
        place = Location(f"{self._folder}/{path}")
        return Problem(code=code, message=f"a page of this name {what}", location=place, example=example)
