"""Tests of reading metadata, registries and marks."""
