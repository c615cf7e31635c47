"""Loads commands when they are asked for: libraries behind them take longer to load than much of the work."""

from __future__ import annotations

import gc
from importlib import import_module
from types import ModuleType


def load(name: str) -> ModuleType:
    """Import a module of the commands by its name.

    What is loaded stays, so nobody looks for garbage meanwhile: that would take a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return import_module(f"{__package__}.{name}")
    finally:
        if was_on:
            gc.enable()
