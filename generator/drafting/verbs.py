"""Verbs that tell what happened, by their form; a short table has those that their form does not tell."""

from __future__ import annotations

from typing import Final

from generator.kinds.clauses import Sort, Token

_PAST: Final = frozenset(
    """
    was were had has have began begun came went took made met won lost hit left led fell rose ran said
    gave got held kept became found brought built bought caught chose cut did drew drove fought flew
    hurt laid paid put read saw sent set shot shut sold spoke spent stood struck swore taught told threw
    wrote died killed broke is are will would shall arose withdrew overthrew sank shook stole
    """.split()
)


def is_verb(token: Token) -> bool:
    """Return whether a word is the verb of a clause: ``sank``, ``resumed``."""
    return token.sort is Sort.WORD and (
        token.lower in _PAST or (token.lower.endswith("ed") and not token.is_capitalised)
    )
