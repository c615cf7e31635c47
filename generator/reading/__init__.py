"""Front matter, registries and marks become articles, with every problem at its place."""
