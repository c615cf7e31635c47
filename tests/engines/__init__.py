"""The same tree, built by every engine."""
