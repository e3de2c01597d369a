"""Meetings, talks, visits and calls."""

from __future__ import annotations

import re

from newsparse import Span
from newsparse.analysis import Modality, Place, find_status
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Level, Meeting, Party
from newsparse_diplomacy.participants import participants

CLAUSE = re.compile(r"[,;:]|\b(?:which|where|who)\b")


def find_meeting(context: Context) -> Meeting | None:
    """Return the meeting that a sentence reports, or None."""
    act = _act(context)
    if act is None:
        return None
    status = find_status(context.text, context.start, context.end).modality
    venue = _venue(context, act)
    return Meeting(
        evidence=context.sentence,
        act=act,
        status=_status(context, act, status),
        parties=_parties(context, act, venue),
        level=_level(context),
        venue=venue,
        date=next((one for one in context.dates if one.type in ("DATE", "TIME")), None),
        agenda=_agenda(context),
        quotes=context.quotes,
    )


def _act(context: Context) -> Span | None:
    table = lexicon()["meetings"]
    acts = pattern("|".join(table["acts"]), case=True)
    unmet = pattern("|".join(table["unmet"]))
    for match in acts.finditer(context.text, context.start, context.end):
        before = context.text[context.start : match.start()]
        clause = before[max((one.end() for one in CLAUSE.finditer(before)), default=0) :]
        if not unmet.search(clause):
            return Span(match.start(), match.end())
    return None


def _status(context: Context, act: Span, status: Modality) -> Modality:
    """The act's own tense goes before words elsewhere in the sentence: `met … to discuss what will …` was held."""
    own = act.of(context.text).split()
    if own[0] in ("met", "held", "hosted", "attended", "visited", "received", "called", "discussed", "spoke", "talked"):
        return "held" if status in ("planned", "proposed", "ongoing") else status
    return status


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
