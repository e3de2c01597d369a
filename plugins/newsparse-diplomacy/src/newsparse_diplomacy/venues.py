"""Where people meet."""

from __future__ import annotations

import re
from functools import cache

from newsparse import Span
from newsparse.analysis import Place, find_places
from newsparse_diplomacy.context import Context, lexicon
from newsparse_diplomacy.model import Venue

_NOUN_FOLLOWS = re.compile(r"\s(?!(?:on|and|to|for|with|as|at|last|next|this|or)\b)[a-z]")
NEAR = 60
"""Code points between an act and a town in lower case."""


def venues(context: Context, act: Span) -> list[Venue]:
    """Return the places where an act may take place, the likeliest first: those behind it, from near to far."""
    found = [
        Venue(span=place.span, text=place.text, name=_name(place), country=place.country)
        for place in context.place_names
        if place.kind != "demonym" and _leads_to(context, place) and not _relative(context, act, place.span)
    ]
    if not found and (named := _unlisted(context, act) or _in_lower_case(context, act)):
        found.append(named)
    return sorted(found, key=lambda one: (one.span.start < act.start, abs(one.span.start - act.end)))


def _name(place: Place) -> str:
    return place.text if place.kind == "metonym" else place.name


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = lexicon()["venues"]
    return (
        re.compile(rf"\b{table['prepositions']}(?: {table['before_name']})?\s$"),
        re.compile(table["host"]),
        re.compile(rf"(?<!\w){table['elsewhere']}\s$", re.IGNORECASE),
        re.compile(table["unlisted"]),
    )


def _leads_to(context: Context, place: Place) -> bool:
    """Whether the words before a place make it one where something happens; or it is a host."""
    lead, host, _, _ = _patterns()
    if place.span.start == context.start and host.match(context.text, place.span.end, context.end):
        return True
    before = lead.search(context.text, max(context.start, place.span.start - 34), place.span.start)
    if before is None or re.match(r"['’]s?\b|-", context.text[place.span.end : place.span.end + 3]):
        return False
    if place.text.isupper() and _NOUN_FOLLOWS.match(context.text, place.span.end):
        return False  # `a shift in US policy`
    if re.compile(lexicon()["venues"]["said_there"]).match(context.text, place.span.end, context.end):
        return False  # `diplomats in Brussels say`
    return not _elsewhere(context, before.start())


def _relative(context: Context, act: Span, place: Span) -> bool:
    """Whether a relative clause lies between: `talks that would settle what it holds in Chad`."""
    return (
        re.compile(r"\b(?:that|which|who)\b|,\s(?:following|after|before|as|while)\b").search(
            context.text, act.end, place.start
        )
        is not None
    )


def _elsewhere(context: Context, at: int) -> bool:
    """Whether the place belongs to another noun: `the war in Chad`, `troops in Mali`."""
    return _patterns()[2].search(context.text, max(context.start, at - 40), at) is not None


def _unlisted(context: Context, act: Span) -> Venue | None:
    """A place that no list has: a name in capitals after `in` or `at`, which is nobody."""
    for match in _patterns()[3].finditer(context.text, act.end, context.end):
        span = Span(*match.span("name"))
        known = any(party.entity is not None and party.span.overlaps(span) for party in context.parties)
        known = known or any(place.span.overlaps(span) for place in context.place_names)
        dated = any(date.span.overlaps(span) for date in context.dates)
        if not known and not dated and not _elsewhere(context, match.start()):
            return Venue(span=span, text=span.of(context.text), name=span.of(context.text))
    return None


def _in_lower_case(context: Context, act: Span) -> Venue | None:
    """`met in geneva`: a town that stands in lower case."""
    for match in re.compile(r"\b(?:[Ii]n|[Aa]t) ([a-z]{4,}(?: [a-z]{4,})?)\b").finditer(
        context.text, context.start, context.end
    ):
        place = next(iter(find_places(match[1].title())), None)
        if place is not None and place.span.start == 0 and place.kind in ("city", "capital", "country"):
            span = Span(match.start(1), match.start(1) + place.span.end)
            if abs(span.start - act.end) < NEAR:
                return Venue(span=span, text=span.of(context.text), name=place.name, country=place.country)
    return None
