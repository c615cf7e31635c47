"""Dates and quantities, and how words become them."""

from generator.values.date import Date, DateReading, Precision
from generator.values.date_scan import Preference
from generator.values.dates_in_words import contradicts, is_of_next_week, read_dates
from generator.values.edtf import parse_edtf
from generator.values.first_look import may_hold_date, may_hold_quantity
from generator.values.names import Name, NameFound, NameIndex
from generator.values.number_words import parse_value
from generator.values.quantities_in_words import read_quantities, read_quantity
from generator.values.quantity import Bound, Quantity, QuantityReading, quantity_contradicts

__all__ = [
    "Bound",
    "Date",
    "DateReading",
    "Name",
    "NameFound",
    "NameIndex",
    "Precision",
    "Preference",
    "Quantity",
    "QuantityReading",
    "contradicts",
    "is_of_next_week",
    "may_hold_date",
    "may_hold_quantity",
    "parse_edtf",
    "parse_value",
    "quantity_contradicts",
    "read_dates",
    "read_quantities",
    "read_quantity",
]
