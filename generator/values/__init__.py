"""Dates and quantities, and how words become them."""

from generator.values.date import Date, DateReading
from generator.values.quantity import Bound, Quantity, QuantityReading

__all__ = ["Bound", "Date", "DateReading", "Quantity", "QuantityReading"]
