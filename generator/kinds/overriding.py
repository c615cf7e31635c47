"""What is typed beside the number of a figure: unit, bound and thing counted, held against the words."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from generator.kinds.context import Context
from generator.model import Attribute, Mark
from generator.problems import did_you_mean
from generator.text import Span, normalise_words
from generator.values import Bound, Quantity
from generator.values.units import UNITS

_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_WORD: Final = re.compile(r"[^\W_]+")
_EXAMPLE: Final = 'mark the words that say so too, or say what it follows from: because="id id"'
_SAME_BOUND: Final = {
    Bound.LESS_THAN: ("less than", "fewer than", "under", "below"),
    Bound.MORE_THAN: ("more than", "over", "above"),
    Bound.AT_LEAST: ("at least", "no fewer than", "no less than", "minimum", "or more"),
    Bound.AT_MOST: ("at most", "up to", "no more than", "maximum", "or less", "or fewer"),
    Bound.ABOUT: ("about", "around", "roughly", "some", "approximately", "estimated"),
    Bound.NEARLY: ("nearly", "almost", "close to"),
}
"""Words of the paragraph that carry a typed bound."""


def overridden(quantity: Quantity, mark: Mark, context: Context) -> Quantity:
    """Put typed ``of``, ``unit`` and ``bound`` in the place of what was read.

    What the words contradict is a problem, and so is what neither the text nor another fact carries.
    """
    attributes = mark.attributes
    if "of" in attributes:
        quantity = _of(quantity, attributes["of"], mark, context)
    if "unit" in attributes:
        quantity = _unit(quantity, attributes["unit"], mark, context)
    if "bound" in attributes:
        quantity = _bound(quantity, attributes["bound"], mark, context)
    return quantity


def _of(quantity: Quantity, attribute: Attribute, mark: Mark, context: Context) -> Quantity:
    counted = normalise_words(attribute.value)
    if counted != quantity.counted and _needs_support(mark, context) and context.source is not None:
        said = {_stem(word) for word in _WORD.findall(context.source.text)}
        if not all(_stem(word) in said for word in _WORD.findall(counted)):
            message = f"the text does not say '{counted}'"
            context.problem("unsupported-value", message, attribute.location, _EXAMPLE)
    return replace(quantity, counted=counted)


def _unit(quantity: Quantity, attribute: Attribute, mark: Mark, context: Context) -> Quantity:
    code = attribute.value.strip()
    unit = UNITS.get(code)
    if quantity.unit is not None and quantity.unit != code:
        message = f"unit={code} against the words, which say {quantity.label}"
        context.problem("value-contradicts", message, attribute.location, "leave unit= out: it is read")
        return quantity
    if unit is None and not _CURRENCY.fullmatch(code):
        message = f"unknown unit '{code}'{did_you_mean(code, UNITS)}"
        context.problem("bad-value", message, attribute.location, "unit=d, unit=km, unit=EUR; of= for things")
        return quantity
    if quantity.unit is None and _needs_support(mark, context):
        names = (unit.singular, unit.plural, unit.symbol, code) if unit else (code,)
        if not _says(mark, context, names):
            message = f"the paragraph does not say {unit.plural if unit else code}"
            context.problem("unsupported-value", message, attribute.location, _EXAMPLE)
    return replace(quantity, unit=code)


def _bound(quantity: Quantity, attribute: Attribute, mark: Mark, context: Context) -> Quantity:
    value = " ".join(attribute.value.split())
    known = [bound for bound in Bound if (bound is Bound.RANGE) <= (quantity.high is not None)]
    if value not in known:
        message = f"unknown bound '{value}'{did_you_mean(value, known)}"
        if value == Bound.RANGE:
            message = "a range has two ends, and the words give one number"
        context.problem("bad-value", message, attribute.location, f"one of {', '.join(known)}")
        return quantity
    bound = Bound(value)
    if bound is quantity.bound:
        return quantity
    if quantity.bound is not Bound.EXACT and "value" not in mark.attributes:
        message = f"bound={value} against the words, which say {quantity.label}"
        context.problem("value-contradicts", message, attribute.location, "leave bound= out: it is read")
        return quantity
    if _needs_support(mark, context) and not _says(mark, context, (value, *_SAME_BOUND.get(bound, ()))):
        message = f"the paragraph does not say '{value}'"
        context.problem("unsupported-value", message, attribute.location, _EXAMPLE)
    return replace(quantity, bound=bound)


def _needs_support(mark: Mark, context: Context) -> bool:
    return context.source is not None and not mark.attributes.keys() & {"because", "sum"}


def _says(mark: Mark, context: Context, phrases: tuple[str, ...]) -> bool:
    """Return whether the paragraph of a mark holds one of some phrases, in any case."""
    (paragraph,) = context.words([context.block(Span(mark.spans[0].start, mark.spans[0].end))])
    words = f" {' '.join(_WORD.findall(paragraph.casefold()))} "
    return any(
        (f" {phrase.casefold()} " in words) if phrase[0].isalnum() else phrase in paragraph
        for phrase in phrases
        if phrase
    )


def _stem(word: str) -> str:
    """Return a word without its case and its plural."""
    return word.casefold().removesuffix("s")
