"""Dates that the words give by the calendar: ``13 May 2031``, ``May 13``, ``2031-05-13``, ``the 1990s``."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from generator.values.calendar_words import ENGLISH
from generator.values.date_scan import Phrases, Point, Scan
from generator.values.date_settling import settled
from generator.values.edtf import parse_edtf
from generator.values.numeric_dates import numeric
from generator.values.plurals import looks_plural

_FEASTS: Final = Phrases(ENGLISH.feasts)
_OPENERS: Final = frozenset(
    {
        *ENGLISH.seasons,
        *ENGLISH.ordinals,
        *ENGLISH.tens,
        *ENGLISH.final,
        *(phrase.split()[0] for phrase in ENGLISH.feasts),
        *("the", "'", "q", "h"),
    }
)
"""What else but numbers, weekdays and months may open a date by the calendar."""

_BEHIND_WEEKDAY: Final = frozenset(
    {*ENGLISH.months, *ENGLISH.month_abbreviations, *ENGLISH.ordinals, *ENGLISH.tens}
)
"""What else but numbers may go on with a date behind its weekday; most weekdays stand alone."""

_DASHES: Final = frozenset("-–")
_LAST_DAY: Final = 31
_DAY_DIGITS: Final = 2
_YEARS: Final = (1000, 2999)
_PLAIN_YEARS: Final = (1800, 2099)
"""Years that may stand without a word before them that asks for one."""

_LEAD_YEARS: Final = (1000, 2199)
_CENTURY_DECADES: Final = 2000
"""``the 1900s`` may be a hundred years; ``the 2000s`` are a decade."""

_YEAR_UNITS: Final = {"quarter": (33, 4), "half": (40, 2), "q": (33, 4), "h": (40, 2)}
"""To the EDTF season of the first one, and how many there are."""

_BEHIND_DAY: Final = frozenset(". , ; : ! ? ) and at in to for when as after before with but".split())


def written(scan: Scan, index: int) -> Point | None:
    """Return the date by the calendar that begins at a token, the longest one."""
    word = scan.words[index]
    if "0" <= word[:1] <= "9":
        return numeric(scan, index) or _day_first(scan, index) or decade(scan, index) or _century(scan, index)
    table = scan.table
    if word in table.weekdays or word in table.weekday_abbreviations:
        return _weekday_first(scan, index)
    if word in table.months or word in table.month_abbreviations:
        return month_first(scan, index)
    if word not in _OPENERS:
        return None
    found = _feast(scan, index) if word in _FEASTS else None
    return found or _part_of_year(scan, index) or _with_article(scan, index)


def year_behind(scan: Scan, index: int, *, by_comma: bool) -> tuple[int | None, int]:
    """Return the year at a token, a comma before it allowed, and the token behind; the same token without."""
    place = index + 1 if by_comma and scan.words[index] == "," else index
    year = scan.number(place, *_YEARS)
    if year is None or goes_on(scan, place) or (place > index and _is_amount(scan, place)):
        return None, index
    return year, place + 1


def year_of_day(scan: Scan, index: int) -> tuple[int | None, int, bool]:
    """Return the year behind a day and its month, the token behind it, and whether it was counted.

    Besides a number: ``last year``, ``of last year``, ``, last year``; no possessive, which owns something.
    """
    year, end = year_behind(scan, index, by_comma=True)
    if year is not None:
        return year, end, False
    found = year_relative(scan, scan.skip(index, (",", "of")))
    if found is None or scan.is_possessive(found[1]):
        return None, index, False
    return found[0], found[1], True


def year_alone(scan: Scan, index: int) -> Point | None:
    """Return a number of four digits as a year, where it cannot be an amount."""
    year = scan.number(index, *_LEAD_YEARS)
    if year is None or scan.words[index][0] == "0" or goes_on(scan, index) or _is_tied(scan, index):
        return None
    before, behind = scan.words[index - 1], scan.words[index + 1]
    if before in scan.table.not_year_leads or behind in scan.table.counted or behind in scan.table.weekdays:
        return None
    led = before in scan.table.year_leads
    if not led and index and not _PLAIN_YEARS[0] <= year <= _PLAIN_YEARS[1]:
        return None
    # "1999 crews" are counted, in 1999 or not; "in 1999 crews left" tells when.
    if _before_plural(scan, index) and (year % 50 == 0 or not led):
        return None
    # In "from 2000 to 3500 people" neither number is a year.
    if behind in {"to", "or", "and", *_DASHES} and scan.digits(index + 2):
        other = scan.number(index + 2, *_LEAD_YEARS)
        short = scan.words[index + 1] in _DASHES and len(scan.digits(index + 2)) <= _DAY_DIGITS
        if not short and (other is None or (_is_amount(scan, index + 2) and year % 50 == 0)):
            return None
    return Point(index + 1, year=year)


def decade(scan: Scan, index: int) -> Point | None:
    """Return ``1990s`` or ``'90s``; ``1900s`` is the century, since it may be."""
    short = scan.words[index] == "'" and scan.touches(index + 1)
    place = index + 1 if short else index
    digits = scan.digits(place)
    ending = place + 2 if scan.words[place + 1] == "'" and scan.touches(place + 1) else place + 1
    if scan.words[ending] != "s" or not scan.touches(ending) or not digits.endswith("0"):
        return None
    if short and len(digits) == _DAY_DIGITS:
        digits = ("19" if digits >= "30" else "20") + digits
    number = int(digits)
    if not _YEARS[0] <= number <= _YEARS[1]:
        return None
    text = f"{digits[:2]}XX" if number % 100 == 0 and number < _CENTURY_DECADES else f"{digits[:3]}X"
    return Point(ending + 1, date=parse_edtf(text))


def month_first(scan: Scan, index: int, *, led: bool = False) -> Point | None:
    """Return ``May 13, 2031``, ``May 13``, ``May 2031`` or ``May``.

    ``led`` says that what stands before it leaves no doubt that a month follows.
    """
    found = month_at(scan, index)
    if found is None:
        return None
    month, place = found
    ordinal = place + 1 if scan.words[place] == "the" and scan.is_ordinal(place + 2) else place
    day = scan.number(ordinal, 1, _LAST_DAY)
    if day is not None and not _is_decimal(scan, ordinal):
        behind = ordinal + 2 if scan.is_ordinal(ordinal + 1) else ordinal + 1
        year, end, counted = year_of_day(scan, behind)
        # Nobody writes "in May 13"; "in May 13 people died" has a month and an amount.
        if year is not None or scan.words[index - 1] != "in" or behind > ordinal + 1:
            return Point(end, year=year, month=month, day=day, counted=counted)
    year, end = year_behind(scan, scan.skip(place, ("of",)), by_comma=True)
    if year is not None:
        return Point(end, year=year, month=month)
    found = year_relative(scan, scan.skip(place, ("of",)))
    if found is not None:
        return Point(found[1], year=found[0], month=month, counted=True)
    return Point(place, month=month) if _is_bare_month(scan, index, led=led) else None


def month_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the month at a token and the token behind it, with the stop of an abbreviation."""
    word, table = scan.words[index], scan.table
    month = table.months.get(word)
    if month is not None:
        return (month, index + 1) if word not in table.shy_months or scan.is_capital(index) else None
    month = table.month_abbreviations.get(word)
    if month is None or not scan.is_capital(index):
        return None
    return month, index + 2 if scan.words[index + 1] == "." and scan.touches(index + 1) else index + 1


def ordinal_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the number of ``13th`` or ``thirteenth`` and the token behind it."""
    number = scan.number(index, 1, 99)
    if number is not None and scan.is_ordinal(index + 1):
        return number, index + 2
    named = scan.table.ordinals.get(scan.words[index])
    if named is not None:
        return named, index + 1
    tens = scan.table.tens.get(scan.words[index])
    ones = scan.table.ordinals.get(scan.words[index + 2])
    if tens and ones and scan.words[index + 1] == "-":
        return tens + ones, index + 3
    return None


def _day_first(scan: Scan, index: int, *, bare: bool = True) -> Point | None:
    """Return ``13 May 2031``, ``13th of May``; words for the day only with ``of``."""
    if scan.touches(index) and scan.words[index - 1] in {".", ",", ":", "$", "€", "£"}:
        return None
    found = ordinal_at(scan, index)
    if found is not None:
        day, place = found
        if scan.words[place] == "of":
            place += 1
        elif not scan.digits(index):
            return None
    else:
        number = scan.number(index, 1, _LAST_DAY) if bare else None
        if number is None:
            return None
        day, place = number, index + 1
        if scan.words[place] == "-" and scan.touches(place):
            place += 1
    month = month_at(scan, place)
    if month is None or day > _LAST_DAY:
        return None
    place = month[1] + 1 if scan.words[month[1]] == "-" and scan.touches(month[1]) else month[1]
    year, end, counted = year_of_day(scan, place)
    return Point(end if year else month[1], year=year, month=month[0], day=day, counted=counted)


def _weekday_first(scan: Scan, index: int) -> Point | None:
    """Return ``Wednesday, July 31`` or ``Tue 13 May 2031``; a weekday alone is counted, not written."""
    weekday = scan.table.weekdays.get(scan.words[index])
    place = index + 1
    if weekday is None:
        if not scan.is_capital(index):
            return None
        weekday = scan.table.weekday_abbreviations[scan.words[index]]
        place = scan.skip(place, (".",))
    place = scan.skip(place, (",",))
    if scan.words[place] == "the":
        place += 1
    if not (scan.digits(place) or scan.words[place] in _BEHIND_WEEKDAY):
        return None
    found = _day_first(scan, place) or numeric(scan, place) or month_first(scan, place)
    return replace(found, weekday=weekday) if found and (found.day or found.date) else None


def _feast(scan: Scan, index: int) -> Point | None:
    found = _FEASTS.find(scan, index)
    if found is None:
        return None
    (month, day), place = found
    year, end = year_behind(scan, place, by_comma=True)
    return Point(end, year=year, month=month, day=day)


def _with_article(scan: Scan, index: int) -> Point | None:
    """Return what ``the`` may open: ``the 13th of May``, ``the 1990s``, ``the 19th century``."""
    if scan.words[index] == "'":
        return decade(scan, index)
    place = scan.skip(index, ("the",))
    if place > index:
        found = decade(scan, place) or _century(scan, place) or _day_first(scan, place, bare=False)
        return found or _part_of_year(scan, place) or _day_alone(scan, place)
    return _century(scan, place) or _day_first(scan, place, bare=False)


def _day_alone(scan: Scan, index: int) -> Point | None:
    """Return ``the 13th`` behind ``on``, where no noun follows."""
    day = scan.number(index, 1, _LAST_DAY)
    if day is None or not scan.is_ordinal(index + 1) or scan.words[index - 2] not in {"on", "by", "until"}:
        return None
    return Point(index + 2, day=day) if scan.words[index + 2] in {"", *_BEHIND_DAY} else None


def _century(scan: Scan, index: int) -> Point | None:
    found = ordinal_at(scan, index)
    if found is None or scan.words[found[1]] != "century" or scan.words[found[1] + 1] in {"bc", "bce"}:
        return None
    return Point(found[1] + 1, date=parse_edtf(f"{found[0] - 1:02}XX"))


def _part_of_year(scan: Scan, index: int) -> Point | None:
    """Return ``spring 2031``, ``the first quarter of 2031``, ``Q1 2031`` or ``the first week of May``."""
    place = scan.skip(index, ("the",))
    season = scan.table.seasons.get(scan.words[place])
    if season is not None:
        return _of_year(scan, place + 1, season)
    number = scan.number(place + 1, 1, 4)
    if scan.words[place] in {"q", "h"} and number is not None and scan.touches(place + 1):
        unit, place = scan.words[place], place + 2
    else:
        found = ordinal_at(scan, place)
        final = scan.words[place] in scan.table.final
        if found is None and not final:
            return None
        number, place = found or (0, place + 1)
        unit, place = scan.words[place], place + 1
        if unit == "week":
            return _week_of_month(scan, place, number)
    if unit not in _YEAR_UNITS:
        return None
    first, count = _YEAR_UNITS[unit]
    number = number or count
    return _of_year(scan, place, first + number - 1) if number <= count else None


def _of_year(scan: Scan, index: int, season: int) -> Point | None:
    place = index + 1 if scan.words[index] in {"of", ",", "in"} else index
    year, end = year_behind(scan, place, by_comma=False)
    counted = None if year else year_relative(scan, place)
    if counted is not None:
        year, end = counted
    if year is None:
        return None
    # "the winter of 2018-19" is named by the year in which it begins.
    if (
        scan.words[end] in _DASHES
        and scan.touches(end + 1)
        and scan.number(end + 1, (year + 1) % 100, (year + 1) % 100)
    ):
        end += 2
    return Point(end, date=parse_edtf(f"{year:04}-{season}"), counted=counted is not None)


def year_relative(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the year of ``last year``, ``this year`` or ``next year``, and the token behind."""
    shift = scan.table.shifts.get(scan.words[index])
    if shift is None or scan.words[index + 1] != "year" or scan.reference is None:
        return None
    return scan.reference.year + shift, index + 2


def _week_of_month(scan: Scan, index: int, number: int) -> Point | None:
    """Return ``the first week of May`` as seven days, approximate; 0 is the last week."""
    month = month_first(scan, index + 1, led=True) if scan.words[index] in {"of", "in"} else None
    if month is None or month.day is not None or number > 4:  # noqa: PLR2004 - whole weeks of a month
        return None
    found = settled(scan, month)
    if found is None or found.date is None or found.date.latest is None:
        return None
    last = 7 * number if number else found.date.latest.day
    text = found.date.edtf
    return replace(found, date=parse_edtf(f"{text}-{last - 6:02}~/{text}-{last:02}~"), year=None, month=None)


def _is_bare_month(scan: Scan, index: int, *, led: bool) -> bool:
    """Return whether a month without day and year is one: no abbreviation, no verb, nobody's name."""
    word = scan.words[index]
    if word not in scan.table.months:
        return False
    leads = scan.table.shy_months.get(word)
    before = scan.words[index - 1]
    if leads is not None and before not in leads and not led:
        return False
    return (
        led
        or before in scan.table.year_leads
        or not scan.is_capital(index + 1)
        or scan.words[index + 1] in scan.table.months
    )


def goes_on(scan: Scan, index: int) -> bool:
    """Return whether more of a number or name hangs on a number: ``2,019``, ``2019.5``, ``2019-nCoV``."""
    behind = scan.words[index + 1]
    if not scan.touches(index + 1):
        return False
    if behind in _DASHES:
        return scan.touches(index + 2) and not scan.digits(index + 2)
    if behind in {".", ",", ":", "/"}:
        return scan.touches(index + 2) and bool(scan.digits(index + 2)) and behind != "/"
    return behind.isalnum() or behind in {"%", "°", "_"}


def _is_tied(scan: Scan, index: int) -> bool:
    """Return whether a number hangs on what stands before it: ``$2019``, ``12,2019``, ``COVID-2019``."""
    if not scan.touches(index):
        return False
    before = scan.words[index - 1]
    if before in _DASHES:
        return not scan.digits(index - 2) and scan.words[index - 2] not in scan.table.thirds
    return before not in {"(", "[", "'", '"', "“", "‘", "—"}


def _is_decimal(scan: Scan, index: int) -> bool:
    """Return whether a number is part of ``5.5``, ``4,000``, ``5:30`` or ``5%``."""
    behind = scan.words[index + 1]
    if not scan.touches(index + 1):
        return False
    tied = scan.touches(index + 2) and bool(scan.digits(index + 2))
    if behind == ",":
        return tied and len(scan.words[index + 2]) == len("000")
    return behind == "%" or (tied and behind in {".", ":"})


def _is_amount(scan: Scan, index: int) -> bool:
    return scan.words[index + 1] in scan.table.counted or _before_plural(scan, index)


def _before_plural(scan: Scan, index: int) -> bool:
    """Return whether what stands behind a number looks like a noun in the plural."""
    return not scan.is_capital(index + 1) and looks_plural(scan.words[index + 1])
