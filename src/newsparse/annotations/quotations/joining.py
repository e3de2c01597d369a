"""Stretches to quotations: a quotation broken by its attribution, or by paragraphs, is one with several parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newsparse.annotations.quotations.answers import NOBODY, Attribution
from newsparse.annotations.quotations.stretches import Stretch

LONGEST_BREAK = 250
"""Code points between two parts of one quotation."""

# A sentence ends between the parts; `Dr. Nora Lindqvist` does not end one.
_SENTENCE_INSIDE = re.compile(r"(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))(?<!\bProf)[.!?]\s+\w")
Group = tuple[tuple[int, ...], Attribution]
"""The places of the stretches of one quotation, and who says it."""


def join(text: str, stretches: Sequence[Stretch], answers: Mapping[int, Attribution]) -> Iterator[Group]:
    """Yield the quotations: `“A,” Lee said. “B.”` is one, and so is `“A.` with `“B.”` in the next paragraph."""
    group: list[int] = []
    for place, stretch in enumerate(stretches):
        if group and _continues(text, stretches[group[-1]], stretch, answers[group[-1]], answers[place]):
            group.append(place)
            continue
        if group:
            yield tuple(group), _answer(group, stretches, answers)
        group = [place]
    if group:
        yield tuple(group), _answer(group, stretches, answers)


def _continues(text: str, one: Stretch, other: Stretch, by: Attribution, then: Attribution) -> bool:
    if one.carries_on and then.way != "label":
        return other.block == one.block + 1 and not _by_another(text, by, then)
    if one.block != other.block or other.start - one.end > LONGEST_BREAK:
        return False
    source = by.source
    if source is None or source != then.source or not (by.speech and then.speech):
        return False
    between = one.end <= source.start and source.end <= other.start
    return between and _SENTENCE_INSIDE.search(text, one.end, other.start) is None


_BESIDE = frozenset(("before", "after", "according", "colon", "opened"))


def _by_another(text: str, by: Attribution, then: Attribution) -> bool:
    """Whether a paragraph that seems to go on names a speaker of its own: a closing mark was forgotten before it."""
    if not (by.source and then.source and by.way in _BESIDE and then.way in _BESIDE) or then.carried:
        return False
    one, other = by.source.of(text), then.source.of(text)
    return other[0].isupper() and " " in other and other.split()[-1] not in one


def _answer(group: Sequence[int], stretches: Sequence[Stretch], answers: Mapping[int, Attribution]) -> Attribution:
    """Of a quotation over paragraphs, the part that stands beside its cue knows best who says it."""
    if not stretches[group[0]].carries_on:
        return answers[group[0]]
    told = [answers[place] for place in group if answers[place].source is not None]
    beside = [one for one in told if not one.carried and one.way in _BESIDE]
    found = (beside or told or [NOBODY])[0]
    return found._replace(speech=True)
