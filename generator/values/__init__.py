"""Dates and quantities, and how words become them."""

from generator.values.date import Date, DateReading, Precision
from generator.values.edtf import parse_edtf
from generator.values.quantity import Bound, Quantity, QuantityReading

__all__ = ["Bound", "Date", "DateReading", "Precision", "Quantity", "QuantityReading", "parse_edtf"]
