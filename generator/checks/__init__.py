"""What is checked once everything is read: tables of functions from articles and corpus to problems."""

from collections.abc import Callable, Iterable
from typing import Final

from generator.checks.articles import circular_inference, happened_after_publication
from generator.checks.citations import check_citation
from generator.checks.corpus import ambiguous_names, ids_alike, unfitting_references, unused_declarations
from generator.checks.evidence import far_speakers, weak_words
from generator.checks.showing import too_much_shown
from generator.checks.sign_off import memo_signed_off, signed_off
from generator.checks.withdrawn import withdrawals
from generator.model import Article, Corpus
from generator.problems import Problem

ARTICLE_CHECKS: Final[tuple[Callable[[Article], Iterable[Problem]], ...]] = (
    happened_after_publication,
    circular_inference,
    weak_words,
    far_speakers,
    too_much_shown,
    signed_off,
)
"""Each looks at one article alone, so that its problems can be kept with it."""

CORPUS_CHECKS: Final[tuple[Callable[[Corpus], Iterable[Problem]], ...]] = (
    ambiguous_names,
    ids_alike,
    unfitting_references,
    unused_declarations,
    withdrawals,
)
"""Each looks at what the articles are for each other."""


def check_article(article: Article) -> list[Problem]:
    """Return all problems of an article that was read."""
    return [problem for check in ARTICLE_CHECKS for problem in check(article)]


def check_corpus(corpus: Corpus) -> list[Problem]:
    """Return all problems between articles and registries."""
    return [problem for check in CORPUS_CHECKS for problem in check(corpus)]


__all__ = [
    "ARTICLE_CHECKS",
    "CORPUS_CHECKS",
    "check_article",
    "check_citation",
    "check_corpus",
    "memo_signed_off",
]
