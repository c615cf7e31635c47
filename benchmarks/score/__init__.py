"""How good the drafts are: ``make score``. What is counted, and how, stands in ``docs/scores.md``."""
