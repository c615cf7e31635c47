"""The forms that declared values take: what is accepted, said in plain words with an example."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

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


def _wrong(expected: str, example: str | None = None, code: str = "bad-value") -> PydanticCustomError:
    """Return the error that ``reading.validation`` makes a problem of; its type is the problem's code."""
    return PydanticCustomError(code, "{expected}", {"expected": expected, "example": example})


def _read_id(value: str) -> str:
    if re.match(ID_PATTERN, value) is None:
        expected = "letters a to z, digits, - and _, a letter first"
        raise _wrong(expected, "ferry-strike", "bad-id")
    if len(value) > MAX_ID:
        expected = f"an id of at most {MAX_ID} characters"
        raise _wrong(expected, None, "bad-id")
    if value.lower() in RESERVED_NAMES:
        expected = "an id that is not the name of an index page or a device"
        raise _wrong(expected, f"{value}-1", "bad-id")
    return value


def _read_reference(value: str) -> str:
    slug, _, name = value.partition("#")
    is_name = re.match(_REFERENCE_PATTERN, value) is not None and value.isascii()
    if not is_name or len(slug) > MAX_ID or len(name) > MAX_ID or slug.lower() in RESERVED_NAMES:
        expected = "an article's slug, or a fact as slug#id"
        raise _wrong(expected, "ferry-talks#14-crews")
    return value


def _read_line(value: str) -> str:
    line = normalise_words(value)
    if not line:
        expected = "some text"
        raise _wrong(expected)
    return line


def _read_day(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str):
        text = value.strip()
        if re.match(_DAY_PATTERN, text) and text.isascii():
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                expected = "a day that the calendar has, as year-month-day"
                raise _wrong(expected, "2031-05-13") from None
    expected = "a day as year-month-day"
    raise _wrong(expected, "2031-05-13")


def _read_url(value: str) -> str:
    try:
        has_host = bool(urlsplit(value).hostname)
    except ValueError:
        has_host = False
    if not has_host or re.match(_URL_PATTERN, value) is None:
        expected = "an address that begins with https:// or http:// and names a host"
        raise _wrong(expected, "https://example.org/ferry-talks")
    return value


def _read_language(value: str) -> str:
    if len(value) > _LONGEST_LANGUAGE or re.match(_LANGUAGE_PATTERN, value) is None:
        expected = "a language tag (BCP 47)"
        raise _wrong(expected, "en-GB")
    return value


def _read_wikidata(value: str) -> str:
    if re.match(_WIKIDATA_PATTERN, value) is None:
        expected = "a Wikidata identifier: Q and a number"
        raise _wrong(expected, "Q90")
    return value


def _read_release(value: object) -> dt.date:
    text = value.strip() if isinstance(value, str) else ""
    if re.match(_RELEASE_PATTERN, text) and text.isascii():
        try:
            return dt.date.fromisoformat((text + "-01-01")[: len("YYYY-MM-DD")])
        except ValueError:
            pass
    expected = "a day, a month or a year (EDTF), without doubt"
    raise _wrong(expected, "2031-05-20")


def _read_percent(value: object) -> int:
    match = re.match(_PERCENT_PATTERN, value.strip()) if isinstance(value, str) else None
    if match is None:
        expected = "a share from 1% to 100%"
        raise _wrong(expected, "25%")
    return int(match[1])


def _read_count(value: object) -> int:
    if isinstance(value, str) and re.match(_COUNT_PATTERN, value.strip()):
        return int(value)
    expected = "a whole number from 1"
    raise _wrong(expected, "1500")


def _shape(**keywords: Any) -> Any:  # noqa: ANN401  # what pydantic's own Field takes and gives
    return Field(json_schema_extra=keywords)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Anything that can be said, in one paragraph or several."""

Line = Annotated[Text, AfterValidator(_read_line)]
"""One line, in the normalised form of the texts that it is looked for in."""

Id = Annotated[Text, AfterValidator(_read_id), _shape(pattern=ID_PATTERN, maxLength=MAX_ID)]
"""An id that others refer to; it becomes the name of a page and can never leave its folder."""

Reference = Annotated[Text, AfterValidator(_read_reference), _shape(pattern=_REFERENCE_PATTERN)]
"""A fact as ``slug#id``, or a whole article as its slug."""

Day = Annotated[dt.date, BeforeValidator(_read_day), _shape(pattern=_DAY_PATTERN)]
"""A day, strictly ``YYYY-MM-DD``."""

Release = Annotated[dt.date, BeforeValidator(_read_release), _shape(pattern=_RELEASE_PATTERN)]
"""The first day of a day, a month or a year. Source: EDTF (ISO 8601-2), level 0."""

Percent = Annotated[
    int,
    BeforeValidator(_read_percent),
    WithJsonSchema({"type": "string", "pattern": _PERCENT_PATTERN}),
]
"""A share in whole percent, written with its sign."""

Count = Annotated[int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from 1."""

Url = Annotated[Text, AfterValidator(_read_url), _shape(pattern=_URL_PATTERN)]
"""An address that a page may link to: http or https, with a host."""

Language = Annotated[Text, AfterValidator(_read_language), _shape(pattern=_LANGUAGE_PATTERN)]
"""A well-formed language tag. Source: BCP 47 (RFC 5646)."""

Wikidata = Annotated[Text, AfterValidator(_read_wikidata), _shape(pattern=_WIKIDATA_PATTERN)]
"""An identifier of Wikidata."""
