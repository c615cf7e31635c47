"""Bytes that wait until they are written: together they are the largest thing that a build holds."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from msgspec import Struct

MOST_IN_MEMORY: Final = 8 << 20
"""Bytes that are held in memory; a small project never opens a file."""


class Spool:
    """Holds bytes in memory while they are few, later ones in a file without a name, which goes with it."""

    __slots__ = ("_file", "_folder", "_left")

    def __init__(self, folder: Path | None, most: int = MOST_IN_MEMORY) -> None:
        """``folder`` is where the file may stand: best on the disk that has to take the pages."""
        self._folder = folder
        self._left = most
        self._file: IO[bytes] | None = None

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def keep(self, data: bytes) -> Kept:
        """Take bytes, and return what gives them back; in memory too, where the disk refuses."""
        self._left -= len(data)
        if self._left >= 0:
            return Kept(data)
        with suppress(OSError):
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115  # open while it is asked
            start = self._file.seek(0, os.SEEK_END)
            if self._file.write(data) == len(data):
                return Kept(spool=self, start=start, size=len(data))
        return Kept(data)

    def read(self, start: int, size: int) -> bytes:
        """Return bytes that were kept in the file; OSError where the disk does not give all of them back."""
        if self._file is None:
            return b""
        self._file.seek(start)
        data = self._file.read(size)
        if len(data) != size:
            message = f"the disk gave {len(data)} of {size} bytes back"
            raise OSError(message)
        return data


class Kept(Struct, frozen=True):
    """Bytes, wherever they are."""

    data: bytes = b""
    spool: Spool | None = None
    """What has them, where they are not here."""

    start: int = 0
    size: int = 0

    def read(self) -> bytes:
        """Return the bytes."""
        return self.data if self.spool is None else self.spool.read(self.start, self.size)
