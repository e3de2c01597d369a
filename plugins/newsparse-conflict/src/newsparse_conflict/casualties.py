"""Casualties, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from newsparse_conflict.context import Context, lexicon
from newsparse_conflict.harm import find_hurt
from newsparse_conflict.model import Casualties
from newsparse_conflict.totals import Reading, settled


def read(sentences: Iterable[Context], published: date | datetime | None) -> list[Reading]:
    """Return who is harmed in each sentence; `published` helps to tell older events apart."""
    readings = []
    for context in sentences:
        hurt, _ = find_hurt(context)
        readings.append(Reading(context=context, hurt=hurt, background=bool(hurt) and _background(context, published)))
    return readings


def _background(context: Context, published: date | datetime | None) -> bool:
    """Whether a sentence speaks of another event: by its words, or by a day more than a year before publication."""
    if context.says(lexicon()["reading"]["background"]):
        return True
    if published is None or context.index == 0:
        return False
    ends = [one.end.date() for one in context.dates if one.end is not None]
    today = published.date() if isinstance(published, datetime) else published
    return bool(ends) and all((today - end).days > 366 for end in ends)


def casualties(reading: Reading) -> Iterator[Casualties]:
    """Each of the people harmed in a sentence, with what it says of source, place and time."""
    context = reading.context
    for one in sorted(settled(reading.hurt), key=lambda hurt: hurt.people.span):
        persons = one.people.persons
        yield Casualties(
            **context.links(one.act),
            harm=one.harm,
            span=one.people.span,
            count=one.people.count,
            low=one.people.low,
            high=one.people.high,
            victim=persons[0].entity if len(persons) == 1 else None,
            source=context.source(),
            speaker=context.speaker(),
            place=context.where(),
            background=reading.background,
        )
