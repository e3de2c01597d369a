"""A sentence with what the article already knows of it, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsparse import Article, Entity, Span
from newsparse.analysis import Passage, Place, passages, whole_words, word_table

pattern = whole_words


def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return word_table("newsparse_conflict")


@attrs.frozen(kw_only=True)
class Context(Passage):
    """A sentence in its article, or the headline, which has the index 0. `low` is the text in lower case, as long as it is.

    In lower case a pattern need not mind case, which lets `re` dismiss most of its words by their first letters.
    """

    low: str

    def look(self, words: str) -> re.Match[str] | None:
        """Return where the sentence first has one of these words, all of them in lower case."""
        return pattern(words, case=True).search(self.low, self.start, self.end)

    def says(self, words: str) -> bool:
        """Whether the sentence has one of these words."""
        return self.look(words) is not None

    def where(self) -> Place | None:
        """The place of what the sentence reports: a city before a country, and no nationality."""
        named = [place for place in self.places() if place.kind in ("city", "capital", "country")]
        return min(named, key=lambda place: (place.kind == "country", place.span.start), default=None)

    def source(self) -> Span | None:
        """The words that say who reports this: `police said`, `according to the mayor`."""
        for quote in self.quotes:
            if quote.source is not None:
                return quote.source
        if match := self.look(lexicon()["reading"]["said"]):
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
    low = _lowered(article.text)
    for one in passages(article):
        yield Context(**attrs.asdict(one, recurse=False), low=low)


def _lowered(text: str) -> str:
    """Return `text` in lower case, of the same length: `İ` would become two characters."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
