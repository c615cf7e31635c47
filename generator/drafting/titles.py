"""Titles before names, and words for people that take the place of names."""

from __future__ import annotations

from typing import Final

from generator.kinds import reporting

COURTESY: Final = frozenset(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Dame Lord Lady Prof Prof. Rev Rev. Fr Fr. Hon Hon. Sheikh Imam
    """.split()
)
MALE_TITLES: Final = frozenset(
    """
    mr mr. sir lord king prince sheikh imam father pope chairman spokesman congressman businessman
    policeman fireman actor brother son husband man boy duke emperor
    """.split()
)
FEMALE_TITLES: Final = frozenset(
    """
    mrs mrs. ms ms. miss dame lady queen princess chairwoman spokeswoman congresswoman businesswoman
    policewoman actress sister daughter wife mother woman girl duchess empress
    """.split()
)
SHORT: Final = frozenset(
    """
    Sen Sen. Gov Gov. Rep Rep. Gen Gen. Lt Lt. Col Col. Capt Capt. Maj Maj. Sgt Sgt. Cmdr Cmdr. Adm Adm.
    Det Det. Supt Supt. Insp Insp. PM MP CEO CFO COO CTO
    """.split()
)
"""Titles cut short."""

_BEFORE: Final = frozenset(
    """
    acting assistant associate attorney chief co deputy district ex executive federal first foreign
    former finance defence defense interior health justice education energy environment prime vice senior
    junior lead managing general home interim lieutenant major brigadier rear staff state transport trade
    treasury press police interim new outgoing incoming then late minority majority house senate shadow
    second
    """.split()
)
"""Words that belong to a title when one follows them."""

TITLES: Final = frozenset(
    {
        *reporting.TITLES,
        *"""
        admiral baron baroness boss brigadier caliph candidate cardinal caretaker coach columnist
        comedian consul cleric commissar corporal count countess czar designer detective dr duchess duke
        emir emperor engineer farmer firefighter footballer singer guitarist hero inspector-general
        lawmaker lord marshal marshall musician nurse pastor patriarch pilot poet policeman preacher
        priest private provost rabbi rector republican democrat reverend scholar sheikh singer solicitor
        specialist striker sultan treasurer tycoon undersecretary vicar warden whip winner father mother
        """.split(),
    }
)

PEOPLE: Final = frozenset(
    {
        *TITLES,
        *"""
        man woman boy girl person source spokesperson resident witness neighbour neighbor relative friend
        fan user passenger passer-by bystander survivor customer patient driver voter insider veteran
        soldier policeman policewoman observer onlooker colleague father mother brother sister son
        daughter wife husband parent teenager youth child suspect defendant prisoner hostage refugee
        migrant villager tourist commentator spectator caller viewer reader employee subscriber guest
        """.split(),
    }
)
"""Nouns for one person."""

OCCUPATIONS: Final = ("ologist", "onomist", "cientist", "urnalist", "ctivist", "rtist", "ician", "orian")
"""Endings of nouns for one person."""

PLURAL_PEOPLE: Final = frozenset(
    {
        *reporting.GROUPS,
        *(f"{word}s" for word in PEOPLE if not word.endswith(("s", "man", "woman", "ss"))),
        *"women men people witnesses officials authorities investigators eyewitnesses spokesmen".split(),
    }
)


def is_title(word: str) -> bool:
    """Return whether a word can be the last one of a title before a name."""
    return word in COURTESY or word in SHORT or word.lower() in TITLES


def may_be_in_title(word: str) -> bool:
    """Return whether a word can stand in a title before its last word: ``Prime`` of ``Prime Minister``."""
    return word.lower() in _BEFORE or is_title(word)
