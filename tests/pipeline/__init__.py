"""Tests of the steps in order."""
