"""What the learned model looks at: for a cue its neighbours, for a boundary the words on both sides and what lies between.

Every function adds up what `get` says of some features, each a letter for its kind and the words or classes it joins. The
library hands in the `get` of a table of weights; training hands in one that writes down what it is asked for. So the features
are told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from newsparse.annotations.quotations.indirect.clause import LONGEST, Clause
from newsparse.annotations.quotations.indirect.letters import BREAK, BREAKS, END, ENDS, VERBS
from newsparse.annotations.quotations.indirect.places import Run, complementizer_behind

Feature = tuple[str, ...]
Get = Callable[[Feature, int], int]
"""Gives the weight of a feature, or the second argument if it has none."""

_STEP: Final = (*"012344666", *["9"] * 4, *["14"] * 6, *["20"] * LONGEST)
"""For each distance the step it counts as."""
_SMALL: Final = tuple(map(str, range(32)))
_TRAIL: Final = 16
"""Tokens of an attribution between commas (`The bridge, the mayor said on Friday, will …`)."""
_NEAR: Final = 7
_BREAK: Final = {
    kind: tuple(f"{kind}{far if far < 4 else 4 if far < 6 else 6}" for far in range(_NEAR + 1)) for kind in END
}


def break_before(kinds: str, i: int) -> str:
    """Return which mark stands within seven tokens before `i`, and how far."""
    for at in range(i - 1, i - _NEAR - 1, -1):
        kind = kinds[at]
        if kind in END:
            return _BREAK[kind][i - at]
    return ""


def break_behind(kinds: str, i: int) -> str:
    """Return which mark stands within seven tokens behind `i`, and how far."""
    found = ENDS.search(kinds, i + 1, i + _NEAR + 1)
    return _BREAK[found[0]][found.start() - i] if found else ""


def gate(get: Get, clause: Clause, i: int, cue: str) -> int:
    """Score the word at `i` by the first features of a cue; many words that could report are dismissed by these alone."""
    w, c = clause.words, clause.kinds
    c1 = c[i + 1]
    return (
        get(("w", w[i]), 0)
        + get(("l", cue), 0)
        + get(("o", cue, c1), 0)
        + get(("u", c[i - 1], c1, cue[0]), 0)
        + get(("x", w[i - 1]), 0)
        + get(("y", w[i + 1]), 0)
    )


def cue(get: Get, clause: Clause, i: int, cue: str, before: str, after: str) -> int:
    """Score the word at `i` by the other features of a cue; `before` and `after` are the cues nearest to it, or empty."""
    c = clause.kinds
    sort, place = cue[0], i - clause.first
    that = complementizer_behind(clause, i)
    return (
        get(("E", c[clause.first], break_before(c, i), sort), 0)
        + get(("F", before, sort), 0)
        + get(("G", after, sort), 0)
        + get(("R", c[that] if that else "", break_behind(c, i), sort), 0)
        + get(("t", c[i + 1 : i + 3], sort), 0)
        + get(("J", c[i - 3 : i + 1]), 0)
        + get(("H", _STEP[place], sort), 0)
    )


def shape(get: Get, clause: Clause, i: int, cue: str) -> int:
    """Score the cue at `i` by the features of the shape, for all shapes in one number."""
    w, c = clause.words, clause.kinds
    before, that = break_before(c, i), complementizer_behind(clause, i)
    comma = BREAKS.search(c, i + 1, min(i + _TRAIL, clause.last))
    place, c1 = _STEP[i - clause.first], c[i + 1]
    return (
        get(("",), 0)
        + get(("A", before, c[that] if that else ""), 0)
        + get(("k", before, place), 0)
        + get(("n", before, c[clause.first]), 0)
        + get(("y", before[:1], c[comma.end()] if comma else "", cue[0]), 0)
        + get(("e", cue, break_behind(c, i)), 0)
        + get(("u", cue), 0)
        + get(("h", w[i + 1]), 0)
        + get(("i", w[i - 1]), 0)
        + get(("G", place, cue[0], c1), 0)
        + get(("b", cue, c[i - 1]), 0)
    )


def start(get: Get, clause: Clause, i: int, cue: str, shape: str, s: int, complementizer: int) -> int:
    """Score a place `s` behind the cue where content may begin; `complementizer` is where `that` stands, or 0."""
    w, c = clause.words, clause.kinds
    far = _SMALL[min(13, s - i)]
    that = "-" if not complementizer else "=" if s == complementizer else "<" if s < complementizer else ">"
    before, kind = w[s - 1], c[s]
    return (
        get(("b", shape, that), 0)
        + get(("d", kind, far), 0)
        + get(("e", before), 0)
        + get(("i", cue, before), 0)
        + get(("g", c[s - 1 : s + 1]), 0)
        + get(("f", w[s]), 0)
        + get(("c", far, cue), 0)
        + get(("o", that, far), 0)
        + get(("j", cue, kind), 0)
    )


def last_end(get: Get, clause: Clause, cue: str, shape: str, start: int, last: int) -> int:
    """Score the sentence's end, `last`, as the end of content that begins at `start`."""
    commas = clause.kinds.count(",", start, last)
    return get(("x", cue), 0) + get(("z", shape), 0) + get(("o", _SMALL[min(3, commas)], clause.kinds[start]), 0)


def ends(get: Get, clause: Clause, start: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places where content that begins at `start` may end before its sentence does, with their scores."""
    w, c, cues = clause.words, clause.kinds, clause.cues
    full = clause.last
    verb = VERBS.search(c, start, full)
    verb_at = verb.start() if verb else full
    for j in places:
        b, far, rest = c[j], j - start, full - j
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        quoted = "q" if c.count('"', start, j) % 2 else ""
        yield (
            j,
            get(("b", b, "v" if verb_at < j else ""), 0)
            + get(("B", near, c[j : j + 2]), 0)
            + get(("h", b, _STEP[far]), 0)
            + get(("d", c[j - 1 : j + 1]), 0)
            + get(("c", w[j], w[j + 1]), 0)
            + get(("i", b, _STEP[rest], quoted), 0)
            + get(("E", w[j]), 0),
        )


def left_ends(
    get: Get, clause: Clause, i: int, cue: str, shape: str, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places before the cue where content may end, the last first, with their scores."""
    w, c = clause.words, clause.kinds
    marks = 0
    for e in reversed(places):
        b, distance = c[e], i - e
        marks += b in BREAK
        count, far = _SMALL[marks], _STEP[distance]
        yield (
            e,
            get(("a", shape, far), 0)
            + get(("b", w[e], count), 0)
            + get(("c", c[e - 1 : e + 1], shape), 0)
            + get(("d", c[e : e + 2], shape), 0)
            + get(("e", b, count, shape), 0)
            + get(("g", cue, b, count), 0)
            + get(("i", c[e : e + 3]), 0)
            + get(("j", b, far), 0),
        )


def left_starts(get: Get, clause: Clause, shape: str, end: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places where content that ends at `end` may begin, with their scores."""
    w, c = clause.words, clause.kinds
    behind = c[end]
    for s in places:
        size, place = end - s, s - clause.first
        yield (
            s,
            get(("e", w[s], "" if place else "1"), 0)
            + get(("i", behind, c[s - 1]), 0)
            + get(("f", _STEP[size], shape), 0)
            + get(("h", c[s - 2 : s + 1]), 0)
            + get(("l", w[s - 1]), 0)
            + get(("g", _STEP[place]), 0),
        )


def source(get: Get, clause: Clause, i: int, cue: str, shape: str, run: Run, content: Sequence[tuple[int, int]]) -> int:
    """Score a noun-like run near the cue as its source."""
    w, c = clause.words, clause.kinds
    start, end, side, rank = run
    gap = i - end if end <= i else start - i - 1
    inside = side
    for a, b in content:
        if a < end and start < b:
            inside = "=" + side
    lead = c[start - 1]
    return (
        get(("c", inside), 0)
        + get(("v", inside, c[end], lead), 0)
        + get(("s", shape, side, c[i + 1], "1" if gap < 2 else ""), 0)
        + get(("e", side, w[end - 1]), 0)
        + get(("g", side, w[start - 1]), 0)
        + get(("j", cue, inside), 0)
        + get(("h", side, c[end : end + 2]), 0)
        + get(("b", side + _SMALL[min(6, gap)], c[i]), 0)
        + get(("n", side, c[start - 1 : start + 1]), 0)
        + get(("o", w[i - 1], side, _SMALL[rank]), 0)
    )


def no_source(get: Get, clause: Clause, i: int, shape: str) -> int:
    """Score there being no source."""
    return get(("Z", shape), 0) + get(("V", clause.words[i - 1]), 0)
