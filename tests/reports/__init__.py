"""Tests of problems as text and as JSON."""
