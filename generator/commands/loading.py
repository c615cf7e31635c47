"""Loads commands when they are asked for: libraries behind them take longer to load than much of the work."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


def load(name: str) -> ModuleType:
    """Import a module of the commands by its name.

    What is loaded stays, so nobody looks for garbage meanwhile: that would take a quarter of the time.
    """
    with uncollected():
        return import_module(f"{__package__}.{name}")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles while much is made that stays.

    Each search goes through all that was made so far, which makes the time of a long text grow faster than
    its length.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
