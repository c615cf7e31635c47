"""Dates, quantities and names."""
