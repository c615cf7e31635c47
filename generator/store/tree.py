"""The output folder: what stands there, whose it is, and how it becomes what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

from generator.store.files import Folder, Signature, digest, remove_leftovers, write_whole
from generator.store.manifest import (
    JOURNAL,
    MANIFEST,
    has_journal,
    read_manifest,
    read_owned,
    render_manifest,
    write_journal,
)
from generator.store.spool import Kept

_TORN: Final = digest(b"")


class Wanted(NamedTuple):
    """One file as it should be."""

    sha256: str
    kept: Kept | None = None
    """Its bytes; None where the file was seen to be so, or may stay as it is."""

    @classmethod
    def of(cls, data: bytes) -> Wanted:
        """Make it from the bytes."""
        return cls(digest(data), Kept(data))


class Changes(Struct, frozen=True, kw_only=True):
    """What has to be done, and what must not be; paths are sorted."""

    write: Mapping[str, Wanted]
    remove: tuple[str, ...]
    unchanged: tuple[str, ...]
    foreign: tuple[str, ...]
    """A person's files, where ours would be."""

    edited: tuple[str, ...]
    """Our files, changed by a person since."""

    manifest: bytes
    """The manifest that tells all that is ours afterwards."""

    manifest_stands: bool
    """Whether it is on disk already."""

    @property
    def stale(self) -> tuple[str, ...]:
        """Return the paths that are not as a clean build makes them."""
        manifest = () if self.manifest_stands else (MANIFEST,)
        return tuple(sorted({*self.write, *self.remove, *self.edited, *manifest}))


class Tree:
    """The output folder with what is ours in it, as it stands before a run."""

    __slots__ = ("_folder", "_known", "_owned", "_seen")

    def __init__(self, root: Path, known: Mapping[str, Signature]) -> None:
        """Look at a folder; ``known`` holds what its files looked like when we wrote them."""
        self._folder = Folder(root)
        self._owned = read_owned(root)
        self._known = known
        self._seen = self._folder.look_at_all(known)

    def look(self, path: str) -> Signature | None:
        """Return what stands at a path, read anew only where size or time differ from what is known."""
        if path not in self._seen:
            self._seen[path] = self._folder.look(path)
        return self._seen[path]

    def changed(self) -> list[str]:
        """Return the paths of files that are gone, or that have other content than we wrote."""
        return [
            path
            for path, known in self._known.items()
            if (found := self._seen[path]) is not known and (found is None or found.sha256 != known.sha256)
        ]

    def is_edited(self, path: str) -> bool:
        """Return whether a person changed a file of ours; an empty one is a write that a power cut undid."""
        found = self.look(path)
        owned = self._owned.get(path)
        return found is not None and owned is not None and found.sha256 not in {*owned, _TORN}

    def compare(self, wanted: Mapping[str, Wanted], *, force: bool = False) -> Changes:
        """Return how the folder comes to hold what is wanted; ``force`` overwrites what people edited."""
        write: dict[str, Wanted] = {}
        lists: dict[str, list[str]] = {"unchanged": [], "foreign": [], "edited": [], "remove": []}
        unchanged = lists["unchanged"]
        manifest: dict[str, str] = {}
        for path in sorted(wanted):
            want = wanted[path]
            found = self.look(path)
            if found is not None and found.sha256 == want.sha256:
                unchanged.append(path)
                manifest[path] = want.sha256
                continue
            outcome = self._outcome(path, found, force=force)
            if outcome == "write":
                write[path] = want
            else:
                lists[outcome].append(path)
            if outcome == "edited":
                manifest[path] = min(self._owned[path])
            elif outcome != "foreign":
                manifest[path] = want.sha256
        for path in sorted(self._owned.keys() - wanted.keys()):
            if self.look(path) is None:
                continue
            if self.is_edited(path) and not (force and self._is_file(path)):
                lists["edited"].append(path)
                manifest[path] = min(self._owned[path])
            else:
                lists["remove"].append(path)
        rendered = render_manifest(manifest)
        return Changes(
            write=write,
            remove=tuple(lists["remove"]),
            unchanged=tuple(lists["unchanged"]),
            foreign=tuple(lists["foreign"]),
            edited=tuple(sorted(lists["edited"])),
            manifest=rendered,
            manifest_stands=read_manifest(self._folder.root) == rendered,
        )

    def apply(self, changes: Changes) -> dict[str, Signature]:
        """Make the changes; return the signatures of all files that are as wanted.

        Each file is replaced in one step. The journal comes first and goes last, so that a run which is
        interrupted anywhere is completed by the next one. OSError where the disk refuses.
        """
        root = self._folder.root
        interrupted = has_journal(root)
        if changes.write or changes.remove or interrupted:
            root.mkdir(parents=True, exist_ok=True)
            # what the manifest names is ours as long as it stands
            owned = dict(self._owned) if interrupted else {}
            for path, want in changes.write.items():
                owned[path] = {*self._owned.get(path, ()), want.sha256}
            remove_leftovers(root)
            if interrupted:
                self._clean(owned)
            write_journal(root, owned)
        signatures = {path: seen for path in changes.unchanged if (seen := self.look(path))}
        for path, want in changes.write.items():
            if want.kept is not None:
                signatures[path] = self._folder.write(path, want.kept.read(), want.sha256)
        for path in changes.remove:
            self._folder.remove(path)
        if not changes.manifest_stands:
            root.mkdir(parents=True, exist_ok=True)
            write_whole(root / MANIFEST, changes.manifest, durable=True)
        (root / JOURNAL).unlink(missing_ok=True)
        return signatures

    def _outcome(self, path: str, found: Signature | None, *, force: bool) -> str:
        """Return what becomes of a path at which something else is wanted than stands there."""
        if found is None:
            return "write"
        if path not in self._owned or not self._is_file(path):
            return "foreign"
        return "edited" if self.is_edited(path) and not force else "write"

    def _is_file(self, path: str) -> bool:
        found = self.look(path)
        return found is not None and found.sha256 != ""

    def _clean(self, paths: Iterable[str]) -> None:
        root = self._folder.root
        for folder in sorted({(root / path).parent for path in paths if self._folder.reaches(path)}):
            remove_leftovers(folder)
