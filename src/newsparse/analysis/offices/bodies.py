"""The bodies that offices belong to: `Foreign Ministry`, `Ukrainian president's office`, `Bank of England`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.analysis.offices.vocabulary import POSSESSIVE, UNIONS, Token, is_european, words
from newsparse.analysis.places import Place, find_places


class Body(NamedTuple):
    """A body's name and where it begins; `sure` if its words say that it is one."""

    name: str
    start: int
    country: str | None
    sure: bool = True


# Before a head


def body_ending(text: str, start: int, tokens: Sequence[Token]) -> Body | None:
    """Return the body whose name ends with the last of `tokens`, which begin at `start`."""
    last = tokens[-1]
    owned = POSSESSIVE.search(last.text)
    stop = last.end - len(owned[0]) if owned else last.end
    named = words().bodies.finditer(text, max(start, stop - 24), stop)
    if match := next((one for one in named if one.end() == stop), None):
        place = next(iter(find_places(text, match.start(), match.end())), None)
        return Body(match[0], match.start(), place.country if place else None)
    if last.text.islower() and (match := words().lower.search(text, max(start, stop - 30), stop)):
        return _lower_body(text, start, match.start(), stop)
    return _capitalised(text, stop, _run(text, tokens)) if last.capital else None


def _lower_body(text: str, start: int, begin: int, end: int) -> Body:
    """`the Ivorian bishops' conference`, `Ukrainian president's office`: words in lower case before it belong to it."""
    before = re.compile(r"(?<!\w)([a-z]+['’]s?|border|ruling|national|central|armed|air)\s$")
    while match := before.search(text, max(start, begin - 24), begin):
        begin = match.start(1)
    owned = re.compile(r"(?<!\w)[A-Z][\w.]*(?:['’]s)?\s((?:[a-z]+\s){1,2})$").search(
        text, max(start, begin - 40), begin
    )
    if owned and words().no_phrase.isdisjoint(owned[1].split()) and words().no_portfolio.isdisjoint(owned[1].split()):
        begin = owned.start(1)  # `UN refugee agency`
    return Body(text[begin:end], begin, None)


def _run(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The words in capitals that end here, with the small ones inside: `Bank of England`."""
    run: list[Token] = []
    small: list[Token] = []
    for token in reversed(tokens):
        if run and text[token.end : (small or run)[0].start].strip(" "):
            break
        if "and" in (one.low for one in small) and token.text in words().nouns:
            break  # `the Justice Department and District Judge …`
        opening = token is tokens[0] and token.low in words().openers | words().determiners
        if token.capital and not opening and token.low not in words().former:
            run[:0] = [token, *small]
            small = []
        elif run and token.low in words().joining and len(small) < 2:
            small.insert(0, token)
        else:
            break
    return run


def _capitalised(text: str, stop: int, run: list[Token]) -> Body | None:
    """The body that a run of capitals names, after whose it is: `Iran's Supreme National Security Council`."""
    while run and run[0].low in words().ranks | words().passing:
        run = run[1:]  # `Senior Palestinian official`
    if not run:
        return None
    places = find_places(text, run[0].start, stop)
    country = next((one.country for one in places if one.kind == "metonym" or is_european(one)), None)
    while (place := _leading(text, run)) is not None and place.span.end < stop and not is_european(place):
        country = place.country
        rest = [one for one in run if one.start >= place.span.end]
        if not rest or not rest[0].capital or _belongs(place, run[len(run) - len(rest) - 1], rest[0]):
            break
        run = rest
    name = POSSESSIVE.sub("", text[run[0].start : run[-1].end])
    nouns = words().nouns
    sure = POSSESSIVE.sub("", run[-1].text) in nouns or (len(run) > 1 and run[0].text in nouns)
    return Body(name, run[0].start, country, sure)


def _leading(text: str, run: list[Token]) -> Place | None:
    place = next(iter(find_places(text, run[0].start, run[-1].end)), None)
    return place if place is not None and place.span.start == run[0].start else None


def _belongs(place: Place, last: Token, following: Token) -> bool:
    """Whether a place is part of the name that it begins: `EU Council`, not `Iran's Council`, `Iranian Council`."""
    if place.kind == "demonym" or POSSESSIVE.search(last.text):
        return False
    return following.text in words().nouns or place.country in UNIONS or place.kind == "metonym"


# After a preposition


def body_in(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return the body and the country that a phrase names: `Germany's Federal Network Agency`."""
    at = _behind_adjectives(text, start, end)
    places = find_places(text, start, end)
    country = None
    if places and places[0].span.start == at and not is_european(places[0]):
        place, country = places[0], places[0].country
        if not text[place.span.end : end].strip():
            return (place.text if place.kind == "metonym" or country in UNIONS else None), country
        owned = re.compile(r"['’]s?\s").match(text, place.span.end, end)
        if owned or place.kind == "demonym":
            at = _behind_adjectives(text, owned.end() if owned else place.span.end + 1, end)
    name = text[at:end].strip()
    last = places[-1] if places else None
    if last is not None and country is None and last.kind == "country" and last.span.end >= end and " of " in name:
        country = last.country
        before = name[: name.rfind(" of ")]
        if last.span.start >= end - len(last.text) and " " in before and before.split()[-1] not in words().named_after:
            name = before  # `National Electoral Commission of Sierra Leone`
    if last is not None and country is None and last.kind == "metonym":
        country = last.country
    return (name if name and _is_name(name, country) else None), country


def _behind_adjectives(text: str, start: int, end: int) -> int:
    """`the opposition People's Union` begins with `People's`; in lower case only an article is passed."""
    match = re.compile(r"(?:the\s)?(?:[a-z-]+(?:['’]s)?\s)*(?=[A-ZÀ-Þ])|(?:the\s)?").match(text, start, end)
    return match.end() if match else start


def _is_name(name: str, country: str | None) -> bool:
    """Whether words name a body; in lower case they do with a country before them, or if the list has them."""
    if not name.islower():
        return True
    if re.search(r"(?:minister|president|king|premier)$", name):
        return False
    return country is not None or words().lower.search(name) is not None
