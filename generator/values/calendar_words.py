"""The words of calendars and clocks, a table for each language.

Keys are lower case, one token or several with spaces between; ``'`` stands for any apostrophe.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Final

from msgspec import Struct


class Unit(StrEnum):
    """What lengths of time are counted in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Direction(Enum):
    """Which side of a date words mean."""

    AT = "at"
    BEFORE = "before"
    """The date itself is left out."""

    UNTIL = "until"
    AFTER = "after"
    """The date itself is left out."""

    FROM = "from"
    SINCE = "since"
    """As from, and always in the past."""

    BETWEEN = "between"


class Degree(Enum):
    """How a length of time is limited."""

    ABOUT = "about"
    MORE = "more"
    LESS = "less"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(**directions: str) -> dict[str, Direction]:
    return {phrase: Direction[name] for name, text in directions.items() for phrase in text.split(", ")}


class CalendarWords(Struct, frozen=True, kw_only=True):
    """All that one language says about dates."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    """Read only with a capital letter and a number beside them."""

    shy_months: Mapping[str, frozenset[str]]
    """Months that are ordinary words or names too: the words that must stand before them when alone."""

    weekdays: Mapping[str, int]
    """0 is Monday."""

    weekday_abbreviations: Mapping[str, int]
    weekday_names_before: frozenset[str]
    """Words that make a weekday a name (Black Friday) or a habit (every Friday)."""

    weekday_names_behind: frozenset[str]
    """Capitalised words that make a weekday part of a name (Sunday Times)."""

    seasons: Mapping[str, int]
    """To EDTF seasons."""

    feasts: Mapping[str, tuple[int, int]]
    """Fixed feasts: month and day."""

    units: Mapping[str, tuple[int, Unit]]
    plural_units: frozenset[str]
    numbers: Mapping[str, int]
    tens: Mapping[str, int]
    vague_numbers: frozenset[str]
    """Each may follow ``a``, and ``of`` may follow it."""

    ordinals: Mapping[str, int]
    final: frozenset[str]
    ordinal_endings: frozenset[str]
    days: Mapping[str, tuple[int, int]]
    """Phrases that name days: first and last day, counted from the reference."""

    shifts: Mapping[str, int]
    """Which week, month, year: -1 for the last, 0 for this, 1 for the next."""

    day_parts: frozenset[str]
    within_day: frozenset[str]
    """Words before a day that leave it as it is (``late on Monday``)."""

    thirds: Mapping[str, int]
    """Parts of a month, year or decade: 0 early, 1 in the middle, 2 late."""

    directions: Mapping[str, Direction]
    clock_leads: Mapping[str, Direction]
    """What may stand before a time of day; the day that follows is then never left out."""

    degrees: Mapping[str, Degree]
    rough: frozenset[str]
    """Words before a date that make it approximate or unspecific."""

    clock_words: frozenset[str]
    zones: frozenset[str]
    range_words: frozenset[str]
    year_leads: frozenset[str]
    """Words before which a number of four digits is a year."""

    not_year_leads: frozenset[str]
    counted: frozenset[str]
    """Words behind a number that make it an amount, besides plurals."""

    not_plural: frozenset[str]
    """Words that end like plurals and are none, or that a year as often stands before (the 2019 sales)."""

    week_kinds: frozenset[str]
    """Words before ``week 20`` that say it is a week of the calendar."""

    week_edges: Mapping[str, Direction]
    """Words between ``the week`` and a day: one in it, its first or its last."""

    week_of_what: frozenset[str]
    """Words near ``week 20`` that speak of what has weeks of its own, counted from its beginning."""

    weekend_leads: frozenset[str]
    """Words before ``the weekend`` that make it the one nearest to the reference."""

    stretch_leads: frozenset[str]
    """Words before ``the last week`` that make it a stretch of time up to the reference."""

    verb_leads: frozenset[str]
    """Words before ``last`` that make it a verb."""


_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),
        1,
    )
}
_TENS: Final = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_MONTHS: Final = {
    word: number
    for number, word in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_WEEKDAYS: Final = {
    word: number
    for number, word in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_SHORT_MONTHS: Final = {word[:3]: number for word, number in _MONTHS.items()} | {"sept": 9}
_SHORT_WEEKDAYS: Final = {word[:3]: number for word, number in _WEEKDAYS.items()} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_TIME_LEADS: Final = _words("in since until till during early mid late last next this from throughout")

ENGLISH: Final = CalendarWords(
    months=_MONTHS,
    month_abbreviations=_SHORT_MONTHS,
    shy_months={
        "may": _TIME_LEADS,
        "march": _TIME_LEADS | _words("by before after between"),
        "august": _TIME_LEADS | _words("by before after between and to"),
    },
    weekdays=_WEEKDAYS,
    weekday_abbreviations=_SHORT_WEEKDAYS,
    weekday_names_before=_words(
        """black good easter ash bloody super palm cyber maundy shrove whit casual holy giving fat blue ruby
        every each most girl freaky orange bright spy"""
    ),
    weekday_names_behind=_words("times telegraph mail mirror herald express people post live football"),
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    feasts={
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "new year ' s day": (1, 1),
        "new year ' s eve": (12, 31),
        "halloween": (10, 31),
    },
    units={
        name + ending: length
        for name, length in {
            "minute": (1, Unit.MINUTE),
            "hour": (1, Unit.HOUR),
            "day": (1, Unit.DAY),
            "week": (1, Unit.WEEK),
            "fortnight": (2, Unit.WEEK),
            "month": (1, Unit.MONTH),
            "year": (1, Unit.YEAR),
            "decade": (10, Unit.YEAR),
        }.items()
        for ending in ("", "s")
    },
    plural_units=_words("minutes hours days weeks fortnights months years decades"),
    numbers=_NUMBERS,
    tens=_TENS,
    vague_numbers=_words("few several couple"),
    ordinals={
        word: number
        for number, word in enumerate(
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
            fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
            1,
        )
    },
    final=_words("last final"),
    ordinal_endings=_words("st nd rd th"),
    days={
        "today": (0, 0),
        "tonight": (0, 0),
        "this morning": (0, 0),
        "this afternoon": (0, 0),
        "this evening": (0, 0),
        "yesterday": (-1, -1),
        "tomorrow": (1, 1),
        "the day before yesterday": (-2, -2),
        "the day after tomorrow": (2, 2),
        "last night": (-1, 0),
        "overnight": (-1, 0),
    },
    shifts={"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1},
    day_parts=_words("morning afternoon evening night midday noon midnight lunchtime dawn dusk"),
    within_day=_words("early late earlier later"),
    thirds={
        "early": 0,
        "early in": 0,
        "earlier in": 0,
        "the early": 0,
        "the beginning of": 0,
        "beginning of": 0,
        "the start of": 0,
        "start of": 0,
        "mid": 1,
        "mid -": 1,
        "the mid -": 1,
        "the middle of": 1,
        "middle of": 1,
        "late": 2,
        "late in": 2,
        "later in": 2,
        "the late": 2,
        "the end of": 2,
        "end of": 2,
    },
    directions=_phrases(
        AT="""on, in, at, for, during, over, throughout, within, as of, late on, early on, later on, \
earlier on""",
        BEFORE="before, ahead of, prior to",
        UNTIL="until, till, by, up to, up until, no later than, not later than",
        AFTER="after",
        FROM="from, starting, starting on, beginning, beginning on, as early as, as soon as, effective",
        SINCE="since, ever since",
        BETWEEN="between",
    ),
    clock_leads=_phrases(
        AT="at, around, about, at around, at about, shortly before, shortly after, just before, just after",
        UNTIL="before, by, until, till",
        FROM="after, from, since, starting at",
    ),
    degrees={
        "about": Degree.ABOUT,
        "around": Degree.ABOUT,
        "nearly": Degree.ABOUT,
        "almost": Degree.ABOUT,
        "roughly": Degree.ABOUT,
        "approximately": Degree.ABOUT,
        "some": Degree.ABOUT,
        "more than": Degree.MORE,
        "over": Degree.MORE,
        "at least": Degree.MORE,
        "well over": Degree.MORE,
        "less than": Degree.LESS,
        "under": Degree.LESS,
        "not even": Degree.LESS,
    },
    rough=_words("about around circa approximately roughly"),
    clock_words=_words("noon midnight midday"),
    zones=_words("gmt utc bst est edt cst cdt mst mdt pst pdt cet cest eet eest ist jst aest aedt et pt ct"),
    range_words=_words("to until till through"),
    year_leads=_words(
        """in since until till by before after from during of throughout between early mid late year to
        through summer winter spring autumn fall election circa and for the its his her their our upcoming
        january february march april may june july august september october november december back"""
    ),
    not_year_leads=_words(
        """about nearly some than least most over approximately around only roughly almost exactly another
        further least under up number no"""
    ),
    counted=_words(
        """people men women children police troops staff percent million billion thousand hundred km kg m cm
        mm ft mph kw mw gw of or more new other dead military civilian euros pounds dollars personnel"""
    ),
    not_plural=_words(
        """was is has his its this us as yes news politics elections olympics series gas bus analysis crisis
        sports always thus perhaps does les los besides across towards sales results earnings revenues
        profits figures protests riots floods wildfires attacks bombings hurricanes games finals playoffs
        championships accords talks rules budgets accounts"""
    ),
    stretch_leads=_words("over in within during for throughout"),
    verb_leads=_words(
        "to will would may might can could should must shall ll not cannot did does which that"
    ),
    week_kinds=_words("calendar iso"),
    week_edges=_phrases(
        AT="of", FROM="beginning, starting, commencing, beginning on, starting on", UNTIL="ending, ended, to"
    ),
    week_of_what=_words(
        """trial trials study studies patient patients participants volunteers dose doses treatment placebo
        pregnancy pregnant gestation season seasons course courses semester term curriculum contestants
        judges show episode episodes playoffs quarterback touchdown touchdowns nfl fixture fixtures
        lockdown diet"""
    ),
    weekend_leads=_words("at on over during throughout for until by since after before of"),
)
