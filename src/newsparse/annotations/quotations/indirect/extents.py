"""From a sentence to its attributions: which words report, where what they report begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log
from typing import NamedTuple

from newsparse.annotations.quotations.indirect import features
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.weights import SCALE, Weights, best

Extent = tuple[int, int]
"""Half-open, in tokens of a clause."""

SHAPES = ("right", "left", "around")
"""Where the content lies: `said that …`, `…, she said`, `…, she said, …`."""

THRESHOLD = 0.3
"""A cue counts from this probability on. Below one half, for a missed attribution costs more than a doubtful one."""

MOST = 12
"""Attributions looked at in one sentence, the likeliest first; no real one has as many."""


class Attribution(NamedTuple):
    """A cue, its content in one or two pieces, and its source, in tokens of a clause."""

    cue: int
    shape: str
    content: tuple[Extent, ...]
    source: Extent | None


def attributions(clause: Clause, weights: Weights) -> list[Attribution]:
    """Return the attributions of a sentence that do not overlap, the surest first."""
    cues = frozenset(clause.cues)
    taken: list[tuple[int, tuple[Extent, ...]]] = []
    found = []
    for _, i, shape in sorted(_scored(clause, weights), reverse=True)[:MOST]:
        if any(_covers(content, i) for _, content in taken):
            continue
        content = _content(clause, i, shape, weights, cues)
        if not content or any(_overlap(content, other) or _covers(content, at) for at, other in taken):
            continue
        taken.append((i, content))
        found.append(Attribution(i, SHAPES[shape], content, _source(clause, i, SHAPES[shape], content, weights, cues)))
    return found


def neighbours(clause: Clause) -> Iterator[tuple[int, str, str, str]]:
    """Yield every cue word's place and cue with the cues before and after it."""
    places = [*clause.cues]
    cues = ["", *clause.cues.values(), ""]
    for n, i in enumerate(places):
        yield i, cues[n + 1], cues[n], cues[n + 2]


def _scored(clause: Clause, weights: Weights) -> Iterator[tuple[float, int, int]]:
    """Yield probability, place and shape of the words that report."""
    get = weights.cue.get
    none = (0, 0, 0)
    low = SCALE * (log(THRESHOLD / (1 - THRESHOLD)) - log(3))
    for i, cue, before, after in neighbours(clause):
        right = left = around = 0
        for feature in features.cue_features(clause, i, cue, before, after):
            votes = get(feature, none)
            right += votes[0]
            left += votes[1]
            around += votes[2]
        top = max(right, left, around)
        if top < low:
            continue
        odds = exp(right / SCALE) + exp(left / SCALE) + exp(around / SCALE)
        if (chance := odds / (1 + odds)) >= THRESHOLD:
            yield chance, i, 0 if top == right else 1 if top == left else 2


def _content(clause: Clause, i: int, shape: int, weights: Weights, cues: frozenset[int]) -> tuple[Extent, ...]:
    name, cue = SHAPES[shape], clause.cues[i]
    left = None if shape == 0 else _left(clause, i, cue, name, weights)
    right = None if shape == 1 else _right(clause, i, cue, name, weights, cues)
    return tuple(piece for piece in (left, right) if piece is not None)


def _right(clause: Clause, i: int, cue: str, shape: str, weights: Weights, cues: frozenset[int]) -> Extent | None:
    starts = features.starts_behind(clause, i)
    if not starts:
        return None
    that = features.complementizer_behind(clause, i)
    start = starts[best(weights.rankers["start"], features.start_features(clause, i, cue, shape, starts, that))]
    ends = features.ends_behind(clause, start)
    end = ends[best(weights.rankers["end"], features.end_features(clause, i, cue, shape, start, ends, cues))]
    return start, end


def _left(clause: Clause, i: int, cue: str, shape: str, weights: Weights) -> Extent | None:
    ends = features.left_ends(clause, i)
    if not ends:
        return None
    end = ends[best(weights.rankers["lend"], features.left_end_features(clause, i, cue, shape, ends))]
    starts = features.lefts(clause, end)
    return starts[best(weights.rankers["lstart"], features.left_start_features(clause, cue, shape, end, starts))], end


def _source(
    clause: Clause, i: int, shape: str, content: tuple[Extent, ...], weights: Weights, cues: frozenset[int]
) -> Extent | None:
    candidates = features.chunks(clause, i, cues)
    table = weights.rankers["source"]
    chosen = best(table, features.source_features(clause, i, clause.cues[i], shape, candidates, content))
    return candidates[chosen] if chosen < len(candidates) else None


def _covers(content: tuple[Extent, ...], i: int) -> bool:
    return any(start <= i < end for start, end in content)


def _overlap(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
