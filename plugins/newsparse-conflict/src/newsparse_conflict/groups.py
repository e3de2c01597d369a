"""Phrases for people joined: a name and what stands beside it made one person, lists made one group."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsparse import Span
from newsparse_conflict.people import People, Person


def apart(found: Iterable[People]) -> list[People]:
    """Return the longest of those that overlap; a name inside a phrase (`the victim, Jo Ek`) lends it its person."""
    kept: list[People] = []
    for one in sorted(found, key=lambda people: (people.span.start, -people.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            last = kept[-1]
            if one.persons and one.persons[0].entity and last.persons and not last.counted:
                person = attrs.evolve(last.persons[0], entity=one.persons[0].entity)
                kept[-1] = attrs.evolve(last, persons=(person,))
            continue
        kept.append(one)
    return kept


_COMMA = re.compile(r",\s(?:\d{1,3},\s)?$")
_AND = re.compile(
    r"(?:,\s(?:\d{1,3},?\s)?|\s)?(?:and|&|as well as)\s(?:(?:the|an?|his|her|their)\s)?(?:[A-Z]\w+\s){0,2}"
)
_COMMAS = re.compile(r",\s(?:(?:\d{1,3}|of\s[\w\s.]{2,30}),\s)?")
_BESIDE = re.compile(r"\s|,\s(?:\d{1,3},\s)?(?:identified as\s|named\s)?")


def joined(text: str, found: list[People], *, headline: bool) -> list[People]:
    """Return appositions made one person, then lists (`a man, a woman and a child`) made one group."""
    people: list[People] = []
    for one in found:
        if people and (same := _headed(text, people[-1], one) or _apposition(text, people[-1], one)):
            people[-1] = same
        else:
            people.append(one)
    done: list[People] = []
    at = 0
    while at < len(people):
        stop = _list_end(text, people, at, headline=headline)
        done.append(_group(people[at:stop]) if stop - at > 1 else people[at])
        at = stop
    return done


def _apposition(text: str, one: People, other: People) -> People | None:
    """`19-year-old Ana Lund`, `the victim, Ana Lund`, `Ana Lund, a 19-year-old student`: one person."""
    if one.counted or other.counted or not (one.persons and other.persons):
        return None
    a, b = one.persons[0], other.persons[0]
    if bool(a.entity) == bool(b.entity) or one.count != 1 or other.count != 1:
        return None
    gap = text[one.span.end : other.span.start] if other.span.start - one.span.end < 24 else "-----"
    if not _BESIDE.fullmatch(gap) or (
        b.entity is None and not text[other.span.start : other.span.end].startswith(("a ", "an ", "the ", "his "))
    ):
        return None
    if (
        b.entity is not None
        and _COMMA.fullmatch(gap)
        and not a.known
        and text[other.span.end : other.span.end + 1] != ","
    ):
        return None
    person = Person(age=a.age or b.age, entity=a.entity or b.entity, known=True)
    return attrs.evolve(one, span=Span(one.span.start, other.span.end), persons=(person,))


def _headed(text: str, one: People, other: People) -> People | None:
    """`two relatives of a man`: the relatives, though the man stands nearer to the verb."""
    if text[one.span.end : other.span.start] != " of " or one.bare:
        return None
    return attrs.evolve(one, span=Span(one.span.start, other.span.end))


def _list_end(text: str, people: list[People], at: int, *, headline: bool) -> int:
    """Where a list that starts at `at` ends: commas, and `and` before the last."""
    stop = at
    while stop + 1 < len(people):
        gap_start, gap_end = people[stop].span.end, people[stop + 1].span.start
        gap = text[gap_start:gap_end] if gap_end - gap_start < 44 else "-"
        if people[stop].bare or people[stop + 1].bare or people[stop + 1].subset:
            break
        if _AND.fullmatch(gap):
            # `five people, among them Ana Lund, and 14 others`: the others are listed beside the five.
            return stop + 1 if gap.startswith(",") and people[stop + 1].more and not people[stop].counted else stop + 2
        if not _COMMAS.fullmatch(gap):
            break
        stop += 1
        if headline and gap == ", ":  # `Baby, 2 women killed`
            return stop + 1
    return at + 1


def _group(people: list[People]) -> People:
    first, rest = people[0], people[1:]
    if first.counted and first.count == sum(one.count for one in rest) and len(rest) > 1:
        # `three people, a man, a woman and a child`
        persons = tuple(person for one in rest for person in one.persons)
        return attrs.evolve(first, span=Span(first.span.start, people[-1].span.end), persons=persons)
    lows, highs = [one.low for one in people], [one.high for one in people]
    return People(
        span=Span(people[0].span.start, people[-1].span.end),
        count=sum(one.count for one in people),
        low=None if None in lows else sum(one for one in lows if one),
        high=None if None in highs else sum(one for one in highs if one),
        counted=any(one.counted for one in people),
        listed=True,
        subset=people[0].subset,
        more=people[0].more,
        persons=tuple(person for one in people for person in one.persons),
    )
