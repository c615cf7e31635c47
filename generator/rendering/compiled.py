"""Compiled templates, kept where Python keeps compiled modules.

Compiling the program's templates takes a third of a second, at every start. What Python makes of our modules
stands in ``__pycache__`` beside them, so what Jinja makes of our templates may stand there too: whoever can
write there can change the program anyway. A project's own templates are compiled each time: its folder, and
its cache, may come from anybody, and hold nothing that runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SUFFIX: Final = ".jinja"


class CompiledTemplates(BytecodeCache):
    """Keeps what was made of the templates in one folder, for the modules that make it as they are now."""

    def __init__(self, folder: Path, maker: str) -> None:
        """``maker`` is the file of our module that takes part in compiling; what is kept stands beside it."""
        self._folder = folder
        self._store = Path(cache_from_source(str(Path(maker).with_name("templates.py"))))
        makers = [Path(maker), *sorted(Path(jinja2.__file__).parent.glob("*.py"))]
        self._stamp = "\n".join(map(_stamp, makers))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of the file to keep a template in; none for a template of somebody else's."""
        is_ours = filename is not None and Path(filename) == self._folder / name
        return name.replace("/", "~") if is_ours else ""

    def get_source_checksum(self, source: str) -> str:
        """Return what changes with a template, and with what compiles it."""
        return hashlib.sha256(f"{self._stamp}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, where it was made of the same template by the same program."""
        if bucket.key:
            with contextlib.suppress(OSError), self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where Python may keep its own and the disk lets us."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")
            try:
                with os.fdopen(handle, "wb") as written:
                    bucket.write_bytecode(written)
                Path(name).replace(file)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def _file(self, bucket: Bucket) -> Path:
        return self._store.with_name(f"{bucket.key.removesuffix(_SUFFIX)}.{self._store.stem}{_SUFFIX}")


def _stamp(file: Path) -> str:
    found = file.stat()
    return f"{file} {found.st_size} {found.st_mtime_ns}"
