"""An article's sentences one by one, each with what the article already knows of it: what a domain plugin reads."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypedDict

import attrs

from newsparse.analysis.places import Place, find_places
from newsparse.model import Article, Entity, Headline, Quotation, Sentence, Span, TimeExpression

LONGEST = 1500
"""Code points of a sentence that are read: text without full stops must not cost more than it says."""


@attrs.frozen(kw_only=True)
class Finding:
    """What one sentence says: to be subclassed once, by what a plugin finds.

    `evidence` is the sentence, or the headline, `act` the words in it that say so; `date` and `quotes` are the article's own.
    """

    evidence: Sentence
    act: Span
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


class Links(TypedDict):
    """The attributes of a `Finding`."""

    evidence: Sentence
    act: Span
    date: TimeExpression | None
    quotes: tuple[Quotation, ...]


@attrs.frozen(kw_only=True)
class Passage:
    """A sentence in its article. `index` counts from 1 at the top; the headline, read like a sentence, has 0.

    `named` has the mentions of people and organisations that begin in it, each with its entity; all are in document order.
    """

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

    def find(self, words: re.Pattern[str], start: int = 0) -> Span | None:
        """Where the first match of a pattern stands, not before `start`."""
        match = words.search(self.text, max(start, self.start), self.end)
        return Span(match.start(), match.end()) if match else None

    def has(self, words: re.Pattern[str]) -> bool:
        """Whether a pattern matches in it."""
        return words.search(self.text, self.start, self.end) is not None

    def places(self) -> tuple[Place, ...]:
        """The places that it names."""
        return find_places(self.text, self.start, self.end)

    def when(self) -> TimeExpression | None:
        """The first day or hour that it gives."""
        return next((one for one in self.dates if one.type in ("DATE", "TIME")), None)

    def links(self, act: Span) -> Links:
        """What a `Finding` by these words needs: `Attack(**passage.links(act), kind="raid")`."""
        return {"evidence": self.sentence, "act": act, "date": self.when(), "quotes": self.quotes}


def passages(article: Article) -> Iterator[Passage]:
    """Give the headline and every sentence of running text, with what stands in it; linear in the article."""
    named = sorted(
        ((mention, entity) for entity in article.entities for mention in entity.mentions),
        key=lambda pair: (*pair[0], pair[1].id),
    )
    starts = [mention.start for mention, _ in named]
    dates = [one.span.start for one in article.dates]
    quotes = [one.span.start for one in article.quotes]
    heads = [Sentence(span=leaf.content, text=leaf.text) for leaf in article.leaves() if isinstance(leaf, Headline)]
    for index, sentence in enumerate([*heads[:1], *article.sentences], 0 if heads else 1):
        a, b = sentence.span
        yield Passage(
            text=article.text,
            sentence=sentence,
            index=index,
            named=tuple(named[bisect_left(starts, a) : bisect_left(starts, b)]),
            dates=tuple(article.dates[bisect_left(dates, a) : bisect_left(dates, b)]),
            quotes=tuple(article.quotes[bisect_left(quotes, a) : bisect_left(quotes, b)]),
        )


@cache
def word_table(package: str, name: str = "lexicon.toml") -> dict[str, Any]:
    """Return a TOML file that stands in a package, read once: a plugin's words are data."""
    table: dict[str, Any] = tomllib.loads((files(package) / name).read_text("utf-8"))
    return table


@cache
def whole_words(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Return a pattern, compiled once, that matches whole words only; letter case counts if `case` says so."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", 0 if case else re.IGNORECASE)
