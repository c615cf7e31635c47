"""What can be said of an article's facts as a whole: ids and values, no words."""

from generator.analysis.exchanges import swaps
from generator.analysis.solidity import Solidity, solidity

__all__ = ["Solidity", "solidity", "swaps"]
