"""Days as other languages write them, on a line of their own: ``13. Mai 2031``, ``Publié le 13 mai 2031``."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_MONTHS: Final = {
    name: number
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    )
    for number, name in enumerate(names.split(), 1)
}
"""Months of German, French, Spanish, Italian, Dutch and Portuguese; no name means two months."""

_DAY: Final = re.compile(
    r"(?:[^\W\d_]+[,:]? ){0,4}(\d{1,2})(?:\.|er|º)? (?:de )?([^\W\d_]{3,10})(?: de| del)? (\d{4})\.?"
)


def foreign_day(line: str) -> dt.date | None:
    """Return the day that a whole line is, a few words before it aside; None for anything else."""
    match = _DAY.fullmatch(line)
    month = _MONTHS.get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    try:
        return dt.date(int(match[3]), month, int(match[1]))
    except ValueError:
        return None
