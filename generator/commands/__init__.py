"""One module a command; its ``command`` is what ``generator.cli`` registers."""
