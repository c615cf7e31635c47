"""Units of quantities: their codes, and the words that stand for them.

Sources: UCUM (case-sensitive codes) for measures, ISO 4217 for currencies. A word that may mean several units
(pounds, pesos, degrees) is not in the table: it is then the thing counted, as the words say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct


class Unit(Struct, frozen=True, kw_only=True):
    """One unit."""

    code: str
    """UCUM or ISO 4217 code."""

    singular: str
    plural: str
    symbol: str = ""
    """The sign that stands for the name in a label: before the number for a currency, behind it otherwise."""

    is_currency: bool = False

    @property
    def is_time(self) -> bool:
        """Return whether it measures how long something takes."""
        return self.code in _TIMES

    @property
    def is_share(self) -> bool:
        """Return whether it says how large a part of something is."""
        return self.code.startswith("%")


_TIMES: Final = frozenset(["s", "min", "h", "d", "wk", "mo", "a"])

# code | singular | plural | further words, in any case | signs, in just this case
_MEASURES: Final = """
s            | second               | seconds              |                                    |
min          | minute               | minutes              | min, mins                          |
h            | hour                 | hours                | hr, hrs                            | h
d            | day                  | days                 |                                    |
wk           | week                 | weeks                | wk, wks                            |
mo           | month                | months               |                                    |
a            | year                 | years                | yr, yrs                            |
%            | per cent             | per cent             | percent, percents, pct             | %
%{point}     | percentage point     | percentage points    | percent points, percentage - point |
mm           | millimetre           | millimetres          | millimeter, millimeters            | mm
cm           | centimetre           | centimetres          | centimeter, centimeters            | cm
m            | metre                | metres               | meter, meters                      | m
km           | kilometre            | kilometres           | kilometer, kilometers, kms         | km
[in_i]       | inch                 | inches               |                                    |
[ft_i]       | foot                 | feet                 | ft                                 |
[yd_i]       | yard                 | yards                |                                    |
[mi_i]       | mile                 | miles                |                                    |
[nmi_i]      | nautical mile        | nautical miles       |                                    |
m2           | square metre         | square metres        | square meter, square meters, sq m  | m², m 2
km2          | square kilometre | square kilometres | square kilometer, square kilometers, sq km | km², km 2
[sft_i]      | square foot          | square feet          | sq ft                              |
[smi_us]     | square mile          | square miles         | sq mi                              |
har          | hectare              | hectares             |                                    | ha
[acr_us]     | acre                 | acres                |                                    |
m3           | cubic metre          | cubic metres         | cubic meter, cubic meters          | m³
L            | litre                | litres               | liter, liters                      |
[gal_us]     | US gallon            | US gallons           | gallon, gallons, U.S. gallon, U.S. gallons |
[gal_br]     | imperial gallon      | imperial gallons     |                                    |
[bbl_us]     | barrel               | barrels              |                                    |
mg           | milligram            | milligrams           | milligramme, milligrammes          | mg
g            | gram                 | grams                | gramme, grammes                    |
kg           | kilogram             | kilograms            | kilogramme, kilogrammes, kilo, kilos | kg
t            | tonne                | tonnes               | metric ton, metric tons            |
[lb_av]      | pound (weight)       | pounds (weight)      | lb, lbs                            |
[oz_av]      | ounce                | ounces               | oz                                 |
Cel          | degree Celsius       | degrees Celsius      | degrees centigrade                 | ° C, C °
[degF]       | degree Fahrenheit    | degrees Fahrenheit   |                                    | ° F
km/h         | kilometre per hour | kilometres per hour | kilometers per hour, kph | km / h
[mi_i]/h     | mile per hour        | miles per hour       | mph                                |
m/s          | metre per second     | metres per second    | meters per second                  | m / s
[kn_i]       | knot                 | knots                |                                    |
J            | joule                | joules               |                                    |
kW           | kilowatt             | kilowatts            |                                    | kW
MW           | megawatt             | megawatts            |                                    | MW
GW           | gigawatt             | gigawatts            |                                    | GW
kW.h         | kilowatt hour        | kilowatt hours       | kilowatt - hour, kilowatt - hours  | kWh
MW.h         | megawatt hour        | megawatt hours       | megawatt - hour, megawatt - hours  | MWh
GW.h         | gigawatt hour        | gigawatt hours       | gigawatt - hour, gigawatt - hours  | GWh
TW.h         | terawatt hour        | terawatt hours       | terawatt - hour, terawatt - hours  | TWh
Hz           | hertz                | hertz                |                                    | Hz
kHz          | kilohertz            | kilohertz            |                                    | kHz
MHz          | megahertz            | megahertz            |                                    | MHz
GHz          | gigahertz            | gigahertz            |                                    | GHz
By           | byte                 | bytes                |                                    |
kBy          | kilobyte             | kilobytes            |                                    | kB, KB
MBy          | megabyte             | megabytes            |                                    | MB
GBy          | gigabyte             | gigabytes            |                                    | GB
TBy          | terabyte             | terabytes            |                                    | TB
"""

# code | singular | plural | further words, in any case | signs, the first one for labels
_CURRENCIES: Final = """
USD | US dollar           | US dollars            | dollar, dollars, U.S. dollars         | $, US$
EUR | euro                | euros                 |                                       | €
GBP | pound sterling      | pounds sterling       | British pound, British pounds, quid   | £
JPY | yen                 | yen                   | Japanese yen                          | ¥
CNY | yuan                | yuan                  | renminbi, Chinese yuan                |
INR | Indian rupee        | Indian rupees         |                                       | ₹
RUB | rouble              | roubles               | ruble, rubles, Russian rubles, Russian roubles | ₽
CAD | Canadian dollar     | Canadian dollars      |                                       | C$, CA$
AUD | Australian dollar   | Australian dollars    |                                       | A$, AU$
NZD | New Zealand dollar  | New Zealand dollars   |                                       | NZ$
HKD | Hong Kong dollar    | Hong Kong dollars     |                                       | HK$
SGD | Singapore dollar    | Singapore dollars     |                                       | S$
BRL | Brazilian real      | Brazilian reais       | reais                                 | R$
CHF | Swiss franc         | Swiss francs          |                                       |
SEK | Swedish krona       | Swedish kronor        |                                       |
NOK | Norwegian krone     | Norwegian kroner      |                                       |
DKK | Danish krone        | Danish kroner         |                                       |
PLN | złoty               | złotys                | zloty, zlotys, zlotych                |
CZK | Czech koruna        | Czech korunas         |                                       |
HUF | forint              | forints               |                                       |
TRY | Turkish lira        | Turkish lira          | Turkish liras                         | ₺
ILS | shekel              | shekels               |                                       | ₪
UAH | hryvnia             | hryvnias              |                                       | ₴
ZAR | South African rand  | South African rand    | rand                                  |
NGN | naira               | naira                 |                                       |
KRW | South Korean won    | South Korean won      |                                       | ₩
THB | baht                | baht                  |                                       |
IDR | rupiah              | rupiah                |                                       |
MYR | ringgit             | ringgit               |                                       |
MXN | Mexican peso        | Mexican pesos         |                                       |
ARS | Argentine peso      | Argentine pesos       |                                       |
CLP | Chilean peso        | Chilean pesos         |                                       |
COP | Colombian peso      | Colombian pesos       |                                       |
PHP | Philippine peso     | Philippine pesos      |                                       |
AED | UAE dirham          | UAE dirhams           |                                       |
SAR | Saudi riyal         | Saudi riyals          |                                       |
"""


def _listed(cell: str) -> list[str]:
    return [" ".join(word.split()) for word in cell.split(",") if word.strip()]


def _table() -> tuple[dict[str, Unit], dict[tuple[str, ...], Unit], dict[tuple[str, ...], Unit]]:
    """Return the units by code, by their words in lower case and by their signs."""
    units: dict[str, Unit] = {}
    words: dict[tuple[str, ...], Unit] = {}
    signs: dict[tuple[str, ...], Unit] = {}
    for table, is_currency in ((_MEASURES, False), (_CURRENCIES, True)):
        for line in table.strip().splitlines():
            code, singular, plural, more, marks = (cell.strip() for cell in line.split("|"))
            marked = _listed(marks)
            symbol = marked[0] if is_currency and marked else "%" if code == "%" else ""
            unit = Unit(code=code, singular=singular, plural=plural, symbol=symbol, is_currency=is_currency)
            units[code] = unit
            for form in (singular, plural, *_listed(more)):
                words[tuple(form.lower().split())] = unit
            for form in (*marked, *([code] if is_currency else [])):
                signs[tuple(form.split())] = unit
    return units, words, signs


UNITS, _WORDS, _SIGNS = _table()
_LONGEST: Final = max(map(len, (*_WORDS, *_SIGNS)))
_FIRST: Final = {form[0] for form in _WORDS} | {form[0] for form in _SIGNS}


def may_be_unit(text: str) -> bool:
    """Return whether a unit may begin with a word or sign."""
    return text in _FIRST or text.lower() in _FIRST


def unit_at(texts: Sequence[str]) -> tuple[Unit, int] | None:
    """Return the unit that the first of these words and signs name, and how many of them; the longest."""
    if not texts or not may_be_unit(texts[0]):
        return None
    for length in range(min(_LONGEST, len(texts)), 0, -1):
        form = tuple(texts[:length])
        unit = _SIGNS.get(form) or _WORDS.get(tuple(text.lower() for text in form))
        if unit is not None:
            return unit, length
    return None


LONGEST_UNIT: Final = _LONGEST
"""The most words that one unit has."""
