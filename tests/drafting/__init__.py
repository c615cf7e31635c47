"""Drafts: from raw text to suggested marks."""
