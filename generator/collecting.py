"""When Python looks for garbage: not while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles while much is made that stays, or that holds none.

    Each search goes through all that was made so far, which makes the time of a long text or of a large page
    grow faster than its length.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
