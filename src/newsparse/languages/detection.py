"""Which language a text is written in, by its most frequent small words, or by its script where one language has it alone."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from newsparse.languages.loader import Language, built_in

W = TypeVar("W", str, bytes)

SAMPLE = 2_000
"""Code points looked at: enough to be sure, and the same time for a book as for an article."""
LEAST = 3
"""Small words that must speak for a language before it is named."""
SHARE = 0.08
"""Share of a text's words that are such words, at least; in running text it is a quarter and more."""
MARGIN = 1.5
"""What a language that newsparse can read is ahead of the others: `Ursula van der Berg` speaks Dutch in an English text."""

_WORD = re.compile(r"[^\W\d_]+")
_FAR = re.compile("[^\x00-\xff\u2000-\u206f\u20a0-\u20bf\u2190-\u23ff]")
"""What may be a letter that Latin-1 does not have: dashes, quotation marks, currencies and arrows are none."""
_FAR_LETTER = re.compile(r"[^\W\d_\x00-\xff]")
_BLANKED = bytes(code if _WORD.match(chr(code)) else 32 for code in range(256))
"""Latin-1 with blanks for all but its letters: to cut a text into words by it takes a third of the time."""


def detect(text: str, languages: Sequence[Language] | None = None, *, least: int = LEAST) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is most likely in, or None if nothing speaks for one.

    Chooses among `languages` and some twenty that are known by name only; among the built-in ones if `languages` is not given.
    `least` is how many small words must speak for it. Looks at the beginning and the middle of the text only.
    """
    among = built_in() if languages is None else tuple(languages)
    middle = len(text) // 2
    sample = text if len(text) <= 2 * SAMPLE else f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"
    lower = sample.lower()
    if lower.isascii() or not _FAR.search(lower) or not _FAR_LETTER.search(lower):
        pieces = lower.encode("latin-1", "replace").translate(_BLANKED).split()
        votes, size = _votes(pieces, _latin_owners(among)), len(pieces)
    else:
        words = _WORD.findall(lower)
        if code := _by_script(lower, words):
            return code
        votes, size = _votes(words, _owners(among)), len(words)
    if not votes:
        return None
    known = [language.code for language in among]
    ahead = {code: MARGIN - place / len(known) / 8 for place, code in enumerate(known)}
    code, count = max(votes.items(), key=lambda vote: (vote[1] + ahead.get(vote[0], 0), vote[0]))
    return code if count >= least and count >= SHARE * size else None


def _votes(words: Sequence[W], owners: Mapping[W, tuple[str, ...]]) -> dict[str, int]:
    """How many of the words each language has."""
    votes: dict[str, int] = {}
    for word, count in Counter(filter(owners.__contains__, words)).items():
        for code in owners[word]:
            votes[code] = votes.get(code, 0) + count
    return votes


@lru_cache(maxsize=16)
def _latin_owners(languages: tuple[Language, ...]) -> dict[bytes, tuple[str, ...]]:
    """The same as `_owners` for the words that Latin-1 can write."""
    return {
        word.encode("latin-1"): codes
        for word, codes in _owners(languages).items()
        if all(char <= "\xff" for char in word)
    }


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
    for code, script in _scripts().items():
        own = len(script.findall(letters))
        if 5 * own >= 2 * len(letters) > 0 or (code == "ja" and 8 * own >= len(letters) > 0):
            return code
    return None


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    """What finds a letter of each script, by the language that has it alone."""
    return {code: re.compile(f"[{first}-{last}]") for code, (first, last) in others()["scripts"].items()}


@cache
def _any_script() -> re.Pattern[str]:
    """A letter of one of the scripts: most texts have none."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in others()["scripts"].values()) + "]")


@cache
def others() -> Mapping[str, Mapping[str, Any]]:
    """Return what is known of the languages that have no file of their own, by table and code."""
    return tomllib.loads((files("newsparse.languages") / "others.toml").read_text("utf-8"))
