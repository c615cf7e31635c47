"""Loads commands when they are asked for: libraries behind them take longer to load than much of the work."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from generator.collecting import uncollected


def load(name: str) -> ModuleType:
    """Import a module of the commands by its name.

    What is loaded stays, so nobody looks for garbage meanwhile: that would take a quarter of the time.
    """
    with uncollected():
        return import_module(f"{__package__}.{name}")
