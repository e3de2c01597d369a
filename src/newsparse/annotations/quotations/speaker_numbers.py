"""Who speaks, where the linear model doubts: its best candidates as numbers, which the forest of a language looks at.

A sum of weights cannot tell that a preposition before a phrase matters only far from the quotation; a forest can, but costs too
much to ask it everywhere. As the features of the linear model (`features`), no number depends on a kind of mark.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.answers import Attribution, Choice
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import CUES, Kind
from newsparse.annotations.quotations.ranking import SCALE
from newsparse.annotations.quotations.telling import Part, Parts
from newsparse.model import Span

DOUBT = 2.0
"""How far the best answer must be above the best with another source to be beyond doubt."""
REACH = 3.0
"""How far below the best an answer may be that is looked at."""
LONGEST_NAME = 80
"""Code points of a source that its name is looked for in."""
Numbers = tuple[float, ...]
_NOWHERE = -1.0
_NO_PLACE = (_NOWHERE,) * 11


class Spoken(NamedTuple):
    """Who has been quoted so far: how often each name, and the source of the last quotation."""

    names: Mapping[str, int]
    last: Span | None


NOTHING_SPOKEN = Spoken(Counter(), None)


def name_of(text: str, source: Span) -> str:
    """Return the word that is likest to name a source again: the last of it before a comma."""
    words = text[source.start : min(source.end, source.start + LONGEST_NAME)].partition(",")[0].split()
    return words[-1].lower().removesuffix("’s").removesuffix("'s") if words else ""


class Doubt(NamedTuple):
    """An answer in doubt: its `place` among the choices, its score, and what it is."""

    place: int
    score: float
    choice: Choice
    answer: Attribution


def doubted(choices: Sequence[Choice], scores: Sequence[float]) -> list[Doubt]:
    """Return the answers to be looked at again; none where the best is beyond doubt."""
    most = max(scores, default=0.0)
    if sum([score >= most - DOUBT for score in scores]) < 2:
        return []
    near = [
        Doubt(place, score, choices[place], choices[place].attribution)
        for place, score in enumerate(scores)
        if score >= most - REACH
    ]
    best = next(one.answer.source for one in near if one.score == most)
    rivals = any(one.score >= most - DOUBT and one.answer.source != best for one in near)
    return near if rivals else []


def numbers_of(
    text: str, context: Context, number: int, doubts: Sequence[Doubt], spoken: Spoken, sums: Mapping[Part, int]
) -> list[Numbers]:
    """Return the numbers of each of the `doubts` among `number` answers; `sums` are those of the linear model."""
    names = [name_of(text, one.answer.source) if one.answer.source else "" for one in doubts]
    held = Counter(names)
    most = max([one.score for one in doubts])
    powers = [math.exp(one.score - most) for one in doubts]
    around = _around(context, number)
    return [
        (
            *_of_scores(one, doubts, powers),
            *_of_words(one.answer.named),
            *_of_place(context, one.choice),
            *_of_name(one.answer, name, held, spoken),
            *_of_weights(one.choice.parts, sums),
            *around,
        )
        for one, name in zip(doubts, names, strict=True)
    ]


def _of_scores(this: Doubt, doubts: Sequence[Doubt], powers: Sequence[float]) -> tuple[float, ...]:
    """The score above that of the best other source, and the likelihood of the answer and of all that touch its source."""
    source = this.answer.source
    other, own, touching = this.score - REACH, 0.0, 0.0
    for one, power in zip(doubts, powers, strict=True):
        rival = one.answer.source
        if rival != source:
            other = max(other, one.score)
        if one is this:
            own = power
        if source is not None and rival is not None and rival.overlaps(source):
            touching += power
    whole = sum(powers)
    return this.score - other, own / whole, touching / whole


def _of_words(named: Sequence[Token]) -> tuple[float, ...]:
    if not named:
        return _NOWHERE, 0.0, 0.0
    return named[0].kind, len(named), sum([token.kind == Kind.CAPITAL for token in named])


def _of_place(context: Context, choice: Choice) -> tuple[float, ...]:
    """Where phrase and cue stand to each other and to the quotation, and between which words."""
    one = choice.candidate
    if one is None:
        return _NO_PLACE
    same = choice.tokens is context.tokens
    kinds = context.kinds if same else [token.kind for token in choice.tokens]
    low, high = min(one.first, one.cue_first), max(one.last, one.cue_last)
    begin, end = min(one.last, one.cue_last), max(one.first, one.cue_first)
    place = context.place if same else len(kinds)
    return (
        kinds[one.first - 1] if one.first else _NOWHERE,
        kinds[one.first - 2] if one.first > 1 else _NOWHERE,
        kinds[high] if high < len(kinds) else _NOWHERE,
        kinds[one.cue_last] if one.cue_last < len(kinds) else _NOWHERE,
        kinds[one.last - 1],
        one.first,
        one.first - place,
        one.cue_first - place,
        _gap(low, high, place),
        max(0, end - begin),
        sum([kind in CUES for kind in kinds[: one.first]]),
    )


def _gap(low: int, high: int, place: int) -> int:
    """How many tokens lie between what begins at `low` and ends at `high` and the quotation."""
    return place - high if high <= place else max(0, low - place - 1)


def _of_name(answer: Attribution, name: str, held: Mapping[str, int], spoken: Spoken) -> tuple[float, ...]:
    """How often the name has been quoted, how many of the candidates have it, and whether its source was the last."""
    before = spoken.names.get(name, 0) if name else _NOWHERE
    return before, held[name], answer.source is not None and answer.source == spoken.last


def _of_weights(parts: Parts, sums: Mapping[Part, int]) -> tuple[float, ...]:
    """What the linear model makes of the cue, of the source's first word, and of what stands between."""
    cue = source = gap = 0.0
    for part in parts:
        match part[0]:
            case "cue":
                cue = sums[part] / SCALE
            case "source":
                source = sums[part] / SCALE
            case "between":
                gap = sums[part] / SCALE
    return cue, source, gap


def _around(context: Context, number: int) -> tuple[float, ...]:
    """What is the same for all of them: the quotation and where it stands."""
    kinds, place = context.kinds, context.place
    return (
        context.shape.text.count(" ") + 1,
        kinds[place - 1] if place else _NOWHERE,
        place,
        len(kinds) - 1 - place,
        number,
    )
