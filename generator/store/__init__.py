"""What is kept on disk: the pages, the manifest of what is ours, and the cache. Knows files, not facts."""

from generator.store.cache import Cache, CachedArticle, CachedInput, CachedPage, Group
from generator.store.files import Signature, digest
from generator.store.tree import Changes, Tree, Wanted
from generator.store.values import UnpackError, pack, unpack, unpack_all

__all__ = [
    "Cache",
    "CachedArticle",
    "CachedInput",
    "CachedPage",
    "Changes",
    "Group",
    "Signature",
    "Tree",
    "UnpackError",
    "Wanted",
    "digest",
    "pack",
    "unpack",
    "unpack_all",
]
