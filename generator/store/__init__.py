"""What is kept on disk: the pages, the manifest of what is ours, and the cache. Knows files, not facts."""

from generator.store.cache import Cache, CachedArticle, CachedInput, CachedPage, Group
from generator.store.files import Signature, digest
from generator.store.fingerprint import fingerprint, of_program
from generator.store.spool import Kept, Spool
from generator.store.standing import SETTLED, Glance, Standing, glance, note, noted, standing, watched
from generator.store.tree import Changes, Tree, Wanted
from generator.store.values import (
    UnpackError,
    decode,
    decode_rows,
    encode,
    encode_rows,
)

__all__ = [
    "SETTLED",
    "Cache",
    "CachedArticle",
    "CachedInput",
    "CachedPage",
    "Changes",
    "Glance",
    "Group",
    "Kept",
    "Signature",
    "Spool",
    "Standing",
    "Tree",
    "UnpackError",
    "Wanted",
    "decode",
    "decode_rows",
    "digest",
    "encode",
    "encode_rows",
    "fingerprint",
    "glance",
    "note",
    "noted",
    "of_program",
    "standing",
    "watched",
]
