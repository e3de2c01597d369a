"""Which language a text is written in, by its most frequent small words."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from newsparse.languages.loader import BUILT_IN, load

SAMPLE = 8_000
"""Code points looked at: enough to be sure, and the same time for a book as for an article."""
LEAST = 3
"""Small words that must speak for a language before it is named."""

_WORD = regex.compile(r"\p{L}+")


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """For each small word, the languages that have it."""
    owners: dict[str, tuple[str, ...]] = {}
    for code in BUILT_IN:
        for word in load(code).words("language", "small_words"):
            owners[word] = (*owners.get(word, ()), code)
    return owners


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the built-in language that `text` is most likely in, or None if nothing speaks for one.

    Looks at the beginning and the middle of the text only.
    """
    middle = len(text) // 2
    sample = text[:SAMPLE] if len(text) <= 2 * SAMPLE else text[:SAMPLE] + " " + text[middle : middle + SAMPLE]
    owners = _owners()
    votes: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(sample.lower())).items():
        for code in owners.get(word, ()):
            votes[code] += count
    if not votes:
        return None
    code, count = max(votes.items(), key=lambda vote: (vote[1], -BUILT_IN.index(vote[0])))
    return code if count >= LEAST else None
