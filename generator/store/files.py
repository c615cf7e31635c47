"""Files that are whole always, and paths that cannot leave their folder."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

_TEMPORARY: Final = re.compile(r"\.briefings-[0-9]+\.tmp")
_UNSAFE: Final = re.compile('[\x00-\x1f\x7f\\\\:*?"<>|]')
PLAIN_NAME: Final = r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*+/)*+[A-Za-z0-9_-][A-Za-z0-9_.-]*+"
"""Most names: nothing in them leads anywhere else."""

_PLAIN: Final = re.compile(PLAIN_NAME)


class Signature(Struct, frozen=True, array_like=True, gc=False):
    """What a file looked like when it was last read or written."""

    size: int
    mtime_ns: int
    sha256: str
    """Hash of its content; empty for what is no regular file."""

    def fits(self, found: os.stat_result) -> bool:
        """Return whether the file need not be read again."""
        return self.size == found.st_size and self.mtime_ns == found.st_mtime_ns


def digest(data: bytes) -> str:
    """Return the hash of a file, the same for both kinds of line end: git may change them on checkout."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if b"\r" in data else data).hexdigest()


def write_whole(path: Path | str, data: bytes, *, durable: bool = False) -> os.stat_result:
    """Replace a file in one step; its folder must be there.

    A killed program leaves the old file or the new one. Only what is ``durable`` waits for the disk: a page
    can be made again, and waiting for thousands would take longer than making them.
    """
    # plain text for paths, and no buffer: a first build writes thousands of files
    temporary = f"{os.path.dirname(path) or os.curdir}/.briefings-{os.getpid()}.tmp"  # noqa: PTH120
    try:
        with io.FileIO(temporary, "wb") as file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
            if durable:
                os.fsync(file.fileno())
            written = os.fstat(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return written


def remove_leftovers(folder: Path) -> None:
    """Remove temporary files that a killed run left in a folder."""
    if folder.is_dir():
        for entry in list(os.scandir(folder)):
            if _TEMPORARY.fullmatch(entry.name):
                Path(entry.path).unlink(missing_ok=True)


def check_name(name: str) -> str:
    """Return a path below a folder as it is; ValueError where it is not plainly inside."""
    if _PLAIN.fullmatch(name):
        return name
    parts = name.split("/")
    if "" in parts or "." in parts or ".." in parts or _UNSAFE.search(name):
        message = f"not a path below a folder: {name!r}"
        raise ValueError(message)
    return name


class Folder:
    """A folder that no name leads out of, not even over a symbolic link inside it."""

    __slots__ = ("_base", "_real", "root")

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = str(root)
        self._real: dict[str, bool] = {"": True}

    def path(self, name: str) -> Path:
        """Return the path of a name; ValueError where it would lie elsewhere."""
        return self.root / check_name(name)

    def reaches(self, name: str) -> bool:
        """Return whether every folder on the way is a real one, or not there yet."""
        return self._is_real(check_name(name).rpartition("/")[0])

    def look(self, name: str, known: Signature | None = None) -> Signature | None:
        """Return what stands at a name: None for nothing, a signature without hash for no regular file."""
        is_reached = self.reaches(name)
        file = f"{self._base}/{name}"  # plain text: thousands of files are looked at in every run
        try:
            found = os.lstat(file)
        except (FileNotFoundError, NotADirectoryError):
            return None if is_reached else Signature(0, 0, "")
        if not stat.S_ISREG(found.st_mode) or not is_reached:
            return Signature(0, 0, "")
        if known is not None and known.fits(found):
            return known
        return Signature(found.st_size, found.st_mtime_ns, digest(Path(file).read_bytes()))

    def look_at_all(self, known: Mapping[str, Signature]) -> dict[str, Signature | None]:
        """Return what stands at many names, each as ``look`` says; most stand as they are known."""
        seen: dict[str, Signature | None] = {}
        for name, signature in known.items():
            # a folder that was reached once is not looked at again
            if self._real.get(name.rpartition("/")[0]) and _PLAIN.fullmatch(name):
                try:
                    found = os.lstat(f"{self._base}/{name}")
                except OSError:
                    seen[name] = self.look(name, signature)
                    continue
                if signature.fits(found) and stat.S_ISREG(found.st_mode):
                    seen[name] = signature
                    continue
            seen[name] = self.look(name, signature)
        return seen

    def write(self, name: str, data: bytes, sha256: str | None = None) -> Signature:
        """Write one file whole, making folders as needed; return its signature.

        ``sha256`` is the hash of the data, where that is known.
        """
        if not self.reaches(name):
            message = f"a symbolic link or a file stands on the way: {self.path(name).parent}"
            raise OSError(message)
        file = f"{self._base}/{name}"
        try:
            written = write_whole(file, data)
        except FileNotFoundError:
            self.path(name).parent.mkdir(parents=True, exist_ok=True)
            written = write_whole(file, data)
        return Signature(written.st_size, written.st_mtime_ns, sha256 or digest(data))

    def remove(self, name: str) -> None:
        """Remove one file, and the folders that are empty without it."""
        path = self.path(name)
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.root or any(parent.iterdir()):
                break
            parent.rmdir()

    def _is_real(self, folder: str) -> bool:
        known = self._real.get(folder)
        if known is None:
            is_parent_real = self._is_real(folder.rpartition("/")[0])
            known = is_parent_real and _is_folder_or_absent(self.root / folder)
            self._real[folder] = known
        return known


def _is_folder_or_absent(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except FileNotFoundError:
        return True
