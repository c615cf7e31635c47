"""One module a page type."""
