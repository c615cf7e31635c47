"""How much memory a program took."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import Final

_KIB: Final = 1024
_STATUS: Final = Path("/proc/self/status")
_HIGHEST: Final = "VmHWM:"


def peak() -> float:
    """Return the largest resident memory of this program, in MiB.

    Linux counts that of a process from before it became this program, so it is asked for the program's alone.
    """
    if _STATUS.is_file():
        for line in _STATUS.read_text("ascii", errors="replace").splitlines():
            if line.startswith(_HIGHEST):
                return int(line.split()[1]) / _KIB
    scale = _KIB if sys.platform != "darwin" else _KIB * _KIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
