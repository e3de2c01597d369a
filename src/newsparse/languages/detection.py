"""Which language a text is written in, by its most frequent small words, or by its script where one language has it alone."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from newsparse.languages.loader import Language, built_in

SAMPLE = 2_000
"""Code points looked at: enough to be sure, and the same time for a book as for an article."""
LEAST = 3
"""Small words that must speak for a language before it is named."""
SHARE = 0.08
"""Share of a text's words that are such words, at least; in running text it is a quarter and more."""
MARGIN = 1.5
"""What a language that newsparse can read is ahead of the others: `Ursula van der Berg` speaks Dutch in an English text."""

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
"""The same in lower-case ASCII, in two thirds of the time."""


def detect(text: str, languages: Sequence[Language] | None = None, *, least: int = LEAST) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is most likely in, or None if nothing speaks for one.

    Chooses among `languages` and some twenty that are known by name only; among the built-in ones if `languages` is not given.
    `least` is how many small words must speak for it. Looks at the beginning and the middle of the text only.
    """
    among = built_in() if languages is None else tuple(languages)
    middle = len(text) // 2
    sample = text if len(text) <= 2 * SAMPLE else f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"
    lower = sample.lower()
    ascii_only = lower.isascii()
    words = (_ASCII_WORD if ascii_only else _WORD).findall(lower)
    if not ascii_only and (code := _by_script(lower, words)):
        return code
    owners = _owners(among)
    votes: Counter[str] = Counter()
    for word, count in Counter(filter(owners.__contains__, words)).items():
        for code in owners[word]:
            votes[code] += count
    if not votes:
        return None
    known = [language.code for language in among]
    ahead = {code: MARGIN - place / len(known) / 8 for place, code in enumerate(known)}
    code, count = max(votes.items(), key=lambda vote: (vote[1] + ahead.get(vote[0], 0), vote[0]))
    return code if count >= least and count >= SHARE * len(words) else None


@lru_cache(maxsize=16)
def _owners(languages: tuple[Language, ...]) -> dict[str, tuple[str, ...]]:
    """For each small word, the codes of the languages that have it; those with files of their own first."""
    owners: dict[str, tuple[str, ...]] = {}
    known = {language.code: language.words("language", "small_words") for language in languages}
    for code, words in (others()["small_words"] if len(languages) > 1 else {}).items():
        known.setdefault(code, tuple(words.split()))
    for code, words in known.items():
        for word in dict.fromkeys(words):
            owners[word] = (*owners.get(word, ()), code)
    return owners


def _by_script(text: str, words: Sequence[str]) -> str | None:
    """The language whose script, which no other has, most of the words are in; Japanese goes before Chinese."""
    if not _any_script().search(text):
        return None
    letters = "".join({*words})
    for code, (first, last) in others()["scripts"].items():
        if 5 * sum(first <= letter <= last for letter in letters) >= 2 * len(letters) > 0 or (
            code == "ja" and 8 * sum(first <= letter <= last for letter in letters) >= len(letters) > 0
        ):
            return str(code)
    return None


@cache
def _any_script() -> re.Pattern[str]:
    """A letter of one of the scripts: most texts have none."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in others()["scripts"].values()) + "]")


@cache
def others() -> Mapping[str, Mapping[str, Any]]:
    """Return what is known of the languages that have no file of their own, by table and code."""
    return tomllib.loads((files("newsparse.languages") / "others.toml").read_text("utf-8"))
