"""Words and signs that are numbers in English, with what they are worth."""

from __future__ import annotations

from typing import Final

SMALL: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
TEN: Final = 10
HUNDRED: Final = 100
GROUP: Final = 3
"""Digits between two separators."""

SCALES: Final = {"dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
GLUED_SCALES: Final = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}
MONEY_SCALES: Final = {"m": 10**6, "b": 10**9, "t": 10**12}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split(),
        start=2,
    )
}
DENOMINATORS: Final = {"quarter": 4} | {
    word: number for word, number in ORDINALS.items() if GROUP <= number <= HUNDRED
}
VULGAR: Final = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
}
STARTS: Final = frozenset([*SMALL, *ORDINALS, *VULGAR, "a", "an", "half"])
NUMBER_WORDS: Final = frozenset(
    [
        *SMALL,
        *ORDINALS,
        *SCALES,
        "hundred",
        "half",
        *DENOMINATORS,
        *(f"{word}s" for word in DENOMINATORS),
    ]
)
"""Every number without digits or signs holds one of these."""

VULGAR_FRACTIONS: Final = "".join(VULGAR)
