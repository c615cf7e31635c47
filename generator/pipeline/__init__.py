"""The steps in order, over files; all adapters make the one call."""

from generator.pipeline.build import explain, run, survey
from generator.pipeline.outcome import Outcome, Progress, Silence
from generator.pipeline.seeds import MEMOS

__all__ = ["MEMOS", "Outcome", "Progress", "Silence", "explain", "run", "survey"]
