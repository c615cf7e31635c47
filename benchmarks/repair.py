"""How long repair takes: ``python -m benchmarks.repair [--json]``.

A text of 100 KB is annotated at random (from a fixed seed), then edited in many places, so that nearly every
annotation has moved and some have changed words. To be: 1,000 annotations in seconds.
"""

from __future__ import annotations

import json
import random
import sys
import time
from typing import Final

from generator.formats.yaml_writer import flow
from generator.repair import Repair, repair
from generator.selectors import quote
from generator.text import Span, normalise

_ANNOTATIONS: Final = 1000
_WORDS: Final = 2000
_LENGTH: Final = 100_000
_MOST: Final = 12
_CHANGED: Final = 0.1


def made(annotations: int, *, seed: int = 1) -> tuple[str, str]:
    """Return a standoff file, and the text below it after it was edited."""
    chance = random.Random(seed)
    letters = "abcdefghiklmnoprstuvw"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(_WORDS)]
    words: list[str] = []
    length = 0
    while length < _LENGTH:
        # few words are frequent, as in any language
        word = vocabulary[int(len(vocabulary) * chance.random() ** 3)]
        words.append(word + ("." if chance.random() < _CHANGED else ""))
        length += len(words[-1]) + 1
    text = normalise(" ".join(words))
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    lines = []
    changed = set()
    for _ in range(annotations):
        first = chance.randrange(len(words) - _MOST)
        last = first + chance.randint(2, _MOST)
        exact, prefix, suffix = quote(text, Span(starts[first], starts[last] - 1))
        entry = {"kind": "event", "exact": exact, "prefix": prefix, "suffix": suffix}
        lines.append(f"  - {flow({**entry, 'start': starts[first], 'end': starts[last] - 1})}\n")
        if chance.random() < _CHANGED:
            changed.add(chance.randrange(first, last))
    edited = ["Corrected:", *(word[:-1] if at in changed else word for at, word in enumerate(words))]
    return f"text: a.txt\nannotations:\n{''.join(lines)}", " ".join(word for word in edited if word)


def main() -> None:
    """Repair once and print what it took."""
    body, text = made(_ANNOTATIONS)
    began = time.process_time()
    done, _ = repair("seeds/a.yml", body, lambda _: (text, []))
    took = time.process_time() - began
    if not isinstance(done, Repair):
        sys.exit("the file cannot be repaired")
    found, left = len(done.changes), len(done.uncertain)
    if "--json" in sys.argv[1:]:
        print(json.dumps({"seconds": took, "found": found, "left": left}))
    else:
        counted = f"{_ANNOTATIONS:,} annotations in {len(text):,} characters"
        print(f"{counted}: {took:.1f} s, {found:,} found again, {left:,} left")


if __name__ == "__main__":
    main()
