"""What can be wrong, as values: a code, a message, a place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from generator.text import Location


class Severity(StrEnum):
    """An error fails the build; a warning fails it only when strict; a note fails nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Struct, frozen=True):
    """One kind of problem; its section in ``docs/problems.md`` bears its name."""

    name: str
    severity: Severity
    summary: str


class Problem(Struct, frozen=True, kw_only=True):
    """One thing wrong."""

    code: str
    """A key of ``CODES``."""

    message: str
    """What was expected and what was found, in one sentence without a full stop."""

    location: Location

    example: str | None = None
    """How it could be written instead."""

    related: tuple[Location, ...] = ()
    """Other places that belong to it, such as the first of two equal ids."""

    @property
    def severity(self) -> Severity:
        """Return how bad it is, from the table of codes."""
        return CODES[self.code].severity

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sort by place, then by code and message."""
        return (self.location, self.code, self.message)


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the nearest known word, or nothing."""
    near = difflib.get_close_matches(found, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


_E: Final = Severity.ERROR
_W: Final = Severity.WARNING
_N: Final = Severity.NOTE

CODES: Final = {
    code.name: code
    for code in (
        # files
        Code("unreadable-file", _E, "A file cannot be read: not UTF-8, a NUL, too large, or not there."),
        Code("broken-front-matter", _E, "The YAML cannot be parsed, or has no closing line."),
        Code("unsafe-slug", _E, "A file name cannot serve as the address of a page."),
        # declarations
        Code("duplicate-key", _E, "A key stands twice in one mapping."),
        Code("unknown-key", _E, "A key that nothing reads."),
        Code("missing-key", _E, "A key that must be there is not."),
        Code("bad-value", _E, "A value of the wrong type or form."),
        Code("missing-source", _W, "An article without publisher or URL."),
        Code("unknown-story", _E, "A story that no registry declares."),
        Code("conflicting-actor", _E, "Two declarations of one actor disagree."),
        Code("duplicate-slug", _E, "Two articles claim one address."),
        Code("duplicate-alias", _W, "One name or alias belongs to two actors."),
        Code("unused-actor", _W, "An actor is declared and never used."),
        Code("unused-measure", _W, "A measure is declared and never used."),
        Code("unused-story", _W, "A story is declared and has no article."),
        Code("four-eyes", _E, "A sign-off that contradicts itself."),
        Code("held-back", _N, "An article that is not published now, and why."),
        # drafts
        Code("not-draftable", _E, "A raw text of which no draft can be made."),
        # marks
        Code("stray-mark", _E, "Something looks like a mark and is not one."),
        Code("broken-mark", _E, "A mark's braces do not parse."),
        Code("duplicate-attribute", _E, "A key is given twice in one mark."),
        Code("empty-mark", _E, "A mark without words."),
        Code("crowded-marks", _E, "More marks cover one place than can be read."),
        Code("unknown-kind", _E, "A mark of no known kind."),
        Code("unknown-standing", _E, "A class that is no standing of this kind."),
        Code("unknown-attribute", _E, "A key that this kind does not read."),
        Code("duplicate-id", _E, "One id is given to two marks."),
        Code("bad-id", _E, "An id that cannot serve as an anchor."),
        Code("unsupported-markdown", _E, "Markdown that would change a word of the source."),
        # standoff
        Code("text-missing", _W, "The text of a standoff article is not at hand."),
        Code("text-needed", _E, "Words without positions, and no text to find them in."),
        Code("hash-mismatch", _E, "The text is not the one that was annotated."),
        Code("words-not-found", _E, "The recorded words stand nowhere in the text."),
        Code("words-moved", _E, "The recorded words stand elsewhere in the text."),
        Code("ambiguous-words", _E, "Words without positions stand in several places."),
        Code("context-mismatch", _E, "The words stand in the text, but not between the recorded context."),
        Code("unverified-words", _W, "Positions without words, in a text without a recorded hash."),
        Code("bad-position", _E, "A position that is not in the text."),
        # evidence
        Code("weak-words", _W, "Words that cannot carry the fact that rests on them."),
        Code("far-speaker", _W, "A speaker who is not named in or near the quote."),
        # rights
        Code("too-much-shown", _E, "Excerpts that show more of a text than is allowed."),
        Code("withheld-words", _E, "Own words that are those of a text that is withheld."),
        # references
        Code("unknown-actor", _E, "A reference to no actor."),
        Code("unknown-measure", _E, "A reference to no measure."),
        Code("unknown-fact", _E, "A reference to no fact."),
        Code("withdrawn-fact", _E, "A reference to what is withdrawn."),
        Code("withdrawn-in-use", _E, "Something is withdrawn and still there."),
        Code("unknown-article", _E, "A reference to no article."),
        Code("held-reference", _E, "A fact that rests on an article that is held back."),
        Code("ambiguous-fact", _E, "A reference to an id that several marks derive."),
        Code("wrong-kind", _E, "A reference to a fact of a kind that cannot stand there."),
        Code("cyclic-reference", _E, "References that lead back to where they began."),
        Code("ambiguous-mention", _W, "Words that may name several actors."),
        # values
        Code("missing-speaker", _W, "A quote whose speaker cannot be told."),
        Code("undated", _W, "An event without a date in its words."),
        Code("ambiguous-date", _E, "Words of a date that stand in several places."),
        Code("date-not-found", _E, "Neither a date in EDTF nor words that stand in the article."),
        Code("date-contradicts", _E, "A typed date that the words contradict."),
        Code("weekday-mismatch", _E, "A date that falls on another weekday than the words say."),
        Code("after-publication", _E, "Reported as having happened, but dated after publication."),
        Code("missing-value", _E, "A figure without a number in its words."),
        Code("ambiguous-value", _E, "A figure whose words carry several numbers."),
        Code("value-contradicts", _E, "A typed value that the words contradict."),
        Code("unsupported-value", _E, "A typed value that neither words nor other facts carry."),
        Code("unit-mismatch", _W, "A figure in a unit that its measure's does not convert into."),
        Code("sum-mismatch", _E, "A sum that its parts do not add up to."),
        # bottom line
        Code("ungated-words", _E, "A number, date, name or quoted phrase of the bottom line without a fact."),
        Code("uncarried-words", _E, "Words under a link of a memo that the fact behind it does not carry."),
        Code("uncited-memo", _E, "A memo without a link to any fact."),
        Code("too-many-key-facts", _E, "More than six key facts."),
        # history
        Code("unknown-revision", _E, "A revision to compare with that git does not give."),
        # output
        Code("foreign-page", _W, "A page stands where ours would be, and is not ours."),
        Code("edited-page", _W, "A generated page was edited by hand."),
        Code("template-error", _E, "A template cannot be read or rendered."),
        Code("page-too-large", _W, "A page of more than 300 KB."),
        # exchange
        Code("not-convertible", _E, "Something that the other format cannot say."),
        Code("broken-json", _E, "A text that is no JSON."),
        Code("bad-annotation", _E, "An annotation that the W3C's model does not allow."),
        Code("left-out", _W, "An annotation that no mark can be made of."),
        Code("other-offsets", _W, "Positions that count in another unit or text; the words decided."),
        # drafts
        Code("bad-row", _E, "A row of a table of articles that is none."),
        Code("missing-extra", _E, "Something that an extra does, which is not installed."),
    )
}
"""Every code that a problem can have, in the order of the documentation."""
