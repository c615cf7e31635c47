"""Rights and audience: what of the corpus may be shown. In what comes out, withheld words do not exist."""

from generator.publishing.article import publish_article
from generator.publishing.corpus import publish_corpus
from generator.publishing.corrections import PublicWithdrawal
from generator.publishing.happened import PublicChange, PublicChanges
from generator.publishing.memos import PublicMemo
from generator.publishing.public import (
    Piece,
    PublicActor,
    PublicArticle,
    PublicCorpus,
    PublicLink,
    PublicParagraph,
    PublicPassage,
    PublicRecord,
    PublicRole,
)
from generator.publishing.release import held_back, left_open, released

__all__ = [
    "Piece",
    "PublicActor",
    "PublicArticle",
    "PublicChange",
    "PublicChanges",
    "PublicCorpus",
    "PublicLink",
    "PublicMemo",
    "PublicParagraph",
    "PublicPassage",
    "PublicRecord",
    "PublicRole",
    "PublicWithdrawal",
    "held_back",
    "left_open",
    "publish_article",
    "publish_corpus",
    "released",
]
