"""A sentence with what the article already knows of it: amounts, people and organisations, dates, quotations."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsparse import Article, Entity, Headline, Quotation, Sentence, Span, TimeExpression
from newsparse.analysis import Quantity, find_quantities

LONGEST = 1500
"""Code points of a sentence that are read: text without full stops must not cost more than it says."""


@cache
def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return tomllib.loads((files("newsparse_markets") / "lexicon.toml").read_text("utf-8"))


@cache
def pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Return a compiled whole-word pattern."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", 0 if case else re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Context:
    """A sentence, or the headline, in its article."""

    text: str
    sentence: Sentence
    named: tuple[tuple[Span, Entity], ...]
    amounts: tuple[Quantity, ...]
    dates: tuple[TimeExpression, ...]
    quotes: tuple[Quotation, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Where what is read of it ends."""
        return min(self.sentence.span.end, self.start + LONGEST)

    def find(self, words: str, *, case: bool = False, start: int = 0) -> Span | None:
        """Where the first of these words stands, not before `start`."""
        match = pattern(words, case=case).search(self.text, max(start, self.start), self.end)
        return Span(match.start(), match.end()) if match else None

    def when(self) -> TimeExpression | None:
        """The day or hour that the sentence gives."""
        return next((one for one in self.dates if one.type in ("DATE", "TIME")), None)

    def subject(self, before: int) -> Span | None:
        """The words for what acts or moves: the noun phrase that the clause before `before` begins with."""
        match = _subject().match(self.text, self._clause(before), before)
        return Span(match.start("name"), match.end("name")) if match and match["name"] else None

    def _clause(self, before: int) -> int:
        marks = [one.end() for one in _MARKS.finditer(self.text, self.start, before)]
        return marks[-1] if marks else self.start


_MARKS = re.compile(r"[,;:–—]\s|\b(?:while|and|as|but|that|after|when|with|said|because)\s")


@cache
def _subject() -> re.Pattern[str]:
    stop = "in|on|at|by|to|for|from|after|as|were|was|is|are|has|have|had|will|would|could|of"
    return re.compile(
        rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?P<name>(?!(?:{stop})\b)[\w&.’'/-]+(?:\s(?!(?:{stop})\b)[\w&.’'/-]+){{0,7}})"
    )


def contexts(article: Article) -> Iterator[Context]:
    """The headline and every sentence, with what stands in it; linear in the article."""
    named = sorted(((mention, entity) for entity in article.entities for mention in entity.mentions), key=_start)
    starts = [mention.start for mention, _ in named]
    dates = [one.span.start for one in article.dates]
    quotes = [one.span.start for one in article.quotes]
    heads = [Sentence(span=leaf.content, text=leaf.text) for leaf in article.leaves() if isinstance(leaf, Headline)]
    for sentence in [*heads[:1], *article.sentences]:
        a, b = sentence.span
        yield Context(
            text=article.text,
            sentence=sentence,
            named=tuple(named[bisect_left(starts, a) : bisect_left(starts, b)]),
            amounts=_amounts(sentence),
            dates=tuple(article.dates[bisect_left(dates, a) : bisect_left(dates, b)]),
            quotes=tuple(article.quotes[bisect_left(quotes, a) : bisect_left(quotes, b)]),
        )


def _amounts(sentence: Sentence) -> tuple[Quantity, ...]:
    """The amounts of a sentence that may have any: one with a digit, or with a word for an amount."""
    words = sentence.text[:LONGEST]
    if not _AMOUNT.search(words):
        return ()
    offset = sentence.span.start
    return tuple(
        attrs.evolve(one, span=Span(one.span.start + offset, one.span.end + offset))
        for one in find_quantities(words)
        if one.kind != "people"
    )


_AMOUNT = re.compile(r"\d|\b(?:per ?cent|points?|dollars?|euros?|pounds?|cents?|million|billion)\b", re.IGNORECASE)


def _start(pair: tuple[Span, Entity]) -> tuple[int, int, int]:
    return (*pair[0], pair[1].id)
