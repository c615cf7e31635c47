"""One module a format; each reads files into a Document."""
