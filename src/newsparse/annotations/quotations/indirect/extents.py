"""From a sentence to its attributions: which words report, where what they report begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from newsparse.annotations.quotations.indirect import features, scoring
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.weights import SCALE, SHAPES, Weights, unpacked

Extent = tuple[int, int]
"""Half-open, in tokens of a clause."""

THRESHOLD = 0.28
"""A cue counts from this probability on. Below one half, for a missed attribution costs more than a doubtful one."""

LEAST = SCALE * log(THRESHOLD / (1 - THRESHOLD))
MOST = 12
"""Attributions looked at in one sentence, the likeliest first; no real one has as many."""

LONG = 16
"""Tokens of an attribution in the middle of a sentence."""


class Attribution(NamedTuple):
    """A cue, its content in one or two pieces, and its source, in tokens of a clause."""

    cue: int
    shape: str
    content: tuple[Extent, ...]
    source: Extent | None


def attributions(clause: Clause, weights: Weights) -> list[Attribution]:
    """Return the attributions of a sentence that do not overlap, the surest first."""
    taken: list[tuple[int, tuple[Extent, ...]]] = []
    found = []
    for _, i in sorted(_scored(clause, weights), reverse=True)[:MOST]:
        if any(_covers(content, i) for _, content in taken):
            continue
        cue = clause.cues[i]
        shape = _shape(clause, i, cue, weights)
        content = _content(clause, i, shape, weights)
        if not content or any(_overlap(content, other) or _covers(content, at) for at, other in taken):
            continue
        taken.append((i, content))
        found.append(Attribution(i, shape, content, _source(clause, i, shape, content, weights)))
    return found


def neighbours(clause: Clause) -> Iterator[tuple[int, str, str, str]]:
    """Yield every cue word's place and cue with the cues before and after it."""
    places = [*clause.cues]
    cues = ["", *clause.cues.values(), ""]
    for n, i in enumerate(places):
        yield i, cues[n + 1], cues[n], cues[n + 2]


def _scored(clause: Clause, weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield score and place of the words that report."""
    table, gate = weights.cue, weights.gate
    for i, cue, before, after in neighbours(clause):
        score = scoring.gate(table, clause, i, cue)
        if score < gate:
            continue
        score += scoring.cue(table, clause, i, cue, before, after)
        if score >= LEAST:
            yield score, i


def _content(clause: Clause, i: int, shape: str, weights: Weights) -> tuple[Extent, ...]:
    left = None if shape == "right" else _left(clause, i, shape, weights)
    if shape == "left" and left is not None and _goes_on(clause, i, left):
        shape = "around"
    right = None if shape == "left" else _right(clause, i, shape, weights)
    return tuple(piece for piece in (left, right) if piece is not None)


def _goes_on(clause: Clause, i: int, left: Extent) -> bool:
    """Whether a subject waits for its verb: `The bridge, he said on Friday, will be rebuilt`."""
    kinds = clause.kinds
    if not features.VERBAL.isdisjoint(kinds[left[0] : left[1]]):
        return False
    comma = next((at for at in range(i + 1, min(i + 1 + LONG, clause.last)) if kinds[at] == ","), 0)
    return bool(comma) and kinds[comma + 1] in features.VERBAL


def _shape(clause: Clause, i: int, cue: str, weights: Weights) -> str:
    scores = unpacked(scoring.shape(weights.shape, clause, i, cue))
    return SHAPES[scores.index(max(scores))]


def _right(clause: Clause, i: int, shape: str, weights: Weights) -> Extent | None:
    cue = clause.cues[i]
    start = _start(clause, i, shape, weights)
    if start is None:
        return None
    ends = features.ends_behind(clause, start)
    last = ends.pop()
    score = scoring.last_end(weights.end, clause, i, cue, shape, start, last)
    if ends and score < weights.sure["end"]:
        scores = scoring.ends(weights.end, clause, cue, start, ends)
        top = max(scores)
        if top > score:
            last = ends[scores.index(top)]
    return start, last


def _start(clause: Clause, i: int, shape: str, weights: Weights) -> int | None:
    """Where content behind the cue begins; the word behind the cue mostly, and then no other is looked at."""
    cue, that = clause.cues[i], features.complementizer_behind(clause, i)
    starts = features.starts_behind(clause, i)
    if not starts:
        return None
    table = weights.start
    chosen = starts[0]
    top = scoring.start(table, clause, i, cue, shape, chosen, that)
    if top < weights.sure["start"]:
        for s in starts[1:]:
            score = scoring.start(table, clause, i, cue, shape, s, that)
            if score > top:
                top, chosen = score, s
    return chosen


def _left(clause: Clause, i: int, shape: str, weights: Weights) -> Extent | None:
    cue = clause.cues[i]
    ends = features.left_ends(clause, i)
    if not ends:
        return None
    scores = scoring.left_ends(weights.lend, clause, i, cue, shape, ends)
    end = ends[scores.index(max(scores))]
    starts = features.left_starts(clause, end)
    scores = scoring.left_starts(weights.lstart, clause, cue, shape, end, starts)
    return starts[scores.index(max(scores))], end


def _source(clause: Clause, i: int, shape: str, content: tuple[Extent, ...], weights: Weights) -> Extent | None:
    """The noun-like run that names whose words they are; the nearest before the cue mostly."""
    cue, table, sure = clause.cues[i], weights.source, weights.sure["source"]
    top = scoring.no_source(table, clause, i, cue, shape)
    chosen: Extent | None = None
    for candidate in features.sources(clause, i):
        score = scoring.source(table, clause, i, cue, shape, candidate, content)
        if score > top:
            top, chosen = score, candidate[:2]
        if score >= sure:
            break
    return chosen


def _covers(content: tuple[Extent, ...], i: int) -> bool:
    return any(start <= i < end for start, end in content)


def _overlap(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
