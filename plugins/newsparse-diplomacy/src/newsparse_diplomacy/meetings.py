"""Meetings, talks, visits and calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import attrs

from newsparse import Span, TimeExpression
from newsparse.analysis import find_status
from newsparse_diplomacy.acts import CLAUSE, Act, find_acts
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Level, Meeting, Party, Venue
from newsparse_diplomacy.participants import participants
from newsparse_diplomacy.venues import venues

_NAME = re.compile(
    r"\s(?:with\s)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-ZÀ-Þ][\w’-]+\b(?!\s(?:University|School|College))"
)
_ASIDE = re.compile(
    r"[;:“”\"]|,\sand\s(?=an?\s)|,\s(?=(?:with|according|following|which|who|where|as)\b)|(?<=\w)\s(?=(?:that|with|following)\b)"
)
"""Where another clause or an aside begins, whose people take no part."""
_WITH = re.compile(r"\s(?:with|between|of)\s")
_NOW = re.compile(r"\b(?:is|are|remains?|still|stays?)\s(?:\w+\s){0,2}$")
_TO = re.compile(r"\w\sto\s(?:(?:hold|have|host|attend|join|begin|start|open|resume)\s(?:[\w-]+\s){0,2})?$")
OPENING = 30
"""Code points at a sentence's beginning: a place or a date there goes with all that follows."""


def find_meetings(context: Context) -> Iterator[Meeting]:
    """Give the meetings that a sentence reports or mentions: acts of one stage are one, unless their places or dates differ."""
    told: list[Meeting] = []
    for act in find_acts(context):
        meeting = _meeting(context, act)
        same = next((at for at, one in enumerate(told) if _is_same(one, meeting)), None)
        if same is None:
            told.append(meeting)
        else:
            told[same] = _merged(told[same], meeting)
    yield from (_completed(context, one, alone=len(told) == 1) for one in told if _says_something(context, one))


def _meeting(context: Context, act: Act) -> Meeting:
    """What an act says by itself."""
    head = Span(act.span.start, act.span.start + len(act.span.of(context.text).split()[0]))
    status = find_status(context.text, context.start, context.end, act=head).modality
    if status == "held" and pattern(lexicon()["meetings"]["due"]).fullmatch(act.span.of(context.text)):
        status = "planned"  # `is expected in Lima`
    if (
        status == "held"
        and context.headline
        and _TO.search(context.text, max(context.start, head.start - 24), head.start)
    ):
        status = "planned"  # `Chile and five neighbours to hold summit`
    return Meeting(
        evidence=context.sentence,
        act=act.span,
        quotes=context.quotes,
        status=status,
        central=act.central,
        venue=next((one for one in venues(context, act.span) if act.zone.covers(one.span)), None),
        date=next((one for one in _dates(context) if act.zone.covers(one.span)), None),
    )


def _is_same(one: Meeting, other: Meeting) -> bool:
    return one.status == other.status and not (
        (one.venue and other.venue and one.venue.name != other.venue.name)
        or (one.date and other.date and one.date.value != other.date.value)
    )


def _merged(one: Meeting, other: Meeting) -> Meeting:
    """One meeting of two acts: by the words that say most."""
    first, second = (other, one) if other.central and not one.central else (one, other)
    return attrs.evolve(first, venue=first.venue or second.venue, date=first.date or second.date)


def _says_something(context: Context, meeting: Meeting) -> bool:
    """Whether there is more than a word for meetings: it is reported, or it has a place, a date, parties or a stage of its own.

    `a more constructive dialogue`, `these discussions` alone tell of nothing that happens.
    """
    if not _is_of_somebody(context, meeting):
        return False
    if meeting.venue or meeting.date:
        return True
    nouns = pattern(lexicon()["meetings"]["nouns"] + r"s?(?!\s(?-i:[A-Z]))")
    if not nouns.match(context.text, meeting.act.start):
        return True  # a verb: `met`, `calls Lee`
    head = Span(meeting.act.start, meeting.act.start + len(meeting.act.of(context.text).split()[0]))
    evidence = find_status(context.text, context.start, context.end, act=head).evidence
    if evidence is None:
        # `a quick lunch with the emir`, `her talks with the prefect`; at least two sides
        return _with_somebody(context, meeting.act) or len(_taking_part(context, meeting.act)) > 1
    generic = pattern(lexicon()["meetings"]["generic"]).fullmatch(meeting.act.of(context.text))
    if not generic or evidence.end > meeting.act.end or evidence.of(context.text).lower().startswith("during"):
        return True  # `the talks ended`, `during the talks`
    return len(_taking_part(context, meeting.act)) >= {"proposed": 1, "held": 2}.get(meeting.status, 0)


def _with_somebody(context: Context, act: Span) -> bool:
    """Whether a noun says with whom, and somebody is named there."""
    found = _WITH.match(context.text, act.end, context.end)
    return found is not None and any(found.end() <= one.span.start <= found.end() + 4 for one in context.parties)


def _is_of_somebody(context: Context, meeting: Meeting) -> bool:
    """Whether somebody is named who may meet others for a state or a group: not in `the two rivers meet at the weir`.

    A pronoun is enough where a place or a day is told; a noun like `talks` is no other thing.
    """
    if not pattern(lexicon()["meetings"]["plain"]).fullmatch(meeting.act.of(context.text).split()[0]):
        return True
    if any(one.entity or one.country or _stands_for_others(one) for one in context.parties):
        return True
    if _NAME.search(context.text, context.start + 1, meeting.act.start) or _NAME.match(context.text, meeting.act.end):
        return True  # `Salgado meets Bennour`, whom nothing else tells
    said = pattern(lexicon()["participants"]["pronouns"]).search(context.text, context.start, meeting.act.start)
    return bool(said) and bool(meeting.venue or meeting.date)


def _stands_for_others(party: Party) -> bool:
    return not pattern(lexicon()["participants"]["private"]).search(party.text)


def _completed(context: Context, meeting: Meeting, *, alone: bool) -> Meeting:
    """With what the rest of the sentence tells: a place or a date before the act, if no other meeting is told of."""
    venue, date = meeting.venue, meeting.date
    if alone:
        venue = venue or next(
            (one for one in venues(context, meeting.act) if _goes_with(context, one.span, meeting.act)), None
        )
        date = date or next((one for one in _dates(context) if _goes_with(context, one.span, meeting.act)), None)
    return attrs.evolve(
        meeting,
        parties=_parties(context, meeting.act, venue),
        level=_level(context),
        venue=venue,
        date=date,
        agenda=_agenda(context, meeting.act),
    )


def _goes_with(context: Context, place: Span, act: Span) -> bool:
    """Whether a place or date before an act is in its clause, or at the sentence's beginning: `On Monday, in Bern, …`."""
    if place.start >= act.end or place.start - context.start < OPENING:
        return True
    return CLAUSE.search(context.text, place.end, act.start) is None


def _dates(context: Context) -> list[TimeExpression]:
    return [one for one in context.dates if one.type in ("DATE", "TIME") and not str(one.value).endswith("_REF")]


def _parties(context: Context, act: Span, venue: Venue | None) -> tuple[Party, ...]:
    """Those who take part by the grammar of the sentence; all that are named where that gives fewer than two. No one twice."""
    taking_part = _taking_part(context, act)
    found: dict[object, Party] = {}
    for party in taking_part if len(taking_part) > 1 else [*taking_part, *_others(context, act)]:
        if venue is not None and party.span.overlaps(venue.span):
            continue
        key = party.entity.id if party.entity is not None else party.country or party.text
        found.setdefault(key, party)
    return tuple(sorted(found.values(), key=lambda party: party.span))


def _taking_part(context: Context, act: Span) -> list[Party]:
    """The participants that are somebody: no pronoun, and nobody who only reports."""
    pronouns = pattern(lexicon()["participants"]["pronouns"])
    return [
        party
        for party in participants(context, act)
        if (party.country or not pronouns.fullmatch(party.text))  # the US are not `us`
        and not _stands_apart(context, party, act)
        and not _is_source(context, party)
    ]


def _is_source(context: Context, party: Party) -> bool:
    """`according to Lee`, `raised by Lee`, `says Lee`."""
    said = re.compile(rf"\b{lexicon()['participants']['reporting']}(?:\s(?:to|by))?\s(?:the\s)?$")
    return said.search(context.text, max(context.start, party.span.start - 24), party.span.start) is not None


def _stands_apart(context: Context, party: Party, act: Span) -> bool:
    """Whether a party before an act belongs to something else: `Lee added that the talks`, `a call with Lee, and a meeting`."""
    reporting = lexicon()["participants"]["reporting"]
    apart = re.compile(
        rf"\s(?:\w+\s){{0,2}}{reporting}\s(?:that|the|these|this|an?)\b|[^;]{{0,40}},\sand\san?\s(?:[\w-]+\s){{0,4}}$"
    )
    return apart.match(context.text, party.span.end, act.start) is not None


def _others(context: Context, act: Span) -> list[Party]:
    """Whoever else is named near the act, but for those who only say so."""
    reporting = lexicon()["participants"]["reporting"]
    says = re.compile(rf",?\s(?:\w+\s){{0,2}}{reporting}\b")
    start = max((one.end() for one in _ASIDE.finditer(context.text, context.start, act.start)), default=context.start)
    stop = _ASIDE.search(context.text, act.end, context.end)
    near = Span(start, stop.start() if stop else context.end)
    return [
        party
        for party in context.parties
        if near.covers(party.span)
        and not party.span.overlaps(act)
        and not says.match(context.text, party.span.end, context.end)
        and not _is_source(context, party)
    ]


def _level(context: Context) -> Level | None:
    """The highest office named; a prime minister is no minister."""
    levels = lexicon()["levels"]
    return next((one for one in get_args(Level) if context.has(pattern("|".join(levels[one])))), None)


def _agenda(context: Context, act: Span) -> Span | None:
    """What it is about: after `to discuss`, `focus on`; or after `about`, `on`, `over` close behind the act."""
    table, text = lexicon()["meetings"], context.text
    own = act.of(text)
    match = pattern(table["agenda"]).search(text, act.start if own.startswith("discuss") else act.end, context.end)
    if match is None:
        near = pattern(table["about"]).search(text, act.end, min(context.end, act.end + 60))
        match = near if near and not CLAUSE.search(text, act.end, near.start()) else None
    if match is None or pattern("(?:for|in|at|by|on|with|talks)").match(context.text, match.end() + 1, context.end):
        return None
    if any(date.span.start <= match.end() + 1 < date.span.end for date in context.dates):
        return None
    start = match.end() + (text[match.end() : match.end() + 1] == " ")
    stop = re.compile(table["agenda_ends"]).search(text, start, context.end)
    end = stop.start() if stop else context.end
    end = start + len(text[start:end].rstrip(' .,;:”"\n?!'))
    return Span(start, end) if end > start else None
