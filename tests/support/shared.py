"""The corpora that stand beside the repository, where they are there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

SHARED: Final = Path(__file__).resolve().parents[3] / "shared"

needs_shared: Final = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the corpora are not there: ../shared beside the repository"
)
