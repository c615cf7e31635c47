"""What changed since an earlier revision: its seeds are read as today's are, and compared fact by fact."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from msgspec.structs import replace

from generator.analysis import ChangedPart, FactChange, article_changes, origins, tellings
from generator.formats.documents import read_document
from generator.linking import summarise
from generator.model import Article, Corpus, Display, Registries, Rights, Summary
from generator.pipeline.history import Revision
from generator.pipeline.library import Library, load_text
from generator.pipeline.seeds import is_article
from generator.problems import Problem
from generator.publishing import PublicChange, PublicChanges, PublicCorpus, publish_article
from generator.publishing.changes import publish_changes, publish_support
from generator.publishing.release import held_back
from generator.reading.article import read_article
from generator.reading.registries import REGISTRIES, read_registries
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project

_STRICT = (Display.FULL, Display.EXCERPTS, Display.NONE)


class Comparison:
    """An earlier revision beside what the seeds give now."""

    def __init__(self, project: Project, revision: Revision, held: frozenset[str] = frozenset()) -> None:
        """``held`` are the slugs of articles that are there now and may not be shown."""
        self._project = project
        self._revision = revision
        self._held = held
        folder = posixpath.normpath(project.settings.seeds)
        files = {
            name: (f"{folder}/{name}.yml", text)
            for name in REGISTRIES
            if (text := revision.texts.get(f"{folder}/{name}.yml")) is not None
        }
        registries, _ = read_registries(files)
        self._registries = registries
        self._vocabulary = Vocabulary.of(registries)
        self._paths = {
            posixpath.splitext(posixpath.basename(path))[0]: path
            for path in revision.texts
            if is_article(path, folder)
        }

    def changes(self, corpus: Corpus, public: PublicCorpus, library: Library) -> PublicChanges:
        """Return all that happened, articles in the order of their slugs."""
        found: list[PublicChange] = []
        old: dict[str, Summary] = {}
        now = {slug: summary for slug, summary in corpus.summaries.items() if slug not in self._held}
        reads_alike = _reads(self._registries) == _reads(corpus.registries)
        for slug in sorted(self._paths.keys() | now.keys()):
            summary = now.get(slug)
            if summary is not None and reads_alike and self._is_unchanged(slug, summary):
                old[slug] = summary
                continue
            before = self._before(slug)
            if before is not None and slug not in self._held:
                old[slug] = summarise(before)
            if summary is None:
                found += self._removed(slug, before)
                continue
            after = library.article(summary.path)
            if after is None:
                continue
            shown = publish_article(after, corpus)
            if before is None:
                found.append(_whole("article-added", after.slug, shown.title, len(shown.facts)))
            else:
                strict = _with_rights(before, after)
                told = [
                    each for each in article_changes(before, after) if not self._is_renaming(each, corpus)
                ]
                found += publish_changes(told, strict, after, shown, corpus)
        earlier = tellings(old, origins(old))
        found += publish_support(earlier, public.tellings, corpus, frozenset(old))
        return PublicChanges(revision=self._revision.id, day=self._revision.day, changes=tuple(found))

    def _is_unchanged(self, slug: str, summary: Summary) -> bool:
        """Return whether the file of an article is the one that it was; a standoff file has more."""
        path = self._paths.get(slug)
        if path != summary.path or not path.endswith(".md"):
            return False
        text, _ = load_text(self._project.root, path)
        return text == self._revision.texts[path]

    def _is_renaming(self, change: FactChange, corpus: Corpus) -> bool:
        """Return whether a fact has the same speaker as before, of another id, which no reader sees."""
        if change.part is not ChangedPart.SPEAKER:
            return False
        before, after = self._registries.actors.get(change.before), corpus.actors.get(change.after)
        return (
            before is not None and after is not None and before.name is not None and before.name == after.name
        )

    def _before(self, slug: str) -> Article | None:
        path = self._paths.get(slug)
        if path is None:
            return None
        document, _ = read_document(path, self._revision.texts[path], self._load)
        if document is None:
            return None
        settings = self._project.settings
        article, _ = read_article(document, self._vocabulary, drafts=settings.shows_drafts)
        if article is None or held_back(summarise(article), settings.readers, settings.day):
            return None
        return article

    def _load(self, path: str) -> tuple[str | None, list[Problem]]:
        """Return a text as it was; one that git does not keep as it is, which its hash will tell."""
        text = self._revision.texts.get(path)
        return (text, []) if text is not None else load_text(self._project.root, path)

    def _removed(self, slug: str, before: Article | None) -> Iterator[PublicChange]:
        """Yield the article that is gone: its title, and none of its facts, for which nobody answers now."""
        if before is None or slug in self._held or before.metadata.rights.embargoed_until:
            return
        yield _whole("article-removed", slug, before.metadata.title, sum(1 for _ in before.facts))


def _reads(registries: Registries) -> object:
    """Return what of the registries decides how an article is read: who speaks, what a figure counts."""
    return registries.actors, registries.measures


def _whole(kind: str, slug: str, title: str, count: int) -> PublicChange:
    return PublicChange(slug=slug, title=title, kind=kind, count=count)


def _with_rights(before: Article, after: Article) -> Article:
    """Return an earlier article under the stricter of its rights and today's."""
    displays = (before.metadata.rights.display, after.metadata.rights.display)
    strictest = max(displays, key=_STRICT.index)
    metadata = replace(before.metadata, rights=Rights(display=strictest))
    return replace(before, metadata=metadata)
