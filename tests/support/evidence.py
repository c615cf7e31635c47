"""A small fictional site whose sources differ in rights, form, language and in how marks lie."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Final

from tests.support.checkout import REPOSITORY, tool
from tests.support.project import build, write

LIVE: Final = "https://courier.example/ferry-talks"
"""Where the articles say that they were published; nothing is there."""

BODY: Final = """\
It rained in Port Alder. [Ferry talks resumed on Monday]{.event #talks}, the harbour minister Ida Vance said
at noon. A crowd waited outside.

["We are close, but [14 crews]{.figure #crews} are still out,"]{.quote #close} Ida Vance said. She left.

Another 14 crews wait elsewhere. [Ferries sail on Friday]{.event #sailing .planned}, she said.
"""

ARABIC: Final = """\
هطل المطر في المدينة. [استؤنفت المحادثات]{.event #talks date=undated} بعد الظهر. انتظر الناس في الخارج.
"""

OVERLAP: Final = """\
The union told the ministry on Monday that its crews would return at once. Nobody cheered.

A second paragraph says no more than the first.
"""

_HASH: Final = hashlib.sha256(OVERLAP.strip().encode("utf-8")).hexdigest()

_MARKS: Final = f"""\
title: Marks that overlap
published: 2031-05-13
publisher: Alder Courier
url: https://courier.example/overlap
rights: {{display: full}}
text: texts/overlap.txt
sha256: {_HASH}
annotations:
  - {{kind: event, id: told, exact: The union told the ministry on Monday that its crews}}
  - {{kind: event, id: return, exact: on Monday that its crews would return, standing: planned}}
  - {{kind: event, id: nobody, exact: Nobody cheered, date: undated}}
"""


def _article(title: str, text: str, *, rights: str = "full", form: str = "original", more: str = "") -> str:
    front = [
        f"title: {title}",
        "published: 2031-05-13",
        "publisher: Alder Courier",
        f"url: {LIVE}",
        f"text_form: {form}",
        f"rights: {{display: {rights}}}",
        "actors: {vance: {name: Ida Vance, role: harbour minister}}",
    ]
    return "\n".join(["---", *front, *([more] if more else []), "---", text])


_LINE: Final = 'bottom_line: "[Talks are on again](#talks); [14 crews](#crews) are still out."\nkey: [crews]'

FILES: Final = {
    "seeds/full.md": _article("All is shown", BODY, more=_LINE),
    "seeds/excerpts.md": _article("Sentences with facts are shown", BODY, rights="excerpts"),
    "seeds/withheld.md": _article("Nothing is shown", BODY, rights="none"),
    "seeds/retold.md": _article("Told in our own words", BODY, form="paraphrase"),
    "seeds/arabic.md": _article("From the Arabic", ARABIC, more="language: ar"),
    "seeds/overlap.yml": _MARKS,
    "seeds/texts/overlap.txt": OVERLAP,
}


def build_site(project: Path) -> Path:
    """Build the site in a folder; return where the HTML is."""
    shutil.copytree(REPOSITORY / "templates", project / "templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    write(project, FILES)
    outcome = build(project)
    assert not outcome.errors, outcome.errors
    tool(["mkdocs", "build", "--quiet"], project)
    return project / "site"
