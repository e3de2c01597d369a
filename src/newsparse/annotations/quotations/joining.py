"""Stretches to quotations: a quotation broken by its attribution, or by paragraphs, is one with several parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newsparse.annotations.quotations.answers import NOBODY, Attribution
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Span

LONGEST_BREAK = 250
"""Code points between two parts of one quotation."""

# A sentence ends between the parts; `Dr. Nora Lindqvist` does not end one.
_SENTENCE_INSIDE = re.compile(r"(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))(?<!\bProf)[.!?]\s+\w")
Group = tuple[tuple[int, ...], Attribution]
"""The places of the stretches of one quotation, and who says it."""


def join(text: str, stretches: Sequence[Stretch], answers: Mapping[int, Attribution]) -> Iterator[Group]:
    """Yield the quotations: `“A,” Lee said. “B.”` is one, and so is `“A.` with `“B.”` in the next paragraph."""
    group: list[int] = []
    teller: Span | None = None
    for place, stretch in enumerate(stretches):
        by = answers[place]
        beside = by.source if _beside(by) else None
        told_again = teller is not None and beside is not None and beside != teller
        last = group[-1] if group else place
        if group and _continues(text, stretches[last], stretch, answers[last], by, told_again=told_again):
            group.append(place)
            teller = teller or beside
            continue
        if group:
            yield tuple(group), _answer(group, stretches, answers)
        group, teller = [place], beside
    if group:
        yield tuple(group), _answer(group, stretches, answers)


def _continues(
    text: str, one: Stretch, other: Stretch, by: Attribution, then: Attribution, *, told_again: bool
) -> bool:
    if one.carries_on and then.way != "label":
        # `“A,” Lee said. “B.` and then `“C,” he said.`: what is told again is a quotation again.
        return other.block == one.block + 1 and not told_again
    if one.block != other.block or other.start - one.end > LONGEST_BREAK:
        return False
    source = by.source
    if source is None or source != then.source or not (by.speech and then.speech):
        return False
    between = one.end <= source.start and source.end <= other.start
    return between and _SENTENCE_INSIDE.search(text, one.end, other.start) is None


_BESIDE = frozenset(("before", "after", "according", "colon", "opened"))


def _beside(by: Attribution) -> bool:
    return by.source is not None and not by.carried and by.way in _BESIDE


def _answer(group: Sequence[int], stretches: Sequence[Stretch], answers: Mapping[int, Attribution]) -> Attribution:
    """Of a quotation over paragraphs, the part that stands beside its cue knows best who says it."""
    if not stretches[group[0]].carries_on:
        return answers[group[0]]
    told = [answers[place] for place in group if answers[place].source is not None]
    found = ([one for one in told if _beside(one)] or told or [NOBODY])[0]
    return found._replace(speech=True)
