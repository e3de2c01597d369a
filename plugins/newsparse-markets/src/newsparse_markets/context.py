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

    def all(self, words: str) -> list[Span]:
        """Where all of these words stand."""
        return [Span(*one.span()) for one in pattern(words).finditer(self.text, self.start, self.end)]

    def subject(self, before: int, *, main: bool = False) -> Span | None:
        """The words for what acts or moves: the noun phrase that the clause before `before`, or the sentence, begins with."""
        # What stands in brackets ends no clause: `Volta (NYSE: VLTM) rose`
        text = _BRACKETS.sub(lambda match: " " * len(match[0]), self.text[self.start : before])
        begin = 0 if main else max((one.end() for one in _MARKS.finditer(text)), default=0)
        match = _subject().match(text, begin)
        if match is None or not match["name"]:
            return None
        start, end = match.span("of" if match["of"] else "name")
        if whose := _SHARES_OF.match(text, start):
            end = whose.end()
        return Span(self.start + start, self.start + start + len(text[start:end].rstrip(" ,")))


_SHARES_OF = re.compile(
    r"(?i:shares|stocks?|bonds)\s(?:in|of)\s(?:the\s)?(?:[a-z]+\s){0,3}?(?:[A-ZÀ-Þ][\w&.’'-]*\s?)+(?<=\S)"
)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_MARKS = re.compile(r"[,;:–—“”\"]\s|[“\"]|\b(?:while|and|as|but|that|after|when|with|said|because|which)\s")


@cache
def _subject() -> re.Pattern[str]:
    stop = (
        "in|on|at|by|to|for|from|after|as|were|was|is|are|has|have|had|will|would|could|should|of|put|closed|closes|ended|ends"
        "|settled|traded|trades|opened|finished|finishes|inched|edged|ticked|cost|costs|fetch|fetches|hit|hits|touched|rose|fell"
        "|weakened|strengthened|slid|slides|slipped|climbed|dropped|changed|reached|topped|stood|stands|remained|sold|sells"
    )
    word = rf"(?!(?:{stop})\b)[\w&.’'/-]+"
    return re.compile(
        rf"\s*(?:[Aa]\s(?:tonne|ton|barrel|ounce|pound|bushel|kilo|litre)\sof\s(?P<of>{word}(?:\s{word}){{0,3}})|)"
        rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?P<name>{word}(?:\s+{word}){{0,7}})?"
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
