"""What changed since an earlier revision, rights applied to both: what is gone keeps its words withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.analysis import ChangedPart, ChangeKind, FactChange, Telling
from generator.model import Article, Corpus, Display, Record
from generator.publishing.happened import PublicChange
from generator.publishing.public import PublicArticle


def publish_changes(
    found: Iterable[FactChange], before: Article, after: Article, public: PublicArticle, corpus: Corpus
) -> Iterator[PublicChange]:
    """Yield the changes of one article; ``public`` is what may be shown of it now."""
    labels = {record.id: record for record in public.facts}
    gone = {record.id: record for record in before.facts}
    is_full = all(article.metadata.rights.display is Display.FULL for article in (before, after))
    for change in found:
        record = labels.get(change.id)
        if change.kind is ChangeKind.WITHDRAWN or record is None:
            label, anchor = _gone(gone[change.id], is_full=is_full), ""
        else:
            label, anchor = record.label, record.anchor
        is_speaker = change.part is ChangedPart.SPEAKER
        yield PublicChange(
            slug=after.slug,
            title=public.title,
            kind=change.kind.value,
            label=label,
            anchor=anchor,
            part=change.part.value if change.part else "",
            before=_name(change.before, corpus) if is_speaker else change.before,
            after=_name(change.after, corpus) if is_speaker else change.after,
        )


def publish_support(
    before: Mapping[str, Mapping[str, Telling]],
    after: Mapping[str, Mapping[str, Telling]],
    corpus: Corpus,
    old: frozenset[str],
) -> Iterator[PublicChange]:
    """Yield the facts that more or fewer articles, or origins, tell than before; ``old`` holds slugs."""
    for slug in sorted(old & corpus.summaries.keys()):
        summary = corpus.summaries[slug]
        earlier, now = before.get(slug, {}), after.get(slug, {})
        names = {name for name in earlier.keys() | now.keys() if earlier.get(name) != now.get(name)}
        entries = {entry.key.partition("#")[2]: entry for entry in summary.facts} if names else {}
        for name in sorted(names & entries.keys()):
            has_words = not (summary.withheld and entries[name].title == name)
            yield PublicChange(
                slug=slug,
                title=summary.title,
                kind="support",
                label=entries[name].title if has_words else f"A {entries[name].kind}",
                anchor=f"fact-{name}",
                before=_told(earlier.get(name)),
                after=_told(now.get(name)),
            )


def _gone(record: Record, *, is_full: bool) -> str:
    own = record.title or record.gist
    if own:
        return own
    return " … ".join(record.evidence.words) if is_full and record.evidence.words else ""


def _name(identifier: str, corpus: Corpus) -> str:
    actor = corpus.actors.get(identifier)
    if actor is None:
        return identifier or "the article"
    return actor.name or "an unnamed person"


def _told(telling: Telling | None) -> str:
    if telling is None:
        return "1 article"
    origins = f"{telling.origins} {'origin' if telling.origins == 1 else 'origins'}"
    return f"{telling.articles} articles, {origins}"
