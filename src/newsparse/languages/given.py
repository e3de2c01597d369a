"""Given names that news meets often, shared by all languages."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen(kw_only=True)
class GivenNames:
    """Given names in lower case, by what they tell of a person's sex; `words` are those that are words, or places, too."""

    female: frozenset[str]
    male: frozenset[str]
    either: frozenset[str]
    words: frozenset[str]

    def __contains__(self, name: str) -> bool:
        """Whether `name`, in any case, with its accents or without, is a given name."""
        lower = name.lower()
        return self._has(lower) or (not lower.isascii() and self._has(_bare(lower)))

    def _has(self, lower: str) -> bool:
        return lower in self.female or lower in self.male or lower in self.either


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


@cache
def given_names() -> GivenNames:
    """Return the given names; a name of both sexes is in `either` only."""
    data = tomllib.loads((files("newsparse.languages") / "given_names.toml").read_text("utf-8"))
    female, male, either, words = (
        frozenset(data[key].lower().split()) for key in ("female", "male", "either", "words")
    )
    either |= female & male
    return GivenNames(female=female - either, male=male - either, either=either, words=words)
