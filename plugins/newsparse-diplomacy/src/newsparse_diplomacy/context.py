"""A sentence with what the article already knows of it: parties, dates, quotations."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsparse import Article, Entity, Quotation, Sentence, Span, TimeExpression
from newsparse.analysis import Place, find_places
from newsparse.analysis.offices import office_before
from newsparse_diplomacy.model import Party


@cache
def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return tomllib.loads((files("newsparse_diplomacy") / "lexicon.toml").read_text("utf-8"))


@cache
def pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Return a compiled whole-word pattern."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", 0 if case else re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Context:
    """A sentence in its article."""

    text: str
    sentence: Sentence
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    dates: tuple[TimeExpression, ...]
    quotes: tuple[Quotation, ...]
    headline: bool = False

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sentence.span.end


def contexts(article: Article) -> Iterator[Context]:
    """Every sentence with what stands in it; linear in the article."""
    mentions = sorted(
        ((mention, entity) for entity in article.entities for mention in entity.mentions), key=lambda pair: pair[0]
    )
    starts = [mention.start for mention, _ in mentions]
    date_starts = [one.span.start for one in article.dates]
    quote_starts = [one.span.start for one in article.quotes]
    headlines = tuple(_headlines(article))
    for sentence in (*headlines, *article.sentences):
        a, b = sentence.span
        named = mentions[bisect_left(starts, a) : bisect_left(starts, b)]
        places = find_places(article.text, a, b)
        yield Context(
            text=article.text,
            sentence=sentence,
            parties=tuple(_parties(article.text, named, places)),
            places=places,
            dates=tuple(article.dates[bisect_left(date_starts, a) : bisect_left(date_starts, b)]),
            quotes=tuple(article.quotes[bisect_left(quote_starts, a) : bisect_left(quote_starts, b)]),
            headline=sentence in headlines,
        )


def _headlines(article: Article) -> Iterator[Sentence]:
    """The headline, and what stands beside it: they report too, and are no running text."""
    for leaf in article.leaves():
        if leaf.type in ("headline", "alternative_headline") and not getattr(leaf, "repeated", False):
            yield Sentence(span=leaf.content, text=leaf.text)


OFFICE_REACH = 80
"""Code points between a country and the name of its official."""


def _place_before(text: str, name: Span, places: Sequence[Place]) -> Place | None:
    """Whose official somebody is: `Russian President Vladimir Putin` is one party, not two."""
    for place in places:
        if place.span.end <= name.start and name.start - place.span.end < OFFICE_REACH:
            office = office_before(text, place.span.start, name.start)
            if office is not None and office.start <= place.span.start and office.country == place.country:
                return place
    return None


_PLACE_OF_ACTION = re.compile(r"\b(?:in|at|near|outside|across)(?: the)?\s$")
_GROUP = re.compile(
    r"(?:[\s-](?:and|[A-Z][\w.]+))*\s(?:(?:senior|top|foreign|defense|defence|prime|government|military|deputy)\s)*"
    r"(?:government|officials?|diplomats?|negotiators?|envoys?|ministers?|president|delegations?|leaders?|rebels?"
    r"|troops|representatives?|lawmakers|counterparts?|forces|side|administration|ambassador|minister)\b"
)


def _parties(text: str, named: Sequence[tuple[Span, Entity]], places: Sequence[Place]) -> Iterator[Party]:
    """Persons and organisations; countries that act, which those after `in` or `at` do not."""
    taken: list[Span] = []
    table = lexicon()["participants"]
    for mention, entity in named:
        if entity.kind == "role" and not pattern(table["persons"]).fullmatch(entity.name):
            continue  # `the summit`, `a move`: what reports need not be anybody
        if entity.kind != "person" and any(place.span.covers(mention) for place in places):
            continue  # `U.S.` is a country
        if sum(mention.covers(place.span) for place in places) > 1 and "-" in mention.of(text):
            continue  # `US-Russia`
        span, country = mention, next((place.country for place in places if mention.covers(place.span)), None)
        if entity.kind == "person" and (place := _place_before(text, mention, places)) is not None:
            span, country = Span(place.span.start, mention.end), place.country
        taken.append(span)
        yield Party(span=span, text=span.of(text), country=country, entity=entity)
    for place in places:
        if any(span.overlaps(place.span) for span in taken):
            continue
        start, end = place.span
        if place.kind == "city" or _PLACE_OF_ACTION.search(text, max(0, start - 14), start):
            continue
        if text[max(0, start - 2) : start] == ", " and text[end : end + 1] in (",", "."):
            continue  # `Basel, Switzerland,`
        if re.compile(rf"(?:[-–][A-Z]\w+)?\s{table['attributive']}\b", re.IGNORECASE).match(text, end):
            continue  # `the Ukraine war`
        group = _GROUP.match(text, end)
        if group and not any(
            place is not other and group.start() <= other.span.start < group.end() for other in places
        ):
            end = group.end()
        span = Span(place.span.start, end)
        yield Party(span=span, text=span.of(text), country=place.country)
