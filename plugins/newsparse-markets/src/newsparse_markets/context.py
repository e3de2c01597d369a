"""A sentence with what the article already knows of it, the amounts in it, its tokens, and the words for who or what acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

import attrs

from newsparse import Article, Span
from newsparse.analysis import Passage, Quantity, find_places, passages
from newsparse.analysis.passages import LONGEST
from newsparse_markets.amounts import find_amounts
from newsparse_markets.segments import Segments
from newsparse_markets.tokens import Token, tokens
from newsparse_markets.words import Hit, Index, hit, scan

BEGINNING = 1000
"""Code points of an article in which the country it is about is named."""


@attrs.frozen(kw_only=True, slots=False)
class Context(Passage):
    """A sentence, or the headline, in its article."""

    amounts: tuple[Quantity, ...]
    home: Callable[[], tuple[str, ...]]
    """Gives the countries that the article begins with."""
    common: frozenset[str]
    """The article's words that stand in it in small letters: no names."""

    @cached_property
    def is_counted(self) -> bool:
        """Whether it has an amount, or a number that may be a level: `84.30`, `20 per dollar`, `to 8,500`."""
        return bool(self.amounts) or _LEVEL.search(self.text, self.start, self.end) is not None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence cut up; cut when first asked for."""
        return tokens(self.text, self.start, self.end, self.amounts, [one.span for one in self.dates], self.common)

    @cached_property
    def segments(self) -> Segments:
        """Its parts, and who acts in each."""
        return Segments(self.tokens)

    def scan(self, index: Index) -> list[Hit]:
        """The phrases of a list that stand in it."""
        return scan(self.tokens, index)

    def scan_at(self, index: Index, at: int) -> Hit | None:
        """The phrase of a list that begins at a token."""
        return hit(self.tokens, index, at)

    def span(self, first: int, last: int) -> Span:
        """Where the tokens from `first` to before `last` stand."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The words of tokens."""
        return tuple(one.word for one in self.tokens[first:last])

    def phrase(self, part: tuple[int, int] | None) -> Span | None:
        """Where the tokens of a phrase stand, without `the` and the genitive."""
        if part is None:
            return None
        first, last = part
        while first < last - 1 and self.tokens[first].tag == "d":
            first += 1
        start, end = self.span(first, last)
        if self.tokens[last - 1].tag == "g":
            end = match.start() if (match := _ENDING.search(self.text, start, end)) else end
        return Span(start, end)


_LEVEL = re.compile(r"\d[.,]\d|\d (?:to the|per|against|for)\b|\b(?:to|at|past) \d")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")
_ENDING = re.compile(r"['’]s?\Z")


def contexts(article: Article) -> Iterator[Context]:
    """The headline and every sentence, with what stands in it; linear in the article."""
    common = frozenset(word for word in article.text.split() if word.islower())

    @cache
    def home() -> tuple[str, ...]:
        # `OSLO (Newsroom) -`
        text = _CAPITALS.sub(lambda match: match[0].title(), article.text[:BEGINNING])
        return tuple(place.country for place in find_places(text))

    for passage in passages(article):
        amounts = find_amounts(passage.sentence.text[:LONGEST], passage.start, home)
        yield Context(**attrs.asdict(passage, recurse=False), amounts=amounts, home=home, common=common)
