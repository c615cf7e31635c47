"""Articles as they come: plain text, Markdown, HTML, rows of CSV and JSON Lines, all into one record.

Pure: text in, article and problems out. The files are opened by the pipeline.
"""

from generator.drafting.raw.article import Gap, Raw, RawArticle, front_lines
from generator.drafting.raw.decoding import decode
from generator.drafting.raw.forms import ROWS, RawForm, form_of, read_raw
from generator.drafting.raw.language import detect_language, language_note
from generator.drafting.raw.rows import read_csv, read_json_lines

__all__ = [
    "ROWS",
    "Gap",
    "Raw",
    "RawArticle",
    "RawForm",
    "decode",
    "detect_language",
    "form_of",
    "front_lines",
    "language_note",
    "read_csv",
    "read_json_lines",
    "read_raw",
]
