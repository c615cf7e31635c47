"""Dates and quantities, and how words become them."""

from generator.values.date import Date, DateReading, Precision
from generator.values.dates_in_words import contradicts, read_dates
from generator.values.edtf import parse_edtf
from generator.values.names import Name, NameFound, NameIndex
from generator.values.quantity import Bound, Quantity, QuantityReading

__all__ = [
    "Bound",
    "Date",
    "DateReading",
    "Name",
    "NameFound",
    "NameIndex",
    "Precision",
    "Quantity",
    "QuantityReading",
    "contradicts",
    "parse_edtf",
    "read_dates",
]
