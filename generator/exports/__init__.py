"""Files for other programs, made of what may be shown; one module a format."""

from typing import Final

from generator.exports.annotations import Annotations
from generator.exports.export import ArticleExport, PlannedFile

ARTICLE_EXPORTS: Final[tuple[ArticleExport, ...]] = (Annotations(),)
"""Every export that has a file for each article, written beside its page."""

__all__ = ["ARTICLE_EXPORTS", "ArticleExport", "PlannedFile"]
