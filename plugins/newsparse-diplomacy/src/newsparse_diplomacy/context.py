"""A sentence with what the article already knows of it, its places, and its parties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import attrs

from newsparse import Article, Entity, Span
from newsparse.analysis import Passage, Place, passages, whole_words, word_table
from newsparse.analysis.offices import office_before
from newsparse_diplomacy.model import Party

pattern = whole_words


def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return word_table("newsparse_diplomacy")


@attrs.frozen(kw_only=True)
class Context(Passage):
    """A sentence in its article, or the headline."""

    parties: tuple[Party, ...]
    place_names: tuple[Place, ...]

    @property
    def headline(self) -> bool:
        """Whether it is the article's headline."""
        return self.index == 0


def contexts(article: Article) -> Iterator[Context]:
    """The headline and every sentence, with what stands in it; linear in the article."""
    for passage in passages(article):
        places = passage.places()
        yield Context(
            **attrs.asdict(passage, recurse=False),
            place_names=places,
            parties=tuple(_parties(passage, places)),
        )


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


def _parties(passage: Passage, places: Sequence[Place]) -> Iterator[Party]:
    """Who is named, then countries that act."""
    named = tuple(_named(passage, places))
    yield from named
    yield from _countries(passage.text, [one.span for one in named], places)


def _named(passage: Passage, places: Sequence[Place]) -> Iterator[Party]:
    """Persons and organisations; an official with the country before the name."""
    text = passage.text
    for mention, entity in passage.named:
        if not _is_somebody(mention, entity, places, headline=passage.index == 0):
            continue
        span, country = mention, next((place.country for place in places if mention.covers(place.span)), None)
        if entity.kind == "person" and (place := _place_before(text, mention, places)) is not None:
            span, country = Span(place.span.start, mention.end), place.country
        yield Party(span=span, text=span.of(text), country=country, entity=entity)


def _is_somebody(mention: Span, entity: Entity, places: Sequence[Place], *, headline: bool) -> bool:
    """Whether a mention is of somebody who can take part, and no country's name."""
    if entity.kind == "role" and not pattern(lexicon()["participants"]["persons"]).fullmatch(entity.name):
        return False  # `the summit`, `a move`: what reports need not be anybody
    inside = [place for place in places if mention.covers(place.span)]
    if entity.kind != "person" and any(place.span.covers(mention) for place in places):
        return False  # `U.S.`
    led = inside and inside[0].span.start == mention.start and inside[0].span.end < mention.end
    if led and entity.kind == "person" and (headline or len(entity.mentions) == 1):
        return False  # `Chile Engage in Talks`: a country, and a title's word in capitals
    return len(inside) < 2 or any(one.span.end + 1 < other.span.start for one, other in pairwise(inside))  # `US-Russia`


def _countries(text: str, taken: Sequence[Span], places: Sequence[Place]) -> Iterator[Party]:
    """Countries that act, which those after `in` or `at` do not."""
    attributive = lexicon()["participants"]["attributive"]
    for place in places:
        start, end = place.span
        if place.kind == "city" or any(place.span.overlaps(span) for span in taken):
            continue
        if _PLACE_OF_ACTION.search(text, max(0, start - 14), start):
            continue
        if text[max(0, start - 2) : start] == ", " and text[end : end + 1] in (",", "."):
            continue  # `Basel, Switzerland,`
        if re.compile(rf"(?:[-–][A-Z]\w+)?\s{attributive}\b", re.IGNORECASE).match(text, end):
            continue  # `the Ukraine war`
        group = _GROUP.match(text, end)
        if group and not any(place is not other and start < other.span.start < group.end() for other in places):
            end = group.end()
        span = Span(start, end)
        yield Party(span=span, text=span.of(text), country=place.country)
