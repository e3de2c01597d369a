"""Meetings, talks, visits and calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from newsparse import Span, TimeExpression
from newsparse.analysis import find_status
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Level, Meeting, Party, Venue
from newsparse_diplomacy.participants import participants
from newsparse_diplomacy.venues import venues

CLAUSE = re.compile(r"[,;:]|\b(?:which|where|who)\b")
PURPOSE = re.compile(r"[^,;:]{0,80}\sfor\s(?:[\w-]+\s){0,3}")
"""Between what people do and a noun that says what for: `meets today in Lyon for a session`."""


class _Act(NamedTuple):
    """Words for a meeting; `central` if the sentence says that it is so, and does not just mention it."""

    span: Span
    central: bool
    zone: Span
    """Up to the next act: what stands there belongs to this one."""


def find_meetings(context: Context) -> Iterator[Meeting]:
    """Give the meetings that a sentence reports or mentions: acts of one stage are one, unless their places or dates differ."""
    told: list[Meeting] = []
    for act in _acts(context):
        meeting = _meeting(context, act)
        same = next((at for at, one in enumerate(told) if _is_same(one, meeting)), None)
        if same is None:
            told.append(meeting)
        else:
            told[same] = _merged(told[same], meeting)
    yield from (_completed(context, one, alone=len(told) == 1) for one in told if _says_something(context, one))


def _acts(context: Context) -> Iterator[_Act]:
    """The words for meetings in a sentence, in order."""
    table = lexicon()["meetings"]
    text, start, end = context.text, context.start, context.end

    def found(words: re.Pattern[str], *without: Span) -> list[Span]:
        spans = (Span(*match.span()) for match in words.finditer(text, start, end))
        return [span for span in spans if not any(span.overlaps(one) for one in without)]

    none = found(pattern("|".join(table["not_acts"])))
    verbs = found(pattern("|".join(table["acts"]), case=True), *none)
    nouns = found(pattern(table["nouns"]), *none, *verbs)
    aside = pattern("|".join(table["aside"]))
    acts: list[tuple[Span, bool]] = []
    for act in sorted([*verbs, *nouns]):
        if act in nouns and acts and PURPOSE.fullmatch(text, acts[-1][0].end, act.start):
            continue
        clause = max((one.end() for one in CLAUSE.finditer(text, start, act.start)), default=start)
        acts.append((act, act in verbs and not aside.search(text, clause, act.start)))
    for at, (act, central) in enumerate(acts):
        stop = acts[at + 1][0].start if at + 1 < len(acts) else end
        yield _Act(act, central, Span(act.start, stop))


def _meeting(context: Context, act: _Act) -> Meeting:
    """What an act says by itself."""
    head = Span(act.span.start, act.span.start + len(act.span.of(context.text).split()[0]))
    return Meeting(
        evidence=context.sentence,
        act=act.span,
        status=find_status(context.text, context.start, context.end, act=head).modality,
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
    if meeting.central or meeting.venue or meeting.date:
        return True
    head = Span(meeting.act.start, meeting.act.start + len(meeting.act.of(context.text).split()[0]))
    if find_status(context.text, context.start, context.end, act=head).evidence is not None:
        return True
    return len(_parties(context, meeting.act, None)) > 1


def _completed(context: Context, meeting: Meeting, *, alone: bool) -> Meeting:
    """With what the rest of the sentence tells: a place or a date before the act, if no other meeting is told of."""
    venue, date = meeting.venue, meeting.date
    if alone:
        venue = venue or next(iter(venues(context, meeting.act)), None)
        date = date or next(iter(_dates(context)), None)
    return attrs.evolve(
        meeting,
        parties=_parties(context, meeting.act, venue),
        level=_level(context),
        venue=venue,
        date=date,
        agenda=_agenda(context, meeting.act),
        quotes=context.quotes,
    )


def _dates(context: Context) -> list[TimeExpression]:
    return [
        one for one in context.dates if one.type in ("DATE", "TIME") and one.value not in ("PAST_REF", "PRESENT_REF")
    ]


def _parties(context: Context, act: Span, venue: Venue | None) -> tuple[Party, ...]:
    """Those who take part by the grammar of the sentence; all that are named where that gives fewer than two. No one twice."""
    pronouns = pattern(lexicon()["participants"]["pronouns"])
    taking_part = [party for party in participants(context, act) if not pronouns.fullmatch(party.text)]
    found: dict[object, Party] = {}
    for party in taking_part if len(taking_part) > 1 else [*taking_part, *_others(context)]:
        if venue is not None and party.span.overlaps(venue.span):
            continue
        key = party.entity.id if party.entity is not None else party.country or party.text
        found.setdefault(key, party)
    return tuple(sorted(found.values(), key=lambda party: party.span))


def _others(context: Context) -> list[Party]:
    """Whoever else is named, but for those who only say so."""
    reporting = re.compile(rf"\s(?:\w+\s){{0,2}}{lexicon()['participants']['reporting']}\b")
    return [party for party in context.parties if not reporting.match(context.text, party.span.end, context.end)]


def _level(context: Context) -> Level | None:
    """The highest office named."""
    levels: tuple[Level, ...] = ("ministers", "leaders", "officials")
    for level in levels:
        if pattern("|".join(lexicon()["levels"][level])).search(context.text, context.start, context.end):
            return level
    return None


def _agenda(context: Context, act: Span) -> Span | None:
    """What it is about: after `to discuss`, `focus on`; or after `about`, `on`, `over` close behind the act."""
    table, text = lexicon()["meetings"], context.text
    own = act.of(text)
    match = pattern(table["agenda"]).search(text, act.start if own.startswith("discuss") else act.end, context.end)
    if match is None:
        near = pattern(table["about"]).search(text, act.end, min(context.end, act.end + 60))
        match = near if near and not CLAUSE.search(text, act.end, near.start()) else None
    if match is None:
        return None
    start = match.end() + (text[match.end() : match.end() + 1] == " ")
    stop = pattern(table["agenda_ends"]).search(text, start, context.end)
    end = stop.start() if stop else context.end
    end = start + len(text[start:end].rstrip(' .,;:”"\n?!'))
    return Span(start, end) if end > start else None
