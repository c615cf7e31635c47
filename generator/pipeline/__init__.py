"""The steps in order, over files; all adapters make the one call."""

from generator.pipeline.build import explain, run, survey
from generator.pipeline.outcome import Outcome, Progress, Silence

__all__ = ["Outcome", "Progress", "Silence", "explain", "run", "survey"]
