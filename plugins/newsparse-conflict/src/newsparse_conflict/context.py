"""A sentence with what the article already knows of it, and who says so."""

from __future__ import annotations

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
    """A sentence in its article, or the headline, which has the index 0."""

    def says(self, words: str) -> bool:
        """Whether the sentence has one of these words."""
        return self.has(pattern(words))

    def where(self) -> Place | None:
        """The place of what the sentence reports: a city before a country, and no nationality."""
        named = [place for place in self.places() if place.kind in ("city", "capital", "country")]
        return min(named, key=lambda place: (place.kind == "country", place.span.start), default=None)

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
    for passage in passages(article):
        yield Context(**attrs.asdict(passage, recurse=False))
