"""Problems for people and for programs."""

from generator.reports.json import problems_as_json
from generator.reports.readings import format_readings
from generator.reports.text import format_problem, format_problems, summary

__all__ = ["format_problem", "format_problems", "format_readings", "problems_as_json", "summary"]
