"""The words that offices are made of, and a phrase's words in a row."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newsparse.analysis.places import Place

WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:[Ee]x|[Tt]hen)(?=-)|\w+(?:[.&’'-]\w+)*(?:['’](?!\w))?|[^\w\s]")
POSSESSIVE = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-Ž]")
UNIONS = frozenset({"EU"})
"""Codes in the gazetteer that are no country but a body."""


class Token(NamedTuple):
    """A word or mark and where it stands."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return bool(_CAPITALS.match(self.text))


class Words(NamedTuple):
    """The table of words as patterns and sets."""

    heads: re.Pattern[str]
    ministerial: frozenset[str]
    sent: frozenset[str]
    local: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    passing: frozenset[str]
    lower: re.Pattern[str]
    nouns: frozenset[str]
    bodies: re.Pattern[str]
    openers: frozenset[str]
    determiners: frozenset[str]
    no_portfolio: frozenset[str]
    no_phrase: frozenset[str]
    ranks: frozenset[str]
    named_after: frozenset[str]
    joining: frozenset[str]
    prepositions: frozenset[str]


@cache
def table() -> dict[str, Any]:
    """Return the table of words."""
    return tomllib.loads((files("newsparse.analysis") / "roles.toml").read_text("utf-8"))


def one_of(choices: list[str]) -> str:
    """Return a pattern of alternatives, longest first, any white space between their words."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(choices, key=lambda one: (-len(one), one))
    )


@cache
def words() -> Words:
    """Return the words, compiled once."""
    given = table()
    without = {"general", "justice", "officer", "mp", "mep", "ceo", "cfo", "coo"}
    plurals = [f"{one}s" for one in given["heads"] if " " not in one and one not in without]
    patterns = ("heads", "lower", "nouns", "bodies")
    sets = {name: frozenset(given[name]) for name in Words._fields if name not in patterns}
    heads = one_of(given["heads"] + plurals)
    # As some papers write them: `Unicef`, `Nato`
    spoken = [body.title() for body in given["bodies"] if body.isupper() and body.isalpha() and len(body) > 3]
    return Words(
        # `ex-president`, but not the `president` of `vice-president`, nor that of `president's office`
        heads=re.compile(rf"(?<!\w)(?<![^xn]-)(?:{heads})(?![\w-])(?!['’]s?\s)", re.IGNORECASE),
        lower=re.compile(rf"(?<!\w)(?:{one_of(given['bodies_lower'])})$", re.IGNORECASE),
        nouns=frozenset(given["body_nouns"]),
        bodies=re.compile(rf"(?<![\w.])(?:{one_of(given['bodies'] + spoken)})(?!\w)"),
        **sets,
    )


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks from `start` to `end`."""
    return [Token(match[0], match.start(), match.end()) for match in WORD.finditer(text, start, end)]


def last_word(head: str) -> str:
    """Return what a head of several words turns on."""
    return head.rsplit(maxsplit=1)[-1]


def is_european(place: Place) -> bool:
    """Whether a place is the adjective that the union's bodies begin with: `European Parliament`."""
    return place.kind == "demonym" and place.country in UNIONS


def names_body(name: str) -> bool:
    """Whether a name has a word that only bodies have."""
    return not words().nouns.isdisjoint(name.split()) or words().bodies.fullmatch(name) is not None
