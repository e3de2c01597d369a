"""What `features` says, added up without making a feature: each is looked up part by part in nested tables.

Training needs features with names, a page of news needs their sums, thousands of times. Every function here gives the sum
of the weights of its namesake's features, which a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.features import BREAKS, ENDS, STEPS, VERBAL
from newsparse.annotations.quotations.indirect.weights import Nested

E: Final[Mapping[str, Any]] = {}
"""What is known of a part that no feature has."""

_STEP = tuple(map(str, STEPS))
_SMALL = tuple(map(str, range(32)))
_BREAK = {kind: tuple(f"{kind}{far if far < 4 else 4 if far < 6 else 6}" for far in range(8)) for kind in ENDS}
_NEAR = range(1, 8)


def nearest_break(kinds: Sequence[str], i: int, way: int) -> str:
    """Return which mark stands within seven tokens of `i` on one side, and how far."""
    get = _BREAK.get
    for far in _NEAR:
        names = get(kinds[i + way * far])
        if names is not None:
            return names[far]
    return ""


def gate(t: Nested, clause: Clause, i: int, cue: str) -> int:
    """Score the word at `i` by the first features of a cue."""
    w, c = clause.words, clause.kinds
    word, c1, d1 = w[i], c[i + 1], c[i - 1]
    score: int = t["b"].get("", 0) + t["w"].get(word, 0) + t["l"].get(cue, 0) + t["m"].get((word, w[i + 1]), 0)
    score += t["o"].get((cue, c1), 0) + t["p"].get((cue, d1), 0) + t["q"].get((cue, d1, c1), 0)
    return score


def cue(t: Nested, clause: Clause, i: int, cue: str, before: str, after: str) -> int:
    """Score the word at `i` by the other features of a cue."""
    w, c = clause.words, clause.kinds
    w2, p1, word, w1 = w[i - 2], w[i - 1], w[i], w[i + 1]
    d3, d2, d1, kind, c1, c2, c3 = c[i - 3 : i + 4]
    sort = cue[0]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    far, first = clause.last - i, i - clause.first
    length = _STEP[min(19, far)]
    score: int = t["n"].get((p1, word), 0) + t["r"].get((word, c1, c2), 0)
    score += t["s"].get((d2, d1, sort), 0) + t["t"].get((c1, c2, sort), 0)
    score += t["u"].get((d2, d1, kind, c1), 0) + t["v"].get((d1, kind, c1, c2), 0)
    score += t["x"].get(p1, 0) + t["y"].get(w1, 0) + t["z"].get((w1, w[i + 2]), 0) + t["A"].get((w2, p1), 0)
    score += t["B"].get((left, right), 0) + t["C"].get((cue, left), 0) + t["D"].get((cue, right), 0)
    score += t["E"].get((c[clause.first], left, sort), 0)
    score += t["F"].get((before, sort), 0) + t["G"].get((after, sort), 0)
    score += t["H"].get((_STEP[min(19, first)], sort), 0) + t["I"].get((length, c1), 0)
    score += t["J"].get((d3, d2, d1, kind), 0) + t["K"].get((kind, c1, c2, c3), 0)
    score += t["L"].get((cue, length), 0)
    return score


def shape(t: Nested, clause: Clause, i: int, cue: str) -> int:
    """Score the cue at `i` by the features of the shape, for all shapes in one number."""
    w, c = clause.words, clause.kinds
    w2, p1, word, w1 = w[i - 2], w[i - 1], w[i], w[i + 1]
    d2, d1, kind, c1, c2, c3 = c[i - 2 : i + 4]
    sort = cue[0]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    far, near = clause.last - i, i - clause.first
    length, first = _STEP[min(19, far)], _STEP[min(19, near)]
    comma = next((at for at in range(i + 1, min(i + 16, clause.last)) if c[at] in BREAKS), 0)
    behind, rest = (c[comma + 1], _STEP[min(19, clause.last - comma)]) if comma else ("", "0")
    score: int = t[""].get("", 0) + t["a"].get((word, c1), 0) + t["b"].get((cue, d1), 0)
    score += t["c"].get((left, right), 0) + t["d"].get((cue, left), 0) + t["e"].get((cue, right), 0)
    score += t["f"].get((d2, d1, c1), 0) + t["g"].get((d1, c1, c2), 0)
    score += t["h"].get(w1, 0) + t["i"].get(p1, 0) + t["j"].get((length, c1), 0) + t["k"].get((first, left), 0)
    score += t["l"].get((cue, length), 0) + t["m"].get((first, right, sort), 0)
    score += t["n"].get((c[clause.first], left), 0) + t["o"].get((d2, d1, kind, c1), 0)
    score += t["p"].get((d1, kind, c1, c2), 0) + t["q"].get((w2, p1), 0)
    score += t["r"].get((w1, w[i + 2]), 0) + t["s"].get((c1, c2, c3), 0)
    score += t["t"].get(word, 0) + t["u"].get(cue, 0) + t["v"].get((word, w1), 0)
    score += t["w"].get((cue, d1, c1), 0) + t["x"].get((left, behind, rest), 0)
    score += t["y"].get((left[:1], behind, sort), 0) + t["z"].get((right, behind, rest), 0)
    return score


def start(t: Nested, clause: Clause, i: int, cue: str, shape: str, s: int, complementizer: int) -> int:
    """Score a place `s` behind the cue where content may begin."""
    w, c = clause.words, clause.kinds
    far = _SMALL[min(13, s - i)]
    that = "-" if not complementizer else "=" if s == complementizer else "<" if s < complementizer else ">"
    p, q = c[s - 1], c[s]
    before, word = w[s - 1], w[s]
    score: int = t["a"].get(shape + far, 0) + t["b"].get(shape + that, 0) + t["c"].get((far, cue), 0)
    score += t["d"].get((q, far), 0) + t["e"].get(before, 0) + t["f"].get(word, 0) + t["g"].get((p, q), 0)
    score += t["h"].get((p, q, c[s + 1]), 0) + t["i"].get((cue, before), 0)
    score += t["j"].get((cue, q), 0) + t["l"].get((before, word), 0) + t["n"].get((w[i], that, far), 0)
    return score


def last_end(t: Nested, clause: Clause, i: int, cue: str, shape: str, start: int, last: int) -> int:
    """Score the sentence's end, `last`, as the end of content that begins at `start`."""
    inside = clause.kinds[start:last]
    head, size = inside[0], _STEP[min(19, last - start)]
    verb = "" if VERBAL.isdisjoint(inside) else "v"
    score: int = t["z"].get(shape, 0) + t["y"].get((head, verb), 0) + t["x"].get(cue, 0)
    score += t["w"].get((size, cue[0]), 0) + t["v"].get((_SMALL[min(3, inside.count(","))], shape), 0)
    score += t["u"].get(_SMALL[inside.count('"') % 2], 0) + t["t"].get((head, size), 0)
    score += t["s"].get((cue, head), 0) + t["r"].get(clause.words[start], 0) + t["q"].get(clause.words[i], 0)
    return score


def ends(t: Nested, clause: Clause, cue: str, start: int, places: Sequence[int]) -> list[int]:
    """Score every one of `places` before the sentence's end, for content that begins at `start`."""
    w, c, cues = clause.words, clause.kinds, clause.cues
    tb, tc, td, te, tg, th, ti, tj, t_near, t_head = (t[letter] for letter in "bcdeghijBC")
    head, full = c[start], clause.last
    found: list[int] = []
    commas = 0
    verb = quoted = ""
    at = start
    for j in places:
        while at < j:
            kind = c[at]
            if kind in VERBAL:
                verb = "v"
            elif kind == ",":
                commas += 1
            elif kind == '"':
                quoted = "" if quoted else "q"
            at += 1
        b, d, word, far, rest = c[j], c[j + 1], w[j], j - start, full - j
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        found.append(
            tb.get((b, verb), 0)
            + tc.get((word, w[j + 1]), 0)
            + td.get((c[j - 1], b), 0)
            + te.get((b, d, c[j + 2]), 0)
            + tg.get((cue, b), 0)
            + th.get((b, _STEP[min(19, far)]), 0)
            + ti.get((b, _STEP[min(19, rest)] + quoted), 0)
            + tj.get((b, _SMALL[min(3, commas)]), 0)
            + t_near.get((near, b, d), 0)
            + t_head.get((word, head, verb), 0)
        )
    return found


def left_ends(t: Nested, clause: Clause, i: int, cue: str, shape: str, places: Sequence[int]) -> list[int]:
    """Score the places where content before the cue may end."""
    w, c = clause.words, clause.kinds
    ta, tb, tc, td, te, tf, tg, th, ti, tj = (t[letter] for letter in "abcdefghij")
    found: list[int] = []
    marks = 0
    for e in reversed(places):
        b, d, word, distance = c[e], c[e + 1], w[e], i - e
        if b in BREAKS:
            marks += 1
        count, far = _SMALL[marks], _STEP[min(19, distance)]
        found.append(
            ta.get(shape + far, 0)
            + tb.get((word, count), 0)
            + tc.get((c[e - 1], b, shape), 0)
            + td.get((b, d, shape), 0)
            + te.get((b, count, shape), 0)
            + tf.get((cue, far), 0)
            + tg.get((cue, b, count), 0)
            + th.get((word, w[e + 1]), 0)
            + ti.get((b, d, c[e + 2]), 0)
            + tj.get((b, far), 0)
        )
    found.reverse()
    return found


def left_starts(t: Nested, clause: Clause, cue: str, shape: str, end: int, places: Sequence[int]) -> list[int]:
    """Score the places where content that ends at `end` may begin."""
    w, c = clause.words, clause.kinds
    tb, tc, td, te, tf, tg, th, ti, tj, tk, tl = (t[letter] for letter in "bcdefghijkl")
    behind = c[end]
    found: list[int] = []
    for s in places:
        first = "1" if s == clause.first else ""
        a, b, before, size, place = c[s - 1], c[s], w[s - 1], end - s, s - clause.first
        found.append(
            t["a"].get(shape + first, 0)
            + tb.get((cue, first), 0)
            + tc.get((a, b), 0)
            + td.get((before, b), 0)
            + te.get((w[s], first), 0)
            + tf.get((_STEP[min(19, size)], shape), 0)
            + tg.get(_STEP[min(19, place)], 0)
            + th.get((c[s - 2], a, b), 0)
            + ti.get((behind, a), 0)
            + tj.get((b, c[s + 1], first), 0)
            + tk.get((behind, first, shape), 0)
            + tl.get(before, 0)
        )
    return found


def source(
    t: Nested,
    clause: Clause,
    i: int,
    cue: str,
    shape: str,
    candidate: tuple[int, int, str, int],
    content: Sequence[tuple[int, int]],
) -> int:
    """Score a candidate for the source."""
    w, c = clause.words, clause.kinds
    start, end, side, rank = candidate
    gap = i - end if end <= i else start - i - 1
    inside = side
    for a, b in content:
        if a < end and start < b:
            inside = "=" + side
    form, head, lead, behind, begin = c[i], c[end - 1], c[start - 1], c[end], c[start]
    place = side + _SMALL[rank]
    score: int = t["a"].get((place, shape), 0) + t["b"].get((side + _SMALL[min(6, gap)], form), 0)
    score += t["c"].get(inside, 0) + t["d"].get((place, head), 0) + t["e"].get((side, w[end - 1]), 0)
    score += t["f"].get((place, lead), 0) + t["g"].get((side, w[start - 1]), 0)
    score += t["h"].get((side, behind, c[end + 1]), 0) + t["i"].get((place, form, c[i - 1]), 0)
    score += t["j"].get((cue, inside), 0) + t["k"].get((place, begin, head), 0)
    score += t["l"].get((place, behind), 0) + t["m"].get((form, place, cue[0]), 0)
    score += t["n"].get((begin, lead, side), 0) + t["o"].get((w[i - 1], place), 0)
    score += t["p"].get((w[i + 1], place), 0)
    score += t["r"].get(("True" if start == clause.first else "False", side, head), 0)
    score += t["s"].get((shape, side, c[i + 1], "True" if gap < 2 else "False"), 0)
    score += t["t"].get((cue, place), 0)
    return score


def no_source(t: Nested, clause: Clause, i: int, cue: str, shape: str) -> int:
    """Score there being no source."""
    w, c = clause.words, clause.kinds
    kind = c[i]
    score: int = t["Z"].get(shape, 0) + t["Y"].get((kind, c[i - 1]), 0) + t["X"].get(cue, 0)
    score += t["V"].get(w[i - 1], 0) + t["U"].get((kind, c[i + 1], shape), 0)
    return score
