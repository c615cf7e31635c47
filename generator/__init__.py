"""Briefings: annotated news articles in, an evidence-linked static site out."""

__version__ = "0.1.0"
