"""The nouns: what is declared, what is annotated, what becomes of it."""

from generator.model.corpus import (
    Article,
    Corpus,
    Declaration,
    FactEntry,
    Registries,
    Summary,
    Words,
)
from generator.model.declared import (
    Actor,
    ActorType,
    Declared,
    Display,
    Measure,
    Metadata,
    Rights,
    Story,
    TextForm,
)
from generator.model.mark import Attribute, Mark
from generator.model.records import (
    Event,
    Evidence,
    Figure,
    Mention,
    Quote,
    QuoteMode,
    Reading,
    Record,
    Standing,
)

__all__ = [
    "Actor",
    "ActorType",
    "Article",
    "Attribute",
    "Corpus",
    "Declaration",
    "Declared",
    "Display",
    "Event",
    "Evidence",
    "FactEntry",
    "Figure",
    "Mark",
    "Measure",
    "Mention",
    "Metadata",
    "Quote",
    "QuoteMode",
    "Reading",
    "Record",
    "Registries",
    "Rights",
    "Standing",
    "Story",
    "Summary",
    "TextForm",
    "Words",
]
