"""From a sentence to its attributions: which words report, where what they report begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log
from typing import NamedTuple

from newsparse.annotations.quotations.indirect import features
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.weights import GATE, SCALE, SURE, Weights, best, total

Extent = tuple[int, int]
"""Half-open, in tokens of a clause."""

Tables = Mapping[str, Mapping[str, int]]

SHAPES = ("right", "left", "around")
"""Where the content lies: `said that …`, `…, she said`, `…, she said, …`."""

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
    tables = weights.tables
    for _, i in sorted(_scored(clause, tables["cue"]), reverse=True)[:MOST]:
        if any(_covers(content, i) for _, content in taken):
            continue
        cue = clause.cues[i]
        shape = _shape(clause, i, cue, tables)
        content = _content(clause, i, shape, tables)
        if not content or any(_overlap(content, other) or _covers(content, at) for at, other in taken):
            continue
        taken.append((i, content))
        found.append(Attribution(i, shape, content, _source(clause, i, shape, content, tables["source"])))
    return found


def neighbours(clause: Clause) -> Iterator[tuple[int, str, str, str]]:
    """Yield every cue word's place and cue with the cues before and after it."""
    places = [*clause.cues]
    cues = ["", *clause.cues.values(), ""]
    for n, i in enumerate(places):
        yield i, cues[n + 1], cues[n], cues[n + 2]


def _scored(clause: Clause, table: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield score and place of the words that report."""
    gate = table[GATE]
    for i, cue, before, after in neighbours(clause):
        score = total(table, features.gate_features(clause, i, cue))
        if score < gate:
            continue
        score += total(table, features.cue_features(clause, i, cue, before, after))
        if score >= LEAST:
            yield score, i


def _content(clause: Clause, i: int, shape: str, tables: Tables) -> tuple[Extent, ...]:
    left = None if shape == "right" else _left(clause, i, shape, tables)
    if shape == "left" and left is not None and _goes_on(clause, i, left):
        shape = "around"
    right = None if shape == "left" else _right(clause, i, shape, tables)
    return tuple(piece for piece in (left, right) if piece is not None)


def _goes_on(clause: Clause, i: int, left: Extent) -> bool:
    """Whether a subject waits for its verb: `The bridge, he said on Friday, will be rebuilt`."""
    kinds = clause.kinds
    if not features.VERBAL.isdisjoint(kinds[left[0] : left[1]]):
        return False
    comma = next((at for at in range(i + 1, min(i + 1 + LONG, clause.last)) if kinds[at] == ","), 0)
    return bool(comma) and kinds[comma + 1] in features.VERBAL


def _shape(clause: Clause, i: int, cue: str, tables: Tables) -> str:
    traits = features.shape_features(clause, i, cue)
    scores = [total(tables[shape], traits) for shape in SHAPES]
    return SHAPES[scores.index(max(scores))]


def _right(clause: Clause, i: int, shape: str, tables: Tables) -> Extent | None:
    cue = clause.cues[i]
    start = _start(clause, i, shape, tables["start"])
    if start is None:
        return None
    ends = features.ends_behind(clause, start)
    table, last = tables["end"], ends.pop()
    score = total(table, features.last_end_features(clause, i, cue, shape, start, last))
    if ends and score < table[SURE]:
        chosen, top = best(table, features.end_features(clause, cue, start, ends))
        if top > score:
            last = ends[chosen]
    return start, last


def _start(clause: Clause, i: int, shape: str, table: Mapping[str, int]) -> int | None:
    """Where content behind the cue begins; the word behind the cue mostly, and then no other is looked at."""
    cue, that = clause.cues[i], features.complementizer_behind(clause, i)
    starts = features.starts_behind(clause, i)
    if not starts:
        return None
    score = total(table, features.start_features(clause, i, cue, shape, starts[0], that))
    if score >= table[SURE] or len(starts) == 1:
        return starts[0]
    chosen, top = best(table, [features.start_features(clause, i, cue, shape, s, that) for s in starts[1:]])
    return starts[0] if score >= top else starts[chosen + 1]


def _left(clause: Clause, i: int, shape: str, tables: Tables) -> Extent | None:
    cue = clause.cues[i]
    ends = features.left_ends(clause, i)
    if not ends:
        return None
    end = ends[best(tables["lend"], features.left_end_features(clause, i, cue, shape, ends))[0]]
    starts = features.left_starts(clause, end)
    return starts[best(tables["lstart"], features.left_start_features(clause, cue, shape, end, starts))[0]], end


def _source(clause: Clause, i: int, shape: str, content: tuple[Extent, ...], table: Mapping[str, int]) -> Extent | None:
    """The noun-like run that names whose words they are; the nearest before the cue mostly."""
    cue = clause.cues[i]
    top = total(table, features.no_source_features(clause, i, cue, shape))
    chosen: Extent | None = None
    for candidate in features.sources(clause, i):
        score = total(table, features.source_features(clause, i, cue, shape, candidate, content))
        if score > top:
            top, chosen = score, candidate[:2]
        if score >= table[SURE]:
            break
    return chosen


def _covers(content: tuple[Extent, ...], i: int) -> bool:
    return any(start <= i < end for start, end in content)


def _overlap(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
