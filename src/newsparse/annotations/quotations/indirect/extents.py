"""From a sentence to its attributions: which words report, where what they report begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from operator import itemgetter
from typing import NamedTuple

from newsparse.annotations.quotations.indirect import letters, places, scoring
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.weights import SCALE, SHAPES, Weights, unpacked

Extent = tuple[int, int]
"""Half-open, in tokens of a clause."""

THRESHOLD = 0.36
"""A cue counts from this probability on. Below one half, for a missed attribution costs more than a doubtful one."""

LEAST = SCALE * log(THRESHOLD / (1 - THRESHOLD))
MOST = 12
"""Attributions looked at in one sentence, the likeliest first; no real one has as many."""

LONG = 16
"""Tokens of an attribution in the middle of a sentence."""

_SCORE = itemgetter(1)


class Attribution(NamedTuple):
    """A cue, its content in one or two pieces, and its source, in tokens of a clause."""

    cue: int
    shape: str
    content: tuple[Extent, ...]
    source: Extent | None


def attributions(clause: Clause, weights: Weights) -> list[Attribution]:
    """Return the attributions of a sentence that do not overlap, the surest first."""
    scored = _scored(clause, weights)
    if len(scored) > 1:
        scored = sorted(scored, reverse=True)[:MOST]
    taken: list[Attribution] = []
    for _, i, near in scored:
        if taken and any(_covers(other.content, i) for other in taken):
            continue
        shape = _shape(clause, i, near, weights)
        content = _content(clause, i, shape, near[1], weights)
        if not content or (
            taken and any(_overlap(content, other.content) or _covers(content, other.cue) for other in taken)
        ):
            continue
        taken.append(Attribution(i, shape, content, _source(clause, i, shape, content, weights)))
    return taken


def neighbours(cues: Sequence[str], n: int) -> tuple[str, str]:
    """Return the cues before and after the `n`th, or empty strings."""
    return cues[n - 1] if n else "", cues[n + 1] if n + 1 < len(cues) else ""


def _scored(clause: Clause, weights: Weights) -> list[tuple[int, int, scoring.Around]]:
    """Score and place of the words that report, with what stands around them."""
    gate, least = weights.gate, weights.least
    cues = [*clause.cues.values()]
    found = []
    for n, i in enumerate(clause.cues):
        cue = cues[n]
        score = scoring.gate(gate, clause, i, cue)
        if score >= least:
            near = scoring.around(clause, i)
            score += scoring.cue(weights.cue, clause, i, cue, neighbours(cues, n), near)
            if score >= LEAST:
                found.append((score, i, near))
    return found


def _content(clause: Clause, i: int, shape: str, that: int, weights: Weights) -> tuple[Extent, ...]:
    right = None if shape == "left" else _right(clause, i, shape, that, weights)
    if shape == "right" and right and _only_tells_when_or_where(clause, i, right):
        shape, right = "left", None
    left = None if shape == "right" else _left(clause, i, shape, weights)
    if shape == "around" and left and right and _is_complete(clause, i, left, right):
        right = None
    if shape == "left" and left:
        if _goes_on(clause, i, left):
            right = _right(clause, i, "around", that, weights)
        elif left[1] - left[0] == 1:
            # `what the engineers had found`, `it felt good`: a pronoun alone says nothing
            left = None
    return (left, right) if left and right else (left,) if left else (right,) if right else ()


def _only_tells_when_or_where(clause: Clause, i: int, right: Extent) -> bool:
    """Whether what lies behind the cue tells when, where or who: `The port will reopen, the mayor said on her channel`."""
    kinds = clause.kinds
    if not kinds[right[0] : right[1]].strip(letters.WHEN):
        return True
    if clause.cues[i] not in clause.lexicon.closing or right[1] + 1 < clause.last:
        return False
    if letters.TELLS.search(kinds, i + 1, right[1]):
        return False
    comma = kinds.rfind(",", max(clause.first, i - LONG), i)
    if (
        comma < 0
        or letters.SUBORDINATE.match(kinds, clause.first)
        or not letters.VERBS.search(kinds, clause.first, comma)
    ):
        return False
    if comma == i - 1:  # `The bridge is safe, insists its builder`
        return kinds[i + 1] not in letters.PREPOSITION
    return kinds[i + 1] in letters.PREPOSITION and letters.SUBJECT.fullmatch(kinds, comma + 1, i) is not None


def _is_complete(clause: Clause, i: int, left: Extent, right: Extent) -> bool:
    """Whether content before the cue wants nothing behind it: `Ships would return, the owners said in a statement`.

    Nor `…, said Ann Lee`.
    """
    kinds = clause.kinds
    return (
        right[0] == i + 1
        and (kinds[i + 1] in letters.PREPOSITION or kinds[i - 1] == ",")
        and letters.VERBS.search(kinds, *left) is not None
        and letters.TELLS.search(kinds, *right) is None
    )


def _goes_on(clause: Clause, i: int, left: Extent) -> bool:
    """Whether a subject waits for its verb: `The bridge, he said on Friday, will be rebuilt`."""
    if letters.VERBS.search(clause.kinds, *left):
        return False
    comma = clause.kinds.find(",", i + 1, min(i + 1 + LONG, clause.last))
    return comma > 0 and clause.kinds[comma + 1] in letters.VERB


def _shape(clause: Clause, i: int, near: scoring.Around, weights: Weights) -> str:
    scores = unpacked(scoring.shape(weights.shape, clause, i, clause.cues[i], near))
    return SHAPES[scores.index(max(scores))]


def _right(clause: Clause, i: int, shape: str, that: int, weights: Weights) -> Extent | None:
    start = _start(clause, i, shape, that, weights)
    if start is None:
        return None
    last = places.last_end(clause, start)
    score = scoring.last_end(weights.last_end, clause, clause.cues[i], shape, start, last)
    if score < weights.sure["end"]:
        ends = places.ends_before(clause, start, last)
        last, _ = _best(scoring.ends(weights.ends, clause, start, ends), (last, score))
    return start, last


def _start(clause: Clause, i: int, shape: str, that: int, weights: Weights) -> int | None:
    """Where content behind the cue begins; the word behind the cue mostly, and then no other is looked at."""
    if i + 1 >= clause.last:
        return None
    if clause.words[i + 1] in clause.lexicon.meanwhile and clause.kinds[i + 2] in letters.CONTENT:
        return i + 2
    starts = places.starts_behind(clause, i)
    scored = scoring.starts(weights.starts, clause, i, clause.cues[i], shape, starts, that)
    first = next(scored)
    chosen, _ = first if first[1] >= weights.sure["start"] else _best(scored, first)
    return chosen


def _left(clause: Clause, i: int, shape: str, weights: Weights) -> Extent | None:
    ends = places.left_ends(clause, i)
    if not ends:
        return None
    end, _ = max(scoring.left_ends(weights.left_ends, clause, i, clause.cues[i], shape, ends), key=_SCORE)
    starts = places.left_starts(clause, end)
    start, _ = max(scoring.left_starts(weights.left_starts, clause, shape, end, starts), key=_SCORE)
    return start, end


def _best(scored: Iterable[tuple[int, int]], best: tuple[int, int]) -> tuple[int, int]:
    """Return the first of the pairs of place and score that no other is above, `best` among them."""
    for pair in scored:
        if pair[1] > best[1]:
            best = pair
    return best


def _source(clause: Clause, i: int, shape: str, content: tuple[Extent, ...], weights: Weights) -> Extent | None:
    """The noun-like run that names whose words they are; the nearest before the cue mostly."""
    sure, chosen = weights.sure["source"], None
    top = scoring.no_source(weights.no_source, clause, i, shape)
    runs = places.sources(clause, i)
    for start, end, score in scoring.sources(weights.sources, clause, i, clause.cues[i], shape, runs, content):
        if score > top:
            top, chosen = score, (start, end)
        if score >= sure:
            break
    return chosen


def _covers(content: tuple[Extent, ...], i: int) -> bool:
    return any(start <= i < end for start, end in content)


def _overlap(one: tuple[Extent, ...], other: tuple[Extent, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
