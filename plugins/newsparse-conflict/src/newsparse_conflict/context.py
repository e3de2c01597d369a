"""A sentence with what the article already knows of it: people, places, dates, quotations, and who says so."""

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
from newsparse.analysis import Place, find_places

LONGEST = 1500
"""Code points of a sentence that are read: text without full stops must not cost more than it says."""


@cache
def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return tomllib.loads((files("newsparse_conflict") / "lexicon.toml").read_text("utf-8"))


@cache
def pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Return a compiled whole-word pattern."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", 0 if case else re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Context:
    """A sentence in its article: `index` counts from 1 at the top; the headline, read like a sentence, has 0."""

    text: str
    sentence: Sentence
    index: int
    named: tuple[tuple[Span, Entity], ...]
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

    def has(self, words: str) -> bool:
        """Whether the sentence has one of these words."""
        return pattern(words).search(self.text, self.start, self.end) is not None

    def places(self) -> tuple[Place, ...]:
        """The countries and cities that the sentence names."""
        return find_places(self.text, self.start, self.end)

    def where(self) -> Place | None:
        """The place of what the sentence reports: a city before a country, and no nationality."""
        named = [place for place in self.places() if place.kind in ("city", "capital", "country")]
        return min(named, key=lambda place: (place.kind == "country", place.span.start), default=None)

    def when(self) -> TimeExpression | None:
        """The day or hour that the sentence gives."""
        return next((one for one in self.dates if one.type in ("DATE", "TIME")), None)

    def source(self) -> Span | None:
        """The words that say who reports this: `police said`, `according to the mayor`."""
        for quote in self.quotes:
            if quote.source is not None:
                return quote.source
        if match := pattern(lexicon()["reading"]["said"]).search(self.text, self.start, self.end):
            name = "to" if match["to"] else "by"
            return Span(match.start(name), match.end(name))
        return None

    def speaker(self) -> Entity | None:
        """Who that is, where the article knows them."""
        said = next((quote.speaker for quote in self.quotes if quote.speaker is not None), None)
        source = self.source()
        if said is not None or source is None:
            return said
        return next((entity for span, entity in self.named if span.overlaps(source)), None)


def contexts(article: Article) -> Iterator[Context]:
    """The headline and every sentence, with what stands in it; linear in the article."""
    named = sorted(((mention, entity) for entity in article.entities for mention in entity.mentions), key=_start)
    starts = [mention.start for mention, _ in named]
    dates = [one.span.start for one in article.dates]
    quotes = [one.span.start for one in article.quotes]
    heads = [Sentence(span=leaf.content, text=leaf.text) for leaf in article.leaves() if isinstance(leaf, Headline)]
    for index, sentence in enumerate([*heads[:1], *article.sentences], 0 if heads else 1):
        a, b = sentence.span
        yield Context(
            text=article.text,
            sentence=sentence,
            index=index,
            named=tuple(named[bisect_left(starts, a) : bisect_left(starts, b)]),
            dates=tuple(article.dates[bisect_left(dates, a) : bisect_left(dates, b)]),
            quotes=tuple(article.quotes[bisect_left(quotes, a) : bisect_left(quotes, b)]),
        )


def _start(pair: tuple[Span, Entity]) -> tuple[int, int, int]:
    return (*pair[0], pair[1].id)
