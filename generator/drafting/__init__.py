"""From raw text to suggested marks, by rules and small tables: offline, deterministic, linear in the length.

Pure: normalised text, day of publication, registry and language in, a ``Draft`` out. Nothing in a draft is a
fact before a person accepts it.
"""

from generator.drafting.engine import draft
from generator.drafting.recognising import Recogniser
from generator.drafting.refining import refined
from generator.drafting.suggestion import Draft, ProposedActor, Suggestion, Topic
from generator.drafting.writing import to_document

__all__ = ["Draft", "ProposedActor", "Recogniser", "Suggestion", "Topic", "draft", "refined", "to_document"]
