"""Meetings, talks, visits and calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import Span
from newsparse.analysis import Modality, Place, find_status
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Level, Meeting, Party
from newsparse_diplomacy.participants import participants

CLAUSE = re.compile(r"[,;:]|\b(?:which|where|who)\b")


PURPOSE = re.compile(r"[^,;:]{0,80}\sfor\s(?:[\w-]+\s){0,3}")
"""Between what people do and a noun that says what for: `meets today in Lyon for a session`."""


def find_meetings(context: Context) -> Iterator[Meeting]:
    """Give the meetings that a sentence reports or mentions: one for each status, by the words that say most."""
    told: dict[Modality, tuple[Span, bool]] = {}
    for act, central in _acts(context):
        status = find_status(context.text, context.start, context.end, act=_head(context.text, act)).modality
        if status not in told or (central and not told[status][1]):
            told[status] = act, central
    for status, (act, central) in sorted(told.items(), key=lambda one: one[1][0]):
        venue = _venue(context, act)
        yield Meeting(
            evidence=context.sentence,
            act=act,
            status=status,
            central=central,
            parties=_parties(context, act, venue),
            level=_level(context),
            venue=venue,
            date=next((one for one in context.dates if one.type in ("DATE", "TIME")), None),
            agenda=_agenda(context),
            quotes=context.quotes,
        )


def _head(text: str, act: Span) -> Span:
    """The word that an act begins with: what it is done to or where belongs to its clause."""
    return Span(act.start, act.start + len(act.of(text).split()[0]))


def _acts(context: Context) -> Iterator[tuple[Span, bool]]:
    """The words for meetings in a sentence, in order, and whether the sentence says that it is so and not just mentions it."""
    table = lexicon()["meetings"]
    text, start, end = context.text, context.start, context.end
    none = [Span(*match.span()) for match in pattern("|".join(table["not_acts"])).finditer(text, start, end)]
    taken: list[Span] = []
    for match in pattern("|".join(table["acts"]), case=True).finditer(text, start, end):
        act = Span(match.start(), match.end())
        if not any(act.overlaps(one) for one in none):
            taken.append(act)
    nouns: list[Span] = []
    for match in pattern(table["nouns"]).finditer(text, start, end):
        noun = Span(match.start(), match.end())
        if not any(noun.overlaps(one) for one in (*none, *taken)):
            nouns.append(noun)
    aside = pattern("|".join(table["aside"]))
    previous = start
    for act in sorted([*taken, *nouns]):
        if act in nouns and previous > start and PURPOSE.fullmatch(text, previous, act.start):
            continue
        previous = act.end
        before = text[start : act.start]
        clause = max((one.end() for one in CLAUSE.finditer(before)), default=0)
        yield act, act in taken and not aside.search(before, clause)


def _venue(context: Context, act: Span) -> Place | None:
    """The place after `in` or `at` that is nearest to the act."""
    preposition = re.compile(
        rf"\b{lexicon()['meetings']['venue']}(?: the)?(?: (?:Red Sea |Turkish )?(?:city|capital) of)?\s$"
    )
    here = [
        place
        for place in context.places
        if place.kind in ("city", "capital", "country")
        and preposition.search(context.text, max(context.start, place.span.start - 24), place.span.start)
    ]
    return min(here, key=lambda place: (place.span.start < act.start, abs(place.span.start - act.end)), default=None)


def _parties(context: Context, act: Span, venue: Place | None) -> tuple[Party, ...]:
    """Those who take part by the grammar of the sentence; all that are named where that gives fewer than two. No one twice."""
    taking_part = [party for party in participants(context, act) if party.entity is not None or party.country]
    found: dict[object, Party] = {}
    for party in taking_part if len(taking_part) > 1 else context.parties:
        if venue is not None and party.span.overlaps(venue.span):
            continue
        key = ("entity", party.entity.id) if party.entity is not None else ("country", party.country)
        found.setdefault(key, party)
    return tuple(sorted(found.values(), key=lambda party: party.span))


def _level(context: Context) -> Level | None:
    """The highest office named."""
    levels: tuple[Level, ...] = ("ministers", "leaders", "officials")
    for level in levels:
        if pattern("|".join(lexicon()["levels"][level])).search(context.text, context.start, context.end):
            return level
    return None


def _agenda(context: Context) -> Span | None:
    words = pattern(lexicon()["meetings"]["agenda"])
    if match := words.search(context.text, context.start, context.end):
        rest = context.text[match.end() : context.end]
        stop = re.search(r"[.;,]?\s*$|[;,]\s(?:according|said|officials|he|she)\b", rest)
        end = match.end() + (stop.start() if stop else len(rest))
        start = match.end() + len(rest) - len(rest.lstrip())
        return Span(start, end) if end > start else None
    return None
