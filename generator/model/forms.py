"""The forms that declared values take: what is accepted, said in plain words with an example."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Final, TypeAlias
from urllib.parse import urlsplit

from msgspec import Struct

from generator.text import normalise_words

MAX_ID: Final = 64
"""Characters of an id, which becomes a file name and an anchor."""

ID_PATTERN: Final = r"^[A-Za-z][A-Za-z0-9_-]*$"
_DAY_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_URL_PATTERN: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\\<>\"]+([/?#][^\s\\<>\"]*)?$"
_REFERENCE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_-]*(#[A-Za-z0-9][A-Za-z0-9_-]*)?$"
_WIKIDATA_PATTERN: Final = r"^Q[1-9][0-9]*$"
_RELEASE_PATTERN: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_PERCENT_PATTERN: Final = r"^(100|[1-9][0-9]?)%$"
_COUNT_PATTERN: Final = r"^[1-9][0-9]{0,8}$"
# RFC 5646, section 2.1, without the grandfathered tags; every part begins with its own hyphen, so linear.
_LANGUAGE_PATTERN: Final = (
    r"^(([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
    r"(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    r"(-[0-9A-WYZa-wyz](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?"
    r"|[Xx](-[A-Za-z0-9]{1,8})+)$"
)
_LONGEST_LANGUAGE: Final = 100
RESERVED_NAMES: Final = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names of index pages, and names that some systems keep for devices."""


class UnfitError(ValueError):
    """A value that has not the form that it should have; ``reading.validation`` makes a problem of it."""

    def __init__(self, expected: str, example: str | None = None, code: str = "bad-value") -> None:
        super().__init__(expected)
        self.expected = expected
        self.example = example
        self.code = code


class Form(Struct, frozen=True, eq=False):
    """How one value is written."""

    read: Callable[[object], object]
    """Gives the value that something in a file stands for; raises UnfitError."""

    schema: Mapping[str, object]
    """The same as JSON Schema, as far as that can say it."""


class About(Struct, frozen=True, eq=False):
    """What a key is for."""

    description: str
    example: object
    at_most: int | None = None
    """Items that a list may have."""


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        expected = "text"
        raise UnfitError(expected)
    text = value.strip()
    if not text:
        expected = "some text"
        raise UnfitError(expected)
    return text


def _read_id(given: object) -> str:
    value = _read_text(given)
    if re.match(ID_PATTERN, value) is None:
        expected = "letters a to z, digits, - and _, a letter first"
        raise UnfitError(expected, "ferry-strike", "bad-id")
    if len(value) > MAX_ID:
        expected = f"an id of at most {MAX_ID} characters"
        raise UnfitError(expected, None, "bad-id")
    if value.lower() in RESERVED_NAMES:
        expected = "an id that is not the name of an index page or a device"
        raise UnfitError(expected, f"{value}-1", "bad-id")
    return value


def _read_reference(given: object) -> str:
    value = _read_text(given)
    slug, _, name = value.partition("#")
    is_name = re.match(_REFERENCE_PATTERN, value) is not None and value.isascii()
    if not is_name or len(slug) > MAX_ID or len(name) > MAX_ID or slug.lower() in RESERVED_NAMES:
        expected = "an article's slug, or a fact as slug#id"
        raise UnfitError(expected, "ferry-talks#14-crews")
    return value


def _read_line(given: object) -> str:
    value = _read_text(given)
    line = normalise_words(value)
    if not line:
        expected = "some text"
        raise UnfitError(expected)
    return line


def _read_day(value: object) -> dt.date:
    if isinstance(value, str):
        text = value.strip()
        if re.match(_DAY_PATTERN, text) and text.isascii():
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                expected = "a day that the calendar has, as year-month-day"
                raise UnfitError(expected, "2031-05-13") from None
    expected = "a day as year-month-day"
    raise UnfitError(expected, "2031-05-13")


def _read_url(given: object) -> str:
    value = _read_text(given)
    try:
        has_host = bool(urlsplit(value).hostname)
    except ValueError:
        has_host = False
    if not has_host or re.match(_URL_PATTERN, value) is None:
        expected = "an address that begins with https:// or http:// and names a host"
        raise UnfitError(expected, "https://example.org/ferry-talks")
    return value


def _read_language(given: object) -> str:
    value = _read_text(given)
    if len(value) > _LONGEST_LANGUAGE or re.match(_LANGUAGE_PATTERN, value) is None:
        expected = "a language tag (BCP 47)"
        raise UnfitError(expected, "en-GB")
    return value


def _read_wikidata(given: object) -> str:
    value = _read_text(given)
    if re.match(_WIKIDATA_PATTERN, value) is None:
        expected = "a Wikidata identifier: Q and a number"
        raise UnfitError(expected, "Q90")
    return value


def _read_release(value: object) -> dt.date:
    text = value.strip() if isinstance(value, str) else ""
    if re.match(_RELEASE_PATTERN, text) and text.isascii():
        try:
            return dt.date.fromisoformat((text + "-01-01")[: len("YYYY-MM-DD")])
        except ValueError:
            pass
    expected = "a day, a month or a year (EDTF), without doubt"
    raise UnfitError(expected, "2031-05-20")


def _read_percent(value: object) -> int:
    match = re.match(_PERCENT_PATTERN, value.strip()) if isinstance(value, str) else None
    if match is None:
        expected = "a share from 1% to 100%"
        raise UnfitError(expected, "25%")
    return int(match[1])


def _read_count(value: object) -> int:
    if isinstance(value, str) and re.match(_COUNT_PATTERN, value.strip()):
        return int(value)
    expected = "a whole number from 1"
    raise UnfitError(expected, "1500")


def _text(read: Callable[[object], str], **schema: object) -> Form:
    return Form(read, {"type": "string", "minLength": 1, **schema})


def _day(read: Callable[[object], dt.date], pattern: str) -> Form:
    return Form(read, {"type": "string", "format": "date", "pattern": pattern})


Text: TypeAlias = Annotated[str, _text(_read_text)]
"""Anything that can be said, in one paragraph or several."""

Line: TypeAlias = Annotated[str, _text(_read_line)]
"""One line, in the normalised form of the texts that it is looked for in."""

Id: TypeAlias = Annotated[str, _text(_read_id, pattern=ID_PATTERN, maxLength=MAX_ID)]
"""An id that others refer to; it becomes the name of a page and can never leave its folder."""

Reference: TypeAlias = Annotated[str, _text(_read_reference, pattern=_REFERENCE_PATTERN)]
"""A fact as ``slug#id``, or a whole article as its slug."""

Day: TypeAlias = Annotated[dt.date, _day(_read_day, _DAY_PATTERN)]
"""A day, strictly ``YYYY-MM-DD``."""

Release: TypeAlias = Annotated[dt.date, _day(_read_release, _RELEASE_PATTERN)]
"""The first day of a day, a month or a year. Source: EDTF (ISO 8601-2), level 0."""

Percent: TypeAlias = Annotated[int, Form(_read_percent, {"type": "string", "pattern": _PERCENT_PATTERN})]
"""A share in whole percent, written with its sign."""

Count: TypeAlias = Annotated[int, Form(_read_count, {"type": "integer", "minimum": 1})]
"""A whole number from 1."""

Url: TypeAlias = Annotated[str, _text(_read_url, pattern=_URL_PATTERN)]
"""An address that a page may link to: http or https, with a host."""

Language: TypeAlias = Annotated[str, _text(_read_language, pattern=_LANGUAGE_PATTERN)]
"""A well-formed language tag. Source: BCP 47 (RFC 5646)."""

Wikidata: TypeAlias = Annotated[str, _text(_read_wikidata, pattern=_WIKIDATA_PATTERN)]
"""An identifier of Wikidata."""
