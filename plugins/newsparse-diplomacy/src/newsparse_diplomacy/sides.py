"""Who may take part: people and organisations that are named, officials and groups by their office, countries that act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import attrs

from newsparse import Entity, Span
from newsparse.analysis import Passage, Place, word_table
from newsparse.analysis.offices import office_before
from newsparse_diplomacy.model import Party

OFFICE_REACH = 80
"""Code points between a country and the name of its official."""
MODIFIERS = 8
"""Words before the noun of a side that may belong to it: `the Libyan coast guard's deputy commander`."""

_PLACE_OF_ACTION = re.compile(r"\b(?:in|at|near|outside|across)(?: the)?\s$")
_WORD_BEFORE = re.compile(r"(?<![\w’'.-])[\w.-]+(?:[’']s?)?\s$")
_OF = re.compile(
    r"\s(?:of|from)\s(?:the\s)?[A-ZÀ-Þ][\w’-]+(?:\s(?:of\s)?(?:the\s)?[A-ZÀ-Þ][\w’-]+){0,5}"
    r"|\sof\s(?:the\srepublic|state|staff)\b"
)
"""Whose side it is: `the President of the Republic`, `a delegation from the Maldivian parliament`."""


def sides(passage: Passage, places: Sequence[Place]) -> tuple[Party, ...]:
    """Return all of them, as they are named: no two overlap."""
    named = list(_named(passage, places))
    groups = []
    for span in _groups(passage, places):
        if any(span.overlaps(one.span) for one in named):
            continue
        country = next((place.country for place in places if span.covers(place.span)), None)
        if (at := next((at for at, one in enumerate(named) if one.span.start == span.end + 1), None)) is not None:
            whole = Span(span.start, named[at].span.end)  # `the Danish envoy` `Ada Lund`
            named[at] = attrs.evolve(
                named[at], span=whole, text=whole.of(passage.text), country=named[at].country or country
            )
            continue
        groups.append(Party(span=span, text=span.of(passage.text), country=country))
    taken = [one.span for one in (*named, *groups)]
    return (*named, *groups, *_countries(passage.text, taken, places))


def _place_before(text: str, name: Span, places: Sequence[Place]) -> Place | None:
    """Whose official somebody is: `Russian President Vladimir Putin` is one party, not two."""
    for place in places:
        if place.span.end <= name.start and name.start - place.span.end < OFFICE_REACH:
            office = office_before(text, place.span.start, name.start)
            if office is not None and office.start <= place.span.start and office.country == place.country:
                return place
    return None


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
    if entity.kind == "role":
        return False  # `the summit`, `the minister`: groups are found by their nouns
    inside = [place for place in places if mention.covers(place.span)]
    if entity.kind != "person" and any(place.span.covers(mention) for place in places):
        return False  # `U.S.`
    led = inside and inside[0].span.start == mention.start and inside[0].span.end < mention.end
    if led and entity.kind == "person" and (headline or len(entity.mentions) == 1):
        return False  # `Chile Engage in Talks`: a country, and a title's word in capitals
    return len(inside) < 2 or any(one.span.end + 1 < other.span.start for one, other in pairwise(inside))  # `US-Russia`


class _Words(NamedTuple):
    heads: frozenset[str]
    before: frozenset[str]
    opening: frozenset[str]


_HEAD = re.compile(r"(?<![\w’'-])[^\W\d_][\w’-]*(?!-)")
_HOUSE = re.compile(r"[’']s?\s(?:office|residence|palace|spokes)")
"""What belongs to somebody and is no side of its own."""


@cache
def _table() -> _Words:
    """The nouns for sides, the words that may stand before them, and those that begin a phrase."""
    words = word_table("newsparse_diplomacy")["participants"]
    roles = word_table("newsparse.analysis", "roles.toml")
    # The last word is enough: `prime minister` ends in `minister`.
    heads = {head.rsplit(" ", 1)[-1] for head in (*words["heads"], *roles["heads"]) if " of " not in head}
    before = {*words["before"], *roles["modifiers"], *roles["former"], *roles["passing"]}
    return _Words(
        heads=frozenset({*heads, *(f"{head}s" for head in heads)} - {"number", "numbers", "rights", "affairs"}),
        before=frozenset(before),
        opening=frozenset(words["opening"]),
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_table("newsparse.analysis", "roles.toml")["openers"])


def _groups(passage: Passage, places: Sequence[Place]) -> Iterator[Span]:
    """Sides by their noun: `the Omani sultan`, `rebel commanders`, `the two navies`, `Somalia's president`."""
    text, last, heads = passage.text, passage.start, _table().heads
    for match in _HEAD.finditer(text, passage.start, passage.end):
        if match.start() < last or match[0].lower() not in heads or _HOUSE.match(text, match.end()):
            continue
        end = match.end()
        while (more := _HEAD.match(text, end + 1)) and text[end] == " " and more[0].lower() in heads:
            end = more.end()  # `the army` `chief`
        if _owns_another(passage, end):
            continue
        start = _start(passage, match.start(), last, places)
        end = of.end() if (of := _OF.match(text, end, passage.end)) else end
        last = end
        yield Span(start, end)


_OWN = re.compile(r"[’']s?\s((?:[\w-]+\s){0,3}[\w-]+)")


def _owns_another(passage: Passage, end: int) -> bool:
    """`the two navies' envoys`: the envoys take part, not the navies."""
    match = _OWN.match(passage.text, end, passage.end)
    return match is not None and any(word.lower() in _table().heads for word in match[1].split())


def _start(passage: Passage, noun: int, floor: int, places: Sequence[Place]) -> int:
    """Where the phrase that a noun ends begins: at its determiner, or its first modifier."""
    text, start = passage.text, noun
    _, before, opening = _table()
    for _ in range(MODIFIERS):
        match = _WORD_BEFORE.search(text, max(floor, start - 30), start)
        if match is None:
            break
        word = match[0].strip()
        low = word.lower()
        if low in opening:
            return match.start()
        place = any(one.span.overlaps(Span(match.start(), match.start() + len(word))) for one in places)
        capital = word[0].isupper() and low not in _openers() and start == noun  # `Andean leaders`
        unknown = capital or (start == noun and low.isalpha() and _determined(text, match.start(), floor))
        if not (place or low in before or word.endswith(("’s", "'s", "s’", "s'")) or unknown):
            break
        start = match.start()
    return start


def _determined(text: str, at: int, floor: int) -> bool:
    """Whether the word before is a determiner, so that what stands between it and the noun is an adjective."""
    match = _WORD_BEFORE.search(text, max(floor, at - 12), at)
    return match is not None and match[0].strip().lower() in _table().opening


def _countries(text: str, taken: Sequence[Span], places: Sequence[Place]) -> Iterator[Party]:
    """Countries that act, which those after `in` or `at` do not."""
    attributive = word_table("newsparse_diplomacy")["participants"]["attributive"]
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
        yield Party(span=place.span, text=place.text, country=place.country)
