"""A sentence with what the article already knows of it, and the amounts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from newsparse import Article, Sentence, Span
from newsparse.analysis import Passage, Quantity, find_quantities, passages, word_table
from newsparse.analysis.passages import LONGEST


def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return word_table("newsparse_markets")


@cache
def pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Return a compiled whole-word pattern; a hyphen joins words here (`share-based`)."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", 0 if case else re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Context(Passage):
    """A sentence, or the headline, in its article."""

    amounts: tuple[Quantity, ...]

    def first(self, words: str, *, case: bool = False, start: int = 0) -> Span | None:
        """Where the first of these words stands, not before `start`."""
        return self.find(pattern(words, case=case), start)

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
    for passage in passages(article):
        yield Context(**attrs.asdict(passage, recurse=False), amounts=_amounts(passage.sentence))


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
