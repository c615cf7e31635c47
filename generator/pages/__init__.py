"""One module a page type."""

from typing import Final

from generator.pages.actor_index import ActorIndex
from generator.pages.actors import Actors
from generator.pages.all_briefings import AllBriefings
from generator.pages.article import ArticlePage
from generator.pages.changes import Changes
from generator.pages.coverage import CoveragePage
from generator.pages.figures import Figures
from generator.pages.home import Home
from generator.pages.measures import Measures
from generator.pages.memos import Memos
from generator.pages.origins import Origins
from generator.pages.page import PageType, PlannedPage
from generator.pages.quotes import Quotes
from generator.pages.quotes_by_date import QuotesByDate
from generator.pages.sources import Sources
from generator.pages.stories import Stories
from generator.pages.timeline import Timeline
from generator.pages.topics import Topics
from generator.pages.withdrawn import WithdrawnArticles

PAGES: Final[tuple[PageType, ...]] = (
    Home(),
    ArticlePage(),
    Stories(),
    Memos(),
    AllBriefings(),
    Timeline(),
    Figures(),
    Measures(),
    Quotes(),
    QuotesByDate(),
    ActorIndex(),
    Actors(),
    Sources(),
    Origins(),
    Topics(),
    CoveragePage(),
    Changes(),
    WithdrawnArticles(),
)
"""Every page type."""

__all__ = ["PAGES", "PageType", "PlannedPage"]
