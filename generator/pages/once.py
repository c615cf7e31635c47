"""What many pages ask of one article is found out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Concatenate, ParamSpec, TypeVar

from generator.publishing import PublicArticle

FoundT = TypeVar("FoundT")
MoreP = ParamSpec("MoreP")


def once(
    work: Callable[Concatenate[PublicArticle, MoreP], FoundT],
) -> Callable[Concatenate[PublicArticle, MoreP], FoundT]:
    """Keep what a function finds out about an article with that article.

    It is found out anew where it is asked together with something else, such as another corpus. What is found
    must not be changed by whoever asks.
    """

    @wraps(work)
    def asked(article: PublicArticle, /, *args: MoreP.args, **kwargs: MoreP.kwargs) -> FoundT:
        known = article.workings.get(work)
        if known is None or kwargs or not all(map(is_, known[0], args)):
            known = article.workings[work] = (args, work(article, *args, **kwargs))
        found: FoundT = known[1]
        return found

    return asked
