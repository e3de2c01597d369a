"""Which language a text is written in, by its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from newsparse.languages.loader import Language, built_in

SAMPLE = 2_000
"""Code points looked at: enough to be sure, and the same time for a book as for an article."""
LEAST = 3
"""Small words that must speak for a language before it is named."""

_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str, languages: Sequence[Language] | None = None, *, least: int = LEAST) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is most likely in, or None if nothing speaks for one.

    Chooses among `languages` (the built-in ones, if not given); `least` is how many small words must speak for it. Looks at
    the beginning and the middle of the text only.
    """
    among = built_in() if languages is None else tuple(languages)
    middle = len(text) // 2
    sample = text if len(text) <= 2 * SAMPLE else f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"
    owners = _owners(among)
    votes: Counter[int] = Counter()
    for word, count in Counter(_WORD.findall(sample.lower())).items():
        for place in owners.get(word, ()):
            votes[place] += count
    if not votes:
        return None
    place, count = max(votes.items(), key=lambda vote: (vote[1], -vote[0]))
    return among[place].code if count >= least else None


@lru_cache(maxsize=16)
def _owners(languages: tuple[Language, ...]) -> dict[str, tuple[int, ...]]:
    """For each small word, the places of the languages that have it."""
    owners: dict[str, tuple[int, ...]] = {}
    for place, language in enumerate(languages):
        for word in language.words("language", "small_words"):
            owners[word] = (*owners.get(word, ()), place)
    return owners
