"""Files of raw articles, opened: one article a file, or one a row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from generator.drafting.raw import Raw, RawForm, decode, form_of, read_csv, read_json_lines, read_raw
from generator.drafting.raw.decoding import MAX_BYTES
from generator.problems import Problem
from generator.text import Location

_BEGINNING: Final = 2048
"""Bytes of standard input by which its form is told."""

_ROWS: Final = {RawForm.CSV: read_csv, RawForm.JSON_LINES: read_json_lines}


def raw_articles(path: str, stream: BinaryIO) -> Iterator[Raw]:
    """Yield the articles of a file, or what is wrong with it; ``-`` is standard input.

    Rows are read one at a time, however many there are; any other file is one article of at most 16 MB.
    """
    beginning = b""
    if path == "-":
        data = stream.read(MAX_BYTES + 1)
        beginning, stream = data[:_BEGINNING], io.BytesIO(data)
    form = form_of(path, beginning.decode("utf-8", "replace").removeprefix("\ufeff"))
    if form in _ROWS:
        yield from _rows(path, stream, form)
        return
    text, problems = decode(path, stream.read(MAX_BYTES + 1), is_html=form is RawForm.HTML)
    yield Raw(article=None, problems=tuple(problems)) if text is None else read_raw(path, text, form)


def _rows(path: str, stream: BinaryIO, form: RawForm) -> Iterator[Raw]:
    line = 0
    # line ends inside a cell are the cell's own
    words = io.TextIOWrapper(stream, "utf-8-sig", newline="")

    def lines() -> Iterator[str]:
        nonlocal line
        for found in words:
            line += 1
            yield found

    try:
        yield from _ROWS[form](path, lines())
    except UnicodeDecodeError as error:
        message = f"expected UTF-8, found the byte {error.object[error.start]:02x} below this line"
        problem = Problem(code="unreadable-file", message=message, location=Location(path, max(1, line)))
        yield Raw(article=None, problems=(problem,), line=line)
    finally:
        # the stream belongs to whoever opened it
        words.detach()
