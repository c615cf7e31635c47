"""Raw articles."""
