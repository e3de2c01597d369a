"""What the makers work with: a match with its words, and what the article has said of time so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import attrs

from newsparse.annotations.times.calendar import Point
from newsparse.annotations.times.grammar import Grammar, Token
from newsparse.annotations.times.lexicon import Value
from newsparse.annotations.times.scanning import Scan


class Reading(NamedTuple):
    """What an expression means: TIMEX3 type, value and modifier, and the point that later expressions may refer to."""

    type: str
    value: str | None
    mod: str | None = None
    point: Point | None = None


@attrs.define
class Memory:
    """The antecedents: points of time mentioned so far, for `a year earlier`, `that day`, `the following month`."""

    published: date | None
    here: int = 0
    """Where the expression stands that is being read."""
    last: Point | None = None
    last_at: int = 0
    last_quarter: Point | None = None
    by_quarter: bool = False
    """Whether what is compared are quarters: `a year earlier` is then the quarter a year before."""
    last_year: int | None = None
    day_first: bool | None = None


class Match(NamedTuple):
    """A match of a rule in a leaf."""

    name: str
    tokens: tuple[Token, ...]
    raw: str
    """The leaf as written, for what only capitals tell."""
    scan: Scan
    first: int
    last: int
    grammar: Grammar

    def all(self, category: str) -> list[Value]:
        """The values of every word that has the category."""
        return [token.features[category] for token in self.tokens if category in token.features]

    def get(self, *categories: str) -> Value | None:
        """The value of the first word that has one of the categories, or None."""
        for token in self.tokens:
            for category in categories:
                if category in token.features:
                    return token.features[category]
        return None

    def number(self, *categories: str) -> int | None:
        """Like `get`, where values are numbers."""
        value = self.get(*categories)
        return value if isinstance(value, int) else None

    def has(self, *words: str) -> bool:
        """Whether one of the words is in the match."""
        return any(token.word in words for token in self.tokens)

    def starts_sentence(self) -> bool:
        """Whether nothing, or the end of a sentence, stands before the match."""
        before = self.scan.parts[self.first - 1]
        return self.first == 1 or any(mark in before for mark in '.!?:\n"“”„«»')

    def tense(self) -> int:
        """-1 where the words around speak of the past, 1 of the future, 0 where they do not tell."""
        features = self.grammar.lexicon.features
        for at, direction in self._around():
            word = self.scan.parts[at]
            known = features.get(word)
            if known is not None:
                if "future" in known:
                    return 1
                if "past" in known:
                    return -1
            elif word.endswith("ed"):
                return -1
        return 0

    def _around(self) -> Iterator[tuple[int, int]]:
        """Words near the match, nearest first, within the sentence."""
        parts, codes = self.scan.parts, self.scan.codes
        left, right = self.first - 2, self.last + 1
        for _ in range(12):
            if (
                left > 0
                and codes[left + 1] not in ".?"
                or left > 0
                and codes[left + 1] == "?"
                and not _ends(parts[left + 1])
            ):
                yield left, -1
                left -= 2
            else:
                left = -1
            if right < len(parts) and not (codes[right - 1] in ".?" and _ends(parts[right - 1])):
                yield right, 1
                right += 2
            else:
                right = len(parts)


def _ends(mark: str) -> bool:
    return any(sign in mark for sign in ".!?")
