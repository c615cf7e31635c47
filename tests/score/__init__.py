"""The scorer of drafts."""
