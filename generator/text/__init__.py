"""Normalised text, its sentences, and the way from an offset to a line and column."""

from generator.text.excerpts import excerpts, sentences_around
from generator.text.graphemes import is_boundary, widened
from generator.text.lines import LineIndex
from generator.text.normalise import PARAGRAPH_BREAK, normalise, normalise_words, read_plain
from generator.text.sketch import SLOT_BYTES, SLOTS, likeness, most_same_slots, outline, same_slots, sketch
from generator.text.source import Block, BlockRole, Source
from generator.text.span import Location, Span

__all__ = [
    "PARAGRAPH_BREAK",
    "SLOTS",
    "SLOT_BYTES",
    "Block",
    "BlockRole",
    "LineIndex",
    "Location",
    "Source",
    "Span",
    "excerpts",
    "is_boundary",
    "likeness",
    "most_same_slots",
    "normalise",
    "normalise_words",
    "outline",
    "read_plain",
    "same_slots",
    "sentences_around",
    "sketch",
    "widened",
]
