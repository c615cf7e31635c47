"""The words of attribution in English news prose: which verbs report, and which words stand around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_REGULAR: Final = """
    acknowledge accuse add admit affirm allege announce answer argue ask assert blame boast brand call caution
    characterise characterize cite claim comment complain concede conclude condemn confirm contend continue
    counter criticise criticize declare decry defend demand denounce deny describe disclose dismiss dub
    elaborate emphasise emphasize estimate exclaim explain express hint indicate inform insist joke label
    lament maintain mention note object observe opine pledge post praise predict proclaim promise pronounce
    propose question quip reaffirm recall recommend recount refuse reiterate remark remind repeat reply report
    request respond reveal shout signal state stress suggest testify threaten tweet urge voice vow warn
    welcome
""".split()
_DOUBLED: Final = {"admit": "admitt", "quip": "quipp", "dub": "dubb", "signal": "signall", "label": "labell"}
_IRREGULAR: Final = {
    "said": ("say", "says", "saying"),
    "told": ("tell", "tells", "telling"),
    "wrote": ("write", "writes", "writing"),
    "swore": ("swear", "swears", "swearing"),
    "spoke": ("speak", "speaks", "speaking"),
    "read": ("reads", "reading"),
    "held": ("holds",),
    "went": ("goes",),
}
_PARTICIPLES: Final = {"written", "sworn", "spoken", "held", "said", "told", "read"}

ACCORDING: Final = "according"

NOUNS_OFTEN: Final = frozenset(
    """
    answers blames boasts brands calls claims comments continues counters demands doubts estimates hints jokes
    labels mentions notes objects pledges posts promises questions quips reports requests remarks replies
    says signals states threatens tweets voices vows reading writing
    """.split()
)
"""Forms that are nouns as often as verbs."""

LISTENERS: Final = frozenset(
    "told tell tells telling asked asks asking informed reminded urged urges urging warned accused".split()
)
"""Verbs that name behind them whom they are addressed to, so that their speaker never follows them."""


def _third_person(verb: str) -> str:
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "s"


def _pasts() -> Iterator[str]:
    for verb in _REGULAR:
        plain = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeou" else verb.removesuffix("e")
        yield plain + "ed"
        if verb in _DOUBLED:
            yield _DOUBLED[verb] + "ed"


def _participles_present() -> Iterator[str]:
    for verb in _REGULAR:
        yield verb.removesuffix("e") + "ing"
        if verb in _DOUBLED:
            yield _DOUBLED[verb] + "ing"
    yield from (form for forms in _IRREGULAR.values() for form in forms if form.endswith("ing"))


PRESENT_PARTICIPLES: Final = frozenset(_participles_present())
PAST_PARTICIPLES: Final = frozenset({*_pasts(), *_PARTICIPLES})
"""Forms that, behind a form of *to be*, say what was said of or to somebody."""

INFINITIVES: Final = frozenset({"say", "tell", "add", "insist", "warn", "argue", "write", "declare", "admit"})
"""Base forms that report behind *to* or a plural (``went on to say``, ``officials say``)."""

VERBS: Final = frozenset(
    {
        *PAST_PARTICIPLES,
        *PRESENT_PARTICIPLES,
        *INFINITIVES,
        *_IRREGULAR,
        *(form for forms in _IRREGULAR.values() for form in forms),
        *(_third_person(verb) for verb in _REGULAR),
        ACCORDING,
    }
    - {"went", "goes", "hold", "holds", "speak"}
)
"""Every form that can report. ``went on`` is found by its other words."""

AUXILIARIES: Final = frozenset(
    """
    has have had having did does do didn't doesn't would will could may might can should must to is are was
    were be been being wasn't isn't weren't went goes go going came wants wanted began begins sought tried
    """.split()
)
BE: Final = frozenset("is are was were be been being wasn't isn't weren't".split())
ADVERBS: Final = frozenset(
    """
    also later then now again already earlier since once often further still just even only simply never not
    too both all always soon meanwhile however on far instead thus therefore as quoted today yesterday tonight
    tomorrow
    """.split()
)
"""What may stand between a subject and its verb, besides adverbs in -ly."""

CALENDAR: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)

PREPOSITIONS: Final = frozenset(
    """
    about across after against along amid among around as at before behind beside between by despite during
    following for from in inside into like near of off on outside over per regarding since through throughout
    to toward towards under until up upon via with within without
    """.split()
)
CONJUNCTIONS: Final = frozenset(
    "and but or nor then while whereas though although because if when whether that than so".split()
)
RELATIVES: Final = frozenset({"who", "which", "whom", "whose"})
PERSONAL: Final = frozenset({"he", "she"})
PRONOUNS: Final = frozenset(
    """
    he she it they we i you one someone somebody nobody everyone others another some several many few none all
    these those this
    """.split()
)
DETERMINERS: Final = frozenset("the a an his her its their our my your no every each this that".split())
TITLES: Final = frozenset(
    """
    actor activist administrator adviser advisor aide ambassador analyst archbishop artist attorney author
    bishop captain cardinal chair chairman chairperson chairwoman chancellor chief colonel commander
    commissioner congressman congresswoman constable coordinator correspondent councillor counsel
    co-founder co-chair critic dean delegate deputy diplomat director doctor economist editor envoy executive
    expert founder general governor head historian inspector investigator journalist judge justice king lawyer
    leader lieutenant major manager mayor member minister mp negotiator officer official owner partner player
    politician pope premier president prince princess principal professor prosecutor protester queen
    rapporteur reporter representative researcher scientist secretary senator sergeant sheriff speaker
    spokesman spokesperson spokeswoman student superintendent teacher victim worker writer
    """.split()
)
"""Nouns that stand before a name, or take its place."""

GROUPS: Final = frozenset(
    """
    agency agencies aides allies analysts army authorities authority campaigners critics department doctors
    embassy experts family father firefighters forces government hospital husband journalists lawmakers
    lawyers leaders media members military ministers ministry mother officers officials opposition
    organisers organizers parliament party police prosecutors protesters rescuers researchers residents
    scientists senators son daughter brother sister sources source staff supporters survivors team troops
    union website wife witnesses workers report reports statement study poll documents
    """.split()
)
"""Nouns that are themselves the ones who speak."""

INSTITUTIONS: Final = frozenset(
    """
    academy agency bank board bureau chamber court department house institute ministry office school
    university
    """.split()
)
"""Nouns whose *of* belongs to a name: ``Bank of England governor``."""

DOCUMENTS: Final = frozenset(
    """
    announcement communique complaint data figures filing letter memo message note poll post
    report release
    statement study survey tweet video
    """.split()
)
"""What somebody says something in: *a statement from the ministry said*."""

CHANNELS: Final = frozenset(
    """
    a an the his her its their in on at to by via of for late early during local state national foreign
    news media press reporters journalists lawmakers members broadcaster television tv radio newspaper
    agency statement interview speech letter briefing conference post tweet message memo e-mail email
    court parliament congress twitter video address announcement televised telephone phone written joint
    separate public morning afternoon evening night this that
    """.split()
)
"""What may stand between a reporting verb and its date: to whom and in what something was said."""
