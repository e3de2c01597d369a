"""Reported speech without a cue: a mood says that it is somebody else's, as the German subjunctive does.

`Er sei zufrieden. Die Zahlen hätten sich verbessert.` behind a sentence that names the speaker goes on reporting; `Sie soll
geflohen sein` passes on hearsay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import attrs

from newsparse.annotations.quotations.indirect.clause import WORD
from newsparse.annotations.quotations.indirect.lexicon import Lexicon
from newsparse.model import Quotation, Span

Mood = Literal["subjunctive", "hearsay"]

NEAR = 8
"""Code points that may lie between a sentence that reports and the next that goes on."""

MEMORY = 1500
"""Code points back to a source that a sentence without one may still rest on."""

LONGEST_REPORT = 3000
"""Code points that sentences joined to one quotation may span, so that joining stays linear."""


class Told(NamedTuple):
    """A sentence, the stretches between marks in it, and its indirect quotations; `unmoved` if no mood of it can report."""

    start: int
    end: int
    marked: Sequence[tuple[int, int]]
    quotations: Sequence[Quotation]
    unmoved: bool = False


def with_free(text: str, told: Sequence[Told], marked: Sequence[Quotation], lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Return the indirect quotations of `told` and those that only their mood shows, in document order."""
    found: list[Quotation] = []
    upcoming = 0
    latest: Quotation | None = None
    source: Span | None = None
    for sentence in told:
        while upcoming < len(marked) and marked[upcoming].span.start < sentence.start:
            latest = _later(latest, marked[upcoming])
            source = marked[upcoming].source or source
            upcoming += 1
        here = list(sentence.quotations)
        if not here and not sentence.unmoved:
            going_on = latest is not None and _near(text, latest.span.end, sentence.start)
            mood = mood_of(_unmarked(text, sentence), lexicon, going_on=going_on)
            if mood is not None:
                known = source if source is not None and sentence.start - source.end < MEMORY else None
                free = _free(text, sentence, mood, known)
                if going_on and found and latest is found[-1] and _goes_on(found[-1], free):
                    free = _joined(text, found.pop(), free)
                here = [free]
        found += here
        for quotation in here:
            latest = _later(latest, quotation)
            source = quotation.source or source
    return tuple(found)


def with_dropped(reports: Sequence[Quotation], marked: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return the reports, those whose verb leaves its subject out with the last one named: `Ha recordado que …`."""
    found: list[Quotation] = []
    upcoming = 0
    source: Span | None = None
    for report in reports:
        while upcoming < len(marked) and marked[upcoming].span.start < report.span.start:
            source = marked[upcoming].source or source
            upcoming += 1
        near = source is not None and 0 <= report.span.start - source.end < MEMORY
        found.append(attrs.evolve(report, source=source) if report.source is None and near else report)
        source = found[-1].source or source
    return tuple(found)


def _later(one: Quotation | None, other: Quotation) -> Quotation:
    return other if one is None or other.span.end >= one.span.end else one


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= NEAR and "\n" not in text[end:start]


def _unmarked(text: str, sentence: Told) -> str:
    """The sentence without what stands between marks."""
    pieces, at = [], sentence.start
    for start, end in sentence.marked:
        if start > at:
            pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at : sentence.end])
    return " ".join(pieces)


def _free(text: str, sentence: Told, mood: Mood, source: Span | None) -> Quotation:
    content = Span(sentence.start, sentence.end)
    return Quotation(
        span=content,
        content=content,
        text=text[content.start : content.end],
        parts=(content,),
        kind="indirect",
        function="speech",
        rule=f"quotation.indirect.{mood}",
        source=source,
    )


def _goes_on(one: Quotation, other: Quotation) -> bool:
    return one.rule == other.rule and other.span.end - one.span.start <= LONGEST_REPORT


def _joined(text: str, one: Quotation, other: Quotation) -> Quotation:
    content = Span(one.span.start, other.span.end)
    return attrs.evolve(one, span=content, content=content, parts=(content,), text=text[content.start : content.end])


def mood_of(sentence: str, lexicon: Lexicon, *, going_on: bool) -> Mood | None:
    """Return the mood by which a sentence without a cue shows that it reports.

    `going_on` says that the sentence before reports too. Only then the forms count that other sentences may have as well:
    `sie hätten` stands in for `sie haben`, but is a condition elsewhere.
    """
    words = WORD.findall(sentence)
    if lexicon.moods.isdisjoint(words) or not lexicon.first_persons.isdisjoint(word.lower() for word in words):
        return None
    if not lexicon.subjunctive.isdisjoint(words):
        return "subjunctive"
    if not lexicon.hearsay.isdisjoint(words):
        return "hearsay" if going_on or not lexicon.hearsay_perfect.isdisjoint(words[-2:]) else None
    if going_on and not lexicon.substitutes.isdisjoint(words):
        return "subjunctive"
    return None
