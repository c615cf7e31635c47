"""Pages for the house: each says so, and asks search engines to stay away."""

from __future__ import annotations

from typing import Final

_FENCE: Final = "---\n"
_ROBOTS: Final = "robots: noindex, nofollow\n"
_BANNER: Final = (
    '<p class="bf-internal" role="note" data-search-exclude><strong>Internal</strong>: not to be published. '
    "It may hold drafts, embargoed articles and internal remarks.</p>\n"
)


def marked_internal(text: str) -> str:
    """Return a page that says on top that it is internal, in its head as well; the rest stays as it is."""
    head, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    if not text.startswith(_FENCE) or not fence:
        return f"{_FENCE}{_ROBOTS}{_FENCE}\n{_BANNER}\n{text}"
    return f"{_FENCE}{head}\n{_ROBOTS}{_FENCE}\n{_BANNER}\n{body.lstrip(chr(10))}"
