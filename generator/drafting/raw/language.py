"""Which language a text is in, by its commonest words; the rules for drafts know English."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Final

_LANGUAGES: Final = {
    "en": ("English", "the of and to in that was for with said on is by from has were which at are be it"),
    "de": (
        "German",
        "der die und das ist nicht von den mit des auf für dem eine sich auch als wurde sind nach wieder",
    ),
    "fr": ("French", "le les des et est une dans que pour qui sur pas par au du ce cette avec aux il elle"),
    "es": ("Spanish", "el los las que del una por con para como más su al fue pero este esta ha son y"),
    "it": ("Italian", "il che di della per una con non gli sono del nel alla anche dei più è stato le ha"),
    "pt": ("Portuguese", "o os que da do das dos uma não para com por mais foi na no ao pelo são está"),
    "nl": ("Dutch", "de het een van en dat niet met voor zijn op te is door aan ook werd naar bij heeft"),
    "pl": ("Polish", "w i na się nie że do z jest o jak to po od za przez ale oraz dla został"),
    "sv": ("Swedish", "och att det som en på är av för med den inte till ett har de från var om vid"),
    "da": ("Danish", "og at det som en på er af for med den ikke til et har de fra var om blev"),
    "tr": ("Turkish", "ve bir bu için ile da de olarak olan en daha çok sonra kadar gibi ise ancak her"),
}
"""Name, and words that stand in nearly every paragraph."""

_WORDS: Final = {tag: frozenset(words.split()) for tag, (_, words) in _LANGUAGES.items()}
_SCRIPTS: Final = {
    "ru": ("Russian, or another language in Cyrillic letters", "\u0400", "\u04ff"),
    "el": ("Greek", "\u0370", "\u03ff"),
    "he": ("Hebrew", "\u0590", "\u05ff"),
    "ar": ("Arabic, or another language in Arabic letters", "\u0600", "\u06ff"),
    "hi": ("Hindi, or another language in Devanagari", "\u0900", "\u097f"),
    "th": ("Thai", "\u0e00", "\u0e7f"),
    "ja": ("Japanese", "\u3040", "\u30ff"),
    "zh": ("Chinese", "\u4e00", "\u9fff"),
    "ko": ("Korean", "\uac00", "\ud7af"),
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 4000
"""Words that are looked at."""

_LEAST: Final = 3
"""Common words below which nothing is told."""


def detect_language(text: str) -> str | None:
    """Return the tag of the language (BCP 47) that most of the beginning is in; None where it cannot be told.

    By writing system first; among languages in Latin letters the one with most of its commonest words.
    """
    words = Counter(match.group().lower() for match in islice(_WORD.finditer(text), _ENOUGH))
    total = words.total()
    foreign = {word[0]: 0 for word in words if not word[0].isascii()}
    for word, count in words.items() if foreign else ():
        if word[0] in foreign:
            foreign[word[0]] += count
    for tag, (_, low, high) in _SCRIPTS.items() if foreign else ():
        share = 0.1 if tag == "ja" else 0.5
        if sum(count for letter, count in foreign.items() if low <= letter <= high) > share * total:
            return tag
    counts = {tag: sum(words[word] for word in known if word in words) for tag, known in _WORDS.items()}
    best = max(counts, key=lambda tag: counts[tag])
    others = max(count for tag, count in counts.items() if tag != best)
    return best if counts[best] >= _LEAST and counts[best] > others else None


def language_note(tag: str | None) -> str | None:
    """Return what to tell a person of a language that the rules do not read; None for English."""
    if tag is None or tag.partition("-")[0].lower() == "en":
        return None
    base = tag.partition("-")[0].lower()
    name = _LANGUAGES[base][0] if base in _LANGUAGES else _SCRIPTS.get(base, (tag,))[0]
    return (
        f"the text seems to be {name} ({tag}), and the rules read English: only figures in digits, "
        "words in quotation marks and names are suggested"
    )
